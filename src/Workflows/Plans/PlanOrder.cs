namespace IndividualPlan.Workflows.Plans;

/// <summary>Puts the items of a plan in the order that the person wants. Lists are looked up by key; a key that is not there changes nothing.</summary>
public static class PlanOrder
{
    /// <summary>The content with one goal, measure or other item moved one place; the first cannot move up, nor the last down. A measure moves among those of its goal, as people see them.</summary>
    /// <param name="content">The content.</param>
    /// <param name="key">Key of the item.</param>
    /// <param name="isUp">True towards the beginning.</param>
    public static PlanContent Move(PlanContent content, string key, bool isUp) => content with
    {
        Goals = Move(content.Goals, goal => goal.Key == key, isUp),
        Resources = Move(content.Resources, item => item.Key == key, isUp),
        Needs = Move(content.Needs, item => item.Key == key, isUp),
        Contributions = Move(content.Contributions, part => part.Key == key, isUp),
        Measures = Move(content.Measures, measure => measure.Key == key, isUp, static (one, other) => one.GoalKey == other.GoalKey),
        CooperationNeeds = Move(content.CooperationNeeds, item => item.Key == key, isUp),
    };

    /// <summary>The content without an item. Measures that served a removed goal stay and serve none.</summary>
    /// <param name="content">The content.</param>
    /// <param name="key">Key of the item.</param>
    public static PlanContent Remove(PlanContent content, string key) => content with
    {
        Goals = [.. content.Goals.Where(goal => goal.Key != key)],
        Resources = [.. content.Resources.Where(item => item.Key != key)],
        Needs = [.. content.Needs.Where(item => item.Key != key)],
        Contributions = [.. content.Contributions.Where(part => part.Key != key)],
        Measures = [.. content.Measures.Where(measure => measure.Key != key).Select(measure => measure.GoalKey == key ? measure with { GoalKey = null } : measure)],
        CooperationNeeds = [.. content.CooperationNeeds.Where(item => item.Key != key)],
    };

    private static IReadOnlyList<T> Move<T>(IReadOnlyList<T> items, Func<T, bool> isIt, bool isUp, Func<T, T, bool>? standTogether = null)
    {
        var at = items.ToList().FindIndex(item => isIt(item));
        if (at < 0)
        {
            return items;
        }

        var neighbours = isUp ? Enumerable.Range(0, at).Reverse() : Enumerable.Range(at + 1, items.Count - at - 1);
        var to = neighbours.Where(other => standTogether is null || standTogether(items[at], items[other])).Cast<int?>().FirstOrDefault();
        if (to is not { } place)
        {
            return items;
        }

        var moved = items.ToArray();
        (moved[at], moved[place]) = (moved[place], moved[at]);
        return moved;
    }
}
