using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Keeps a plan's document within bounds: how many items, how long each text.</summary>
internal static class PlanContentLimits
{
    internal const int MostItems = 200;

    internal static void Demand(PlanContent content)
    {
        Count(content.Goals.Count, content.Resources.Count, content.Needs.Count, content.Contributions.Count, content.Measures.Count, content.CooperationNeeds.Count);
        foreach (var text in Texts(content))
        {
            TextLimits.Bound(text, TextLimits.Text, nameof(content));
        }

        TextLimits.Bound(content.ChildParticipation, TextLimits.LongText, nameof(content));
    }

    /// <summary>Characters of all texts together.</summary>
    internal static int Characters(PlanContent content) => Texts(content).Append(content.ChildParticipation).Sum(text => text?.Length ?? 0);

    private static IEnumerable<string?> Texts(PlanContent content) =>
        content.Goals.Select(goal => goal.Text)
            .Concat(content.Resources.Concat(content.Needs).Concat(content.CooperationNeeds).Select(item => item.Text))
            .Concat(content.Contributions.Select(contribution => contribution.Text))
            .Concat(content.Measures.SelectMany(measure => new string?[] { measure.Title, measure.Extent, measure.Implementation }))
            .Concat(content.NotRelevant.Values);

    private static void Count(params ReadOnlySpan<int> counts)
    {
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostItems);
        }
    }
}
