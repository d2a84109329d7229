using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Says in words what a drawing holds: kinds of steps, fields and their values, outcomes. For people who do not see the canvas, or do not read code.</summary>
/// <param name="catalogue">The activity types, with those of the toolbox.</param>
/// <param name="findName">The name of a workflow by its definition id; null when it is not known.</param>
public sealed class FlowWords(ActivityCatalogue catalogue, Func<string, string?> findName)
{
    private static readonly LocalizedText Yes = new("ja", "ja", "yes");

    private static readonly LocalizedText No = new("nei", "nei", "no");

    /// <summary>What is said of a value that only an expression gives.</summary>
    internal static LocalizedText Computed { get; } = new("bestemmes når flyten kjører", "blir bestemt når flyten køyrer", "decided when the flow runs");

    /// <summary>The activity types.</summary>
    internal ActivityCatalogue Catalogue => catalogue;

    /// <summary>What a workflow is called; null when it is not known.</summary>
    /// <param name="definitionId">Its definition id.</param>
    public string? NameOf(string definitionId) => findName(definitionId);

    /// <summary>How the toolbox shows the type of a step; null when the type is not known.</summary>
    /// <param name="step">The step.</param>
    public ActivityInfo? InfoOf(ActivityNode step) => catalogue.Find(step.Type) is DomainActivity own ? own.Info : ElsaToolbox.Find(step.Type);

    /// <summary>What kind of step it is.</summary>
    /// <param name="step">The step.</param>
    public LocalizedText Kind(ActivityNode step) =>
        InfoOf(step)?.Name ?? (WorkflowAsActivity.Is(step) ? new("Arbeidsflyt", "Arbeidsflyt", "Workflow") : new("Ukjent steg", "Ukjent steg", "Unknown step"));

    /// <summary>What a field of a step is called.</summary>
    /// <param name="step">The step.</param>
    /// <param name="input">The field's name, camelCase.</param>
    public LocalizedText Label(ActivityNode step, string input) =>
        FindInput(step, input)?.Label
        ?? InfoOf(step)?.Values.FirstOrDefault(v => string.Equals(v.Value, input, StringComparison.OrdinalIgnoreCase))?.Label
        ?? (input == "result" ? InfoOf(step)?.Result : null)
        ?? catalogue.Find(step.Type)?.InputLabel(input)
        ?? new(input, input, input);

    /// <summary>What an outcome of a step is called.</summary>
    /// <param name="step">The step.</param>
    /// <param name="outcome">The outcome as the drawing writes it.</param>
    public LocalizedText Outcome(ActivityNode step, string outcome) => catalogue.Find(step.Type)?.OutcomeLabel(step, outcome) ?? new(outcome, outcome, outcome);

    /// <summary>The value of a field; null when the field is empty.</summary>
    /// <param name="step">The step.</param>
    /// <param name="input">The field's name, camelCase.</param>
    public LocalizedText? Value(ActivityNode step, string input) => Value(step, input, step.Json[input]);

    /// <summary>A value as it could stand in a field; null when it is none.</summary>
    /// <param name="step">The step.</param>
    /// <param name="input">The field's name, camelCase.</param>
    /// <param name="written">The field as a drawing writes it.</param>
    public LocalizedText? Value(ActivityNode step, string input, JsonNode? written)
    {
        if (!ActivityInput.IsWrapped(written) && ActivityInput.ReadBinding(written) is { } bound)
        {
            return Variable(bound);
        }

        if (ActivityInput.Read(input, written) is not { Expression: var expression })
        {
            return null;
        }

        return expression.Type switch
        {
            "Variable" => VariableReader.ReadReference(expression.Value) is ({ } id, var name) ? Variable(name ?? id) : null,
            "Literal" or "Object" => Literal(FindInput(step, input), step, expression.Value),
            _ => ExpressionValues.ToText(expression.Value) is { Length: > 0 } code ? new($"uttrykket {code}", $"uttrykket {code}", $"the expression {code}") : null,
        };
    }

