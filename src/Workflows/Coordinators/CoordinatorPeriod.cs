using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.Coordinators;

/// <summary>Kind of coordinator (L-70).</summary>
public enum CoordinatorType
{
    /// <summary>The municipality's coordinator (HOL § 7-2).</summary>
    Municipal,

    /// <summary>Child coordinator (barnekoordinator, HOL § 7-2a); ends at 18.</summary>
    Child,

    /// <summary>Coordinator of a hospital trust; does not replace the municipal one (L-65).</summary>
    SpecialistHealth,

    /// <summary>The one with main responsibility on the NAV track (L-63).</summary>
    NavMainResponsible,
}

/// <summary>Why a period ended (L-70).</summary>
public enum CoordinatorEndReason
{
    /// <summary>Left the job.</summary>
    LeftJob,

    /// <summary>Long absence.</summary>
    LongAbsence,

    /// <summary>The person wished another.</summary>
    PersonsWish,

    /// <summary>The service ended.</summary>
    ServiceEnded,

    /// <summary>Conflict.</summary>
    Conflict,

    /// <summary>The child turned 18.</summary>
    Age18,

    /// <summary>The person moved.</summary>
    Moved,

    /// <summary>Other.</summary>
    Other,

    /// <summary>The case was closed.</summary>
    CaseClosed,
}

/// <summary>Where a period stands.</summary>
public enum CoordinatorState
{
    /// <summary>Proposed by the coordinating unit, not yet accepted.</summary>
    Proposed,

    /// <summary>Appointed; runs from its first day.</summary>
    Appointed,

    /// <summary>The coordinator or the manager said no.</summary>
    Declined,

    /// <summary>Ended, or with a last day set.</summary>
    Ended,
}

/// <summary>What can happen to a period.</summary>
public enum CoordinatorOperation
{
    /// <summary>Accept and appoint.</summary>
    Appoint,

    /// <summary>Say no.</summary>
    Decline,

    /// <summary>Set the last day.</summary>
    End,
}

/// <summary>The life cycle of a period.</summary>
public static class CoordinatorTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<CoordinatorState, CoordinatorOperation> Table { get; } = new(
    [
        new(CoordinatorOperation.Appoint, CoordinatorState.Proposed, CoordinatorState.Appointed),
        new(CoordinatorOperation.Decline, CoordinatorState.Proposed, CoordinatorState.Declined),
        new(CoordinatorOperation.End, CoordinatorState.Appointed, CoordinatorState.Ended),
    ]);
}

