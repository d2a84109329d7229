using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>"Statistikk": the reports, each with chart, table and file.</summary>
internal static class StatisticsPages
{
    public const string Address = "/statistics";

    private const string Kostra = Address + "/kostra/file";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Address, Policies.ReadStatistics, List);
        routes.MapPage(Address + "/{report}", Policies.ReadStatistics, ShowAsync);
        routes.MapPage(Address + "/{report}/csv", Policies.ReadStatistics, FileAsync);
        routes.MapPage(Kostra, Policies.ExportKostra, KostraAsync);
    }

    public static string AddressOf(Report report, StatisticsFilter filter) => filter.To($"{Address}/{report.Slug}");

    public static string FileOf(Report report, StatisticsFilter filter) => filter.To($"{Address}/{report.Slug}/csv");

    public static string KostraOf(StatisticsFilter filter) => filter.To(Kostra);

    private static RazorComponentResult<StatisticsListPage> List(ReportList reports) => Page.Showing<StatisticsListPage>(reports);

    private static async Task<IResult> ShowAsync(string report, HttpRequest request, ReportList reports, ReadStatistics read, CurrentUser user, CancellationToken cancellationToken) =>
        reports.Find(report) is { } wanted
            ? Page.Showing<ReportPage>(await read.RunAsync(user, wanted, StatisticsFilter.Read(request, new FieldErrors()), cancellationToken))
            : Refusal.NotFound().ToResult();

    /// <summary>The report as a file without small numbers. That it was taken out is logged (P-12).</summary>
    private static async Task<IResult> FileAsync(
        string report, HttpRequest request, ReportList reports, ReadStatistics read, CaseAccess access, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (reports.Find(report) is not { } wanted)
        {
            return Refusal.NotFound().ToResult();
        }

        var view = await read.RunAsync(user, wanted, StatisticsFilter.Read(request, new FieldErrors()), cancellationToken);
        await access.LogSearchAsync(user, "statistics-" + wanted.Slug, reason, view.Tables.Sum(static t => t.Rows.Count), cancellationToken);
        return Results.File(ReportCsv.Write(view, RequestLanguage.Of(request)), Csv.ContentType, $"{wanted.Number}-{view.Period}.csv");
    }

    private static async Task<IResult> KostraAsync(HttpRequest request, KostraFile file, CaseAccess access, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var (content, lines) = await file.WriteAsync(user, StatisticsFilter.Read(request, new FieldErrors()), cancellationToken);
        await access.LogSearchAsync(user, "export-kostra", reason, lines, cancellationToken);
        return Results.File(content, Csv.ContentType, "kostra-11f.csv");
    }
}
