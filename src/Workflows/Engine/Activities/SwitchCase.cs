using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>A case of a switch: a label and the condition under which it holds.</summary>
internal sealed record SwitchCase(string Label, Expression Condition, JsonObject Json)
{
    public static IReadOnlyList<SwitchCase> Of(ActivityNode node) =>
        (IReadOnlyList<SwitchCase>)node.Cache.GetOrAdd("cases", static (_, n) => Read(n), node);

    /// <summary>The cases that hold: in the mode MatchFirst only the first one, though all are evaluated, as in Elsa.</summary>
    public static IReadOnlyList<SwitchCase> FindMatching(ActivityContext c)
    {
        var matching = new List<SwitchCase>();

        foreach (var candidate in Of(c.Node))
        {
            try
            {
                if (ExpressionValues.ToBool(c.Run.Evaluate(c.Execution, candidate.Condition)))
                {
                    matching.Add(candidate);
                }
            }
            catch (Exception e) when (e is FormatException or ScriptFaultException or ScriptSyntaxException)
            {
                throw new ActivityFaultException($"Failed to evaluate case '{candidate.Label}': {e.Message}", e);
            }
        }

        return c.GetText("mode") is "MatchAny" or "1" || matching.Count < 2 ? matching : [matching[0]];
    }

    public static IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        Of(node).GroupBy(static c => c.Label, StringComparer.Ordinal)
            .Where(static g => g.Count() > 1)
            .Select(static g => new LocalizedText($"to valg heter «{g.Key}». Gi det ene et annet navn.", $"to val heiter «{g.Key}». Gje det eine eit anna namn.", $"two cases are called “{g.Key}”. Rename one of them."));

    private static List<SwitchCase> Read(ActivityNode node)
    {
        var cases = ExpressionValues.Unwrap(node.FindInput("cases")?.Expression.Value ?? node.Json["cases"]) as JsonArray;

        return [.. (cases ?? []).OfType<JsonObject>().Select(static json => new SwitchCase(
            ActivityNode.Text(json, "label") ?? "",
            json["condition"] is JsonObject condition ? Expression.Read(condition) : new Expression("Literal", json["condition"]),
            json))];
    }
}
