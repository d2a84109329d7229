using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Decisions;

/// <summary>A decision (vedtak, or written answer on the health tracks) with the law it was made under. Its text is never changed once made; appeals only mark how it stands.</summary>
public sealed class Decision
{
    private Decision()
    {
    }

    /// <summary>Id.</summary>
    public DecisionId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>What it is about.</summary>
    public DecisionSubject Subject { get; private set; }

    /// <summary>What it answers.</summary>
    public DecisionOutcome Outcome { get; private set; }

    /// <summary>Where it stands.</summary>
    public DecisionState State { get; private set; }

    /// <summary>Legal track it was made on.</summary>
    public string Track { get; private set; } = "";

    /// <summary>Rule set it was made under.</summary>
    public string RuleSetKey { get; private set; } = "";

    /// <summary>Procedural form by the track.</summary>
    public DecisionForm Form { get; private set; }

    /// <summary>Keys of the statutes applied.</summary>
    public IReadOnlyList<string> LegalBasis { get; private set; } = [];

    /// <summary>Reasons: rules applied, facts, main considerations (L-42); null when the law lets them be omitted.</summary>
    public string? Reasons { get; private set; }

    /// <summary>User id of the one who wrote it.</summary>
    public string DraftedBy { get; private set; } = "";

    /// <summary>Whether a second person must approve.</summary>
    public bool RequiresApproval { get; private set; }

    /// <summary>User id of the approver, or null.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>The Norwegian day it was made, from which D-6 counts; null until then.</summary>
    public DateOnly? MadeOn { get; private set; }

    /// <summary>How the person was told; null until then.</summary>
    public DecisionNotice? Notice { get; private set; }

    /// <summary>Key of the appeal deadline rule: D-3 or D-4; null where nothing can be appealed (L-44).</summary>
    public string? AppealDeadlineKey { get; private set; }

    /// <summary>The decision that this one reverses or follows, or null.</summary>
    public DecisionId? FollowsDecisionId { get; private set; }

