using IndividualPlan.Workflows.Audit;
using static IndividualPlan.Workflows.Consents.ConsentOperation;
using static IndividualPlan.Workflows.Consents.ConsentState;

namespace IndividualPlan.Workflows.Consents;

/// <summary>What a consent is to; the two are legally distinct and never follow from each other (L-50).</summary>
public enum ConsentType
{
    /// <summary>To having a plan (samtykke til planen); gates the plan.</summary>
    Plan,

    /// <summary>To sharing confidential information with one service; gates what that service sees.</summary>
    Sharing,

    /// <summary>To handing the case over to another municipality (L-109).</summary>
    Transfer,
}

/// <summary>Where a consent stands.</summary>
public enum ConsentState
{
    /// <summary>Asked for, not yet answered.</summary>
    Asked,

    /// <summary>Given and in force.</summary>
    Given,

    /// <summary>Refused; kept on record (L-51).</summary>
    Refused,

    /// <summary>Withdrawn by the person (L-55).</summary>
    Withdrawn,

    /// <summary>Past its end date (L-56).</summary>
    Lapsed,

    /// <summary>Another consent stands in its place: renewed, or the young person's own for the parents' (L-60). Kept on record.</summary>
    Replaced,
}

/// <summary>What can happen to a consent.</summary>
public enum ConsentOperation
{
    /// <summary>The consenter says yes.</summary>
    Give,

    /// <summary>The consenter says no.</summary>
    Refuse,

    /// <summary>The consenter takes it back.</summary>
    Withdraw,

    /// <summary>Its end date has passed.</summary>
    Lapse,

    /// <summary>Another consent takes its place.</summary>
    Replace,
}

/// <summary>Who gives a consent (L-57).</summary>
public enum ConsenterKind
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>A holder of parental responsibility.</summary>
    Parent,

    /// <summary>A guardian within the mandate (verge).</summary>
    Guardian,

    /// <summary>Under a lasting power of attorney (fremtidsfullmakt).</summary>
    LastingPowerOfAttorney,

    /// <summary>The child welfare service that has taken over care.</summary>
    ChildWelfare,
}

/// <summary>How the consent was given.</summary>
public enum ConsentChannel
{
    /// <summary>Digitally, signed in.</summary>
    Digital,

    /// <summary>On signed paper.</summary>
    Paper,

    /// <summary>Orally and recorded by staff (L-51).</summary>
    Oral,
}

/// <summary>The life cycle of a consent. A refusal or withdrawal is final; a change of mind is a new consent, so that history stays intact (scenario 14).</summary>
public static class ConsentTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<ConsentState, ConsentOperation> Table { get; } = new(
    [
        new(Give, Asked, Given),
        new(Refuse, Asked, Refused),
        new(Withdraw, Given, Withdrawn),
        new(Lapse, Given, Lapsed),
        new(Replace, Given, Replaced),
    ]);
}

/// <summary>A consent was asked to take a step that its state does not allow.</summary>
public sealed class ConsentTransitionException : TransitionException
{
    internal ConsentTransitionException(ConsentId id, ConsentState from, ConsentOperation operation)
        : base("consent", id.Value, from.ToString(), operation.ToString())
    {
    }
}
