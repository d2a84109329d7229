using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.Workflows.Activities;

/// <summary>The words that drawings may use: what a literal input is checked against at publish.</summary>
internal sealed class Vocabulary(RuleBook rules, FormCatalogue forms)
{
    public RuleBook Rules { get; } = rules;

    public FormCatalogue Forms { get; } = forms;

    private static IReadOnlyList<string> ReasonCodes { get; } = [.. Enum.GetNames<NoPlanReasonCode>().SelectMany(name => new[] { name[..3], name })];

    /// <summary>The words of a kind; null when the kind takes any text.</summary>
    public IReadOnlyCollection<string>? Words(InputKind kind) => kind switch
    {
        InputKind.Role => Roles.All,
        InputKind.Form => [.. Forms.Forms.Select(form => form.Key)],
        InputKind.Deadline => [.. Rules.Sets.SelectMany(set => set.Deadlines.Keys).Distinct()],
        InputKind.Template => [.. LetterTemplateKey.All, SendLetter.DecisionNotice],
        InputKind.CaseEvent => CaseEvents.Names,
        InputKind.CaseState => Enum.GetNames<CaseState>(),
        InputKind.NoPlanReasons => ReasonCodes,
        _ => null,
    };
}
