using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Checks of times that a drawing states literally.</summary>
internal static class TimeChecks
{
    public static IEnumerable<string> Span(ActivityNode node, string input) =>
        Check(() => TimeValues.ToSpan(node.LiteralText(input), DateTimeOffset.UnixEpoch));

    public static IEnumerable<string> Instant(ActivityNode node, string input) => Check(() => TimeValues.ToInstant(node.LiteralText(input)));

    public static IEnumerable<string> Check(Action read)
    {
        try
        {
            read();

            return [];
        }
        catch (FormatException e)
        {
            return [e.Message];
        }
    }
}
