using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>How a toolbox shows an activity. Nothing of it is stored in definitions or instances.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Description">What it does, in one sentence.</param>
/// <param name="Inputs">What can be filled in, in the order of the form.</param>
public sealed record ActivityInfo(LocalizedText Name, LocalizedText Description, IReadOnlyList<InputInfo> Inputs)
{
    /// <summary>The toolbox category of all activities of this product.</summary>
    public static LocalizedText Category { get; } = new("Individuell plan", "Individuell plan", "Individual plan");

    /// <summary>The one way on of an activity that has no answers to choose between.</summary>
    public static ChoiceInfo Done { get; } = new("Done", new("Ferdig", "Ferdig", "Done"));

    /// <summary>The ports of the activity as people read them, in the order of the drawing; none when it ends its branch. Where the drawing itself names them, those of an untouched activity.</summary>
    public IReadOnlyList<ChoiceInfo> Outcomes { get; init; } = [Done];

    /// <summary>What the activity gives on in its output <c>Result</c>; null when it gives nothing on.</summary>
    public LocalizedText? Result { get; init; }

    /// <summary>Further outputs, by name.</summary>
    public IReadOnlyList<ChoiceInfo> Values { get; init; } = [];

    /// <summary>Places inside the activity that hold a drawing of their own, by the property of the definition.</summary>
    public IReadOnlyList<ChoiceInfo> Slots { get; init; } = [];
}

/// <summary>A value that can be chosen, and what people read.</summary>
/// <param name="Value">What a definition stores; stable.</param>
/// <param name="Label">What people read.</param>
public sealed record ChoiceInfo(string Value, LocalizedText Label);

/// <summary>One input of an activity.</summary>
/// <param name="Name">Its name in definitions, camelCase.</param>
/// <param name="Kind">What it takes; decides what a literal is checked against at publish.</param>
/// <param name="IsRequired">Whether a definition without it cannot be published.</param>
/// <param name="Choices">What a literal may be, when the kind is <see cref="InputKind.Choice"/>.</param>
/// <param name="Default">What an absent input means, as a definition would write it; null for nothing.</param>
public sealed record InputInfo(string Name, InputKind Kind, bool IsRequired = false, IReadOnlyList<ChoiceInfo>? Choices = null, string? Default = null)
{
    /// <summary>What the input is called in forms and lists.</summary>
    public LocalizedText Label { get; init; } = new(Name, Name, Name);

    /// <summary>What to write, in one or two sentences; null when the label says it.</summary>
    public LocalizedText? Help { get; init; }
}

/// <summary>What an input takes. Expressions are allowed everywhere; only literals can be checked at publish.</summary>
public enum InputKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A length of time, see <see cref="StepLength"/>.</summary>
    Length,

    /// <summary>Lengths of time.</summary>
    Lengths,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A list of texts, each of them a port of the activity.</summary>
    Outcomes,

    /// <summary>A value that only an expression gives, such as a variable with a task's result.</summary>
    Expression,

    /// <summary>A role code.</summary>
    Role,

    /// <summary>A form's key.</summary>
    Form,

    /// <summary>A legal deadline's key.</summary>
    Deadline,

    /// <summary>A letter template's key.</summary>
    Template,

    /// <summary>A case event's name.</summary>
    CaseEvent,

    /// <summary>A case state.</summary>
    CaseState,

    /// <summary>Codes of why a person has no plan.</summary>
    NoPlanReasons,

    /// <summary>Letters of a plan's content points (L-77).</summary>
    PlanSections,

    /// <summary>The definition id of a workflow.</summary>
    Workflow,

    /// <summary>Definition ids of workflows.</summary>
    Workflows,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A length of time as Elsa writes it, <c>14.00:00:00</c>.</summary>
    Span,

    /// <summary>Something that holds or does not hold: a yes/no variable or an expression.</summary>
    Condition,

    /// <summary>A program text.</summary>
    Script,

    /// <summary>Labelled conditions, each of them a way on.</summary>
    Cases,

    /// <summary>A variable of the workflow.</summary>
    Variable,

    /// <summary>An output of the workflow.</summary>
    Output,

    /// <summary>An object, written as JSON.</summary>
    Json,
}
