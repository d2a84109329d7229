using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>The pages of what has happened in a case, and of who has looked at it.</summary>
internal static class CaseHistoryPages
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/cases/{id:guid}/history", Policies.ReadHistory, HistoryAsync);
        routes.MapPage("/cases/{id:guid}/access-log", Policies.ReadAccessLog, AccessLogAsync);
    }

    private static Task<IResult> HistoryAsync(Guid id, [FromQuery] string? kind, [FromQuery] string? page, OpenCasePage open, ReadCaseHistory read, HttpContext context) =>
        open.ShowWholeAsync(context, id, "history", async (opened, token) => Page.Showing<CaseHistoryPage>(
            await read.RunAsync(opened, Enum.TryParse<HistoryKind>(kind, ignoreCase: true, out var one) && !char.IsAsciiDigit(kind[0]) ? one : null, Asked(page), token)));

    private static Task<IResult> AccessLogAsync(Guid id, [FromQuery] string? page, OpenCasePage open, ReadAccessLog read, HttpContext context) =>
        open.ShowWholeAsync(context, id, CaseAccess.AccessLog, async (opened, token) => Page.Showing<AccessLogPage>(await read.RunAsync(opened, Asked(page), token)));

    private static PageRequest Asked(string? page) => new(int.TryParse(page, out var number) && number is > 0 and < 1_000_000 ? number : 1, PageSize);
}
