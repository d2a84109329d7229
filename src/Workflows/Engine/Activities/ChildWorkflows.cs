using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>What the two ways to start another workflow have in common.</summary>
internal static class ChildWorkflows
{
    public static WorkflowDefinition Find(ActivityContext c, string definitionId) =>
        c.Run.Surroundings.FindDefinition(definitionId, null)
        ?? throw new ActivityFaultException($"No published version of workflow definition with ID {definitionId} found.");

    public static JsonObject Input(ActivityContext c)
    {
        var input = ExpressionValues.Unwrap(c.GetInput("input"))?.DeepClone() as JsonObject ?? [];
        input["ParentInstanceId"] = c.InstanceId;

        return input;
    }

    public static IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        node.FindInput("workflowDefinitionId") is null ? [new("feltet «Arbeidsflyt» er tomt. Velg hvilken arbeidsflyt som skal startes.", "feltet «Arbeidsflyt» er tomt. Vel kva arbeidsflyt som skal startast.", "it does not say which workflow to start. Choose one.")] : [];
}
