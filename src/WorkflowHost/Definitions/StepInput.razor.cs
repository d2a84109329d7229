using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Activities;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>One field of a step: <see cref="StepField"/>.</summary>
public sealed partial class StepInput : PageComponent
{
    /// <summary>Empty fields for names that are to be added.</summary>
    private const int NewNames = 2;

    /// <summary>The page's <see cref="StepView"/>.</summary>
    [Parameter, EditorRequired]
    public required object View { get; set; }

    private StepField Field => The<StepField>();

    private string Name => StepEdit.Field(Field.Input.Name);

    private string Label => T(Field.Input.Label);

    private bool IsOptional => !Field.Input.IsRequired;

    private IReadOnlyList<string> Stored => [.. Field.Values.Select(T)];

    private IReadOnlyList<string> Values => ((StepView)View).Values(StepTyping.OfStep, Name, Stored);

    private string Value => Values.Count > 0 ? Values[0] : "";

    private IReadOnlyList<Choice> Choices => [.. Field.Choices.Select(c => new Choice(c.Value, T(c.Label)))];

    private IReadOnlyList<Choice> YesAndNo => [new("true", T(StepView.YesOrNo("true"))), new("false", T(StepView.YesOrNo("false")))];

    /// <summary>What an empty choice means.</summary>
    private string EmptyChoice => Field.Input.IsRequired && Field.Input.Default is null ? T("Velg", "Vel", "Choose")
        : Default is { } usual ? T($"Som vanlig: {usual}", $"Som vanleg: {usual}", $"As usual: {usual}")
        : T("Ingen", "Ingen", "None");

    private string? Default => Field.Input.Default is { } code && Field.Choices.FirstOrDefault(c => c.Value == code) is { } choice ? T(choice.Label) : null;

    /// <summary>The toolbox's help, what the empty field means, and after a conflict what others have put there.</summary>
    private string? Hint
    {
        get
        {
            var parts = new[] { Help, Usual, Now }.OfType<string>().ToList();
            return parts.Count == 0 ? null : string.Join(' ', parts);
        }
    }

    private string? Help => Field.Control switch
    {
        StepControl.Names => T("Tøm et felt for å ta bort navnet. De tomme feltene er for nye.", "Tøm eit felt for å ta bort namnet. Dei tomme felta er for nye.", "Empty a field to take the name away. The empty fields are for new ones."),
        StepControl.Length when Field.Input.Kind == InputKind.Span => T("For eksempel «14 dager» eller «2 timer og 30 minutter».", "Til dømes «14 dagar» eller «2 timar og 30 minutt».", "For example “14 days” or “2 hours and 30 minutes”."),
        StepControl.One when Field.Input.Kind == InputKind.Expression => T("Velg steget der svaret blir gitt.", "Vel steget der svaret blir gitt.", "Choose the step where the answer is given."),
        _ => Field.Input.Help is { } help ? T(help) : null,
    };

    private string? Usual => Field.Control is StepControl.Line or StepControl.Length && Field.Input.Default is { Length: > 0 } code && Field.Values.Count == 0
        ? T($"Tomt felt betyr «{Word(code).Nb}».", $"Tomt felt tyder «{Word(code).Nn}».", $"Empty means “{Word(code).En}”.")
        : null;

    private string? Now => ((StepView)View).Conflict is not null && StepReading.Of(Field, Values) is StepReading.Changed
        ? T("Lagret nå: ", "Lagra no: ", "Saved now: ") + (StepView.Told(Field) is { } told ? $"«{T(told)}»." : T("ingenting.", "ingenting.", "nothing."))
        : null;

    private IEnumerable<string> NameFields => Values.Count >= Stored.Count + NewNames ? Values : Values.Concat(Enumerable.Repeat("", NewNames));

    private static LocalizedText Word(string code) => StepLength.TryParse(code, out var length) ? length!.InWords() : new(code, code, code);

    private string NameLabel(int index) => index < Stored.Count
        ? $"{Label} {index + 1}"
        : T($"{Label} {index + 1} (nytt, valgfritt)", $"{Label} {index + 1} (nytt, valfritt)", $"{Label} {index + 1} (new, optional)");
}
