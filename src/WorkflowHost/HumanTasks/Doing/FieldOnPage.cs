using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Law;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>One field of a task's form as the page asks for it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">What is there already, or null.</param>
/// <param name="Choices">What can be chosen, for fields where one chooses.</param>
/// <param name="Hint">Help, and when it must be filled in; null for none.</param>
/// <param name="IsOptional">Whether it may always be left empty.</param>
internal sealed record FieldOnPage(FormField Field, JsonNode? Value, IReadOnlyList<Choice> Choices, string? Hint, bool IsOptional)
{
    /// <summary>The parts of the plan, for the field that is about them.</summary>
    public PlanSectionsOnPage? Plan { get; init; }

    private static readonly LocalizedText WithOutcome = new("Må fylles ut når du velger {0}.", "Må fyllast ut når du vel {0}.", "Must be filled in when you choose {0}.");

    private static readonly LocalizedText WithField = new("Må fylles ut når svaret på «{1}» er {0}.", "Må fyllast ut når svaret på «{1}» er {0}.", "Must be filled in when the answer to “{1}” is {0}.");

    /// <summary>The fields of a form in their order.</summary>
    /// <param name="form">The form.</param>
    /// <param name="values">What is filled in.</param>
    /// <param name="outcomes">The ways to complete the task, as the page names them.</param>
    /// <param name="lists">Colleagues and services to choose from.</param>
    /// <param name="language">Language of the page.</param>
    public static IReadOnlyList<FieldOnPage> Of(FormDefinition form, JsonObject? values, IReadOnlyList<ChoiceView> outcomes, FieldLists lists, string language) =>
        [.. form.Fields.Select(field => Of(form, field, values?[field.Name], outcomes, lists, language))];

    private static FieldOnPage Of(FormDefinition form, FormField field, JsonNode? value, IReadOnlyList<ChoiceView> outcomes, FieldLists lists, string language)
    {
        var demanded = field.Required ? null : Demanded(form, field, outcomes, language);
        var hints = new[] { LawTexts.WithoutCitations(field.Help?.In(language)), demanded }.OfType<string>().ToList();
        return new FieldOnPage(
            field, value, lists.ChoicesOf(field, FilledForm.Text(value), language), hints.Count > 0 ? string.Join(' ', hints) : null, IsOptional: !field.Required && demanded is null);
    }

    /// <summary>When the field must be filled in, as a sentence; null when this task never demands it.</summary>
    private static string? Demanded(FormDefinition form, FormField field, IReadOnlyList<ChoiceView> outcomes, string language)
    {
        if (field.RequiredWhen is not { } when)
        {
            return null;
        }

        var other = form.Fields.FirstOrDefault(f => f.Name == when.Field);
        var labels = other is null
            ? outcomes.Where(o => when.Values.Contains(o.Value, StringComparer.Ordinal)).Select(o => o.Label).ToList()
            : when.Values.Select(v => LabelOf(other, v, language)).ToList();
        return labels.Count == 0 ? null
            : other is null && labels.Count == outcomes.Count ? null
            : Messages.Format(other is null ? WithOutcome : WithField, Listed(labels, language), other?.Label.In(language)).In(language);
    }

    private static string LabelOf(FormField field, string value, string language) => value switch
    {
        "true" => FieldLists.Yes.In(language),
        "false" => FieldLists.No.In(language),
        _ => field.Choices?.FirstOrDefault(c => c.Value == value)?.Label.In(language) ?? value,
    };

    /// <summary>Such as «Avslås», «Avvises» eller «Avsluttes».</summary>
    private static string Listed(IReadOnlyList<string> labels, string language)
    {
        var (open, close) = language == "en" ? ("“", "”") : ("«", "»");
        var quoted = labels.Select(l => open + l + close).ToList();
        var or = new LocalizedText(" eller ", " eller ", " or ").In(language);
        return quoted is [.. var first, var last] && first.Count > 0 ? string.Join(", ", first) + or + last : quoted[0];
    }
}
