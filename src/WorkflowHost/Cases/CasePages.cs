using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>The pages of a case that tell about the case itself. Those of its deadlines, letters, plan and so on lie beside those subjects.</summary>
internal static class CasePages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage("/cases/{id:guid}", Policies.ReadCase, OverviewAsync);

    private static Task<IResult> OverviewAsync(Guid id, OpenCasePage page, ReadCaseOverview read, HttpContext context) =>
        page.ShowAsync(context, id, "case", async (opened, token) => Page.Showing<CaseOverviewPage>(await read.RunAsync(opened, token)));
}
