namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>Kind of a form field, which decides the JSON type of its value.</summary>
public enum FormFieldType
{
    /// <summary>One line of text; a JSON string.</summary>
    Text,

    /// <summary>Several lines; a JSON string.</summary>
    LongText,

    /// <summary>A date; a JSON string as <c>2027-01-28</c>.</summary>
    Date,

    /// <summary>A number; a JSON number.</summary>
    Number,

    /// <summary>Yes or no; a JSON boolean.</summary>
    Boolean,

    /// <summary>One of the choices; a JSON string.</summary>
    Choice,

    /// <summary>Any of the choices; a JSON array of strings.</summary>
    MultiChoice,

    /// <summary>A user id; a JSON string.</summary>
    User,

    /// <summary>A service code; a JSON string.</summary>
    Service,

    /// <summary>The id of a file that lies with the task, see <see cref="TaskAttachment"/>; a JSON string.</summary>
    File,

    /// <summary>
    /// Parts of the case's plan, named by the letters of its content points (L-77), which are the field's choices; a JSON object with the lines of each
    /// part that was written in (see <see cref="Plans.PlanTextPart"/>), and under <c>seen</c> what the writer had before them (see <see cref="Plans.PlanText.Mark"/>).
    /// </summary>
    PlanSections,
}

/// <summary>One value that may be chosen.</summary>
/// <param name="Value">Stable value.</param>
/// <param name="Label">Text.</param>
/// <param name="IsGrave">For outcomes: it refuses or ends something for a person, so people are asked once more before it happens.</param>
public sealed record FormChoice(string Value, LocalizedText Label, bool IsGrave = false);

/// <summary>Makes a demand on a field hold when another one has one of the values; the name <c>outcome</c> stands for the task's outcome.</summary>
/// <param name="Field">Name of the other field, or <c>outcome</c>.</param>
/// <param name="Values">Values that make it hold; for yes/no fields <c>true</c> and <c>false</c>.</param>
public sealed record RequiredWhen(string Field, IReadOnlyList<string> Values);

/// <summary>One field of a form. Names are camelCase English and stable: clients and workflows use them.</summary>
/// <param name="Name">Name of the value.</param>
/// <param name="Type">Kind.</param>
/// <param name="Label">Question or caption.</param>
/// <param name="Help">Explanation, or null.</param>
/// <param name="Required">Always required.</param>
/// <param name="RequiredWhen">Required in some cases, or null.</param>
/// <param name="Choices">Values to choose from, for choice fields.</param>
/// <param name="Min">Least number, fewest characters or fewest choices; null for none.</param>
/// <param name="Max">Greatest number, most characters or most choices; null for the type's own limit.</param>
/// <param name="Pattern">Regular expression that the whole text must match, or null.</param>
/// <param name="MustNotBePast">For dates: must not lie before the day the form is sent.</param>
/// <param name="MustBeNoWhen">For yes/no fields: yes is refused in some cases, or null.</param>
public sealed record FormField(
    string Name,
    FormFieldType Type,
    LocalizedText Label,
    LocalizedText? Help = null,
    bool Required = false,
    RequiredWhen? RequiredWhen = null,
    IReadOnlyList<FormChoice>? Choices = null,
    decimal? Min = null,
    decimal? Max = null,
    string? Pattern = null,
    bool MustNotBePast = false,
    RequiredWhen? MustBeNoWhen = null);

/// <summary>A form that a task asks a person to fill in. Forms are data; changing one affects open tasks at once, so fields are added and not removed.</summary>
/// <param name="Key">Key, as workflows name it.</param>
/// <param name="Title">Heading.</param>
/// <param name="Guidance">What the form is for and which rule it serves, or null.</param>
/// <param name="Outcomes">Usual outcomes with their labels; a workflow may use others.</param>
/// <param name="Fields">The fields in order.</param>
public sealed record FormDefinition(
    string Key, LocalizedText Title, LocalizedText? Guidance, IReadOnlyList<FormChoice> Outcomes, IReadOnlyList<FormField> Fields)
{
    /// <summary>The label of an outcome in a language; the value itself when the form does not know it.</summary>
    public string OutcomeLabel(string value, string? language) =>
        Outcomes.FirstOrDefault(outcome => outcome.Value == value)?.Label.In(language) ?? value;

    /// <summary>Whether people are asked once more before the task ends this way.</summary>
    public bool IsGrave(string value) => Outcomes.Any(outcome => outcome.Value == value && outcome.IsGrave);
}
