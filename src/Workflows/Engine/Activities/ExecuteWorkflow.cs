using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Starts another workflow and runs it at once as far as it goes; may wait for its end.</summary>
internal sealed class ExecuteWorkflow : Activity
{
    private const int MaxDepth = 20;

    public override string Type => "Elsa.ExecuteWorkflow";

    public override void Execute(ActivityContext c)
    {
        var id = c.GetText("workflowDefinitionId") ?? "";
        var definition = ChildWorkflows.Find(c, id);
        var input = ChildWorkflows.Input(c);
        var correlationId = c.GetText("correlationId");
        var instanceId = c.Run.Surroundings.NextInstanceId?.Invoke();
        var begun = Begin(c, definition, input, correlationId, instanceId);
        var isWaitedFor = c.GetBool("waitForCompletion") && begun.State.Status != WorkflowStatus.Finished;
        int? waitId = isWaitedFor ? c.OpenWait(WaitKind.Child, id) : null;
        c.Issue(new StartChild(waitId, id, definition.Version, input, correlationId) { Begun = begun, InstanceId = instanceId });

        if (!isWaitedFor)
        {
            c.SetOutput("Result", new JsonObject
            {
                ["WorkflowInstanceId"] = instanceId,
                ["Status"] = begun.State.Status.ToString(),
                ["SubStatus"] = begun.State.SubStatus.ToString(),
                ["Output"] = begun.State.Output,
            });
            c.Complete();
        }
    }

    public override void Resume(ActivityContext c, Wait wait, JsonNode? payload)
    {
        c.SetOutput("Result", payload?.DeepClone());
        c.Complete();
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) => ChildWorkflows.Validate(node);

    private static AdvanceResult Begin(ActivityContext c, WorkflowDefinition definition, JsonObject input, string? correlationId, string? instanceId)
    {
        if (c.Run.Surroundings.Depth >= MaxDepth)
        {
            throw new ActivityFaultException($"Workflow '{definition.Name}' starts itself again and again.");
        }

        var surroundings = c.Run.Surroundings with { InstanceId = instanceId, Faults = [], Depth = c.Run.Surroundings.Depth + 1 };

        return c.Run.Engine.Advance(definition, null, new Stimulus.Start(input, correlationId), surroundings);
    }
}
