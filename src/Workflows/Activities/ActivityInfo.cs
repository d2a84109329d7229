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
}

/// <summary>One input of an activity.</summary>
/// <param name="Name">Its name in definitions, camelCase.</param>
/// <param name="Kind">What it takes; decides what a literal is checked against at publish.</param>
/// <param name="IsRequired">Whether a definition without it cannot be published.</param>
/// <param name="Choices">What a literal may be, when the kind is <see cref="InputKind.Choice"/>.</param>
/// <param name="Default">What an absent input means, as a definition would write it; null for nothing.</param>
public sealed record InputInfo(string Name, InputKind Kind, bool IsRequired = false, IReadOnlyList<string>? Choices = null, string? Default = null);

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
}
