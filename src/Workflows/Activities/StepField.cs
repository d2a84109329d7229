using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A field of a step as a form shows it.</summary>
/// <param name="Input">What the toolbox says of it.</param>
/// <param name="Control">How it is asked for.</param>
/// <param name="Values">What stands in it: words for texts and lengths, codes for choices; none when it is empty.</param>
/// <param name="Choices">What can be chosen; empty where nothing is.</param>
public sealed record StepField(InputInfo Input, StepControl Control, IReadOnlyList<LocalizedText> Values, IReadOnlyList<ChoiceInfo> Choices)
{
    /// <summary>Inputs that take the answer to an earlier step, and so can be chosen among those.</summary>
    private static readonly string[] AnswerInputs = ["source", "details"];

    private static readonly string[] FollowUp =
    [
        "remindBefore", "remindEvery", "remindTo", "remindBy", "escalateAfter", "escalateTo", "escalateBy", "deadline", "dueOn", "exclude", "taskKey", "subject", "giveUpAfter", "remindAfter", "leaderAfter", "unitAfter", "municipalityAfter",
    ];

    /// <summary>Whether a task's field is about what happens while it waits, or is a finer point.</summary>
    public bool IsFollowUp { get; private init; }

    /// <summary>The expression that decides; null when none does.</summary>
    public string? Code { get; private init; }

    /// <summary>The variables that can be chosen, where the answer to another step is asked for.</summary>
    internal IReadOnlyList<VariableDefinition> Variables { get; private init; } = [];

    /// <summary>The field of a step; null for one that the form has no use for.</summary>
    internal static StepField? Of(WorkflowDefinition definition, ActivityNode step, InputInfo input, FlowWords words, IReadOnlyList<ChoiceInfo> workflows)
    {
        var isTask = words.Catalogue.Find(step.Type) is HumanStep;
        var field = AnswerInputs.Contains(input.Name) && input.Kind == InputKind.Expression ? Answer(definition, step, input)
            : FlowWords.IsComputed(step, input.Name) || IsForTheDrawing(input.Kind) ? Fixed(step, input, words)
            : Plain(step, input, words, workflows);

        return field is null ? null : field with { IsFollowUp = isTask && FollowUp.Contains(input.Name) };
    }

    /// <summary>Whether a form asks for the input, and does not only show what the drawing says.</summary>
    internal static bool IsAsked(InputInfo input) => !IsForTheDrawing(input.Kind) || (input.Kind == InputKind.Expression && AnswerInputs.Contains(input.Name));

    private static bool IsForTheDrawing(InputKind kind) => kind is InputKind.Expression or InputKind.Condition or InputKind.Script or InputKind.Cases or InputKind.Variable or InputKind.Output or InputKind.Json;

    private static StepField? Fixed(ActivityNode step, InputInfo input, FlowWords words) =>
        words.Value(step, input.Name) is { } value ? new(input, StepControl.Shown, [FlowWords.Code(step, input.Name) is null ? value : FlowWords.Computed], []) { Code = FlowWords.Code(step, input.Name) }
        : input.IsRequired ? new(input, StepControl.Shown, [], [])
        : null;

    private static StepField Plain(ActivityNode step, InputInfo input, FlowWords words, IReadOnlyList<ChoiceInfo> workflows)
    {
        var control = ControlOf(input.Kind);
        var written = control is StepControl.Names or StepControl.Lengths or StepControl.Many
            ? InputCheck.WrittenTexts(step, input.Name)
            : step.LiteralText(input.Name) is { } text && !string.IsNullOrWhiteSpace(text) ? [text] : [];
        IReadOnlyList<ChoiceInfo> choices = control is StepControl.One or StepControl.Many
            ? input.Kind is InputKind.Workflow or InputKind.Workflows ? workflows : words.ChoicesOf(input) ?? []
            : [];

        return new StepField(
            input,
            control,
            control == StepControl.Names && written.Count == 0 ? [.. NamesUnless(step, input, words)] : [.. written.Select(w => Shown(control, input.Kind, w))],
            [.. choices, .. control is StepControl.One or StepControl.Many ? written.Where(w => choices.All(c => c.Value != w)).Select(static w => new ChoiceInfo(w, new(w, w, w))) : []]);
    }

