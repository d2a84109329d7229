using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Where a deadline stands. Missed is final: a later answer does not undo the breach (scenario 4).</summary>
public enum DeadlineState
{
    /// <summary>The clock runs.</summary>
    Running,

    /// <summary>What it demanded was done in time.</summary>
    Met,

    /// <summary>It passed without being met.</summary>
    Missed,

    /// <summary>It no longer applies, for example because the person died.</summary>
    Stopped,
}

/// <summary>What can happen to a deadline.</summary>
public enum DeadlineOperation
{
    /// <summary>What it demanded was done.</summary>
    Meet,

    /// <summary>It passed.</summary>
    Miss,

    /// <summary>It fell away.</summary>
    Stop,
}

/// <summary>A computed deadline with everything that explains it (D-25): start event, rule, raw date, rolled date and reason.</summary>
/// <remarks>A deadline is never recomputed. A new start event or a new rule set makes a new deadline.</remarks>
public sealed class Deadline
{
    private Deadline()
    {
    }

    /// <summary>Id.</summary>
    public DeadlineId Id { get; private set; }

    /// <summary>The case whose clock it is.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>Key of the catalogue, for example <c>D-1</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Id of what it belongs to inside the case (request, decision, appeal, plan), or null.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>The event that started it, kebab-case.</summary>
    public string StartEvent { get; private set; } = "";

    /// <summary>The Norwegian day of the start event; not counted.</summary>
    public DateOnly StartedOn { get; private set; }

    /// <summary>Where the period ends by counting alone.</summary>
    public DateOnly RawOn { get; private set; }

    /// <summary>The last day of the deadline, to its end in Norwegian time.</summary>
    public DateOnly EffectiveOn { get; private set; }

    /// <summary>The working day by which the owner should act; before <see cref="EffectiveOn"/> when that is no working day.</summary>
    public DateOnly ActByOn { get; private set; }

    /// <summary>Why the date moved from raw to effective, or null.</summary>
    public string? RolledBecause { get; private set; }

    /// <summary>Key of the rule set counted by.</summary>
    public string RuleSet { get; private set; } = "";

    /// <summary>Why it binds.</summary>
    public DeadlineBasis Basis { get; private set; }

    /// <summary>Whose deadline it is.</summary>
    public DeadlineOwner Owner { get; private set; }

    /// <summary>Where it stands.</summary>
    public DeadlineState State { get; private set; }

    /// <summary>The Norwegian day it was met; set also when it had been missed before, so that the delay can be told.</summary>
    public DateOnly? MetOn { get; private set; }

    /// <summary>When it stopped running, whatever the way.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>The instant at which it has passed: the end of the effective day in Norway, UTC.</summary>
    public DateTimeOffset ExpiresAt => NorwegianTime.EndOf(EffectiveOn);

    /// <summary>Counts the rule's own length and starts the clock; records <c>deadline-started</c>.</summary>
    /// <param name="id">Id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ruleSet">The set to count by; valid on the date that starts the step.</param>
    /// <param name="key">Key of the rule.</param>
    /// <param name="track">Track of the case, for the basis.</param>
    /// <param name="startEvent">What starts it, kebab-case.</param>
    /// <param name="startedOn">The day it happened.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="subjectId">What it belongs to inside the case.</param>
    public static Deadline Start(
        DeadlineId id, CaseId caseId, RuleSet ruleSet, string key, string track, string startEvent, DateOnly startedOn, Operation operation, Guid? subjectId = null) =>
        Start(id, caseId, ruleSet, DeadlineCalendar.Compute(startedOn, ruleSet.Deadline(key)), track, startEvent, operation, subjectId);

    /// <summary>Starts the clock on a date already counted or named (a promised date, a plan's own date); records <c>deadline-started</c>.</summary>
    public static Deadline Start(
        DeadlineId id, CaseId caseId, RuleSet ruleSet, ComputedDeadline computed, string track, string startEvent, Operation operation, Guid? subjectId = null)
    {
        var deadline = new Deadline
        {
            Id = id,
            CaseId = caseId,
            Key = computed.RuleKey,
            SubjectId = subjectId,
            StartEvent = TextLimits.Require(startEvent, TextLimits.Code, nameof(startEvent)),
            StartedOn = computed.StartedOn,
            RawOn = computed.RawOn,
            EffectiveOn = computed.EffectiveOn,
            ActByOn = computed.ActByOn,
            RolledBecause = computed.RolledBecause,
            RuleSet = ruleSet.Key,
            Basis = ruleSet.BasisOf(computed.RuleKey, track),
            Owner = ruleSet.Deadline(computed.RuleKey).Owner,
        };
        deadline.Record("deadline-started", operation);
        return deadline;
    }

    /// <summary>What it demanded was done on the given day. In time it becomes Met; after the effective day it becomes Missed, with the day kept. A deadline already Missed only gets the day.</summary>
    /// <param name="on">The Norwegian day it was done.</param>
    /// <param name="operation">Who, why, when.</param>
    public void Meet(DateOnly on, Operation operation)
    {
        if (State == DeadlineState.Running && on > EffectiveOn)
        {
            Move(DeadlineOperation.Miss, "deadline-missed", operation);
        }

        if (State == DeadlineState.Missed)
        {
            if (MetOn is null)
            {
                MetOn = on;
                Record("missed-deadline-answered", operation);
            }

            return;
        }

        if (Next(DeadlineOperation.Meet) != State)
        {
            MetOn = on;
            Move(DeadlineOperation.Meet, "deadline-met", operation);
        }
    }

    /// <summary>It passed without being met; records <c>deadline-missed</c>. Nothing happens while the effective day still lasts.</summary>
    public void Miss(Operation operation)
    {
        if (operation.Now >= ExpiresAt || State != DeadlineState.Running)
        {
            Move(DeadlineOperation.Miss, "deadline-missed", operation);
        }
    }

    /// <summary>It no longer applies; records <c>deadline-stopped</c>.</summary>
    public void Stop(Operation operation) => Move(DeadlineOperation.Stop, "deadline-stopped", operation);

    private void Move(DeadlineOperation step, string @event, Operation operation)
    {
        var next = Next(step);
        if (next == State)
        {
            return;
        }

        State = next;
        EndedAt = operation.Now;
        Record(@event, operation);
    }

    private DeadlineState Next(DeadlineOperation step) =>
        DeadlineTransitions.Table.Next(State, step) ?? throw new DeadlineTransitionException(Id, State, step);

    private void Record(string @event, Operation operation) =>
        operation.Record(
            CaseId,
            @event,
            ("deadlineId", Id), ("key", Key), ("startEvent", StartEvent), ("startedOn", StartedOn), ("rawOn", RawOn), ("effectiveOn", EffectiveOn),
            ("actByOn", ActByOn), ("rolledBecause", RolledBecause), ("ruleSet", RuleSet), ("basis", Basis), ("metOn", MetOn));
}
