using System.Text.RegularExpressions;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Makes of what a form or a client sends a content that can be kept: nothing blank, and nothing that points at what is not there.</summary>
public static partial class PlanContentTidy
{
    /// <summary>The content without blank items, with trimmed texts, without keys that are none, and with goals that exist. What it says is otherwise left alone.</summary>
    /// <param name="content">As sent.</param>
    public static PlanContent Of(PlanContent content)
    {
        PlanGoal[] goals = [.. content.Goals.Where(goal => HasText(goal.Text)).Select(goal => goal with { Key = KeyOf(goal.Key), Text = goal.Text.Trim(), LifeArea = Text(goal.LifeArea) })];
        return content with
        {
            Goals = goals,
            Resources = Items(content.Resources),
            Needs = Items(content.Needs),
            CooperationNeeds = Items(content.CooperationNeeds),
            Contributions = [.. content.Contributions.Where(part => HasText(part.Text)).Select(part => part with { Key = KeyOf(part.Key), Contributor = part.Contributor.Trim(), Text = part.Text.Trim() })],
            Measures = [.. content.Measures.Where(IsWritten).Select(measure => Measure(measure, goals))],
            CoordinatorOffers = [.. content.CoordinatorOffers.Where(offer => HasText(offer.Kind)).DistinctBy(offer => offer.Kind)],
            ChildParticipation = Text(content.ChildParticipation),
            NotRelevant = content.NotRelevant.Where(point => HasText(point.Value)).OrderBy(point => point.Key, StringComparer.Ordinal).ToDictionary(point => point.Key, point => point.Value.Trim()),
            SubPlans = [.. content.SubPlans.Where(plan => HasText(plan.Kind) || HasText(plan.Reference)).Select(plan => new SubPlan(plan.Kind.Trim(), Text(plan.Reference)))],
            KeysUsedUpTo = 0,
        };
    }

    private static PlanMeasure Measure(PlanMeasure measure, PlanGoal[] goals) => measure with
    {
        Key = KeyOf(measure.Key),
        Title = measure.Title.Trim(),
        ResponsibleService = measure.ResponsibleService.Trim(),
        Extent = Text(measure.Extent),
        Implementation = Text(measure.Implementation),
        GoalKey = goals.Any(goal => goal.Key.Length > 0 && goal.Key == measure.GoalKey) ? measure.GoalKey : null,
    };

    private static PlanItem[] Items(IEnumerable<PlanItem> items) =>
        [.. items.Where(item => HasText(item.Text)).Select(item => item with { Key = KeyOf(item.Key), Text = item.Text.Trim(), LifeArea = Text(item.LifeArea) })];

    private static bool IsWritten(PlanMeasure measure) => HasText(measure.Title) || HasText(measure.Extent) || HasText(measure.Implementation);

    private static string KeyOf(string? key) => key is not null && Key().IsMatch(key) ? key : "";

    private static bool HasText(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string? Text(string? text) => HasText(text) ? text!.Trim() : null;

    [GeneratedRegex("^[a-z][1-9][0-9]{0,5}$")]
    private static partial Regex Key();
}
