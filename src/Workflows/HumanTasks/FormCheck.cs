using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>Finds contradictions in a form definition.</summary>
internal static class FormCheck
{
    internal static IEnumerable<string> Problems(FormDefinition form)
    {
        foreach (var repeated in form.Fields.GroupBy(field => field.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"fields: the name {repeated.Key} is there twice.";
        }

        foreach (var field in form.Fields)
        {
            foreach (var problem in Field(form, field))
            {
                yield return $"fields.{field.Name}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Field(FormDefinition form, FormField field)
    {
        if (!Regex.IsMatch(field.Name, "^[a-z][A-Za-z0-9]*$"))
        {
            yield return "the name must be camelCase letters and digits.";
        }

        if (field.Type is FormFieldType.Choice or FormFieldType.MultiChoice or FormFieldType.PlanSections != (field.Choices is { Count: > 0 }))
        {
            yield return "choices belong to choice fields, and choice fields need them.";
        }

        if (field.Type == FormFieldType.PlanSections && field.Choices?.FirstOrDefault(choice => !ContentPoint.All.Contains(choice.Value)) is { } stranger)
        {
            yield return $"{stranger.Value} is no content point of a plan.";
        }

        if (field.Min > field.Max)
        {
            yield return "min is above max.";
        }

        if (field.MustBeNoWhen is not null && field.Type != FormFieldType.Boolean)
        {
            yield return "mustBeNoWhen belongs to yes/no fields.";
        }

        foreach (var (demand, when) in new[] { ("requiredWhen", field.RequiredWhen), ("mustBeNoWhen", field.MustBeNoWhen) })
        {
            if (when is not null && when.Field != FormValidation.OutcomeName && form.Fields.All(other => other.Name != when.Field))
            {
                yield return $"{demand} names {when.Field}, which is not in the form.";
            }
        }
    }
}
