using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Plans;

/// <summary>A content point that is missing.</summary>
/// <param name="Point">Letter of the point, or <c>child</c> for child participation.</param>
/// <param name="IsHard">True when the plan cannot be approved without it; false is a warning (L-79).</param>
public sealed record ContentGap(string Point, bool IsHard);

/// <summary>Compares a plan with the content points of the rule set (L-77, L-79).</summary>
public static class PlanCompleteness
{
    /// <summary>The point that stands for child participation.</summary>
    public const string ChildPoint = "child";

    /// <summary>The points that are missing, in the order of the regulation; empty when the plan is complete.</summary>
    /// <param name="content">What is written.</param>
    /// <param name="facts">What is recorded elsewhere.</param>
    /// <param name="ruleSet">The rules: which points, and which are hard.</param>
    /// <param name="age">The person's age in whole years.</param>
    public static IReadOnlyList<ContentGap> Check(PlanContent content, PlanFacts facts, RuleSet ruleSet, int age)
    {
        var gaps = new List<ContentGap>();
        foreach (var point in ruleSet.ContentPoints)
        {
            var letter = point.Letter.ToString();
            var isExcused = !point.IsHardRequirement && content.NotRelevant.TryGetValue(letter, out var because) && !string.IsNullOrWhiteSpace(because);
            if (!isExcused && !IsFilled(point.Letter, content, facts))
            {
                gaps.Add(new ContentGap(letter, point.IsHardRequirement));
            }
        }

        if (age < ruleSet.ChildParticipationBelowAge && string.IsNullOrWhiteSpace(content.ChildParticipation))
        {
            gaps.Add(new ContentGap(ChildPoint, IsHard: true));
        }

        return gaps;
    }

    /// <summary>The letters that are filled in, whatever the rule set demands.</summary>
    public static IReadOnlyList<string> Filled(PlanContent content, PlanFacts facts) =>
        [.. "abcdefghij".Where(letter => IsFilled(letter, content, facts)).Select(letter => letter.ToString())];

    private static bool IsFilled(char letter, PlanContent content, PlanFacts facts) => letter switch
    {
        'a' => content.Goals.Count > 0 && (content.Resources.Count > 0 || content.Needs.Count > 0),
        'b' => facts.Participants.Count > 0,
        'c' => facts is { ResponsibleService: not null, CoordinatorPeriodId: not null },
        'd' => content.Contributions.Count > 0,
        'e' => content.Measures.Count > 0 && content.Measures.All(measure => !string.IsNullOrWhiteSpace(measure.Extent)),
        'f' => content.Measures.Count > 0 && content.Measures.All(measure => !string.IsNullOrWhiteSpace(measure.Implementation)),
        'g' => content.CoordinatorOffers.Count > 0,
        'h' => content.Period is not null,
        'i' => facts.Consents.Any(consent => consent.Type == ConsentType.Plan),
        'j' => content.CooperationNeeds.Count > 0,
        _ => true,
    };
}

/// <summary>The older list of nine points a)–i), for historic and imported plans (L-78).</summary>
public static class OldContentPoints
{
    /// <summary>The letter of today's list for a letter of the old one; null for a letter that the old list did not have.</summary>
    public static char? ToCurrent(char old) => old switch
    {
        >= 'a' and <= 'f' => old,
        >= 'g' and <= 'i' => (char)(old + 1),
        _ => null,
    };
}
