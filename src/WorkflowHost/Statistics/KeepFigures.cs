using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>
/// Keeps the figures of each day, soon after it is over. Of a quarter that runs the latest day is kept, and so of one that is over its last: figures of last year stay as they
/// were when cases are disposed of.
/// </summary>
internal sealed class KeepFigures(IDbContextFactory<IpDbContext> contexts, StatisticsCases cases, ReportList reports, WorkWriter writer, Ids ids, IOptions<StatisticsOptions> options, TimeProvider clock)
    : RecurringJob
{
    public override string Key => "statistics";

    public override LocalizedText Name => new("Statistikk", "Statistikk", "Statistics");

    public override LocalizedText Purpose => new(
        "Tar vare på dagens tall hver natt.", "Tek vare på tala for dagen kvar natt.", "Keeps the figures of the day every night.");

    /// <summary>Looks each hour whether the day before is kept, so that it is done soon after midnight in Norway and after a standstill.</summary>
    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override async Task<int> RunAsync(CancellationToken cancellationToken) => options.Value.KeepsFigures ? await KeepAsync(cancellationToken) : 0;

    /// <summary>Keeps what is not kept yet, up to the day before.</summary>
    /// <returns>How many figures were kept; 0 when the day is kept already.</returns>
    public async Task<int> KeepAsync(CancellationToken cancellationToken)
    {
        var yesterday = NorwegianTime.DateOf(clock.GetUtcNow()).AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lastKeptOn = await db.StatisticsFigures.MaxAsync(static f => (DateOnly?)f.TakenOn, cancellationToken);
        var count = 0;
        foreach (var day in DaysToKeep(lastKeptOn, yesterday))
        {
            count += await KeepAsync(db, day, cancellationToken);
        }

        return count;
    }

    /// <summary>The day before, and the ends of quarters that passed while nothing ran: as nothing ran, nothing has changed since.</summary>
    internal static IReadOnlyList<DateOnly> DaysToKeep(DateOnly? lastKeptOn, DateOnly yesterday)
    {
        if (lastKeptOn >= yesterday)
        {
            return [];
        }

        var days = new List<DateOnly>();
        for (var end = lastKeptOn is { } last ? ReportPeriod.QuarterOf(last).ToOn : yesterday; end < yesterday; end = ReportPeriod.QuarterOf(end.AddDays(1)).ToOn)
        {
            if (end > lastKeptOn)
            {
                days.Add(end);
            }
        }

        return [.. days, yesterday];
    }

    private async Task<int> KeepAsync(IpDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var scope = new ReportScope(db, cases.All(db), new DateOnly(day.Year, 1, 1), day, IsNow: true);
        var figures = new List<StatisticsFigure>();
        foreach (var report in reports.All)
        {
            figures.AddRange((await report.CountAsync(scope, cancellationToken)).Select(f => RowOf(report, day, f)));
        }

        var quarterFromOn = ReportPeriod.QuarterOf(day).FromOn;
        await writer.RunAsync(
            new Operation(Actor.System, "", clock.GetUtcNow()),
            async (work, token) =>
            {
                await work.Db.StatisticsFigures.Where(f => f.TakenOn >= quarterFromOn && f.TakenOn <= day).ExecuteDeleteAsync(token);
                work.Db.AddRange(figures);
            },
            cancellationToken);
        return figures.Count;
    }

    private StatisticsFigure RowOf(Report report, DateOnly day, Figure figure) => new()
    {
        Id = ids.New(),
        TakenOn = day,
        Report = report.Number,
        Table = figure.Table,
        Unit = figure.Unit,
        Track = figure.Track,
        Quarter = figure.Quarter,
        Row = figure.Row,
        Column = figure.Column,
        Days = figure.Days,
        Count = figure.Count,
    };
}
