using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Why a revision is made (L-88).</summary>
public enum RevisionTrigger
{
    /// <summary>The plan's own date.</summary>
    Planned,

    /// <summary>Material change in life or health.</summary>
    LifeChange,

    /// <summary>A service is new, changed or ended.</summary>
    ServiceChange,

    /// <summary>Change of coordinator or main responsible service.</summary>
    CoordinatorChange,

    /// <summary>Decision, extension or end of the qualification programme.</summary>
    ProgrammeChange,

    /// <summary>Admission to or discharge from hospital.</summary>
    Hospital,

    /// <summary>Turned 16 or 18.</summary>
    AgeChange,

    /// <summary>School or work transition.</summary>
    Transition,

    /// <summary>Move.</summary>
    Move,

    /// <summary>A consent changed.</summary>
    ConsentChange,

    /// <summary>An appeal was successful.</summary>
    Appeal,

    /// <summary>The person or a participant asks.</summary>
    Asked,

    /// <summary>A measure is overdue or a goal missed.</summary>
    MeasureOverdue,
}

/// <summary>What came of a revision (L-89).</summary>
public enum RevisionOutcome
{
    /// <summary>No change.</summary>
    NoChange,

    /// <summary>Minor adjustment without renewed approval.</summary>
    Adjusted,

    /// <summary>A new version, approved by the person.</summary>
    NewVersion,

    /// <summary>The plan is to be ended.</summary>
    Close,
}

/// <summary>What became of a goal (L-89).</summary>
public enum GoalResult
{
    /// <summary>Reached.</summary>
    Reached,

    /// <summary>Progressing.</summary>
    Progressing,

    /// <summary>No progress.</summary>
    NoProgress,

    /// <summary>Dropped.</summary>
    Dropped,

    /// <summary>Changed.</summary>
    Changed,
}

/// <summary>Where a revision stands.</summary>
public enum RevisionState
{
    /// <summary>Waits for its date.</summary>
    Planned,

    /// <summary>Under way.</summary>
    Started,

    /// <summary>Done, with an outcome.</summary>
    Completed,

    /// <summary>Fell away.</summary>
    Cancelled,
}

/// <summary>What can happen to a revision.</summary>
public enum RevisionOperation
{
    /// <summary>Begin.</summary>
    Start,

    /// <summary>Record the outcome.</summary>
    Complete,

    /// <summary>Fall away.</summary>
    Cancel,
}

/// <summary>The life cycle of a revision.</summary>
public static class RevisionTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<RevisionState, RevisionOperation> Table { get; } = new(
    [
        new(RevisionOperation.Start, RevisionState.Planned, RevisionState.Started),
        new(RevisionOperation.Complete, RevisionState.Planned, RevisionState.Completed),
        new(RevisionOperation.Complete, RevisionState.Started, RevisionState.Completed),
        new(RevisionOperation.Cancel, RevisionState.Planned, RevisionState.Cancelled),
        new(RevisionOperation.Cancel, RevisionState.Started, RevisionState.Cancelled),
    ]);
}