/// <summary>A coordinator period was asked to take a step that its state does not allow.</summary>
public sealed class CoordinatorTransitionException : TransitionException
{
    internal CoordinatorTransitionException(CoordinatorPeriodId id, CoordinatorState from, CoordinatorOperation operation)
        : base("coordinator-period", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>One person's time as coordinator in a case (koordinator; L-70). It needs no plan (L-61), and grants no services (L-67).</summary>
public sealed class CoordinatorPeriod
{
    /// <summary>The age until which a family has a right to a child coordinator (HOL § 7-2a, L-11).</summary>
    public const int ChildUntilAge = 18;

    private CoordinatorPeriod()
    {
    }

    /// <summary>Id.</summary>
    public CoordinatorPeriodId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>User id of the coordinator.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>Code of the coordinator's service.</summary>
    public string Service { get; private set; } = "";

    /// <summary>Kind of coordinator.</summary>
    public CoordinatorType Type { get; private set; }

    /// <summary>Where it stands.</summary>
    public CoordinatorState State { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Last day, inclusive; null while open-ended. It may lie ahead: until then the coordinator is in place.</summary>
    public DateOnly? ToOn { get; private set; }

    /// <summary>User id of the one who proposed or appointed, normally in the coordinating unit (L-64).</summary>
    public string AppointedBy { get; private set; } = "";

    /// <summary>Whether the person agrees to this coordinator; null when not asked.</summary>
    public bool? PersonAgrees { get; private set; }

    /// <summary>Whether the person wished for this coordinator (L-66).</summary>
    public bool WasWished { get; private set; }

    /// <summary>Whether the coordinator accepted.</summary>
    public bool AcceptedByCoordinator { get; private set; }

    /// <summary>Whether the coordinator's manager accepted.</summary>
    public bool AcceptedByManager { get; private set; }

    /// <summary>Planned share of a full-time week, 0–100 per cent; null when not said.</summary>
    public int? WorkloadPercent { get; private set; }

    /// <summary>Why it ended, or null.</summary>
    public CoordinatorEndReason? EndReason { get; private set; }

    /// <summary>Note to the successor, or null.</summary>
    public string? HandoverNote { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Proposes a coordinator; records <c>coordinator-proposed</c>.</summary>
    public static CoordinatorPeriod Propose(
        CoordinatorPeriodId id, CaseId caseId, string userId, string service, CoordinatorType type, DateOnly fromOn, bool wasWished, Operation operation)
    {
        var period = new CoordinatorPeriod
        {
            Id = id,
            CaseId = caseId,
            UserId = TextLimits.Require(userId, TextLimits.UserId, nameof(userId)),
            Service = TextLimits.Require(service, TextLimits.Code, nameof(service)),
            Type = type,
            FromOn = fromOn,
            WasWished = wasWished,
            AppointedBy = operation.Actor.UserId,
        };
        period.Record("coordinator-proposed", operation);
        return period;
    }

    /// <summary>Proposes and appoints in one act, when the acceptances are already in hand; records both events.</summary>
    public static CoordinatorPeriod Appoint(
        CoordinatorPeriodId id, CaseId caseId, string userId, string service, CoordinatorType type, DateOnly fromOn, bool wasWished, bool? personAgrees, Operation operation)
    {
        var period = Propose(id, caseId, userId, service, type, fromOn, wasWished, operation);
        period.Appoint(personAgrees, acceptedByManager: true, workloadPercent: null, operation);
        return period;
    }

    /// <summary>The coordinator accepts and the period stands; records <c>coordinator-appointed</c>.</summary>
    public void Appoint(bool? personAgrees, bool acceptedByManager, int? workloadPercent, Operation operation)
    {
        if (workloadPercent is < 0 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(workloadPercent), "The workload is a percentage from 0 to 100.");
        }

        Move(
            CoordinatorOperation.Appoint,
            "coordinator-appointed",
            operation,
            () => (PersonAgrees, AcceptedByCoordinator, AcceptedByManager, WorkloadPercent) = (personAgrees, true, acceptedByManager, workloadPercent));
    }

    /// <summary>The coordinator or manager says no; records <c>coordinator-declined</c>.</summary>
    public void Decline(Operation operation) => Move(CoordinatorOperation.Decline, "coordinator-declined", operation, () => { });

    /// <summary>Sets the last day, which may lie ahead; records <c>coordinator-ended</c>. Ending an ended period keeps the first end.</summary>
    /// <param name="lastOn">Last day, inclusive; before the first day when the period never came about.</param>
    /// <param name="reason">Why.</param>
    /// <param name="operation">Who, why, when.</param>
    public void End(DateOnly lastOn, CoordinatorEndReason reason, Operation operation) =>
        Move(CoordinatorOperation.End, "coordinator-ended", operation, () => (ToOn, EndReason) = (lastOn, reason));

    /// <summary>Writes the note to the successor (scenario 12); records <c>coordinator-handed-over</c>.</summary>
    public void HandOver(string note, Operation operation)
    {
        HandoverNote = TextLimits.Require(note, TextLimits.LongText, nameof(note));
        Record("coordinator-handed-over", operation);
    }

    /// <summary>Whether this coordinator is in place on the date.</summary>
    public bool IsInPlaceOn(DateOnly date) =>
        State is CoordinatorState.Appointed or CoordinatorState.Ended && FromOn <= date && (ToOn is null || date <= ToOn);

    private void Move(CoordinatorOperation step, string @event, Operation operation, Action change)
    {
        var next = CoordinatorTransitions.Table.Next(State, step) ?? throw new CoordinatorTransitionException(Id, State, step);
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
            ("coordinatorPeriodId", Id), ("userId", UserId), ("service", Service), ("type", Type), ("fromOn", FromOn), ("toOn", ToOn), ("endReason", EndReason));
}
