using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>A value that cannot be taken: which field, and a sentence that says how to put it right.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Message">Plain sentence that names the field by its label; it never repeats the value.</param>
public sealed record FieldError(string Field, LocalizedText Message);

/// <summary>Checks form values against a form, all fields at once.</summary>
public static class FormValidation
{
    /// <summary>The name that stands for the task's outcome in <see cref="RequiredWhen"/>, unless the form has a field of that name, which then is meant.</summary>
    public const string OutcomeName = "outcome";

    /// <summary>Checks the values.</summary>
    /// <param name="form">The form.</param>
    /// <param name="values">Values by field name. A missing field, null and a blank text count as not filled in.</param>
    /// <param name="outcome">The task outcome chosen, for conditional requirements; null when none is.</param>
    /// <param name="today">The Norwegian date, for dates that must not be past; null leaves that unchecked.</param>
    /// <returns>One error for each field that is wrong, in the form's order, then one for each unknown name; empty when all is well.</returns>
    public static IReadOnlyList<FieldError> Check(FormDefinition form, JsonObject values, string? outcome = null, DateOnly? today = null)
    {
        var errors = new List<FieldError>();
        foreach (var field in form.Fields)
        {
            var value = values[field.Name];
            var message = IsEmpty(value)
                ? (IsRequired(form, field, values, outcome) ? FormMessages.Required(field) : null)
                : Wrong(field, value!, today) ?? (MustBeNo(form, field, value!, values, outcome) ? FormMessages.MustBeNo(field) : null);
            if (message is not null)
            {
                errors.Add(new FieldError(field.Name, message));
            }
        }

        errors.AddRange(values.Where(value => form.Fields.All(field => field.Name != value.Key))
            .Select(value => new FieldError(value.Key, FormMessages.Unknown(value.Key))));
        return errors;
    }

    private static bool IsRequired(FormDefinition form, FormField field, JsonObject values, string? outcome) =>
        field.Required || Holds(form, field.RequiredWhen, values, outcome);

    private static bool MustBeNo(FormDefinition form, FormField field, JsonNode value, JsonObject values, string? outcome) =>
        value.GetValueKind() is JsonValueKind.True && Holds(form, field.MustBeNoWhen, values, outcome);

    private static bool Holds(FormDefinition form, RequiredWhen? when, JsonObject values, string? outcome)
    {
        if (when is null)
        {
            return false;
        }

        var isTaskOutcome = when.Field == OutcomeName && form.Fields.All(other => other.Name != OutcomeName);
        var actual = isTaskOutcome ? [outcome] : Texts(values[when.Field]);
        return actual.Any(value => value is not null && when.Values.Contains(value, StringComparer.Ordinal));
    }

    private static IEnumerable<string?> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.Select(item => item?.ToString()),
        _ when node.GetValueKind() is JsonValueKind.True => ["true"],
        _ when node.GetValueKind() is JsonValueKind.False => ["false"],
        _ => [node.ToString()],
    };

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        _ => value.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(value.GetValue<string>()),
    };

    private static LocalizedText? Wrong(FormField field, JsonNode value, DateOnly? today) => field.Type switch
    {
        FormFieldType.Number => Number(field, value),
        FormFieldType.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : FormMessages.YesOrNo(field),
        FormFieldType.MultiChoice => Choices(field, value),
        FormFieldType.PlanSections => PlanParts(field, value),
        _ when value.GetValueKind() != JsonValueKind.String => FormMessages.NotText(field),
        FormFieldType.Date => Date(field, value.GetValue<string>(), today),
        FormFieldType.Choice => IsChoice(field, value.GetValue<string>()) ? null : FormMessages.NotAChoice(field),
        _ => Text(field, value.GetValue<string>()),
    };

    private static LocalizedText? Number(FormField field, JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.Number || !decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return FormMessages.NotANumber(field);
        }

        return number < field.Min || number > field.Max ? FormMessages.OutOfRange(field) : null;
    }

    private static LocalizedText? Choices(FormField field, JsonNode value)
    {
        if (value is not JsonArray list || list.Any(item => item?.GetValueKind() != JsonValueKind.String || !IsChoice(field, item.GetValue<string>())))
        {
            return FormMessages.NotAChoice(field);
        }

        return list.Count < field.Min || list.Count > field.Max ? FormMessages.WrongCount(field) : null;
    }

    /// <summary>Whether it is texts by parts of the plan that the field is about, and nothing else; what they say is checked when they are written into the plan.</summary>
    private static LocalizedText? PlanParts(FormField field, JsonNode value)
    {
        var parts = PlanTextPart.Of([.. field.Choices!.Select(choice => choice.Value)]);
        return value is JsonObject texts && texts.All(text => text.Key == PlanSections.Seen
                ? text.Value is null or JsonObject
                : parts.Any(part => part.Name == text.Key) && text.Value?.GetValueKind() == JsonValueKind.String)
            ? null
            : FormMessages.NotAPartOfThePlan(field);
    }

    private static LocalizedText? Date(FormField field, string text, DateOnly? today)
    {
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return FormMessages.NotADate(field);
        }

        return field.MustNotBePast && date < today ? FormMessages.Past(field) : null;
    }

    private static LocalizedText? Text(FormField field, string text)
    {
        var most = field.Max ?? LongestText(field.Type);
        if (text.Length > most)
        {
            return FormMessages.TooLong(field, most);
        }

        if (text.Trim().Length < field.Min)
        {
            return FormMessages.TooShort(field);
        }

        return field.Pattern is { } pattern && !Regex.IsMatch(text.Trim(), $"^(?:{pattern})$", RegexOptions.None, TimeSpan.FromMilliseconds(100))
            ? FormMessages.WrongPattern(field)
            : null;
    }

    private static int LongestText(FormFieldType type) => type switch
    {
        FormFieldType.LongText => TextLimits.LongText,
        FormFieldType.User or FormFieldType.File => TextLimits.UserId,
        FormFieldType.Service => TextLimits.Code,
        _ => TextLimits.Name,
    };

    private static bool IsChoice(FormField field, string value) => field.Choices?.Any(choice => choice.Value == value) == true;
}
