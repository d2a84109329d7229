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

    // Long names too: reports and older drawings write them.
    private static IReadOnlyList<string> ReasonNames { get; } = Enum.GetNames<NoPlanReasonCode>();

    /// <summary>The words of a kind; null when the kind takes any text.</summary>
    public IReadOnlyCollection<string>? Words(InputKind kind) => ChoicesOf(kind) is { } choices
        ? [.. choices.Select(choice => choice.Value), .. kind == InputKind.NoPlanReasons ? ReasonNames : []]
        : null;

    /// <summary>The words of a kind with what people read; null when the kind takes any text.</summary>
    public IReadOnlyList<ChoiceInfo>? ChoicesOf(InputKind kind) => kind switch
    {
        InputKind.Role => [.. Roles.TaskHolders.Select(role => new ChoiceInfo(role, RoleNames.Of(role)))],
        InputKind.Form => [.. Forms.Forms.Select(form => new ChoiceInfo(form.Key, form.Title))],
        InputKind.Deadline => [.. Rules.Sets.Reverse().SelectMany(set => set.Deadlines.Values).DistinctBy(rule => rule.Key).Select(rule => WithKey(rule.Key, rule.Name))],
        InputKind.Template => [.. LetterTemplateKey.All.Select(key => new ChoiceInfo(key, LetterTemplateNames.Of(key))), DecisionNotice],
        InputKind.CaseEvent => [.. CaseEvents.All.Select(known => new ChoiceInfo(known.Name, known.Label))],
        InputKind.CaseState => Choices.CaseStates,
        InputKind.NoPlanReasons => Choices.NoPlanReasons,
        InputKind.PlanSections => Choices.ContentPoints,
        _ => null,
    };

    /// <summary>A name with its key, where two may have one name.</summary>
    public static ChoiceInfo WithKey(string key, LocalizedText name) => new(key, new($"{name.Nb} ({key})", $"{name.Nn} ({key})", $"{name.En} ({key})"));

    private static ChoiceInfo DecisionNotice { get; } = new(SendLetter.DecisionNotice, new("Underretning om vedtaket", "Melding om vedtaket", "Notice of the decision"));
}