    /// <summary>Id of the appeal that changed how it stands, or null.</summary>
    public Guid? ChangedByAppealId { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Whether it has been made, whatever became of it.</summary>
    public bool IsMade => MadeOn is not null;

    /// <summary>Begins a draft; records <c>decision-drafted</c>.</summary>
    /// <param name="id">Id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="outcome">What it answers.</param>
    /// <param name="reasons">Reasons, or null while being written.</param>
    /// <param name="track">Track key.</param>
    /// <param name="ruleSet">The set valid on the day.</param>
    /// <param name="draftedBy">User id of the drafter, who may not approve.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="follows">The decision it reverses or follows.</param>
    public static Decision Draft(
        DecisionId id,
        CaseId caseId,
        DecisionSubject subject,
        DecisionOutcome outcome,
        string? reasons,
        string track,
        RuleSet ruleSet,
        string draftedBy,
        Operation operation,
        DecisionId? follows = null)
    {
        var rules = ruleSet.Track(track);
        var decision = new Decision
        {
            Id = id,
            CaseId = caseId,
            Subject = subject,
            Track = track,
            RuleSetKey = ruleSet.Key,
            Form = rules.DecisionForm,
            LegalBasis = rules.LegalReferences,
            DraftedBy = TextLimits.Require(draftedBy, TextLimits.UserId, nameof(draftedBy)),
            FollowsDecisionId = follows,
        };
        decision.Write(outcome, reasons, ruleSet);
        decision.Record("decision-drafted", operation, ("outcome", outcome), ("subject", subject), ("draftedBy", decision.DraftedBy), ("follows", follows));
        return decision;
    }

    /// <summary>Rewrites the draft; records <c>decision-redrafted</c>. Only while Draft.</summary>
    public void Redraft(DecisionOutcome outcome, string? reasons, RuleSet ruleSet, Operation operation)
    {
        if (State != DecisionState.Draft)
        {
            throw new DecisionTransitionException(Id, State, DecisionOperation.Submit);
        }

        Write(outcome, reasons, ruleSet);
        Record("decision-redrafted", operation, ("outcome", outcome));
    }

    /// <summary>Hands it to the approver; records <c>decision-submitted</c>.</summary>
    /// <exception cref="DecisionIncompleteException">Reasons are demanded and missing.</exception>
    public void Submit(RuleSet ruleSet, Operation operation)
    {
        Demand(ruleSet);
        Move(DecisionOperation.Submit, "decision-submitted", operation);
    }

    /// <summary>Sends it back to the drafter; records <c>decision-returned</c>. The reason stands in the operation.</summary>
    public void Return(Operation operation) => Move(DecisionOperation.Return, "decision-returned", operation);

    /// <summary>A second person approves, which makes the decision today; records <c>decision-approved</c> and <c>decision-made</c>.</summary>
    /// <param name="approverId">User id of the approver; not the drafter where a second person is demanded.</param>
    /// <param name="operation">Who, why, when. When the approver acts in person, the role of approver or office leader is demanded; a workflow step may carry the act of a completed task.</param>
    /// <exception cref="SeparationOfDutiesException">The approver is the drafter, or lacks the role.</exception>
    public void Approve(string approverId, Operation operation)
    {
        if (RequiresApproval && approverId == DraftedBy)
        {
            throw new SeparationOfDutiesException("approver-is-drafter", Id.Value);
        }

        var role = DecisionTransitions.Table.RoleFor(State, DecisionOperation.Approve);
        var actor = operation.Actor;
        if (role is not null && actor.UserId == approverId && !actor.HasRole(role) && !actor.HasRole(Roles.OfficeLeader))
        {
            throw new SeparationOfDutiesException("role-demanded", Id.Value);
        }

        if (Move(DecisionOperation.Approve, "decision-approved", operation, ("approvedBy", approverId)))
        {
            ApprovedBy = TextLimits.Require(approverId, TextLimits.UserId, nameof(approverId));
            EnterMade(operation);
        }
    }

    /// <summary>Makes the decision today without a second person; records <c>decision-made</c>.</summary>
    /// <exception cref="SeparationOfDutiesException">A second person is demanded.</exception>
    /// <exception cref="DecisionIncompleteException">Reasons are demanded and missing.</exception>
    public void Make(RuleSet ruleSet, Operation operation)
    {
        if (State == DecisionState.Draft && RequiresApproval)
        {
            throw new SeparationOfDutiesException("approval-required", Id.Value);
        }

        Demand(ruleSet);
        if (Move(DecisionOperation.Make, null, operation))
        {
            EnterMade(operation);
        }
    }

    /// <summary>The notice has been sent; records <c>decision-notified</c>.</summary>
    public void Notify(DecisionNotice notice, Operation operation)
    {
        if (Move(
            DecisionOperation.Notify,
            "decision-notified",
            operation,
            ("channel", notice.Channel), ("sentOn", notice.SentOn), ("alertSentOn", notice.AlertSentOn), ("arrivedOn", notice.ArrivedOn)))
        {
            Notice = notice;
        }
    }

    /// <summary>Records when the notice in fact arrived, which may move the appeal deadline; records <c>notice-arrival-confirmed</c>.</summary>
    /// <exception cref="DecisionTransitionException">No notice has been sent.</exception>
    public void ConfirmArrival(DateOnly arrivedOn, string evidence, Operation operation)
    {
        var notice = Notice ?? throw new DecisionTransitionException(Id, State, DecisionOperation.Notify);
        if (notice.ActualArrivalOn != arrivedOn)
        {
            Notice = notice with { ActualArrivalOn = arrivedOn, Evidence = TextLimits.Bound(evidence, TextLimits.Text, nameof(evidence)) };
            Record("notice-arrival-confirmed", operation, ("arrivedOn", arrivedOn));
        }
    }

    /// <summary>Counts the appeal deadline from the notice by the decision's own rules (D-3, D-4).</summary>
    /// <returns>Null when no notice is sent, or nothing can be appealed.</returns>
    public ComputedDeadline? AppealDeadline(RuleSet ruleSet) =>
        Notice is { } notice && AppealDeadlineKey is { } key
            ? DeadlineCalendar.Compute(notice.AppealStartsOn(ruleSet.Track(Track).AppealStart), ruleSet.Deadline(key))
            : null;

    /// <summary>Marks how the decision stands after an appeal or reconsideration: Change, Reverse, Annul or Uphold. Records <c>decision-changed</c> and the like. The decision itself is kept as it was.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another operation than those four.</exception>
    public void Mark(DecisionOperation step, Guid? appealId, Operation operation)
    {
        var @event = step switch
        {
            DecisionOperation.Change => "decision-changed",
            DecisionOperation.Reverse => "decision-reversed",
            DecisionOperation.Annul => "decision-annulled",
            DecisionOperation.Uphold => "decision-upheld",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Only the marks of an appeal."),
        };
        if (Move(step, @event, operation, ("appealId", appealId)))
        {
            ChangedByAppealId = appealId;
        }
    }

    /// <summary>Gives up a draft; records <c>decision-discarded</c>.</summary>
    public void Discard(Operation operation) => Move(DecisionOperation.Discard, "decision-discarded", operation);

    private void Write(DecisionOutcome outcome, string? reasons, RuleSet ruleSet)
    {
        Outcome = outcome;
        Reasons = TextLimits.Bound(reasons, TextLimits.LongText, nameof(reasons));
        RequiresApproval = ruleSet.Decision.FourEyes.Contains(outcome.ToString(), StringComparer.Ordinal)
            || ruleSet.Decision.FourEyes.Contains(Subject.ToString(), StringComparer.Ordinal);
        AppealDeadlineKey = ruleSet.Decision.WithoutAppeal.Contains(outcome.ToString(), StringComparer.Ordinal) ? null : ruleSet.Track(Track).AppealDeadline;
    }

    private void Demand(RuleSet ruleSet)
    {
        if (string.IsNullOrWhiteSpace(Reasons) && ruleSet.Decision.ReasonsRequired.Contains(Outcome.ToString(), StringComparer.Ordinal))
        {
            throw new DecisionIncompleteException(Id, "reasons");
        }
    }

    private void EnterMade(Operation operation)
    {
        MadeOn = operation.Today;
        Record(
            "decision-made",
            operation,
            ("outcome", Outcome), ("subject", Subject), ("track", Track), ("ruleSet", RuleSetKey), ("madeOn", MadeOn), ("draftedBy", DraftedBy), ("approvedBy", ApprovedBy));
    }

    private bool Move(DecisionOperation step, string? @event, Operation operation, params (string Name, object? Value)[] details)
    {
        var next = DecisionTransitions.Table.Next(State, step) ?? throw new DecisionTransitionException(Id, State, step);
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
        operation.Record(CaseId, @event, [("decisionId", Id), .. details]);
}
