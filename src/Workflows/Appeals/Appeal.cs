using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Appeals;

/// <summary>What came in (L-93, D-23).</summary>
/// <param name="Type">What it attacks.</param>
/// <param name="DecisionId">The decision attacked, or null.</param>
/// <param name="PlanVersionId">The plan version attacked, for content appeals; attached to the file (L-102).</param>
/// <param name="PointsAttacked">Letters a–j of the content points attacked.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="PostmarkOn">Day it was handed to the postal operator, or null.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Appellant">In which capacity it was made; an heir may in some cases (L-93).</param>
/// <param name="Grounds">Why, in the appellant's words, or null.</param>
/// <param name="WantedChange">What change is wanted, or null.</param>
public sealed record AppealReceived(
    AppealType Type,
    DecisionId? DecisionId,
    PlanVersionId? PlanVersionId,
    IReadOnlyList<string> PointsAttacked,
    DateTimeOffset ReceivedAt,
    DateOnly? PostmarkOn,
    RequestChannel Channel,
    RequesterRole Appellant,
    string? Grounds = null,
    string? WantedChange = null);

/// <summary>An appeal (klage) through first instance and appeal body. It runs beside the case, which keeps its own state.</summary>
public sealed class Appeal
{
    private Appeal()
    {
    }

    /// <summary>Id.</summary>
    public AppealId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>What it attacks.</summary>
    public AppealType Type { get; private set; }

    /// <summary>The decision attacked, or null.</summary>
    public DecisionId? DecisionId { get; private set; }

    /// <summary>The plan version attacked, or null.</summary>
    public PlanVersionId? PlanVersionId { get; private set; }

