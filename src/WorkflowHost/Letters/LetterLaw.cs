using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>What letters say by the law of a track: what the case is about, the statutes, who hears appeals, and how long one has.</summary>
internal static class LetterLaw
{
    public static void Add(JsonObject data, RuleSet rules, TrackRules track, string language)
    {
        data["appealBody"] = rules.Bodies[track.AppealBody].In(language);
        data["appealWeeks"] = Number(rules.Deadline(track.AppealDeadline).Amount ?? 0).In(language);
        data["legalBasis"] = List(track.LegalReferences.Select(key => rules.LegalReferences[key].In(language)), language);
        data["dismissalLaw"] = List(DismissalLaw(rules, track).Select(key => rules.LegalReferences[key].In(language)), language);
        data["right"] = Right(track).In(language);
        data["isPlan"] = track.GivesPlan;
        data["isIndividualDecision"] = track.DecisionForm != DecisionForm.WrittenAnswer;
    }

    /// <summary>Parts of a sentence: «a, b og c».</summary>
    public static string List(IEnumerable<string> parts, string language)
    {
        var all = parts.Distinct(StringComparer.Ordinal).ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {(language == "en" ? "and" : "og")} {all[^1]}";
    }

    /// <summary>Appeals are dismissed under the same statutes as those that set their conditions and time limits.</summary>
    private static IEnumerable<string> DismissalLaw(RuleSet rules, TrackRules track) =>
        [.. rules.Deadline(track.AppealDeadline).LegalReferences, .. track.DecisionForm == DecisionForm.WrittenAnswer ? ["PBRL-7-3"] : (string[])["FVL-31", "FVL-32", "FVL-33"]];

    private static LocalizedText Right(TrackRules track) => track.Key switch
    {
        "COORD" => new("koordinator", "koordinator", "a coordinator"),
        "CHILD-COORD" => new("barnekoordinator", "barnekoordinator", "a child coordinator"),
        "INTEGRATION" => new("integreringsplan", "integreringsplan", "an integration plan"),
        "ACTIVITY" => new("aktivitetsplan", "aktivitetsplan", "an activity plan"),
        _ => new("individuell plan", "individuell plan", "an individual plan"),
    };

    private static LocalizedText Number(int weeks) => weeks switch
    {
        2 => new("to", "to", "two"),
        3 => new("tre", "tre", "three"),
        4 => new("fire", "fire", "four"),
        5 => new("fem", "fem", "five"),
        6 => new("seks", "seks", "six"),
        _ => throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "Letters do not know this number in words."),
    };
}
