using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>The field with which a step works on parts of the case's plan.</summary>
public static class PlanSections
{
    /// <summary>Name of the field that a step adds to its form.</summary>
    public const string FieldName = "planSections";

    /// <summary>In the field's value: by part, the mark of what the writer had before them.</summary>
    public const string Seen = "seen";

    /// <summary>The field for content points.</summary>
    /// <param name="points">Letters of the points.</param>
    public static FormField Field(IEnumerable<string> points) => new(
        FieldName,
        FormFieldType.PlanSections,
        new("Fra planen", "Frå planen", "From the plan"),
        Choices: [.. points.Order(StringComparer.Ordinal).Select(letter => new FormChoice(letter, ContentPoint.Lettered(letter)))]);
}
