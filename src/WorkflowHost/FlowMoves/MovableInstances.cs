using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>Instances that run, or stand still on an error, on one version of a flow: those that the leader may know of.</summary>
internal sealed class MovableInstances(InstanceAccess access)
{
    /// <summary>As a query, oldest first.</summary>
    public IQueryable<WorkflowInstance> Of(CurrentUser user, string definitionId, int version) => Of(user, definitionId).Where(i => i.DefinitionVersion == version).OrderBy(static i => i.Id);

    /// <summary>How many go on in each version, among those that the leader may know of.</summary>
    public Task<Dictionary<int, int>> CountAsync(CurrentUser user, string definitionId, CancellationToken cancellationToken) => Of(user, definitionId)
        .GroupBy(static i => i.DefinitionVersion).Select(static g => new { g.Key, Count = g.Count() })
        .ToDictionaryAsync(static g => g.Key, static g => g.Count, cancellationToken);

    private IQueryable<WorkflowInstance> Of(CurrentUser user, string definitionId) => access.VisibleTo(user)
        .Where(i => i.DefinitionId == definitionId && (i.Status == WorkflowStatus.Running || i.SubStatus == WorkflowSubStatus.Faulted));
}