    /// <summary>Letters of the content points attacked.</summary>
    public IReadOnlyList<string> PointsAttacked { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public AppealState State { get; private set; }

    /// <summary>When it arrived; a corrected appeal keeps this (scenario 27).</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The Norwegian day it arrived.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Day it was handed to the postal operator, or null.</summary>
    public DateOnly? PostmarkOn { get; private set; }

    /// <summary>How it came.</summary>
    public RequestChannel Channel { get; private set; }

    /// <summary>Capacity of the appellant.</summary>
    public RequesterRole Appellant { get; private set; }

    /// <summary>Grounds, or null.</summary>
    public string? Grounds { get; private set; }

    /// <summary>Change wanted, or null.</summary>
    public string? WantedChange { get; private set; }

    /// <summary>Last day of the appeal deadline it was measured against; null when none applies (no decision was notified).</summary>
    public DateOnly? DeadlineOn { get; private set; }

    /// <summary>Whether it came in time by computation (D-23); null when no deadline applies. The formal check's own answer is kept beside it.</summary>
    public bool? CameInTime { get; private set; }

    /// <summary>The formal check, or null until made.</summary>
    public FormalCheck? FormalCheck { get; private set; }

    /// <summary>What followed from the last formal check, or null.</summary>
    public FormalVerdict? Verdict { get; private set; }

    /// <summary>Last day to put defects right (D-8), or null.</summary>
    public DateOnly? CorrectionDueOn { get; private set; }

    /// <summary>Day the corrected appeal came, or null.</summary>
    public DateOnly? CorrectedOn { get; private set; }

    /// <summary>User id of the one who assesses it, or null.</summary>
    public string? HandledBy { get; private set; }

    /// <summary>How it ended, or null while open.</summary>
    public AppealOutcome? Outcome { get; private set; }

    /// <summary>How much was met, for reversal and change.</summary>
    public AppealExtent? Extent { get; private set; }

    /// <summary>The five texts to the appeal body, or null.</summary>
    public ForwardingTexts? ForwardingTexts { get; private set; }

    /// <summary>Day the file was sent, or null.</summary>
    public DateOnly? ForwardedOn { get; private set; }

    /// <summary>Day of the appeal body's decision, or null.</summary>
    public DateOnly? AppealBodyDecidedOn { get; private set; }

    /// <summary>Instructions of the appeal body when it remits the case, or null.</summary>
    public string? Instructions { get; private set; }

    /// <summary>Day the outcome was carried out in the case, or null.</summary>
    public DateOnly? ImplementedOn { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>True until it has ended at the last stage it reached.</summary>
    public bool IsOpen => AppealTransitions.Table.OperationsIn(State).Contains(AppealOperation.Withdraw);

    /// <summary>Registers an appeal; records <c>appeal-received</c>.</summary>
    /// <param name="id">Id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="received">What came in.</param>
    /// <param name="deadlineOn">Last day of the appeal deadline, or null when none applies.</param>
    /// <param name="operation">Who, why, when.</param>
    public static Appeal Receive(AppealId id, CaseId caseId, AppealReceived received, DateOnly? deadlineOn, Operation operation)
    {
        var appeal = new Appeal
        {
            Id = id,
            CaseId = caseId,
            Type = received.Type,
            DecisionId = received.DecisionId,
            PlanVersionId = received.PlanVersionId,
            PointsAttacked = [.. received.PointsAttacked],
            ReceivedAt = received.ReceivedAt.ToUniversalTime(),
            ReceivedOn = NorwegianTime.DateOf(received.ReceivedAt),
            PostmarkOn = received.PostmarkOn,
            Channel = received.Channel,
            Appellant = received.Appellant,
            Grounds = TextLimits.Bound(received.Grounds, TextLimits.LongText, nameof(received)),
            WantedChange = TextLimits.Bound(received.WantedChange, TextLimits.LongText, nameof(received)),
            DeadlineOn = deadlineOn,
            CameInTime = deadlineOn is { } last ? Arrival.IsInTime(last, received.ReceivedAt, received.PostmarkOn) : null,
        };
        appeal.Record(
            "appeal-received",
            operation,
            ("type", appeal.Type), ("decisionId", appeal.DecisionId), ("planVersionId", appeal.PlanVersionId), ("pointsAttacked", appeal.PointsAttacked),
            ("receivedOn", appeal.ReceivedOn), ("postmarkOn", appeal.PostmarkOn), ("deadlineOn", deadlineOn), ("cameInTime", appeal.CameInTime));
        return appeal;
    }

    /// <summary>Records the answers of the formal check and what follows; records <c>appeal-formal-check-recorded</c>. It moves to FormalCheck, and the next step is taken by <see cref="AskForCorrection"/>, <see cref="Accept"/> or <see cref="Dismiss"/>.</summary>
    /// <param name="check">The answers.</param>
    /// <param name="decisionMadeOn">Day the decision attacked was made; null when there is none, then no absolute limit applies.</param>
    /// <param name="ruleSet">The set valid for the appeal.</param>
    /// <param name="operation">Who, why, when.</param>
    public FormalVerdict RecordFormalCheck(FormalCheck check, DateOnly? decisionMadeOn, RuleSet ruleSet, Operation operation)
    {
        Move(State == AppealState.AwaitingCorrection ? AppealOperation.ReturnToCheck : AppealOperation.Check, null, operation);
        var isPast = decisionMadeOn is { } madeOn && AppealRules.IsPastAbsoluteLimit(ruleSet, madeOn, ReceivedAt, PostmarkOn);
        FormalCheck = check with { Reasons = TextLimits.Bound(check.Reasons, TextLimits.LongText, nameof(check)) };
        Verdict = FormalCheckRules.Combine(check, isPast, correctionTried: CorrectionDueOn is not null);
        Record(
            "appeal-formal-check-recorded",
            operation,
            ("isParty", check.IsParty), ("isSpecific", check.IsSpecific), ("isSigned", check.IsSigned), ("isInTime", check.IsInTime),
            ("lateException", check.LateException), ("verdict", Verdict));
        return Verdict.Value;
    }

    /// <summary>Asks the person to put defects right by a date (D-8); records <c>appeal-correction-asked</c>.</summary>
    public void AskForCorrection(DateOnly dueOn, Operation operation)
    {
        if (Move(AppealOperation.AskForCorrection, "appeal-correction-asked", operation, ("dueOn", dueOn)))
        {
            CorrectionDueOn = dueOn;
        }
    }

    /// <summary>The corrected appeal has come; records <c>appeal-corrected</c>. It is checked again and counts from the original date; see <see cref="WasCorrectedInTime"/>.</summary>
    public void ReceiveCorrection(DateOnly receivedOn, Operation operation)
    {
        if (Move(AppealOperation.ReturnToCheck, "appeal-corrected", operation, ("receivedOn", receivedOn), ("dueOn", CorrectionDueOn)))
        {
            CorrectedOn = receivedOn;
        }
    }

    /// <summary>Whether the correction came by its due date; false when it came late or not at all, null when none was asked for.</summary>
    public bool? WasCorrectedInTime => CorrectionDueOn is { } due ? CorrectedOn <= due : null;

    /// <summary>The formal conditions are met and the appeal is heard; records <c>appeal-accepted</c>.</summary>
    /// <exception cref="FormalCheckException">The recorded verdict is another one.</exception>
    public void Accept(Operation operation)
    {
        if (State == AppealState.FormalCheck && Verdict != FormalVerdict.Hear)
        {
            throw new FormalCheckException(Id, Verdict);
        }

        Move(AppealOperation.Accept, "appeal-accepted", operation);
    }

    /// <summary>Dismisses it; records <c>appeal-dismissed</c>. The dismissal is a decision of its own (L-96).</summary>
    public void Dismiss(Operation operation) =>
        End(AppealOperation.Dismiss, "appeal-dismissed", AppealOutcome.DismissedByFirstInstance, null, operation, ("verdict", Verdict));

    /// <summary>Hands it to the one who assesses; records <c>appeal-handler-set</c>.</summary>
    /// <exception cref="SeparationOfDutiesException">The user wrote the decision and would handle it alone.</exception>
    public void AssignHandler(string userId, Decision? decision, Operation operation, string? togetherWith = null)
    {
        if (!AppealRules.MayHandle(userId, decision, togetherWith))
        {
            throw new SeparationOfDutiesException("appeal-handler-wrote-decision", Id.Value);
        }

        if (HandledBy != userId)
        {
            HandledBy = TextLimits.Require(userId, TextLimits.UserId, nameof(userId));
            Record("appeal-handler-set", operation, ("userId", userId), ("togetherWith", togetherWith));
        }
    }

    /// <summary>The first instance reverses itself; records <c>appeal-reversed-by-first-instance</c>. A full reversal is never forwarded (scenario 6).</summary>
    public void Reverse(AppealExtent extent, Operation operation) =>
        End(AppealOperation.Reverse, "appeal-reversed-by-first-instance", AppealOutcome.ReversedByFirstInstance, extent, operation, ("extent", extent));

    /// <summary>The first instance upholds its decision; records <c>appeal-upheld-by-first-instance</c>. The appeal goes on to the appeal body.</summary>
    public void Uphold(Operation operation) => Move(AppealOperation.Uphold, "appeal-upheld-by-first-instance", operation);

    /// <summary>Writes the five texts of the letter to the appeal body; records <c>appeal-forwarding-written</c>. They may be rewritten until sent.</summary>
    public void WriteForwarding(ForwardingTexts texts, Operation operation)
    {
        if (ForwardedOn is not null)
        {
            throw new AppealTransitionException(Id, State, AppealOperation.Forward);
        }

        ForwardingTexts = texts.Bounded();
        Record("appeal-forwarding-written", operation, ("legalReferences", texts.LegalReferences), ("missing", texts.Missing()));
    }

    /// <summary>The file is sent today; records <c>appeal-forwarded</c>.</summary>
    /// <exception cref="AppealTransitionException">The first instance has not upheld it, or has reversed itself fully.</exception>
    public void Forward(Operation operation)
    {
        if (State == AppealState.ReversedByFirstInstance && Extent == AppealExtent.Full)
        {
            throw new AppealTransitionException(Id, State, AppealOperation.Forward);
        }

        if (Move(AppealOperation.Forward, "appeal-forwarded", operation, ("forwardedOn", operation.Today)))
        {
            ForwardedOn = operation.Today;
        }
    }

    /// <summary>The appeal body has the file; records <c>appeal-receipt-confirmed</c>.</summary>
    public void ConfirmReceipt(Operation operation) => Move(AppealOperation.ConfirmReceipt, "appeal-receipt-confirmed", operation);

    /// <summary>Records the appeal body's outcome; records <c>appeal-decided</c>.</summary>
    /// <param name="outcome">Upheld, Changed, AnnulledAndRemitted or DismissedByAppealBody.</param>
    /// <param name="extent">How much was met, for Changed.</param>
    /// <param name="decidedOn">The day of its decision.</param>
    /// <param name="instructions">What it wants done when it remits, or null.</param>
    /// <param name="operation">Who, why, when.</param>
    public void Decide(AppealOutcome outcome, AppealExtent? extent, DateOnly decidedOn, string? instructions, Operation operation)
    {
        if (outcome is not (AppealOutcome.Upheld or AppealOutcome.Changed or AppealOutcome.AnnulledAndRemitted or AppealOutcome.DismissedByAppealBody))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Only outcomes of an appeal body.");
        }

        if (State != AppealState.Decided)
        {
            Instructions = TextLimits.Bound(instructions, TextLimits.LongText, nameof(instructions));
            AppealBodyDecidedOn = decidedOn;
        }

        End(AppealOperation.Decide, "appeal-decided", outcome, extent, operation, ("outcome", outcome), ("extent", extent), ("decidedOn", decidedOn));
    }

    /// <summary>The outcome has been carried out in the case; records <c>appeal-outcome-implemented</c>.</summary>
    public void Implement(Operation operation)
    {
        if (ImplementedOn is null && Outcome is not null)
        {
            ImplementedOn = operation.Today;
            Record("appeal-outcome-implemented", operation, ("outcome", Outcome));
        }
    }

    /// <summary>The appellant withdraws it; records <c>appeal-withdrawn</c>.</summary>
    public void Withdraw(Operation operation) => End(AppealOperation.Withdraw, "appeal-withdrawn", AppealOutcome.Withdrawn, null, operation);

    /// <summary>It falls away; records <c>appeal-lapsed</c>. Decided by a person, since heirs may have standing (scenario 20).</summary>
    public void Lapse(Operation operation) => End(AppealOperation.Lapse, "appeal-lapsed", AppealOutcome.Lapsed, null, operation);

    private void End(
        AppealOperation step, string @event, AppealOutcome outcome, AppealExtent? extent, Operation operation, params (string Name, object? Value)[] details)
    {
        if (Move(step, @event, operation, details))
        {
            (Outcome, Extent) = (outcome, extent);
        }
    }

    private bool Move(AppealOperation step, string? @event, Operation operation, params (string Name, object? Value)[] details)
    {
        var next = AppealTransitions.Table.Next(State, step) ?? throw new AppealTransitionException(Id, State, step);
        if (next == State)
        {
            return false;
        }

        State = next;
        if (@event is not null)
        {
            Record(@event, operation, details);
        }

        return true;
    }

    private void Record(string @event, Operation operation, params (string Name, object? Value)[] details) =>
        operation.Record(CaseId, @event, [("appealId", Id), .. details]);
}

/// <summary>An appeal was to be heard although its formal check says otherwise.</summary>
public sealed class FormalCheckException : InvalidOperationException
{
    internal FormalCheckException(AppealId id, FormalVerdict? verdict)
        : base($"Appeal {id} cannot be heard: the formal check says {verdict?.ToString() ?? "nothing yet"}.")
    {
        AppealId = id;
        Verdict = verdict;
    }

    /// <summary>The appeal.</summary>
    public AppealId AppealId { get; }

    /// <summary>What the check says, or null when none is recorded.</summary>
    public FormalVerdict? Verdict { get; }
}
