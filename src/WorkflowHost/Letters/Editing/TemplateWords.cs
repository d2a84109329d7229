using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Letters.Editing;

/// <summary>What people call the fixed parts, and what a letter must say on some track.</summary>
internal static class TemplateWords
{
    public static LocalizedText Part(string part) => part switch
    {
        "part-appeal" => new("Slik klager en", "Slik klagar ein", "How to appeal"),
        "part-reasons" => new("Begrunnelse", "Grunngiving", "Reasons"),
        "part-signature" => new("Hilsen og navn", "Helsing og namn", "Greeting and names"),
        _ => new("Avsnitt", "Avsnitt", "Part"),
    };

    public static IReadOnlyList<LetterElement> Demands(string key, RuleBook law) =>
        [.. law.InForce.SelectMany(set => set.Tracks.Values.SelectMany(track => LetterContent.Of(key, set, track).Required)).Distinct()];
}
