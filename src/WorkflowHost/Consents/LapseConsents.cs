using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Consents;

/// <summary>Records that consents whose last day is past have lapsed (D-18), with what follows from it. Access ends at the end of that day in any case; this is what the case's history and flows see.</summary>
internal sealed class LapseConsents(WorkWriter writer, ContextOptions options, TimeProvider clock) : RecurringJob
{
    private const int Batch = 200;

    public override string Key => "consents";

    public override LocalizedText Name => new("Samtykker som går ut", "Samtykke som går ut", "Consents that end");

    public override LocalizedText Purpose => new(
        "Avslutter samtykker etter siste dag, og tilgangen som hvilte på dem.", "Avsluttar samtykke etter siste dag, og tilgangen som kvilte på dei.",
        "Ends consents after their last day, and the access that rested on them.");

    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        await using var db = new IpDbContext(options.Default);
        var past = await db.Consents.AsNoTracking().Where(c => c.State == ConsentState.Given && c.ToOn < today).OrderBy(c => c.ToOn).Select(c => c.Id).Take(Batch).ToListAsync(cancellationToken);
        var lapsed = 0;
        foreach (var id in past)
        {
            lapsed += await writer.RunAsync(new Operation(Actor.System, "", clock.GetUtcNow()), async (work, token) =>
            {
                if (await work.Db.Consents.FirstOrDefaultAsync(c => c.Id == id && c.State == ConsentState.Given, token) is not { } consent)
                {
                    return 0;
                }

                await EndOfConsent.EnterAsync(work, consent, ConsentEnding.Lapsed, token);
                return 1;
            }, cancellationToken);
        }

        return lapsed;
    }
}
