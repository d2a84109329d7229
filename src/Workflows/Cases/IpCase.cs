using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Cases;

/// <summary>The case about one person's individual plan, from the first signal to the archive. A person has at most one open case (F1110 § 9).</summary>
public sealed class IpCase
{
    private IpCase()
    {
    }

    /// <summary>Id.</summary>
    public CaseId Id { get; private set; }

    /// <summary>What people call it: <c>IP-2026-00042</c>.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The person.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Legal track, a key of the rule set.</summary>
    public string Track { get; private set; } = "";

    /// <summary>Rule set pinned for the step that is under way; decisions and deadlines keep their own.</summary>
    public string RuleSetKey { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public CaseState State { get; private set; }

    /// <summary>Where it stood before a temporary stop or a transfer; null otherwise.</summary>
    public CaseState? StateBeforePause { get; private set; }

    /// <summary>Why it is temporarily stopped, or null.</summary>
    public SuspensionReason? SuspensionReason { get; private set; }

    /// <summary>When it was opened (or reopened last).</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it was closed, or null.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why it was closed, or null while open.</summary>
    public CloseReason? CloseReason { get; private set; }

    /// <summary>The case that lives on when this was a duplicate, or null.</summary>
    public CaseId? MergedIntoCaseId { get; private set; }

    /// <summary>User id of the case manager, or null when not assigned.</summary>
    public string? CaseManagerId { get; private set; }

    /// <summary>
    /// Code of the unit that handles the case: the service of those who registered it, until it is moved. Only those who work there, and those with a part of
    /// their own in the case, see it (P-10). Null until a unit has taken it; then all units see it.
    /// </summary>
    public string? Unit { get; private set; }

    /// <summary>Code of the service with the main responsibility (L-34), or null until clarified.</summary>
    public string? MainResponsibleService { get; private set; }

    /// <summary>On which ground the person is entitled; null until assessed.</summary>
    public EntitlementBasis? EntitlementBasis { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>True until closed; the host keeps at most one open case per person by a constraint.</summary>
    public bool IsOpen => State != CaseState.Closed;

    /// <summary>Opens a case in state <see cref="CaseState.Identified"/>; records <c>case-opened</c>.</summary>
    /// <param name="id">Id.</param>
    /// <param name="reference">Short reference, made by the host.</param>
    /// <param name="personId">The person.</param>
    /// <param name="track">Track key; must exist in the rule set.</param>
    /// <param name="ruleSetKey">Rule set valid on the date that starts the step.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="unit">Code of the unit that handles it, or null when none has taken it.</param>
    public static IpCase Open(CaseId id, string reference, PersonId personId, string track, string ruleSetKey, Operation operation, string? unit = null)
    {
        var opened = new IpCase
        {
            Id = id,
            Reference = TextLimits.Require(reference, TextLimits.Code, nameof(reference)),
            PersonId = personId,
            Track = TextLimits.Require(track, TextLimits.Code, nameof(track)),
            RuleSetKey = TextLimits.Require(ruleSetKey, TextLimits.Code, nameof(ruleSetKey)),
            OpenedAt = operation.Now,
            Unit = TextLimits.Bound(unit, TextLimits.Code, nameof(unit)),
        };
        operation.Record(id, "case-opened", ("reference", reference), ("track", track), ("ruleSet", ruleSetKey));
        return opened;
    }

    /// <summary>Takes one step; records <c>case-state-changed</c>. A step already taken is success and does nothing.</summary>
    /// <param name="step">The step; closing, suspending and transferring have methods of their own that ask for a reason, but are taken here too.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <returns>True when the state changed.</returns>
    /// <exception cref="CaseTransitionException">The table does not allow the step from here.</exception>
    public bool Take(CaseOperation step, Operation operation)
    {
        var next = CaseTransitions.Table.Next(State, step) ?? throw new CaseTransitionException(Id, State, step.ToString());
        return Enter(next, step.ToString(), operation);
    }

    /// <summary>Moves to a named state when one step of the table leads there; how workflows drive the case. Being there already is success.</summary>
    /// <exception cref="CaseTransitionException">No step leads from here to the state.</exception>
    public bool MoveTo(CaseState state, Operation operation)
    {
        if (state == State)
        {
            return false;
        }

        if (StateBeforePause == state)
        {
            return Resume(operation);
        }

        // A case that was paused may go on to wherever it could have gone from where it stood.
        var standsIn = StateBeforePause is { } before && state != CaseState.Closed && CaseTransitions.Find(State, state) is null ? before : State;
        var step = CaseTransitions.Find(standsIn, state) ?? throw new CaseTransitionException(Id, State, $"MoveTo{state}");
        return Enter(state, step.ToString(), operation);
    }

    /// <summary>Temporary stop with a reason; records <c>case-state-changed</c> and <c>case-suspended</c>. Legal clocks run on (L-111).</summary>
    public void Suspend(SuspensionReason reason, Operation operation)
    {
        if (Take(CaseOperation.Suspend, operation))
        {
            SuspensionReason = reason;
            operation.Record(Id, "case-suspended", ("reason", reason), ("from", StateBeforePause));
        }
    }

    /// <summary>Ends a temporary stop or an abandoned transfer: the case stands where it stood. On a case that is not paused this does nothing.</summary>
    public bool Resume(Operation operation) =>
        StateBeforePause is { } before && Enter(before, "Resume", operation);

    /// <summary>Closes the case with a reason; records <c>case-closed</c>. Closing a closed case is success, and the first reason stays.</summary>
    /// <param name="reason">Why (domain §1.15).</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="mergedInto">The surviving case; required for <see cref="CloseReason.Merged"/>.</param>
    public void Close(CloseReason reason, Operation operation, CaseId? mergedInto = null)
    {
        if (reason == Cases.CloseReason.Merged && mergedInto is null)
        {
            throw new ArgumentException("A merged case names the surviving case.", nameof(mergedInto));
        }

        if (Take(CaseOperation.Close, operation))
        {
            CloseReason = reason;
            MergedIntoCaseId = mergedInto;
            operation.Record(Id, "case-closed", ("reason", reason), ("mergedInto", mergedInto));
        }
    }

    /// <summary>Hands the case to a case manager; records <c>case-manager-assigned</c>. Null takes it away. A case that no unit has taken goes to the unit of the case manager.</summary>
    /// <param name="userId">The case manager.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="unit">Code of the unit that the case manager works in; null when it is not known.</param>
    public void AssignCaseManager(string? userId, Operation operation, string? unit = null)
    {
        var bounded = TextLimits.Bound(userId, TextLimits.UserId, nameof(userId));
        if (bounded != CaseManagerId)
        {
            var before = CaseManagerId;
            CaseManagerId = bounded;
            operation.Record(Id, "case-manager-assigned", ("userId", bounded), ("before", before));
        }

        if (Unit is null && unit is not null)
        {
            MoveToUnit(unit, operation);
        }
    }

    /// <summary>Hands the case to a unit, whose people see it from now on while those of the unit before no longer do; records <c>case-unit-changed</c>. Tasks stay with those who have them.</summary>
    /// <param name="unit">Code of the unit.</param>
    /// <param name="operation">Who, why, when.</param>
    public void MoveToUnit(string unit, Operation operation)
    {
        var bounded = TextLimits.Require(unit, TextLimits.Code, nameof(unit));
        if (bounded != Unit)
        {
            var before = Unit;
            Unit = bounded;
            operation.Record(Id, "case-unit-changed", ("unit", bounded), ("before", before));
        }
    }

    /// <summary>Sets the service with the main responsibility (L-34, plan point c); records <c>main-responsible-service-set</c>.</summary>
    public void SetMainResponsibleService(string service, Operation operation)
    {
        var bounded = TextLimits.Require(service, TextLimits.Code, nameof(service));
        if (bounded != MainResponsibleService)
        {
            var before = MainResponsibleService;
            MainResponsibleService = bounded;
            operation.Record(Id, "main-responsible-service-set", ("service", bounded), ("before", before));
        }
    }

    /// <summary>Records on which ground the person is entitled; a programme participant is so without a need test (L-2). Records <c>entitlement-basis-set</c>.</summary>
    public void SetEntitlementBasis(EntitlementBasis basis, Operation operation)
    {
        if (basis != EntitlementBasis)
        {
            var before = EntitlementBasis;
            EntitlementBasis = basis;
            operation.Record(Id, "entitlement-basis-set", ("basis", basis), ("before", before));
        }
    }

    /// <summary>Moves the case to another legal track, for example from § 33 to § 28 when the programme ends (scenario 19); records <c>track-changed</c>. Running deadlines keep their rule.</summary>
    public void ChangeTrack(string track, string ruleSetKey, Operation operation)
    {
        if (track != Track || ruleSetKey != RuleSetKey)
        {
            var before = Track;
            Track = TextLimits.Require(track, TextLimits.Code, nameof(track));
            RuleSetKey = TextLimits.Require(ruleSetKey, TextLimits.Code, nameof(ruleSetKey));
            operation.Record(Id, "track-changed", ("track", Track), ("before", before), ("ruleSet", RuleSetKey));
        }
    }

    private bool Enter(CaseState next, string step, Operation operation)
    {
        if (next == State)
        {
            return false;
        }

        var before = State;
        var pauses = next is CaseState.Suspended or CaseState.TransferPending;
        StateBeforePause = pauses ? before : null;
        SuspensionReason = null;
        if (before == CaseState.Closed)
        {
            (ClosedAt, CloseReason, MergedIntoCaseId, OpenedAt) = (null, null, null, operation.Now);
        }
        else if (next == CaseState.Closed)
        {
            ClosedAt = operation.Now;
        }

        State = next;
        operation.Record(Id, "case-state-changed", ("from", before), ("to", next), ("step", step));
        return true;
    }
}

/// <summary>On which ground a person is entitled to a plan.</summary>
public enum EntitlementBasis
{
    /// <summary>Need for long-lasting and coordinated services (L-1).</summary>
    NeedAssessed,

    /// <summary>Participant in the qualification programme, without a need test (L-2).</summary>
    QualificationProgramme,

    /// <summary>The appeal body said so (scenario 5).</summary>
    AppealBody,
}
