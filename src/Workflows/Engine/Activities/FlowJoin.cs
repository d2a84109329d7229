using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Brings branches together: all of them, all that are still active, or the first one.</summary>
internal sealed class FlowJoin : Activity
{
    public const string WaitAny = "WaitAny";

    public const string WaitAll = "WaitAll";

    public const string WaitAllActive = "WaitAllActive";

    public override string Type => "Elsa.FlowJoin";

    /// <summary>The flowchart has done the joining; what still stands before the join is called off, whatever the mode.</summary>
    public override void Execute(ActivityContext c)
    {
        if (c.Execution.Owner is { Activity: Flowchart } flowchart)
        {
            Flowchart.CancelBefore(new ActivityContext(c.Run, flowchart), c.Node);
        }

        c.Complete();
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        node.LiteralText("mode") is { } mode && !IsMode(mode) ? [new($"feltet «Hva det ventes på» har verdien «{mode}», som ikke finnes. Velg på nytt.", $"feltet «Kva det blir venta på» har verdien «{mode}», som ikkje finst. Vel på nytt.", $"“{mode}” is no join mode. Choose WaitAll, WaitAllActive or WaitAny.")] : [];

    /// <summary>How an activity waits for the connections that lead to it; one that is no join waits for those that are still active.</summary>
    public static string ModeOf(ActivityContext flowchart, ActivityNode activity)
    {
        if (activity.Type != "Elsa.FlowJoin")
        {
            return WaitAllActive;
        }

        if (activity.FindInput("mode") is not { } input)
        {
            return WaitAny;
        }

        var value = input.Expression.Type == "Literal" ? input.Expression.Value : flowchart.Run.Evaluate(flowchart.Execution, input.Expression);
        var mode = ExpressionValues.ToText(value);

        return mode switch
        {
            null or "" or "2" => WaitAny,
            "0" => WaitAll,
            "1" => WaitAllActive,
            _ when IsMode(mode) => mode,
            _ => throw new ActivityFaultException($"Join '{activity.DisplayName}' has no mode '{mode}'."),
        };
    }

    private static bool IsMode(string mode) => mode is WaitAny or WaitAll or WaitAllActive;
}
