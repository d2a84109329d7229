using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A workflow as a table: all that the drawing says, to be read aloud, with the keyboard, on a telephone or on paper.</summary>
internal static class FlowTablePages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage("/workflows/{definitionId}/table", Policies.ReadFlows, ShowAsync);

    /// <summary>Where a workflow is shown as a table.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="version">Which version; null for the one that runs.</param>
    /// <param name="activityId">The step to go to; null for the top.</param>
    public static string Address(string definitionId, int? version = null, string? activityId = null) =>
        $"/workflows/{Uri.EscapeDataString(definitionId)}/table{(version is { } number ? $"?version={number}" : "")}{(activityId is null ? "" : "#" + Uri.EscapeDataString(Anchor(activityId)))}";

    /// <summary>The name that a step is linked to by, whatever its number becomes.</summary>
    public static string Anchor(string activityId) => "activity-" + activityId;

    private static async Task<IResult> ShowAsync(string definitionId, string? version, ReadFlowTable read, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(version) && !int.TryParse(version, out _))
        {
            return Refusal.NotFound().ToResult();
        }

        return await read.RunAsync(definitionId, int.TryParse(version, out var number) ? number : null, cancellationToken) is { } flow
            ? Page.Showing<FlowTablePage>(flow)
            : Refusal.NotFound().ToResult();
    }
}