    /// <summary>The word for what holds or does not hold.</summary>
    internal static LocalizedText YesOrNo(bool holds) => holds ? Yes : No;

    /// <summary>Whether a field holds something that is found only when the flow runs.</summary>
    internal static bool IsComputed(ActivityNode step, string input) => step.FindInput(input) is { Expression.Type: not ("Literal" or "Object") };

    /// <summary>The text of the expression that finds a field's value; null when the value is written out, or comes from a variable as it is.</summary>
    internal static string? Code(ActivityNode step, string input) =>
        step.FindInput(input) is { Expression: { Type: not ("Literal" or "Object" or "Variable") } expression } && ExpressionValues.ToText(expression.Value) is { Length: > 0 } code ? code : null;

    /// <summary>The words of a list, with <c>og</c> before the last.</summary>
    internal static LocalizedText Join(IReadOnlyList<LocalizedText> words) => new(
        Join([.. words.Select(static w => w.Nb)], "og"), Join([.. words.Select(static w => w.Nn)], "og"), Join([.. words.Select(static w => w.En)], "and"));

    internal InputInfo? FindInput(ActivityNode step, string input) => InfoOf(step)?.Inputs.FirstOrDefault(i => i.Name == input);

    /// <summary>The words for a code of a kind, such as a role or a deadline; the code itself when it is not known.</summary>
    internal LocalizedText Word(InputKind kind, string code) => Word(new InputInfo("", kind), code);

    /// <summary>The words for what a field may be; the code itself when it is not known.</summary>
    internal LocalizedText Word(InputInfo input, string code) => ChoicesOf(input)?.FirstOrDefault(c => c.Value == code)?.Label ?? new(code, code, code);

    private static string Join(IReadOnlyList<string> words, string and) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} {and} {words[^1]}";

    private static LocalizedText Variable(string name) => new($"variabelen «{name}»", $"variabelen «{name}»", $"the variable “{name}”");

    /// <summary>What a field may be, with what people read; null when it may be any text, or what the host knows (workflows).</summary>
    internal IReadOnlyList<ChoiceInfo>? ChoicesOf(InputInfo input) =>
        catalogue.Activities.OfType<DomainActivity>().FirstOrDefault()?.ChoicesOf(input) ?? input.Choices;

    private LocalizedText? Literal(InputInfo? input, ActivityNode step, JsonNode? value)
    {
        if (input?.Kind == InputKind.Cases || (input is null && step.Json["cases"] == value))
        {
            return Engine.Activities.SwitchCase.Of(step) is { Count: > 0 } cases ? Join([.. cases.Select(c => Outcome(step, c.Label))]) : null;
        }

        var isList = input?.Kind is InputKind.Lengths or InputKind.Texts or InputKind.Outcomes or InputKind.NoPlanReasons or InputKind.PlanSections or InputKind.Workflows;
        IReadOnlyList<string> texts = isList ? InputCheck.TextsOf(value) : ExpressionValues.ToText(value) is { } text && !string.IsNullOrWhiteSpace(text) ? [text] : [];

        return texts.Count == 0 ? null : Join([.. texts.Select(t => Text(input, t))]);
    }

    private LocalizedText Text(InputInfo? input, string text) => input?.Kind switch
    {
        null or InputKind.Text or InputKind.LongText => new(text, text, text),
        InputKind.Flag => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) ? Yes : No,
        InputKind.Length or InputKind.Lengths => text == "none" ? new("ingen", "ingen", "none") : StepLength.TryParse(text, out var length) ? length!.InWords() : new(text, text, text),
        InputKind.Span => SpanText.InWords(text) ?? new(text, text, text),
        InputKind.Workflow or InputKind.Workflows => findName(text) is { } name ? new($"«{name}»", $"«{name}»", $"“{name}”") : new(text, text, text),
        _ => Word(input, text),
    };
}