/// <summary>A revision was asked to take a step that its state does not allow.</summary>
public sealed class RevisionTransitionException : TransitionException
{
    internal RevisionTransitionException(RevisionId id, RevisionState from, RevisionOperation operation)
        : base("revision", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>The evaluation of one goal.</summary>
/// <param name="GoalKey">Key of the goal.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Note">Note, or null.</param>
public sealed record GoalEvaluation(string GoalKey, GoalResult Result, string? Note = null);

/// <summary>What a revision found (L-89).</summary>
/// <param name="Attendees">Who attended: service codes, <c>person</c>, <c>relatives</c>.</param>
/// <param name="Goals">Evaluation by goal.</param>
/// <param name="PersonsAssessment">The person's own assessment, or null.</param>
/// <param name="Decisions">What was agreed, or null.</param>
public sealed record RevisionFindings(IReadOnlyList<string> Attendees, IReadOnlyList<GoalEvaluation> Goals, string? PersonsAssessment, string? Decisions);

/// <summary>One revision of a plan, from its date to its outcome (revisjon; L-87–L-91).</summary>
public sealed class Revision
{
    private Revision()
    {
    }

    /// <summary>Id.</summary>
    public RevisionId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>The plan.</summary>
    public PlanId PlanId { get; private set; }

    /// <summary>Why.</summary>
    public RevisionTrigger Trigger { get; private set; }

    /// <summary>The day it is due.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public RevisionState State { get; private set; }

    /// <summary>Day it was completed, or null.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>What came of it, or null.</summary>
    public RevisionOutcome? Outcome { get; private set; }

    /// <summary>What was found, or null.</summary>
    public RevisionFindings? Findings { get; private set; }

    /// <summary>Day of the next revision, or null.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Plans a revision; records <c>revision-planned</c>.</summary>
    public static Revision Plan(RevisionId id, CaseId caseId, PlanId planId, RevisionTrigger trigger, DateOnly dueOn, Operation operation)
    {
        var revision = new Revision { Id = id, CaseId = caseId, PlanId = planId, Trigger = trigger, DueOn = dueOn };
        revision.Record("revision-planned", operation);
        return revision;
    }

    /// <summary>Begins it; records <c>revision-started</c>.</summary>
    public void Start(Operation operation) => Move(RevisionOperation.Start, "revision-started", operation, () => { });

    /// <summary>Moves the date with a reason in the operation (L-111); records <c>revision-deferred</c>. Only while planned.</summary>
    /// <exception cref="ArgumentException">The operation gives no reason.</exception>
    public void Defer(DateOnly dueOn, Operation operation)
    {
        if (State != RevisionState.Planned)
        {
            throw new RevisionTransitionException(Id, State, RevisionOperation.Start);
        }

        if (dueOn != DueOn)
        {
            TextLimits.Require(operation.Reason, TextLimits.Text, nameof(operation));
            DueOn = dueOn;
            Record("revision-deferred", operation);
        }
    }

    /// <summary>Records outcome and next date; records <c>revision-completed</c> with the days it was overdue .</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="nextOn">Next revision; required unless the plan is to be ended.</param>
    /// <param name="operation">Who, why, when.</param>
    public void Complete(RevisionOutcome outcome, RevisionFindings findings, DateOnly? nextOn, Operation operation)
    {
        if (nextOn is null && outcome != RevisionOutcome.Close)
        {
            throw new ArgumentException("A revision that keeps the plan names the next date (F1110 § 9 h).", nameof(nextOn));
        }

        var bounded = findings with
        {
            PersonsAssessment = TextLimits.Bound(findings.PersonsAssessment, TextLimits.LongText, nameof(findings)),
            Decisions = TextLimits.Bound(findings.Decisions, TextLimits.LongText, nameof(findings)),
        };
        Move(
            RevisionOperation.Complete,
            "revision-completed",
            operation,
            () => (Outcome, Findings, NextOn, CompletedOn) = (outcome, bounded, nextOn, operation.Today));
    }

    /// <summary>It falls away; records <c>revision-cancelled</c>.</summary>
    public void Cancel(Operation operation) => Move(RevisionOperation.Cancel, "revision-cancelled", operation, () => { });

    /// <summary>Days overdue on a date; 0 when not overdue. A completed revision counts to its completion.</summary>
    public int OverdueDays(DateOnly on) => State == RevisionState.Cancelled ? 0 : Math.Max(0, (CompletedOn ?? on).DayNumber - DueOn.DayNumber);

    private void Move(RevisionOperation step, string @event, Operation operation, Action change)
    {
        var next = RevisionTransitions.Table.Next(State, step) ?? throw new RevisionTransitionException(Id, State, step);
        if (next == State)
        {
            return;
        }

        State = next;
        change();
        Record(@event, operation);
    }

    private void Record(string @event, Operation operation) =>
        operation.Record(
            CaseId,
            @event,
            ("revisionId", Id), ("planId", PlanId), ("trigger", Trigger), ("dueOn", DueOn), ("outcome", Outcome), ("nextOn", NextOn),
            ("overdueDays", CompletedOn is null ? null : OverdueDays(operation.Today)));
}
