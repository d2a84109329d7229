using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Outbox;

namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>Fires the timers that are due.</summary>
internal sealed class FireTimers(DueTimers timers, TimeProvider clock) : RecurringJob
{
    public override string Key => "timers";

    public override LocalizedText Name => new("Klokker i arbeidsflytene", "Klokker i arbeidsflytane", "Clocks of the workflows");

    public override LocalizedText Purpose => new(
        "Fører saker videre når en dag kommer, og sender påminnelser.", "Fører saker vidare når ein dag kjem, og sender påminningar.", "Moves cases on when a day comes, and sends reminders.");

    public override TimeSpan Interval => TimeSpan.Zero;

    public override Task<int> RunAsync(CancellationToken cancellationToken) => timers.DrainDueAsync(clock.GetUtcNow(), cancellationToken);
}

/// <summary>Delivers what the outbox holds.</summary>
internal sealed class DeliverOutbox(OutboxDispatcher outbox) : RecurringJob
{
    public override string Key => "outbox";

    public override LocalizedText Name => new("Utsending", "Utsending", "Delivery");

    public override LocalizedText Purpose => new(
        "Sender e-post, brev og kall til andre systemer.", "Sender e-post, brev og kall til andre system.", "Sends e-mails, letters and calls to other systems.");

    public override TimeSpan Interval => TimeSpan.Zero;

    public override Task<int> RunAsync(CancellationToken cancellationToken) => outbox.DispatchAsync(cancellationToken);
}
