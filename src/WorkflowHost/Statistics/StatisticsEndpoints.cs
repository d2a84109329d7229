using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>A report that can be asked for.</summary>
internal sealed record ListedReport(string Report, string Number, string Name, string Counts);

/// <summary>A report with its figures, in the caller's language.</summary>
internal sealed record ReportFigures(string Report, string Number, string Name, string Counts, string Period, DateOnly UpToOn, bool IsKept, IReadOnlyList<TableFigures> Tables);

/// <summary>A table of a report. Where it could not be counted, it has no rows.</summary>
internal sealed record TableFigures(string Table, string Heading, IReadOnlyList<ColumnFigures> Columns, IReadOnlyList<RowFigures> Rows, int Total);

internal sealed record ColumnFigures(string Column, string Name, int Total);

internal sealed record RowFigures(string Row, string Name, IReadOnlyList<int> Counts, int Total, Duration? Days);

/// <summary>The reports, for programs of the office itself: the whole numbers. What leaves the office is the file.</summary>
internal static class StatisticsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var statistics = routes.MapGroup("/api/statistics").WithTags("Statistics").RequireAuthorization(Policies.ReadStatistics);
        statistics.MapGet("", ListReports).WithName("ListReports").WithSummary("The reports that can be asked for.");
        statistics.MapGet("/{report}", ReadAsync).WithName("ReadReport")
            .WithSummary("The figures of a report, narrowed by period (2027 or 2027-2), unit and track. Small numbers are among them; the file that leaves the office has none.");
    }

    private static Ok<IReadOnlyList<ListedReport>> ListReports(HttpRequest request, ReportList reports)
    {
        var language = RequestLanguage.Of(request);
        return TypedResults.Ok<IReadOnlyList<ListedReport>>([.. reports.All.Select(r => new ListedReport(r.Slug, r.Number, r.Name.In(language), r.Explanation.In(language)))]);
    }

    private static async Task<Results<Ok<ReportFigures>, RefusalResult>> ReadAsync(
        string report, HttpRequest request, ReportList reports, ReadStatistics read, CurrentUser user, CancellationToken cancellationToken)
    {
        if (reports.Find(report) is not { } wanted)
        {
            return Refusal.NotFound().ToResult();
        }

        var errors = new FieldErrors();
        var filter = StatisticsFilter.Read(request, errors);
        return errors.Any ? errors.ToRefusal().ToResult() : TypedResults.Ok(Of(await read.RunAsync(user, wanted, filter, cancellationToken), RequestLanguage.Of(request)));
    }

    private static ReportFigures Of(ReportView view, string language) => new(
        view.Report.Slug, view.Report.Number, view.Report.Name.In(language), view.Report.Explanation.In(language), view.Period.ToString(), view.UpToOn, view.IsKept,
        [.. view.Tables.Select(t => Of(t, view.Has(t), language))]);

    private static TableFigures Of(ReportTable table, bool isCounted, string language) => new(
        table.Shape.Key, table.Shape.Heading.In(language),
        [.. table.Shape.Columns.Select((c, index) => new ColumnFigures(c.Key, c.Name.In(language), table.TotalOf(index)))],
        isCounted ? [.. table.Rows.Select(r => new RowFigures(r.Key, r.Name.In(language), r.Counts, r.Total, r.Days))] : [], table.Total);
}
