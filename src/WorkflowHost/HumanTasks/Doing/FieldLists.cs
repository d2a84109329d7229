using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>What fields of forms are chosen from: colleagues by name, services by name, the task's files, and the form's own choices.</summary>
/// <param name="Colleagues">By user id.</param>
/// <param name="Services">By code.</param>
/// <param name="Files">By id.</param>
internal sealed record FieldLists(IReadOnlyList<Choice> Colleagues, IReadOnlyList<Choice> Services, IReadOnlyList<Choice> Files)
{
    public static readonly LocalizedText Yes = new("Ja", "Ja", "Yes");

    public static readonly LocalizedText No = new("Nei", "Nei", "No");

    public static async Task<FieldLists> ReadAsync(FormDefinition? form, UserDirectory users, TaskPapersView? papers, string language, CancellationToken cancellationToken)
    {
        var colleagues = form?.Fields.Any(f => f.Type == FormFieldType.User) is true ? await users.AllAsync(cancellationToken) : [];
        return new FieldLists(
            [.. colleagues.Select(c => Named(c, language))],
            [.. RoleNames.PlanServices.Select(s => new Choice(s.Key, s.Value.In(language)))],
            [.. (papers?.Attachments ?? []).Where(static f => f.FileName is not null).Select(static f => new Choice(f.AttachmentId.ToString(), f.FileName!))]);
    }

    /// <summary>A colleague with what tells two of one name apart.</summary>
    public static Choice Named(Colleague colleague, string language)
    {
        var known = new[] { colleague.Roles is [var role, ..] ? RoleNames.Role(role).In(language) : null, colleague.Service is { } service ? RoleNames.Service(service).In(language) : null };
        return new Choice(colleague.UserId, string.Join(", ", known.OfType<string>().Prepend(colleague.Name)));
    }

    public IReadOnlyList<Choice> ChoicesOf(FormField field, string? value, string language) => field.Type switch
    {
        FormFieldType.Boolean => [new("true", Yes.In(language)), new("false", No.In(language))],
        FormFieldType.Choice or FormFieldType.MultiChoice => [.. field.Choices!.Select(c => new Choice(c.Value, c.Label.In(language)))],
        FormFieldType.User => WithValue(Colleagues, value),
        FormFieldType.Service => WithValue(Services, value),
        FormFieldType.File => Files,
        _ => [],
    };

    /// <summary>A value as people read it, line by line; nothing when the field was left empty.</summary>
    public IReadOnlyList<string> Shown(FormField field, JsonNode? value, string language)
    {
        if (field.Type == FormFieldType.PlanSections)
        {
            return value is not JsonObject parts ? [] : [.. PlanTextPart.All.SelectMany(part => parts[part.Name] is { } text && FilledForm.Text(text) is { Length: > 0 } words ? [part.Label.In(language) + ":", .. words.Split('\n')] : Array.Empty<string>())];
        }

        var texts = FilledForm.Texts(value);
        return field.Type switch
        {
            FormFieldType.Date => [.. texts.Select(t => Dates.TryRead(t, out var date) ? Dates.Show(date, language) : t)],
            FormFieldType.Boolean or FormFieldType.Choice or FormFieldType.MultiChoice or FormFieldType.User or FormFieldType.Service or FormFieldType.File =>
                [.. texts.Select(t => ChoicesOf(field, t, language).FirstOrDefault(c => c.Value == t)?.Text ?? t)],
            _ => [.. texts.SelectMany(t => t.Split('\n'))],
        };
    }

    /// <summary>What was chosen before stays a choice, also when it is no longer in the list.</summary>
    private static IReadOnlyList<Choice> WithValue(IReadOnlyList<Choice> choices, string? value) =>
        string.IsNullOrEmpty(value) || choices.Any(c => c.Value == value) ? choices : [.. choices, new Choice(value, value)];
}
