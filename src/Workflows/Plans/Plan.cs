using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Plans;

/// <summary>The individual plan (individuell plan): one draft and the approved versions. A person has at most one open plan across all services (F1110 § 9), which the host keeps by a constraint.</summary>
public sealed class Plan
{
    private Plan()
    {
    }

    /// <summary>Id.</summary>
    public PlanId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>The person.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>Where it stands.</summary>
    public PlanState State { get; private set; }

    /// <summary>The content being written; equal to the latest version when nobody writes.</summary>
    public PlanContent Draft { get; private set; } = PlanContent.Empty;

    /// <summary>User id of the one who wrote in the draft last; null before anyone has.</summary>
    public string? DraftedBy { get; private set; }

    /// <summary>When the draft was written last, or null.</summary>
    public DateTimeOffset? DraftedAt { get; private set; }

    /// <summary>Which opened page or client the draft was written from last, as the host calls it; null when it does not say. One page saves many times, and is never in conflict with itself.</summary>
    public string? DraftedFrom { get; private set; }

    /// <summary>When the history last told that someone writes, or null; see <see cref="WritingSpell"/>.</summary>
    public DateTimeOffset? DraftNotedAt { get; private set; }

    /// <summary>Number of the latest fixed version; 0 before the first.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>Id of the latest fixed version, or null.</summary>
    public PlanVersionId? CurrentVersionId { get; private set; }

    /// <summary>Day the latest version was approved, or null.</summary>
    public DateOnly? ApprovedOn { get; private set; }

    /// <summary>Day of the next revision after rolling (D-17), or null.</summary>
    public DateOnly? NextRevisionOn { get; private set; }

    /// <summary>Id of the deadline that watches the revision, or null.</summary>
    public DeadlineId? RevisionDeadlineId { get; private set; }

    /// <summary>When it was closed, or null.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>True until closed.</summary>
    public bool IsOpen => State != PlanState.Closed;

    /// <summary>Opens a plan; records <c>plan-opened</c>.</summary>
    /// <param name="id">Id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="personId">The person.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="from">Content to begin from, for someone who comes back; null begins empty.</param>
    public static Plan Open(PlanId id, CaseId caseId, PersonId personId, Operation operation, PlanContent? from = null)
    {
        operation.Record(caseId, "plan-opened", ("planId", id));
        return new Plan { Id = id, CaseId = caseId, PersonId = personId, Draft = from ?? PlanContent.Empty };
    }

