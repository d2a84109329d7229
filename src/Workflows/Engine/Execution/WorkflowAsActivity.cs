using System.Globalization;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>A published workflow used as an activity: its inputs and outputs are variables around it, its root runs inside the instance.</summary>
internal sealed class WorkflowAsActivity : Activity
{
    public static readonly WorkflowAsActivity Instance = new();

    public override string Type => "Elsa.WorkflowDefinitionActivity";

    public static bool Is(ActivityNode node) => ActivityNode.Text(node.Json, "workflowDefinitionId") is { Length: > 0 };

    /// <summary>The definition that runs inside an execution; the version is pinned when the execution begins.</summary>
    public static WorkflowDefinition Inner(InstanceRun run, ActivityExecution execution)
    {
        var node = execution.Node;
        var id = ActivityNode.Text(node.Json, "workflowDefinitionId")!;
        var pinned = execution.Local?["version"]?.GetValue<int>();
        var found = run.Surroundings.FindDefinition(id, pinned ?? node.Version)
            ?? (pinned is null ? run.Surroundings.FindDefinition(id, null) : null)
            ?? throw new ActivityFaultException($"Could not find workflow definition with ID {id}.");
        var key = "inner:" + found.VersionId + ":" + found.Version.ToString(CultureInfo.InvariantCulture);

        return (WorkflowDefinition)node.Cache.GetOrAdd(key, _ => DefinitionReader.FromJson(found.Json, node, NameInside(run, execution)));
    }

    public override void Execute(ActivityContext c)
    {
        if (Depth(c.Execution) > 20)
        {
            throw new ActivityFaultException($"'{c.Node.DisplayName}' contains itself.");
        }

        var inner = Inner(c.Run, c.Execution);
        c.Local["version"] = inner.Version;
        c.Execution.Variables ??= [];

        foreach (var output in inner.Outputs)
        {
            c.Execution.Variables[output.Name] = null;
        }

        foreach (var input in inner.Inputs)
        {
            c.Execution.Variables[input.Name] = c.GetInput(ActivityContext.CamelCase(input.Name));
        }

        c.Schedule(inner.Workflow);
    }

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes)
    {
        var signalled = c.Run.CompositeOutcomes;
        c.Run.CompositeOutcomes = null;

        foreach (var output in Inner(c.Run, c.Execution).Outputs)
        {
            c.SetOutput(output.Name, c.Execution.Variables?.GetValueOrDefault(output.Name));
        }

        c.Run.Complete(c.Execution, signalled ?? OutcomeSet.Default);
    }

    private static int Depth(ActivityExecution execution) => execution.SelfAndAncestors().Count(static e => Is(e.Node));

    /// <summary>Elsa numbers the workflows inside a workflow in the order in which they stand in the drawing.</summary>
    private static string NameInside(InstanceRun run, ActivityExecution execution)
    {
        var number = 1;
        Count(run, run.Definition.Root, execution.Node.NodeId, ref number, 0);

        return "Workflow" + number.ToString(CultureInfo.InvariantCulture);
    }

    private static bool Count(InstanceRun run, ActivityNode node, string wanted, ref int number, int depth)
    {
        if (Is(node))
        {
            number++;

            if (node.NodeId == wanted)
            {
                return true;
            }

            var id = ActivityNode.Text(node.Json, "workflowDefinitionId")!;

            if (depth < 20 && (run.Surroundings.FindDefinition(id, node.Version) ?? run.Surroundings.FindDefinition(id, null)) is { } inner)
            {
                var name = "Workflow" + number.ToString(CultureInfo.InvariantCulture);

                if (Count(run, DefinitionReader.FromJson(inner.Json, node, name).Root, wanted, ref number, depth + 1))
                {
                    return true;
                }
            }
        }

        foreach (var child in node.Children)
        {
            if (Count(run, child, wanted, ref number, depth))
            {
                return true;
            }
        }

        return false;
    }
}