    /// <summary>The outcomes of a step whose drawing names none; empty where that is but the one way on.</summary>
    private static IEnumerable<LocalizedText> NamesUnless(ActivityNode step, InputInfo input, FlowWords words) =>
        input.Kind == InputKind.Outcomes && input.Default is not null ? (words.Catalogue.Find(step.Type)?.Outcomes(step) ?? []).Select(Same) : [];

    private static StepControl ControlOf(InputKind kind) => kind switch
    {
        InputKind.Text => StepControl.Line,
        InputKind.LongText => StepControl.Lines,
        InputKind.Number => StepControl.Number,
        InputKind.Length or InputKind.Span => StepControl.Length,
        InputKind.Lengths => StepControl.Lengths,
        InputKind.Texts or InputKind.Outcomes => StepControl.Names,
        InputKind.NoPlanReasons or InputKind.PlanSections or InputKind.Workflows => StepControl.Many,
        InputKind.Flag => StepControl.YesNo,
        _ => StepControl.One,
    };

    private static LocalizedText Shown(StepControl control, InputKind kind, string written) => control switch
    {
        StepControl.YesNo => Same(bool.TryParse(written, out var truth) && truth ? "true" : "false"),
        StepControl.Length when kind == InputKind.Span => SpanText.InWords(written) ?? Same(written),
        StepControl.Length or StepControl.Lengths => StepLength.IsNone(written) ? new("ingen", "ingen", "none") : StepLength.TryParse(written, out var length) ? length!.InWords() : Same(written),
        _ => Same(written.ReplaceLineEndings("\n")),
    };

    private static LocalizedText Same(string text) => new(text, text, text);

    /// <summary>A field that takes the answer to another step: the variables that answers are kept in can be chosen. What an expression works out of one is only shown.</summary>
    private static StepField? Answer(WorkflowDefinition definition, ActivityNode step, InputInfo input)
    {
        var written = step.FindInput(input.Name)?.Expression;
        var chosen = written is null ? null : VariableOf(written);

        if (written is not null && chosen is null)
        {
            return ExpressionValues.ToText(written.Value) is { Length: > 0 } code ? new(input, StepControl.Shown, [FlowWords.Computed], []) { Code = code } : null;
        }

        var variables = definition.Variables
            .Select(variable => (Variable: variable, Givers: definition.Activities.Where(a => a != step && Gives(a, variable.Id)).Select(static a => a.DisplayName).Distinct().ToList()))
            .Where(v => v.Givers.Count > 0 || v.Variable.Id == chosen || v.Variable.Name == chosen)
            .ToList();
        var choices = variables.ConvertAll(static v => new ChoiceInfo(v.Variable.Id, v.Givers.Count == 0
            ? new($"variabelen «{v.Variable.Name}»", $"variabelen «{v.Variable.Name}»", $"the variable “{v.Variable.Name}”")
            : Sentences.List(v.Givers)));
        var value = definition.Variables.FirstOrDefault(v => v.Id == chosen || v.Name == chosen)?.Id ?? chosen;

        return new StepField(
            input,
            StepControl.One,
            value is null ? [] : [Same(value)],
            value is null || choices.Exists(c => c.Value == value) ? choices : [.. choices, new(value, Same(value))]) { Variables = [.. variables.Select(static v => v.Variable)] };
    }

    /// <summary>The variable that an expression takes as it is; null when it does more.</summary>
    private static string? VariableOf(Expression expression)
    {
        if (expression.Type == "Variable")
        {
            var (id, called) = VariableReader.ReadReference(expression.Value);
            return called ?? id;
        }

        var code = expression.Type == "JavaScript" ? ExpressionValues.ToText(expression.Value)?.Trim().TrimEnd(';') : null;
        return code is not null && code.StartsWith("getVariable(", StringComparison.Ordinal) && code.EndsWith(')') && code[12..^1].Trim() is ['\'' or '"', .. var name, '\'' or '"'] && name.All(char.IsLetterOrDigit)
            ? name
            : null;
    }

    private static bool Gives(ActivityNode step, string variableId) => step.Json.Any(p => p.Value is JsonObject && !ActivityInput.IsWrapped(p.Value) && ActivityInput.ReadBinding(p.Value) == variableId);
}
