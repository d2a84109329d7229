using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>A message that was given up after many attempts. What it says and to whom is not shown to those who look after the machines.</summary>
internal sealed record DeadLetter(Guid Id, string Kind, DateTimeOffset CreatedAt, int Attempts, string? LastError);

/// <summary>What waits to leave, and what was given up.</summary>
internal sealed record OutgoingMail(int Waiting, DateTimeOffset? OldestAt, IReadOnlyList<DeadLetter> GivenUp, int GivenUpInAll, PageRequest Page);

/// <summary>Reads how the outbox stands, by its two small indexes.</summary>
internal sealed class ReadOutgoing(IpDbContext db)
{
    public const int PageSize = 25;

    public async Task<OutgoingMail> RunAsync(int pageNumber, CancellationToken cancellationToken)
    {
        var page = new PageRequest(pageNumber, PageSize);
        var waiting = db.Outbox.Where(static m => m.State == OutboxState.Waiting);
        var failed = db.Outbox.Where(static m => m.State == OutboxState.Failed);
        return new OutgoingMail(
            await waiting.CountAsync(cancellationToken),
            await waiting.MinAsync(static m => (DateTimeOffset?)m.DueAt, cancellationToken),
            await failed.OrderByDescending(static m => m.CreatedAt).ThenBy(static m => m.Id).Skip(page.Skip).Take(PageSize)
                .Select(static m => new DeadLetter(m.Id, m.Kind, m.CreatedAt, m.Attempts, m.LastError)).ToListAsync(cancellationToken),
            await failed.CountAsync(cancellationToken),
            page);
    }
}

/// <summary>Gives messages that were given up another round of attempts. They keep their key, so that a receiver that got one after all knows it.</summary>
internal sealed class ResendMessages(WorkWriter writer, WakeUp wakeUp, TimeProvider clock)
{
    /// <summary>One message.</summary>
    /// <returns>Whether it was given up and now waits again.</returns>
    public async Task<bool> OneAsync(CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        await RunAsync(user, db => db.Outbox.Where(m => m.Id == id && m.State == OutboxState.Failed), cancellationToken) > 0;

    /// <summary>All of them.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> AllAsync(CurrentUser user, CancellationToken cancellationToken) =>
        RunAsync(user, static db => db.Outbox.Where(static m => m.State == OutboxState.Failed), cancellationToken);

    private Task<int> RunAsync(CurrentUser user, Func<IpDbContext, IQueryable<OutboxMessage>> which, CancellationToken cancellationToken) =>
        writer.RunAsync(new Operation(user.Actor, "Sendt på nytt fra siden «Drift».", clock.GetUtcNow()), async (work, token) =>
        {
            var messages = await which(work.Db).ToListAsync(token);
            foreach (var message in messages)
            {
                (message.State, message.Attempts, message.DueAt, message.ClaimedUntil) = (OutboxState.Waiting, 0, work.Operation.Now, null);
                work.Operation.Record(null, "outbox-message-resent", ("messageId", message.Id), ("kind", message.Kind));
            }

            work.AfterCommit(wakeUp.Signal);
            return messages.Count;
        }, cancellationToken);
}
