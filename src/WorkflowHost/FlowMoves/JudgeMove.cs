using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>Whether one instance can follow another version, and what that would mean. The preview and the move itself ask here, so that they say the same.</summary>
internal sealed class JudgeMove(DefinitionCatalogue catalogue, WorkflowEngine engine)
{
    /// <summary>Looks; changes nothing.</summary>
    /// <returns>The plan, and node ids of what has completed.</returns>
    public async Task<(MigrationPlan Plan, IReadOnlySet<string> Done)> RunAsync(IpDbContext db, WorkflowInstance row, WorkflowDefinition to, CancellationToken cancellationToken)
    {
        var from = catalogue.Require(row.DefinitionId, row.DefinitionVersion);
        var done = (await InstanceHistory.ReadAsync(db, row, from, cancellationToken)).Done;
        return (engine.PlanMigration(from, to, WorkflowStateJson.Read(row.State), done), done);
    }
}
