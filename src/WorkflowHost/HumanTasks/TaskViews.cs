using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Law;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>A task in short.</summary>
internal record TaskView
{
    public TaskView()
    {
    }

    public TaskView(HumanTask task, string? caseReference, DateOnly today, UserDirectory users)
    {
        TaskId = task.Id;
        Key = task.Key;
        Title = task.Title;
        CaseId = task.CaseId;
        CaseReference = caseReference;
        Role = task.Role;
        Assignee = task.Assignee;
        AssigneeName = task.Assignee is null ? null : users.NameOf(task.Assignee);
        State = task.StateOn(today);
        DueOn = task.DueOn;
        LegalDeadlineOn = task.LegalDeadlineOn;
        FollowUpOn = task.FollowUpOn;
        HoldUntil = task.HoldUntil;
        IsOverdue = task.IsOverdueOn(today);
        RemindersSent = task.RemindersSent;
        OpenedAt = task.OpenedAt;
        CompletedBy = task.CompletedBy;
        CompletedByName = task.CompletedBy is null ? null : users.NameOf(task.CompletedBy);
        EndedAt = task.EndedAt;
        Outcome = task.Outcome;
        Version = task.Version;
    }

    public HumanTaskId TaskId { get; init; }

    public string Key { get; init; } = "";

    public string Title { get; init; } = "";

    public CaseId? CaseId { get; init; }

    public string? CaseReference { get; init; }

    public string? Role { get; init; }

    public string? Assignee { get; init; }

    public string? AssigneeName { get; init; }

    /// <summary>Where it stands today: what was put aside until today or before is back.</summary>
    public HumanTaskState State { get; init; }

    /// <summary>When it should be done, as the flow says.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The last day that the law allows; nobody moves it.</summary>
    public DateOnly? LegalDeadlineOn { get; init; }

    /// <summary>When the one who has it wants to look at it again.</summary>
    public DateOnly? FollowUpOn { get; init; }

    /// <summary>The day on which it is back after having been put aside; it stays there after that day, until someone takes the task up.</summary>
    public DateOnly? HoldUntil { get; init; }

    public bool IsOverdue { get; init; }

    public int RemindersSent { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public string? CompletedBy { get; init; }

    public string? CompletedByName { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? Outcome { get; init; }

    /// <summary>What If-Match takes.</summary>
    public long Version { get; init; }
}

/// <summary>A task in a list, with what the list tells about its case. The person's name is there only for those who work with the case (P-4).</summary>
internal sealed record ListedTask : TaskView
{
    public ListedTask()
    {
    }

    public ListedTask(HumanTask task, string? caseReference, DateOnly today, UserDirectory users)
        : base(task, caseReference, today, users)
    {
    }

    public string? CaseTrack { get; init; }

    public CaseState? CaseState { get; init; }

    public PersonName? Person { get; init; }

    /// <summary>How many comments it has that are not struck.</summary>
    public int Comments { get; init; }

    /// <summary>How many files lie with it that are not struck.</summary>
    public int Attachments { get; init; }

    /// <summary>The last day on which the one who has the task is away; null when that one is there.</summary>
    public DateOnly? AssigneeAwayTo { get; init; }

    /// <summary>Who does the work of the absent one today, or null.</summary>
    public string? Substitute { get; init; }

    public string? SubstituteName { get; init; }

    /// <summary>The absent colleague for whom the caller has the task, or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>With what is to be told when the one who has the task is away.</summary>
    public ListedTask WithAbsence(Substitution today, CurrentUser user, UserDirectory users)
    {
        if (Assignee is not { } assignee || EndedAt is not null || today.AbsenceOf(assignee) is not { } absence)
        {
            return this;
        }

        var worker = today.WorkerFor(assignee);
        return this with
        {
            AssigneeAwayTo = absence.ToOn,
            Substitute = worker,
            SubstituteName = worker is null ? null : users.NameOf(worker),
            OnBehalfOf = worker == user.UserId ? assignee : null,
        };
    }
}

/// <summary>A task with its form and the ways to complete it. The values of a completed task are shown to those who may see the case's contents.</summary>
internal sealed record TaskDetails : TaskView
{
    public TaskDetails()
    {
    }

    public TaskDetails(HumanTask task, string? caseReference, DateOnly today, UserDirectory users, string language, bool showsValues)
        : base(task, caseReference, today, users)
    {
        var form = FormCatalogue.Embedded.Of(task);
        Guidance = LawTexts.WithoutCitations(task.Guidance);
        SubjectId = task.SubjectId;
        Form = FormView.Of(form, task.FormKey, language);
        Outcomes = [.. task.Outcomes.Select(outcome => new ChoiceView(outcome.Value, LabelOf(outcome, form, language)))];
        Values = showsValues ? task.Values : null;
    }

    public string? Guidance { get; init; }

    public Guid? SubjectId { get; init; }

    public FormView Form { get; init; } = new("", "", null, []);

    public IReadOnlyList<ChoiceView> Outcomes { get; init; } = [];

    public JsonObject? Values { get; init; }

    /// <summary>The form's label, which is there in three languages and says what the person answers; the drawing's own for an answer that the form does not know.</summary>
    private static string LabelOf(TaskOutcome outcome, FormDefinition? form, string language) =>
        form?.OutcomeLabel(outcome.Value, language) is { } label && label != outcome.Value ? label : outcome.Label;
}

internal sealed record FormView(string Key, string Title, string? Guidance, IReadOnlyList<FieldView> Fields)
{
    public static FormView Of(FormDefinition? form, string key, string language) => form is null
        ? new FormView(key, "", null, [])
        : new FormView(form.Key, form.Title.In(language), LawTexts.WithoutCitations(form.Guidance?.In(language)), [.. form.Fields.Select(field => FieldView.Of(field, language))]);
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
