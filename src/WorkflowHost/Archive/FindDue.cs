using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>
/// Lists each night what has been kept for as long as the office has set, and takes off the list what is no longer due: a case that was opened again, or a period that was changed. It
/// removes nothing; people do that, two of them.
/// </summary>
internal sealed class FindDue(WorkWriter writer, RuleBook law, TimeProvider clock) : RecurringJob
{
    /// <summary>So many cases in one night; the rest comes the next.</summary>
    private const int InOneNight = 1_000;

    public override string Key => "retention";

    public override LocalizedText Name => new("Bevaring og kassasjon", "Bevaring og kassasjon", "Retention and disposal");

    public override LocalizedText Purpose => new(
        "Finner saker og logger som er eldre enn kontoret har bestemt. Ingenting blir slettet av seg selv.", "Finn saker og loggar som er eldre enn kontoret har bestemt. Ingenting blir sletta av seg sjølv.",
        "Finds cases and logs that are older than the office has decided. Nothing is removed by itself.");

    public override TimeSpan Interval => TimeSpan.FromHours(24);

    /// <returns>How many were put on the list.</returns>
    public override Task<int> RunAsync(CancellationToken cancellationToken) => writer.RunAsync(new Operation(Actor.System, "", clock.GetUtcNow()), FindAsync, cancellationToken);

    private async Task<int> FindAsync(Work work, CancellationToken cancellationToken)
    {
        var set = await work.Db.RetentionPeriods.AsNoTracking().ToListAsync(cancellationToken);
        var today = work.Operation.Today;
        var found = 0;

        if (set.Count > 0 || await work.Db.Disposals.AnyAsync(static d => d.State == DisposalState.Due || d.State == DisposalState.Proposed, cancellationToken))
        {
            await TakeOffAsync(work, set, today, cancellationToken);
        }

        foreach (var track in law.For(today).Tracks.Keys)
        {
            if (RetentionPeriod.On(set, RetentionKind.CaseFile, track, today) is { Years: { } years } period)
            {
                found += await FindCasesAsync(work, track, years, period, today, cancellationToken);
            }
        }

        foreach (var kind in new[] { RetentionKind.StruckFiles, RetentionKind.AccessLog })
        {
            if (RetentionPeriod.On(set, kind, null, today) is { Years: { } years } period)
            {
                found += await FindByAgeAsync(work, kind, years, period, today, cancellationToken);
            }
        }

        return found;
    }

    private static async Task<int> FindCasesAsync(Work work, string track, int years, RetentionPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var before = NorwegianTime.At(today.AddYears(-years).AddDays(1), TimeOnly.MinValue);
        var cases = await work.Db.Cases.AsNoTracking()
            .Where(c => c.State == CaseState.Closed && c.Track == track && c.ClosedAt < before && !work.Db.Disposals.Any(d => d.CaseId == c.Id))
            .OrderBy(static c => c.ClosedAt).ThenBy(static c => c.Id).Take(InOneNight).Select(static c => new { c.Id, c.Reference, c.ClosedAt }).ToListAsync(cancellationToken);

        foreach (var closed in cases)
        {
            var closedOn = NorwegianTime.DateOf(closed.ClosedAt!.Value);
            work.Db.Add(new Disposal
            {
                Id = work.Ids.New(), Kind = RetentionKind.CaseFile, CaseId = closed.Id, Reference = closed.Reference, Track = track, ClosedOn = closedOn,
                DueOn = closedOn.AddYears(years), Years = years, Basis = period.Basis,
            });
        }

        return cases.Count;
    }

    private static async Task<int> FindByAgeAsync(Work work, RetentionKind kind, int years, RetentionPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var before = NorwegianTime.At(today.AddYears(-years), TimeOnly.MinValue);

        if (await work.Db.Disposals.AnyAsync(d => d.Kind == kind && d.State != DisposalState.Disposed, cancellationToken)
            || await DisposeByAge.CountAsync(work.Db, kind, before, cancellationToken) == 0)
        {
            return 0;
        }

        var oldest = NorwegianTime.DateOf((await DisposeByAge.OldestAsync(work.Db, kind, cancellationToken))!.Value);
        work.Db.Add(new Disposal { Id = work.Ids.New(), Kind = kind, BeforeAt = before, DueOn = oldest.AddYears(years), Years = years, Basis = period.Basis });
        return 1;
    }

    /// <summary>What is held back stays on the list, whatever the period is now.</summary>
    private static async Task TakeOffAsync(Work work, List<RetentionPeriod> set, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var listed in await work.Db.Disposals.Where(static d => d.State == DisposalState.Due || d.State == DisposalState.Proposed).ToListAsync(cancellationToken))
        {
            var period = RetentionPeriod.On(set, listed.Kind, listed.Track, today);
            var isStillDue = period?.Years is { } years && (listed.CaseId is not { } caseId
                ? years == listed.Years
                : await work.Db.Cases.Where(c => c.Id == caseId && c.State == CaseState.Closed).Select(static c => c.ClosedAt).FirstOrDefaultAsync(cancellationToken) is { } closedAt
                    && NorwegianTime.DateOf(closedAt) == listed.ClosedOn && listed.ClosedOn.Value.AddYears(years) <= today && years == listed.Years);

            if (!isStillDue)
            {
                work.Db.Remove(listed);
                work.Operation.Record(null, "disposal-withdrawn", ("kind", listed.Kind), ("reference", listed.Reference), ("wasProposed", listed.State == DisposalState.Proposed));
            }
        }

        await work.FlushAsync(cancellationToken);
    }
}
