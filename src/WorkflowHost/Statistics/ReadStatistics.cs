using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>A report with its figures.</summary>
/// <param name="Report">Which.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Period">The period.</param>
/// <param name="Tables">Its tables. Those of a day that was not kept have no rows.</param>
/// <param name="UpToOn">The last day that is counted.</param>
/// <param name="IsKept">Whether the figures are those that were kept on that day, and not counted now.</param>
/// <param name="Periods">What can be chosen, the latest first.</param>
/// <param name="Units">Codes of the units that can be chosen.</param>
internal sealed record ReportView(
    Report Report, StatisticsFilter Filter, ReportPeriod Period, IReadOnlyList<ReportTable> Tables, DateOnly UpToOn, bool IsKept, IReadOnlyList<ReportPeriod> Periods, IReadOnlyList<string> Units)
{
    /// <summary>Whether a table could be counted: what stands on a day can only be counted on it.</summary>
    public bool Has(ReportTable table) => !table.Shape.IsOfDay || IsKept || UpToOn < Period.ToOn || IsToday;

    /// <summary>Whether the last day is the one on which one looks.</summary>
    public bool IsToday { get; init; }
}

/// <summary>Reads a report: counted now for a period that runs, from what was kept for one that is over, and for reports that are heavy to count.</summary>
internal sealed class ReadStatistics(IpDbContext db, StatisticsCases cases, ReportList reports, UserDirectory users, TimeProvider clock)
{
    public async Task<ReportView> RunAsync(CurrentUser user, Report report, StatisticsFilter filter, CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var period = filter.Period ?? new ReportPeriod(today.Year, null);
        var isToday = period.ToOn >= today;
        var keptOn = isToday && !report.IsHeavy ? null : await KeptOnAsync(period, cancellationToken);
        var figures = keptOn is { } day
            ? await KeptAsync(user, report, filter, period, day, cancellationToken)
            : await report.CountAsync(ScopeOf(user, filter, period, today), cancellationToken);
        return new ReportView(
            report, filter, period, [.. report.Tables.Select(shape => ReportTable.Of(shape, figures))], keptOn ?? (isToday ? today : period.ToOn), keptOn is not null,
            await PeriodsAsync(today, cancellationToken), await UnitsAsync(user, cancellationToken)) { IsToday = isToday };
    }

    /// <summary>The cases that are counted now, for what needs more of them than figures.</summary>
    public ReportScope ScopeOf(CurrentUser user, StatisticsFilter filter)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        return ScopeOf(user, filter, filter.Period ?? new ReportPeriod(today.Year, null), today);
    }

    /// <summary>All reports, in order.</summary>
    public IReadOnlyList<Report> Reports => reports.All;

    private ReportScope ScopeOf(CurrentUser user, StatisticsFilter filter, ReportPeriod period, DateOnly today) =>
        new(db, cases.Of(db, user, filter), period.FromOn, period.ToOn < today ? period.ToOn : today, period.ToOn >= today);

    /// <summary>The last day of the period that was kept. Asked of all reports, for one may have had nothing to count.</summary>
    private async Task<DateOnly?> KeptOnAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var (fromOn, toOn) = (period.FromOn, period.ToOn);
        return await db.StatisticsFigures.Where(f => f.TakenOn >= fromOn && f.TakenOn <= toOn).MaxAsync(static f => (DateOnly?)f.TakenOn, cancellationToken);
    }

    private async Task<IReadOnlyList<Figure>> KeptAsync(CurrentUser user, Report report, StatisticsFilter filter, ReportPeriod period, DateOnly day, CancellationToken cancellationToken)
    {
        var kept = db.StatisticsFigures.AsNoTracking().Where(f => f.Report == report.Number && f.TakenOn == day);
        if (CaseBonds.UnitsOf(user) is { } units)
        {
            kept = kept.Where(f => f.Unit == "" || units.Contains(f.Unit));
        }

        kept = filter.Unit is { } unit ? kept.Where(f => f.Unit == unit) : kept;
        kept = filter.Track is { } track ? kept.Where(f => f.Track == track) : kept;
        kept = period.Quarter is { } quarter ? kept.Where(f => f.Quarter == 0 || f.Quarter == quarter) : kept;
        return await kept.Select(static f => new Figure(f.Table, f.Unit, f.Track, f.Quarter, f.Row, f.Column, f.Days, f.Count)).ToListAsync(cancellationToken);
    }

    /// <summary>From the year of the first case or the first figures kept until now, with the quarters that have begun.</summary>
    private async Task<IReadOnlyList<ReportPeriod>> PeriodsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var firstCase = await db.Cases.MinAsync(static c => (DateTimeOffset?)c.OpenedAt, cancellationToken);
        var firstKept = await db.StatisticsFigures.MinAsync(static f => (DateOnly?)f.TakenOn, cancellationToken);
        var first = Math.Min(firstCase is { } at ? NorwegianTime.DateOf(at).Year : today.Year, firstKept?.Year ?? today.Year);
        return
        [
            .. Enumerable.Range(first, today.Year - first + 1).Reverse().SelectMany(year => Enumerable.Range(1, 4).Reverse().Select(quarter => new ReportPeriod(year, quarter))
                .Where(p => p.FromOn <= today).Prepend(new ReportPeriod(year, null))),
        ];
    }

    private async Task<IReadOnlyList<string>> UnitsAsync(CurrentUser user, CancellationToken cancellationToken) =>
        CaseBonds.UnitsOf(user) ?? await users.ServicesWithAsync([Roles.CaseManager], cancellationToken);
}

/// <summary>The cases that may be counted for a user: those of the own units and those that no unit has taken; for those who work with all units, all. Those of strictly protected persons never (P-20).</summary>
internal sealed class StatisticsCases
{
    public IQueryable<IpCase> Of(IpDbContext db, CurrentUser user, StatisticsFilter filter)
    {
        var counted = All(db);
        if (CaseBonds.UnitsOf(user) is { } units)
        {
            counted = counted.Where(c => c.Unit == null || units.Contains(c.Unit));
        }

        counted = filter.Unit is { } unit ? counted.Where(c => c.Unit == unit) : counted;
        return filter.Track is { } track ? counted.Where(c => c.Track == track) : counted;
    }

    public IQueryable<IpCase> All(IpDbContext db)
    {
        var protectedPersons = CaseBonds.ProtectedIn(db);
        return db.Cases.AsNoTracking().Where(c => !protectedPersons.Contains(c.PersonId));
    }
}

/// <summary>The reports of domain §5.2.</summary>
internal sealed class ReportList(IEnumerable<Report> reports)
{
    public IReadOnlyList<Report> All { get; } = [.. reports];

    public Report? Find(string slug) => All.FirstOrDefault(r => r.Slug == slug);
}
