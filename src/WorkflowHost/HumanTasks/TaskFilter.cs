using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Whose tasks are listed, among those that the user may see.</summary>
internal enum TaskScope
{
    /// <summary>All that the user may see.</summary>
    All,

    /// <summary>Those that lie with the user.</summary>
    Mine,

    /// <summary>Those that lie with colleagues of the user's unit, and those that nobody has and the unit may take.</summary>
    Unit,
}

/// <summary>Where listed tasks stand, as people see it.</summary>
internal enum TaskPhase
{
    /// <summary>Not ended, put aside or not.</summary>
    Open,

    /// <summary>Not ended and not put aside: what there is to do now.</summary>
    Active,

    /// <summary>Put aside until a day that is still to come.</summary>
    OnHold,

    /// <summary>Completed or called off, the latest first.</summary>
    Done,
}

/// <summary>The order of a list of tasks that are not ended. Equals are in the order in which they came.</summary>
internal enum TaskOrder
{
    /// <summary>The nearest legal deadline first, then the nearest due date.</summary>
    Urgency,

    /// <summary>The nearest due date first.</summary>
    Due,

    /// <summary>The nearest follow-up date first.</summary>
    FollowUp,

    /// <summary>By the case's reference.</summary>
    Reference,
}

/// <summary>A filter as it stands in an address; the same for our API and for the work list page, so that an address brings back what was looked at.</summary>
/// <param name="Scope"><c>all</c>, <c>mine</c> or <c>unit</c>.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Q">Words: a reference, or parts of the person's name. Never an identity number.</param>
/// <param name="Key">Keys of steps, parted by commas.</param>
/// <param name="Role">The role of those who may do it.</param>
/// <param name="Assignee"><c>me</c>, <c>none</c> or a user id.</param>
/// <param name="State"><c>open</c>, <c>active</c>, <c>onHold</c> or <c>done</c>; also <c>claimed</c>, <c>completed</c> or <c>cancelled</c>.</param>
/// <param name="LegalDeadlineBefore">Legal deadline before a date.</param>
/// <param name="DueBefore">Due before a date.</param>
/// <param name="FollowUpBefore">To be followed up before a date.</param>
/// <param name="Track">The case's track.</param>
/// <param name="Overdue">Whether only what is overdue is wanted.</param>
/// <param name="Sort"><c>urgency</c>, <c>due</c>, <c>followUp</c> or <c>reference</c>.</param>
internal sealed record TaskQuery(
    string? Scope, string? CaseId, string? Q, string? Key, string? Role, string? Assignee, string? State,
    string? LegalDeadlineBefore, string? DueBefore, string? FollowUpBefore, string? Track, string? Overdue, string? Sort);

/// <summary>Which tasks are wanted, and in which order.</summary>
internal sealed record TaskFilter
{
    /// <summary>Stands for the user as assignee.</summary>
    public const string Me = "me";

    /// <summary>Stands for nobody as assignee.</summary>
    public const string Nobody = "none";

    public TaskScope Scope { get; init; }

    /// <summary>Only these tasks; null for whichever.</summary>
    public IReadOnlyList<HumanTaskId>? Ids { get; init; }

    public CaseId? CaseId { get; init; }

    /// <summary>Parts of a reference or a name; null for no search.</summary>
    public string? Words { get; init; }

    public IReadOnlyList<string> Keys { get; init; } = [];

    public string? Role { get; init; }

    /// <summary>A user id, <see cref="Me"/> or <see cref="Nobody"/>; null for whoever.</summary>
    public string? Assignee { get; init; }

    /// <summary>Null for any.</summary>
    public TaskPhase? Phase { get; init; }

    /// <summary>The state as it is stored; null for any.</summary>
    public HumanTaskState? State { get; init; }

    public DateOnly? LegalDeadlineBeforeDate { get; init; }

    public DateOnly? DueBeforeDate { get; init; }

    public DateOnly? FollowUpBeforeDate { get; init; }

    public string? Track { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>Whether only what has a legal deadline or a due date from today to Sunday is wanted.</summary>
    public bool IsDueThisWeek { get; init; }

    public TaskOrder Order { get; init; }

    /// <summary>Reads a filter; adds what is wrong to the errors, by the names of the query.</summary>
    public static TaskFilter Read(TaskQuery query, FieldErrors errors)
    {
        if (CaseWords.IsIdentityNumber(query.Q))
        {
            errors.Add("q", CaseWords.NumberRefused);
        }

        errors.AtMost(query.Q, TextLimits.Name, "q");
        return new TaskFilter
        {
            Scope = errors.Choice<TaskScope>(Given(query.Scope), "scope") ?? TaskScope.All,
            CaseId = Case(query.CaseId, errors),
            Words = Given(query.Q),
            Keys = (query.Key ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Role = Given(query.Role),
            Assignee = Given(query.Assignee),
            Phase = PhaseOf(query.State),
            State = PhaseOf(query.State) is null ? errors.Choice<HumanTaskState>(Given(query.State), "state") : null,
            LegalDeadlineBeforeDate = Date(query.LegalDeadlineBefore, "legalDeadlineBefore", errors),
            DueBeforeDate = Date(query.DueBefore, "dueBefore", errors),
            FollowUpBeforeDate = Date(query.FollowUpBefore, "followUpBefore", errors),
            Track = Given(query.Track),
            IsOverdue = query.Overdue is "true" or "on",
            Order = errors.Choice<TaskOrder>(Given(query.Sort), "sort") ?? TaskOrder.Urgency,
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static TaskPhase? PhaseOf(string? text) =>
        Given(text) is { } name && !char.IsAsciiDigit(name[0]) && Enum.TryParse<TaskPhase>(name, ignoreCase: true, out var phase) ? phase : null;

    private static CaseId? Case(string? text, FieldErrors errors)
    {
        if (Given(text) is null)
        {
            return null;
        }

        if (Guid.TryParse(text, out var id))
        {
            return new CaseId(id);
        }

        errors.Add("caseId", Messages.WrongType);
        return null;
    }

    private static DateOnly? Date(string? text, string field, FieldErrors errors) => Dates.Read(text, field, errors, Messages.NotADate);
}
