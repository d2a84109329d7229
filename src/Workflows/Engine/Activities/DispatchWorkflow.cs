using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Has another workflow started by the host, after this advance; may wait for its end.</summary>
internal sealed class DispatchWorkflow : Activity
{
    public override string Type => "Elsa.DispatchWorkflow";

    public override void Execute(ActivityContext c)
    {
        var id = c.GetText("workflowDefinitionId") ?? "";
        var definition = ChildWorkflows.Find(c, id);
        int? waitId = c.GetBool("waitForCompletion") ? c.OpenWait(WaitKind.Child, id) : null;
        c.Issue(new StartChild(waitId, id, definition.Version, ChildWorkflows.Input(c), c.GetText("correlationId")));

        if (waitId is null)
        {
            c.Complete();
        }
    }

    public override void Resume(ActivityContext c, Wait wait, JsonNode? payload)
    {
        c.SetOutput("Result", payload?.DeepClone());
        c.Complete();
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => ChildWorkflows.Validate(node);
}
