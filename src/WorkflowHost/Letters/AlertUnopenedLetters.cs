using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>Alerts those a second time who have not opened a digital letter a week after the first alert (D-9, eforvaltningsforskriften § 8). No deadline moves by it.</summary>
internal sealed class AlertUnopenedLetters(WorkWriter writer, ContextOptions options, RuleBook law, TimeProvider clock) : RecurringJob
{
    private const int Batch = 200;

    /// <summary>Those who read letters in the product, so that it knows who has opened what.</summary>
    private static readonly LetterRecipientKind[] Readers = [LetterRecipientKind.Person, LetterRecipientKind.Guardian];

    public override string Key => "unopened-letters";

    public override LocalizedText Name => new("Brev som ikke er åpnet", "Brev som ikkje er opna", "Letters that are not opened");

    public override LocalizedText Purpose => new(
        "Varsler på nytt når et digitalt brev har ligget uåpnet i en uke.", "Varslar på nytt når eit digitalt brev har lege uopna i ei veke.", "Alerts again when a digital letter has lain unopened for a week.");

    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var rule = law.For(today).Deadline(DeadlineKeys.UnopenedNotice);
        await using var db = new IpDbContext(options.Default);

        // The longest unopened first, so that a batch of younger ones never hides one whose week is over.
        var sent = await db.Letters
            .Where(l => l.State == LetterState.Sent && l.Channel == LetterChannel.Digital && l.OpenedAt == null && l.AlertedAgainAt == null && Readers.Contains(l.RecipientKind))
            .Where(l => db.Cases.Any(c => c.Id == l.CaseId && db.Persons.Any(p => p.Id == c.PersonId && p.DeceasedOn == null)))
            .OrderBy(l => l.SentAt).Select(l => new { l.Id, l.SentAt }).Take(Batch).ToListAsync(cancellationToken);
        var alerted = 0;
        foreach (var id in sent.Where(l => DeadlineCalendar.Compute(NorwegianTime.DateOf(l.SentAt!.Value), rule).EffectiveOn <= today).Select(l => l.Id))
        {
            alerted += await writer.RunAsync(new Operation(Actor.System, "", clock.GetUtcNow()), async (work, token) =>
            {
                if (await work.Db.Letters.AsTracking().FirstOrDefaultAsync(l => l.Id == id, token) is not { } letter || !letter.AlertAgain(work.Operation))
                {
                    return 0;
                }

                work.Db.Add(OutboxMessage.New(work.Ids.New(), AlertTransport.KeyOf(id), OutboxKinds.Alert, new JsonObject { ["letterId"] = id.ToString() }, work.Operation.Now));
                return 1;
            }, cancellationToken);
        }

        return alerted;
    }
}
