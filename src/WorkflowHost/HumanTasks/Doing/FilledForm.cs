using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>A task's form between the page and the task: what was typed as values, and values as what is typed. Nothing typed is lost because it is wrong.</summary>
internal static class FilledForm
{
    /// <summary>Goes before the names of fields, so that no form can have a field that means something else to the page.</summary>
    private const string Prefix = "f-";

    private static readonly LocalizedText NotADate = new(
        "Skriv «{0}» som en dato, for eksempel 28.01.2027.", "Skriv «{0}» som ein dato, til dømes 28.01.2027.", "Write “{0}” as a date, for example 28.01.2027.");

    public static string NameOf(string field) => Prefix + field;

    /// <summary>Name of the file that is sent for a field; the field's own value is the file's id.</summary>
    public static string UploadOf(string field) => "file-" + field;

    /// <summary>The values of the form. What cannot be read as its kind stays as the text that was typed, and is then told about by the check of the form.</summary>
    public static JsonObject Read(FormDefinition? form, IFormCollection posted)
    {
        var values = new JsonObject();
        foreach (var field in form?.Fields ?? [])
        {
            if ((field.Type == FormFieldType.PlanSections ? Parts(field, posted) : Value(field, posted[NameOf(field.Name)])) is { } value)
            {
                values[field.Name] = value;
            }
        }

        return values;
    }

    /// <summary>The value as the field shows it for typing.</summary>
    public static string? Text(JsonNode? value) => value switch
    {
        null => null,
        _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ when value.GetValueKind() == JsonValueKind.True => "true",
        _ when value.GetValueKind() == JsonValueKind.False => "false",
        _ when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString().Replace('.', ','),
        _ => null,
    };

    /// <summary>The chosen ones of several.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? value) => value switch
    {
        JsonArray list => [.. list.Select(Text).OfType<string>()],
        _ => Text(value) is { } one ? [one] : [],
    };

    /// <summary>What is wrong, by the names of the page's fields.</summary>
    public static IReadOnlyDictionary<string, string> Messages(FormDefinition? form, JsonObject values, Refusal refusal, string language)
    {
        var messages = refusal.FieldMessages(language);
        return messages.ToDictionary(
            m => IsField(form, m.Key.Split('.')[0]) ? NameOf(m.Key) : m.Key,
            m => Field(form, m.Key) is { Type: FormFieldType.Date } date && !Dates.TryRead(Text(values[date.Name]), out _) && Text(values[date.Name]) is { Length: > 0 }
                ? Platform.Messages.Format(NotADate, date.Label.In(language)).In(language)
                : m.Value,
            StringComparer.Ordinal);
    }

    private static FormField? Field(FormDefinition? form, string name) => form?.Fields.FirstOrDefault(f => f.Name == name);

    private static bool IsField(FormDefinition? form, string name) => Field(form, name) is not null;

    private static JsonNode? Value(FormField field, StringValues typed)
    {
        if (field.Type == FormFieldType.MultiChoice)
        {
            return typed.Count == 0 ? null : new JsonArray([.. typed.Select(v => JsonValue.Create(v))]);
        }

        var text = typed.ToString().ReplaceLineEndings("\n");
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return field.Type switch
        {
            FormFieldType.Boolean when text is "true" or "false" => JsonValue.Create(text == "true"),
            FormFieldType.Number when Number(text) is { } number => JsonValue.Create(number),
            FormFieldType.Date when Dates.TryRead(text, out var date) => JsonValue.Create(Dates.ForField(date)),
            FormFieldType.LongText => JsonValue.Create(text),
            _ => JsonValue.Create(text.Trim()),
        };
    }

    /// <summary>The texts of the parts of the plan that came along, with what the writer had before them; null when none did.</summary>
    private static JsonObject? Parts(FormField field, IFormCollection posted)
    {
        var (texts, seen) = (new JsonObject(), new JsonObject());
        foreach (var part in PlanTextPart.Of([.. field.Choices!.Select(static c => c.Value)]).Select(static p => p.Name).Where(p => posted.ContainsKey($"{NameOf(field.Name)}.{p}")))
        {
            texts[part] = posted[$"{NameOf(field.Name)}.{part}"].ToString().ReplaceLineEndings("\n");
            seen[part] = posted[$"{NameOf(field.Name)}.{PlanSections.Seen}.{part}"].ToString() is { Length: > 0 } mark ? mark : null;
        }

        if (texts.Count == 0)
        {
            return null;
        }

        texts[PlanSections.Seen] = seen;
        return texts;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