    /// <summary>How long one person's writing is told as one event in the history, however often it is saved meanwhile.</summary>
    public static TimeSpan WritingSpell { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Writes the draft; records <c>plan-drafted</c>, once for each <see cref="WritingSpell"/> of the same writer. Writing a plan in use begins a revision first. Writing what is written already changes nothing.</summary>
    /// <remarks>An item without a key gets one, see <see cref="PlanKeys"/>.</remarks>
    /// <param name="content">All of the draft.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="from">Which opened page or client it is written from, or null.</param>
    /// <exception cref="PlanTransitionException">The plan is closed, or waits for approval; then it is returned first.</exception>
    public void Write(PlanContent content, Operation operation, string? from = null)
    {
        if (State is PlanState.Closed or PlanState.AwaitingApproval)
        {
            throw new PlanTransitionException(Id, State, PlanOperation.Submit);
        }

        if (State == PlanState.Active)
        {
            BeginRevision(operation);
        }

        PlanContentLimits.Demand(content);
        if (PlanComparison.Between(Draft, content).Count == 0)
        {
            return;
        }

        var writer = operation.Actor.UserId;
        var isSameSpell = DraftedBy == writer && operation.Now - DraftNotedAt < WritingSpell;
        Draft = PlanKeys.Fill(content, Draft);
        (DraftedBy, DraftedAt, DraftedFrom) = (writer, operation.Now, TextLimits.Bound(from, TextLimits.Code, nameof(from)));
        if (!isSameSpell)
        {
            DraftNotedAt = operation.Now;
            Record("plan-drafted", operation, ("goals", content.Goals.Count), ("measures", content.Measures.Count));
        }
    }

    /// <summary>Hands the draft to the person; records <c>plan-submitted</c>. Gaps do not stop this; hard ones stop approval.</summary>
    public void Submit(Operation operation) => Move(PlanOperation.Submit, "plan-submitted", operation);

    /// <summary>The person wants changes; records <c>plan-returned</c>.</summary>
    public void Return(Operation operation) => Move(PlanOperation.Return, "plan-returned", operation);

    /// <summary>The person approves and a version is fixed; records <c>plan-approved</c>. Approving again while in use returns null and does nothing.</summary>
    /// <param name="versionId">Id of the new version.</param>
    /// <param name="approval">The approval.</param>
    /// <param name="facts">Points b, c and i as they stand.</param>
    /// <param name="ruleSet">Rules to check against.</param>
    /// <param name="age">The person's age in whole years.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <exception cref="PlanIncompleteException">A hard requirement is missing (L-79); nothing has changed.</exception>
    public PlanVersion? Approve(PlanVersionId versionId, PlanApproval approval, PlanFacts facts, RuleSet ruleSet, int age, Operation operation)
    {
        if (State == PlanState.Active)
        {
            return null;
        }

        return Fix(PlanOperation.Approve, "plan-approved", versionId, approval, facts, ruleSet, age, operation);
    }

    /// <summary>Ends a revision with a non-substantive edit, which needs no renewed approval (L-86); a version is fixed. Records <c>plan-adjusted</c>.</summary>
    /// <exception cref="PlanIncompleteException">A hard requirement is missing.</exception>
    public PlanVersion Adjust(PlanVersionId versionId, PlanFacts facts, RuleSet ruleSet, int age, Operation operation) =>
        Fix(PlanOperation.EndRevision, "plan-adjusted", versionId, new PlanApproval(ApprovalForm.NotNeeded, operation.Today, RecordedBy: operation.Actor.UserId), facts, ruleSet, age, operation);

    /// <summary>Begins a revision; records <c>plan-revision-begun</c>. The latest version stays in use.</summary>
    public void BeginRevision(Operation operation) => Move(PlanOperation.BeginRevision, "plan-revision-begun", operation);

    /// <summary>Ends a revision without a change; records <c>plan-revision-ended</c>.</summary>
    public void EndRevision(Operation operation) => Move(PlanOperation.EndRevision, "plan-revision-ended", operation);

    /// <summary>Sets the next revision by the plan's own interval; records <c>plan-revision-scheduled</c>. The deadline itself is started by the caller with the computed dates.</summary>
    /// <param name="computed">From <see cref="RevisionSchedule"/>.</param>
    /// <param name="deadlineId">The deadline that watches it, or null.</param>
    /// <param name="operation">Who, why, when.</param>
    public void ScheduleRevision(ComputedDeadline computed, DeadlineId? deadlineId, Operation operation)
    {
        NextRevisionOn = computed.EffectiveOn;
        RevisionDeadlineId = deadlineId;
        Record("plan-revision-scheduled", operation, ("rawOn", computed.RawOn), ("nextRevisionOn", computed.EffectiveOn), ("rolledBecause", computed.RolledBecause));
    }

    /// <summary>Ends and locks the plan; records <c>plan-closed</c>. All versions stay.</summary>
    public void Close(Operation operation)
    {
        if (Move(PlanOperation.Close, "plan-closed", operation))
        {
            (ClosedAt, NextRevisionOn, RevisionDeadlineId) = (operation.Now, null, null);
        }
    }

    private PlanVersion Fix(
        PlanOperation step, string @event, PlanVersionId versionId, PlanApproval approval, PlanFacts facts, RuleSet ruleSet, int age, Operation operation)
    {
        if (PlanTransitions.Table.Next(State, step) is null)
        {
            throw new PlanTransitionException(Id, State, step);
        }

        var gaps = PlanCompleteness.Check(Draft, facts, ruleSet, age);
        if (gaps.Any(gap => gap.IsHard))
        {
            throw new PlanIncompleteException(Id, [.. gaps.Where(gap => gap.IsHard)]);
        }

        VersionNumber++;
        (CurrentVersionId, ApprovedOn) = (versionId, approval.On);
        string[] missing = [.. gaps.Select(gap => gap.Point)];
        Move(
            step,
            @event,
            operation,
            ("planVersionId", versionId), ("number", VersionNumber), ("form", approval.Form), ("approvedOn", approval.On),
            ("points", PlanCompleteness.Filled(Draft, facts)), ("missingPoints", missing));
        return PlanVersion.Fix(versionId, Id, CaseId, VersionNumber, Draft, facts, approval, missing, ruleSet.Key, operation.Now);
    }

    private bool Move(PlanOperation step, string @event, Operation operation, params (string Name, object? Value)[] details)
    {
        var next = PlanTransitions.Table.Next(State, step) ?? throw new PlanTransitionException(Id, State, step);
        if (next == State)
        {
            return false;
        }

        State = next;
        Record(@event, operation, details);
        return true;
    }

    private void Record(string @event, Operation operation, params (string Name, object? Value)[] details) =>
        operation.Record(CaseId, @event, [("planId", Id), .. details]);
}
