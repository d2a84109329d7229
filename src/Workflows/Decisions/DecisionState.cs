using IndividualPlan.Workflows.Audit;
using static IndividualPlan.Workflows.Decisions.DecisionOperation;
using static IndividualPlan.Workflows.Decisions.DecisionState;

namespace IndividualPlan.Workflows.Decisions;

/// <summary>What a decision answers (L-44). Names are stored and stand in rule sets.</summary>
public enum DecisionOutcome
{
    /// <summary>The right to have a plan made is granted; no service is granted by it (L-45).</summary>
    Granted,

    /// <summary>Not entitled.</summary>
    Refused,

    /// <summary>No standing or wrong body (avvist).</summary>
    Dismissed,

    /// <summary>The person declined or withdrew; documented, not a refusal, and without appeal text.</summary>
    NotPursued,

    /// <summary>Sent to another body.</summary>
    Forwarded,
}

/// <summary>What a decision is about.</summary>
public enum DecisionSubject
{
    /// <summary>The right to a plan.</summary>
    Entitlement,

    /// <summary>The right to a coordinator (L-62).</summary>
    Coordinator,

    /// <summary>Ending a plan against the person's wish (L-107).</summary>
    PlanEnding,

    /// <summary>Dismissal of an appeal, itself open to appeal (L-96).</summary>
    AppealDismissal,

    /// <summary>Reversal of an own decision after an appeal or by reconsideration.</summary>
    OwnReversal,
}

/// <summary>Where a decision stands. After Notified only an appeal or reconsideration changes how it stands, never its text.</summary>
public enum DecisionState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for a second person.</summary>
    AwaitingApproval,

    /// <summary>Made; D-6 counts from this date.</summary>
    Made,

    /// <summary>Notice is sent; the appeal deadline counts from arrival.</summary>
    Notified,

    /// <summary>Changed by the appeal body.</summary>
    Changed,

    /// <summary>Reversed by the body that made it.</summary>
    Reversed,

    /// <summary>Annulled by the appeal body and remitted.</summary>
    Annulled,

    /// <summary>Upheld by the appeal body.</summary>
    Upheld,

    /// <summary>A draft that was given up.</summary>
    Discarded,
}

/// <summary>What can be done with a decision.</summary>
public enum DecisionOperation
{
    /// <summary>Hand the draft to the approver.</summary>
    Submit,

    /// <summary>Send it back to the drafter.</summary>
    Return,

    /// <summary>Approve, which makes it.</summary>
    Approve,

    /// <summary>Make it without a second person, where none is demanded.</summary>
    Make,

    /// <summary>Send the notice.</summary>
    Notify,

    /// <summary>The appeal body changed it.</summary>
    Change,

    /// <summary>The own body reversed it.</summary>
    Reverse,

    /// <summary>The appeal body annulled it.</summary>
    Annul,

    /// <summary>The appeal body upheld it.</summary>
    Uphold,

    /// <summary>Give up the draft.</summary>
    Discard,
}

/// <summary>The life cycle of a decision.</summary>
public static class DecisionTransitions
{
    /// <summary>The table. Approval demands the role of approver (domain §6); the office leader may approve too.</summary>
    public static LifeCycle<DecisionState, DecisionOperation> Table { get; } = new(
    [
        new(Submit, Draft, AwaitingApproval),
        new(Return, AwaitingApproval, Draft),
        new(Approve, AwaitingApproval, Made, Roles.Approver),
        new(Make, Draft, Made),
        new(Notify, Made, Notified),
        new(Change, Notified, Changed),
        new(Reverse, Notified, Reversed),
        new(Annul, Notified, Annulled),
        new(Uphold, Notified, Upheld),
        new(Reverse, Upheld, Reversed),
        new(Discard, Draft, Discarded),
        new(Discard, AwaitingApproval, Discarded),
    ]);
}

/// <summary>A decision was asked to take a step that its state does not allow.</summary>
public sealed class DecisionTransitionException : TransitionException
{
    internal DecisionTransitionException(DecisionId id, DecisionState from, DecisionOperation operation)
        : base("decision", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>A decision lacks what the law demands of it before it can be made.</summary>
public sealed class DecisionIncompleteException : InvalidOperationException
{
    internal DecisionIncompleteException(DecisionId id, string missing)
        : base($"Decision {id} cannot be made: {missing} is missing.")
    {
        DecisionId = id;
        Missing = missing;
    }

    /// <summary>The decision.</summary>
    public DecisionId DecisionId { get; }

    /// <summary>What is missing: <c>reasons</c> (L-42) or <c>legalBasis</c>.</summary>
    public string Missing { get; }
}
