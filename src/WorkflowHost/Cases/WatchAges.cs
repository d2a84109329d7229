using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>
/// Sees who is about to turn 16 or 18 and has an open case (D-19), starts the deadline and tells the flows, so that what changes with the age is prepared in time (L-21, L-60).
/// The deadline is what keeps a birthday from being told twice.
/// </summary>
internal sealed class WatchAges(WorkWriter writer, ContextOptions options, RuleBook law, TimeProvider clock) : RecurringJob
{
    /// <summary>How long after a birthday that nobody was told of, because nothing ran then, it is told all the same.</summary>
    private const int LateDays = 30;

    /// <summary>How long before, when the rules have no warning.</summary>
    private const int UsualDays = 90;

    private static readonly int[] Ages = [16, 18];

    public override string Key => "ages";

    public override LocalizedText Name => new("Fyller 16 eller 18 år", "Fyller 16 eller 18 år", "Turning 16 or 18");

    public override LocalizedText Purpose => new(
        "Gir beskjed i god tid når en person med åpen sak fyller 16 eller 18 år.", "Gjev beskjed i god tid når ein person med open sak fyller 16 eller 18 år.",
        "Tells in good time when a person with an open case turns 16 or 18.");

    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var rules = law.For(today);
        var ahead = rules.Deadline(DeadlineKeys.AgeChange).Warnings.Select(static w => -w.Offset).Append(UsualDays).Max();
        var told = 0;
        await using var db = new IpDbContext(options.Default);

        // Most have been told long before; they are passed over without asking for the writer's time.
        var (earliestOn, latestOn) = (today.AddDays(-LateDays), today.AddDays(ahead));
        var known = (await db.Deadlines.Where(d => d.Key == DeadlineKeys.AgeChange && d.EffectiveOn >= earliestOn && d.EffectiveOn <= latestOn).Select(static d => new { d.CaseId, d.EffectiveOn }).ToListAsync(cancellationToken))
            .Select(static d => (d.CaseId, d.EffectiveOn)).ToHashSet();
        foreach (var age in Ages)
        {
            // A day more at both ends: 29 February has its birthday on 1 March in other years.
            var (from, to) = (today.AddDays(-LateDays - 1).AddYears(-age), today.AddDays(ahead + 1).AddYears(-age));
            var found = await db.Persons.Where(p => p.BornOn >= from && p.BornOn <= to && p.DeceasedOn == null)
                .Join(db.Cases.Where(static c => c.State != CaseState.Closed), p => p.Id, c => c.PersonId, (p, c) => new { Person = p, CaseId = c.Id }).ToListAsync(cancellationToken);
            foreach (var (caseId, on) in found.Select(f => (f.CaseId, f.Person.BirthdayOn(age))).Where(f => f.Item2 >= earliestOn && f.Item2 <= latestOn && !known.Contains(f)))
            {
                told += await writer.RunAsync(
                    new Operation(Actor.System, "Fødselsdatoen i folkeregisteret.", clock.GetUtcNow()), (work, token) => TellAsync(work, caseId, age, on, rules, token), cancellationToken);
            }
        }

        return told;
    }

    private static async Task<int> TellAsync(Work work, CaseId caseId, int age, DateOnly on, RuleSet rules, CancellationToken cancellationToken)
    {
        if (await work.Db.Deadlines.AnyAsync(d => d.CaseId == caseId && d.Key == DeadlineKeys.AgeChange && d.EffectiveOn == on, cancellationToken))
        {
            return 0;
        }

        var name = $"turns-{age}";
        var found = await work.Db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken);
        var computed = DeadlineCalendar.Named(work.Operation.Today, on, rules.Deadline(DeadlineKeys.AgeChange));
        work.Operation.Record(caseId, ReportedEvent.HistoryName, ("event", name), ("birthdayOn", on));
        work.Db.Add(Deadline.Start(work.Ids.NewDeadlineId(), caseId, rules, computed, found.Track, "step-reached", work.Operation));
        await work.FlushAsync(cancellationToken);
        var required = ConsentAgeRules.Find(rules, found.Track, age, new ConsentSituation());
        await work.Flows.RaiseCaseEventAsync(
            caseId,
            name,
            new JsonObject
            {
                ["birthdayOn"] = on.ToString("yyyy-MM-dd", null),
                ["lastDayAsChildOn"] = on.AddDays(-1).ToString("yyyy-MM-dd", null),
                ["consentsAlone"] = required.Consenters is [{ Kind: ConsenterKind.Person }],
            },
            cancellationToken);
        return 1;
    }
}
