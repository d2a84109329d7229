using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>"Frister og avvik": where people fall out, and the way to where something is done about it. Nothing is changed here.</summary>
internal static class OfficePages
{
    public const string Address = "/office";

    /// <summary>Rows on a page of one block.</summary>
    public const int PageSize = 25;

    /// <summary>Most rows in a file.</summary>
    public const int MaxRowsOfFile = 10_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Address, Policies.ReadOffice, ShowAsync);
        routes.MapPage(Address + "/{block}", Policies.ReadOffice, BlockAsync);
        routes.MapPage(Address + "/{block}/csv", Policies.ReadOffice, FileAsync);
    }

    public static string AddressOf(OfficeBlock block, OfficeFilter filter) => filter.To($"{Address}/{block.Slug()}");

    public static string FileOf(OfficeBlock block, OfficeFilter filter) => filter.To($"{Address}/{block.Slug()}/csv");

    /// <summary>A colleague's open tasks in the work list.</summary>
    public static string TasksOf(string userId) => "/tasks?scope=all&assignee=" + Uri.EscapeDataString(userId);

    private static async Task<RazorComponentResult<OfficePage>> ShowAsync(HttpRequest request, OpenOffice open, CurrentUser user, CancellationToken cancellationToken) =>
        Page.Showing<OfficePage>(await open.RunAsync(user, OfficeFilter.Read(request, new FieldErrors()), cancellationToken));

    private static async Task<IResult> BlockAsync(string block, HttpRequest request, OpenOffice open, CurrentUser user, CancellationToken cancellationToken)
    {
        if (OfficeBlocks.Find(block) is not { } wanted)
        {
            return Refusal.NotFound().ToResult();
        }

        if (!OfficeBlocks.Of(user).Contains(wanted))
        {
            return Refusal.Forbidden().ToResult();
        }

        var filter = OfficeFilter.Read(request, new FieldErrors());
        var page = PageRequest.Read(request, new FieldErrors()) with { Size = PageSize };
        return Page.Showing<OfficeBlockPage>(new OfficeBlockView(filter, await open.ListAsync(user, wanted, filter, page, cancellationToken), page));
    }

    /// <summary>The list as a file without names. That it was taken out is logged (P-12).</summary>
    private static async Task<IResult> FileAsync(
        string block, HttpRequest request, OpenOffice open, CaseAccess access, TaskTitles titles, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (OfficeBlocks.Find(block) is not { } wanted)
        {
            return Refusal.NotFound().ToResult();
        }

        if (!OfficeBlocks.Of(user).Contains(wanted))
        {
            return Refusal.Forbidden().ToResult();
        }

        var language = RequestLanguage.Of(request);
        var list = await open.ListAsync(user, wanted, OfficeFilter.Read(request, new FieldErrors()), new PageRequest(1, MaxRowsOfFile), cancellationToken);
        await access.LogSearchAsync(user, "export-" + wanted.Slug(), reason, Math.Min(list.Total, MaxRowsOfFile), cancellationToken);
        return Results.File(OfficeCsv.Write(list, titles, language), "text/csv; charset=utf-8", $"{OfficeWords.FileName(wanted).In(language)}-{list.Today:yyyy-MM-dd}.csv");
    }
}
