using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>What stands beside a task, so that nobody has to look it up: why the step is there, whom it is about, which clocks run, who else is responsible.</summary>
internal sealed record TaskContext
{
    public required TaskDetails Task { get; init; }

    /// <summary>How and why, as written on the drawing, without references to facts; those are in <see cref="Law"/>.</summary>
    public string? Guidance { get; init; }

    /// <summary>Whether the drawing says that the law demands the step.</summary>
    public bool IsRequiredByLaw { get; init; }

    /// <summary>The rules behind the step; empty for a step that a leader has drawn without any.</summary>
    public IReadOnlyList<LawView> Law { get; init; } = [];

    /// <summary>The user for whom the caller acts as substitute with this task, or null.</summary>
    public string? OnBehalfOf { get; init; }

    public string? OnBehalfOfName { get; init; }

    /// <summary>Colleagues who have a draft of the form.</summary>
    public IReadOnlyList<OtherDraft> OtherDrafts { get; init; } = [];

    /// <summary>What has happened with the task, oldest first; empty for a task outside cases.</summary>
    public IReadOnlyList<TaskEvent> History { get; init; } = [];

    /// <summary>Why the rest is not shown: a sentence, for example that leaders must say why they open a case; null when it is shown or there is no case.</summary>
    public string? ContentRefused { get; init; }

    /// <summary>Code of the refusal, such as <c>reason-required</c>; null when there is none.</summary>
    public string? ContentRefusedCode { get; init; }

    public CaseInTask? Case { get; init; }

    public PersonInTask? Person { get; init; }

    /// <summary>Clocks of the case that run or were missed, the nearest first.</summary>
    public IReadOnlyList<ClockInTask> Clocks { get; init; } = [];

    public ContactInTask? LastContact { get; init; }

    public IReadOnlyList<ResponsibleInTask> Responsible { get; init; } = [];

    public PlanInTask? Plan { get; init; }

    /// <summary>What the appeal body has said of a case that it sent back; null when it has not, or when the case has been decided anew.</summary>
    public RemittalInTask? Remittal { get; init; }
}

/// <param name="Fact">Id of the fact.</param>
/// <param name="Text">One or two plain sentences.</param>
/// <param name="Statute">Where it stands; null for good practice.</param>
internal sealed record LawView(string Fact, string Text, string? Statute);

internal sealed record CaseInTask(CaseId CaseId, string Reference, CaseState State, string Track);

/// <summary>Whom the case is about. That the address is protected is shown; the address is not, nor the identity number.</summary>
internal sealed record PersonInTask(string GivenName, string FamilyName, int Age, string Language, string? InterpreterLanguage, AddressProtection AddressProtection, bool IsDeceased);

/// <param name="Key">Key of the catalogue.</param>
/// <param name="Name">Name as people see it.</param>
/// <param name="EffectiveOn">The last day.</param>
/// <param name="ActByOn">The day by which to act.</param>
/// <param name="State">Running or missed.</param>
/// <param name="DaysLeft">Days from today; below zero when it has passed.</param>
/// <param name="RolledBecause">Why the day was moved, or null.</param>
/// <param name="IsOfTask">Whether it is the deadline that the task is there to meet.</param>
internal sealed record ClockInTask(string Key, string Name, DateOnly EffectiveOn, DateOnly ActByOn, DeadlineState State, int DaysLeft, string? RolledBecause, bool IsOfTask);

/// <summary>Kind of the last contact.</summary>
internal enum ContactKind
{
    /// <summary>A letter to the person.</summary>
    Letter,

    /// <summary>Information about individual plan was given.</summary>
    Information,

    /// <summary>Someone asked for something.</summary>
    Request,
}

/// <param name="Kind">What it was.</param>
/// <param name="At">When.</param>
/// <param name="Subject">What a letter is about; null for other kinds.</param>
/// <param name="Channel">How, as a code.</param>
/// <param name="UserId">Who of ours, or null.</param>
/// <param name="Name">Name of that one, or null.</param>
/// <param name="Id">Id of the letter, record or request.</param>
internal sealed record ContactInTask(ContactKind Kind, DateTimeOffset At, string? Subject, string Channel, string? UserId, string? Name, Guid Id);

/// <param name="As">In which way: <c>CaseManager</c>, <c>Coordinator</c> or <c>MainResponsibleService</c>.</param>
/// <param name="UserId">Who, or null for a service.</param>
/// <param name="Name">Name of the user, or null.</param>
/// <param name="Service">Code of the service, or null.</param>
/// <param name="AwayTo">The last day on which that one is away; null when there.</param>
/// <param name="SubstituteName">Name of the one who does the work meanwhile, or null.</param>
internal sealed record ResponsibleInTask(string As, string? UserId, string? Name, string? Service, DateOnly? AwayTo = null, string? SubstituteName = null);

/// <summary>The part of the plan that the task is about: for a task about one participant that one's measures, else all.</summary>
internal sealed record PlanInTask(
    int Version, PlanState State, DateOnly? ApprovedOn, DateOnly? NextRevisionOn, bool IsPartial, IReadOnlyList<PlanGoal> Goals, IReadOnlyList<PlanMeasure> Measures);

/// <param name="DecidedOn">Day on which the appeal body annulled the decision.</param>
/// <param name="Instructions">What it wants done, or null.</param>
internal sealed record RemittalInTask(DateOnly DecidedOn, string? Instructions);

/// <param name="At">When.</param>
/// <param name="Event">What, as a code: <c>task-claimed</c> ….</param>
/// <param name="UserId">Who.</param>
/// <param name="Name">Name of that one.</param>
/// <param name="OnBehalfOf">User id of the one acted for, or null.</param>
/// <param name="Reason">Why.</param>
/// <param name="Before">User id of the one who had the task before, or null.</param>
/// <param name="BeforeName">Name of that one, or null.</param>
/// <param name="AssigneeName">Name of the one who has it after, or null.</param>
internal sealed record TaskEvent(
    DateTimeOffset At, string Event, string UserId, string Name, string? OnBehalfOf, string Reason, string? Before, string? BeforeName, string? AssigneeName);
