using IndividualPlan.Workflows.Audit;
using static IndividualPlan.Workflows.Appeals.AppealOperation;
using static IndividualPlan.Workflows.Appeals.AppealState;

namespace IndividualPlan.Workflows.Appeals;

/// <summary>What an appeal attacks.</summary>
public enum AppealType
{
    /// <summary>Refusal of the right to a plan.</summary>
    EntitlementRefusal,

    /// <summary>A plan that lacks required content (L-102).</summary>
    Content,

    /// <summary>No coordinator, or the wrong one (L-62).</summary>
    Coordinator,

    /// <summary>A dismissal, of a request or of an appeal (L-96).</summary>
    Dismissal,
}

/// <summary>Where an appeal stands.</summary>
public enum AppealState
{
    /// <summary>Received and receipted.</summary>
    Received,

    /// <summary>The formal conditions are being checked (L-93).</summary>
    FormalCheck,

    /// <summary>The person has been asked to put defects right (D-8).</summary>
    AwaitingCorrection,

    /// <summary>The first instance assesses it.</summary>
    UnderAssessment,

    /// <summary>The first instance reversed itself, fully or partly.</summary>
    ReversedByFirstInstance,

    /// <summary>The first instance upholds its decision and prepares the file.</summary>
    Upheld,

    /// <summary>Sent to the appeal body.</summary>
    Forwarded,

    /// <summary>The appeal body has confirmed receipt.</summary>
    AtAppealBody,

    /// <summary>The appeal body has decided.</summary>
    Decided,

    /// <summary>Dismissed by the first instance.</summary>
    Dismissed,

    /// <summary>Withdrawn by the appellant.</summary>
    Withdrawn,

    /// <summary>Fell away, for example by death without heirs taking over.</summary>
    Lapsed,
}

/// <summary>What can happen to an appeal.</summary>
public enum AppealOperation
{
    /// <summary>Begin or repeat the formal check.</summary>
    Check,

    /// <summary>Ask the person to put defects right.</summary>
    AskForCorrection,

    /// <summary>The person answered, or the time ran out; checked again.</summary>
    ReturnToCheck,

    /// <summary>The formal conditions are met.</summary>
    Accept,

    /// <summary>The conditions are not met.</summary>
    Dismiss,

    /// <summary>The first instance finds it justified.</summary>
    Reverse,

    /// <summary>The first instance does not.</summary>
    Uphold,

    /// <summary>Send the file.</summary>
    Forward,

    /// <summary>The appeal body confirms receipt.</summary>
    ConfirmReceipt,

    /// <summary>The appeal body's outcome is recorded.</summary>
    Decide,

    /// <summary>The appellant withdraws it.</summary>
    Withdraw,

    /// <summary>It falls away.</summary>
    Lapse,
}

/// <summary>The life cycle of an appeal (domain §1.14, L-92).</summary>
public static class AppealTransitions
{
    private static readonly AppealState[] Open =
        [Received, AppealState.FormalCheck, AwaitingCorrection, UnderAssessment, Upheld, Forwarded, AtAppealBody];

    /// <summary>The table. A partial reversal may still be forwarded for the rest.</summary>
    public static LifeCycle<AppealState, AppealOperation> Table { get; } = new(
    [
        new(Check, Received, AppealState.FormalCheck),
        new(AskForCorrection, AppealState.FormalCheck, AwaitingCorrection),
        new(ReturnToCheck, AwaitingCorrection, AppealState.FormalCheck),
        new(Accept, AppealState.FormalCheck, UnderAssessment),
        new(Dismiss, AppealState.FormalCheck, Dismissed),
        new(Dismiss, AwaitingCorrection, Dismissed),
        new(Dismiss, UnderAssessment, Dismissed),
        new(Reverse, UnderAssessment, ReversedByFirstInstance),
        new(Reverse, Upheld, ReversedByFirstInstance),
        new(Uphold, UnderAssessment, Upheld),
        new(Forward, Upheld, Forwarded),
        new(Forward, ReversedByFirstInstance, Forwarded),
        new(ConfirmReceipt, Forwarded, AtAppealBody),
        new(Decide, Forwarded, Decided),
        new(Decide, AtAppealBody, Decided),
        .. Open.Select(state => new Transition<AppealState, AppealOperation>(Withdraw, state, Withdrawn)),
        .. Open.Select(state => new Transition<AppealState, AppealOperation>(Lapse, state, Lapsed)),
    ]);
}

/// <summary>An appeal was asked to take a step that its state does not allow.</summary>
public sealed class AppealTransitionException : TransitionException
{
    internal AppealTransitionException(AppealId id, AppealState from, AppealOperation operation)
        : base("appeal", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>How an appeal ended, at either stage (L-99).</summary>
public enum AppealOutcome
{
    /// <summary>The first instance reversed itself.</summary>
    ReversedByFirstInstance,

    /// <summary>Dismissed by the first instance.</summary>
    DismissedByFirstInstance,

    /// <summary>Withdrawn.</summary>
    Withdrawn,

    /// <summary>Upheld by the appeal body (stadfestet).</summary>
    Upheld,

    /// <summary>Changed by the appeal body.</summary>
    Changed,

    /// <summary>Annulled and remitted.</summary>
    AnnulledAndRemitted,

    /// <summary>Dismissed by the appeal body.</summary>
    DismissedByAppealBody,

    /// <summary>Fell away.</summary>
    Lapsed,
}

/// <summary>How much of the appeal a reversal or change meets (L-99).</summary>
public enum AppealExtent
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>Some of it.</summary>
    Partly,
}
