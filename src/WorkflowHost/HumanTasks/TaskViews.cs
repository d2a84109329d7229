using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>A task in a list.</summary>
internal record TaskView(
    HumanTaskId TaskId, string Key, string Title, CaseId? CaseId, string? CaseReference, string? Role, string? Assignee, HumanTaskState State,
    DateOnly? DueOn, DateOnly? LegalDeadlineOn, DateOnly? FollowUpOn, int RemindersSent, DateTimeOffset OpenedAt, string? CompletedBy, DateTimeOffset? EndedAt, string? Outcome)
{
    public static TaskView Of(HumanTask task, string? caseReference) => new(
        task.Id, task.Key, task.Title, task.CaseId, caseReference, task.Role, task.Assignee, task.State,
        task.DueOn, task.LegalDeadlineOn, task.FollowUpOn, task.RemindersSent, task.OpenedAt, task.CompletedBy, task.EndedAt, task.Outcome);
}

/// <summary>A task with its form and the ways to complete it. The values of a completed task are shown to those who may see the case's contents.</summary>
internal sealed record TaskDetails(
    HumanTaskId TaskId, string Key, string Title, CaseId? CaseId, string? CaseReference, string? Role, string? Assignee, HumanTaskState State,
    DateOnly? DueOn, DateOnly? LegalDeadlineOn, DateOnly? FollowUpOn, int RemindersSent, DateTimeOffset OpenedAt, string? CompletedBy, DateTimeOffset? EndedAt, string? Outcome,
    string? Guidance, Guid? SubjectId, FormView Form, IReadOnlyList<ChoiceView> Outcomes, JsonObject? Values)
    : TaskView(TaskId, Key, Title, CaseId, CaseReference, Role, Assignee, State, DueOn, LegalDeadlineOn, FollowUpOn, RemindersSent, OpenedAt, CompletedBy, EndedAt, Outcome)
{
    public static TaskDetails Of(HumanTask task, string? caseReference, FormDefinition? form, string language, bool showsValues) => new(
        task.Id, task.Key, task.Title, task.CaseId, caseReference, task.Role, task.Assignee, task.State,
        task.DueOn, task.LegalDeadlineOn, task.FollowUpOn, task.RemindersSent, task.OpenedAt, task.CompletedBy, task.EndedAt, task.Outcome,
        task.Guidance, task.SubjectId, FormView.Of(form, task.FormKey, language),
        [.. task.Outcomes.Select(outcome => new ChoiceView(outcome.Value, LabelOf(outcome, form, language)))],
        showsValues ? task.Values : null);

    /// <summary>The drawing's own label unless it is the bare value; then the form's label, which is there in three languages.</summary>
    private static string LabelOf(TaskOutcome outcome, FormDefinition? form, string language) =>
        outcome.Label != outcome.Value ? outcome.Label : form?.OutcomeLabel(outcome.Value, language) ?? outcome.Value;
}

internal sealed record FormView(string Key, string Title, string? Guidance, IReadOnlyList<FieldView> Fields)
{
    public static FormView Of(FormDefinition? form, string key, string language) => form is null
        ? new FormView(key, "", null, [])
        : new FormView(form.Key, form.Title.In(language), form.Guidance?.In(language), [.. form.Fields.Select(field => FieldView.Of(field, language))]);
}

internal sealed record FieldView(
    string Name, string Label, string Type, bool Required, RequiredWhenView? RequiredWhen, string? Help, IReadOnlyList<ChoiceView>? Choices, decimal? Min, decimal? Max, string? Pattern)
{
    public static FieldView Of(FormField field, string language) => new(
        field.Name, field.Label.In(language), JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString()), field.Required,
        field.RequiredWhen is { } when ? new RequiredWhenView(when.Field, when.Values) : null, field.Help?.In(language),
        field.Choices is { } choices ? [.. choices.Select(choice => new ChoiceView(choice.Value, choice.Label.In(language)))] : null,
        field.Min, field.Max, field.Pattern);
}

internal sealed record RequiredWhenView(string Field, IReadOnlyList<string> Values);

internal sealed record ChoiceView(string Value, string Label);
