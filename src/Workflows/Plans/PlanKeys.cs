using System.Globalization;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Keys of the items of a plan, such as <c>m3</c> for a goal. A key stands for the same item through all versions and is not given again, so that an evaluation or progress never comes to point at something else.</summary>
public static class PlanKeys
{
    /// <summary>First letter of the keys of goals (mål).</summary>
    public const string Goal = "m";

    /// <summary>First letter of the keys of resources.</summary>
    public const string Resource = "r";

    /// <summary>First letter of the keys of needs (behov).</summary>
    public const string Need = "b";

    /// <summary>First letter of the keys of contributions.</summary>
    public const string Contribution = "d";

    /// <summary>First letter of the keys of measures (tiltak).</summary>
    public const string Measure = "t";

    /// <summary>First letter of the keys of cooperation needs.</summary>
    public const string CooperationNeed = "j";

    /// <summary>A key that no item of the content has or has had.</summary>
    /// <param name="content">The content that the item is to be added to.</param>
    /// <param name="prefix">First letter, by kind of item.</param>
    public static string Next(PlanContent content, string prefix) =>
        prefix + (Math.Max(content.KeysUsedUpTo, Highest(Of(content), prefix)) + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The content with a key on every item: what has none, or one that another item of its list has too, gets a new one.</summary>
    /// <param name="content">What is to be kept.</param>
    /// <param name="before">What was kept until now; the keys of its items that are gone are not given again.</param>
    public static PlanContent Fill(PlanContent content, PlanContent before)
    {
        var gone = Of(before).Except(Of(content), StringComparer.Ordinal).Select(NumberOf);
        var usedUpTo = gone.Append(content.KeysUsedUpTo).Append(before.KeysUsedUpTo).Max();
        var filled = content with { KeysUsedUpTo = usedUpTo };
        return filled with
        {
            Goals = Fill(filled, content.Goals, Goal, static goal => goal.Key, static (goal, key) => goal with { Key = key }),
            Resources = Fill(filled, content.Resources, Resource, static item => item.Key, static (item, key) => item with { Key = key }),
            Needs = Fill(filled, content.Needs, Need, static item => item.Key, static (item, key) => item with { Key = key }),
            Contributions = Fill(filled, content.Contributions, Contribution, static part => part.Key, static (part, key) => part with { Key = key }),
            Measures = Fill(filled, content.Measures, Measure, static measure => measure.Key, static (measure, key) => measure with { Key = key }),
            CooperationNeeds = Fill(filled, content.CooperationNeeds, CooperationNeed, static item => item.Key, static (item, key) => item with { Key = key }),
        };
    }

    private static IReadOnlyList<T> Fill<T>(PlanContent content, IReadOnlyList<T> items, string prefix, Func<T, string> keyOf, Func<T, string, T> withKey)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isWhole = items.All(item => keyOf(item).Length > 0 && seen.Add(keyOf(item)));
        if (isWhole)
        {
            return items;
        }

        var number = Math.Max(content.KeysUsedUpTo, Highest(Of(content), prefix));
        seen.Clear();
        return
        [
            .. items.Select(item => keyOf(item).Length > 0 && seen.Add(keyOf(item))
                ? item
                : withKey(item, prefix + (++number).ToString(CultureInfo.InvariantCulture))),
        ];
    }

    private static IEnumerable<string> Of(PlanContent content) =>
        content.Goals.Select(goal => goal.Key)
            .Concat(content.Resources.Concat(content.Needs).Concat(content.CooperationNeeds).Select(item => item.Key))
            .Concat(content.Contributions.Select(part => part.Key))
            .Concat(content.Measures.Select(measure => measure.Key));

    private static int Highest(IEnumerable<string> keys, string prefix) =>
        keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(NumberOf).DefaultIfEmpty().Max();

    private static int NumberOf(string key) =>
        key.Length > 1 && int.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
