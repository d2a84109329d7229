using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Cases;

/// <summary>Why a person has no plan (domain §5.3). The names are stored and counted in statistics, so they are never renamed.</summary>
public enum NoPlanReasonCode
{
    /// <summary>Nobody has assessed entitlement.</summary>
    N01NotIdentified,

    /// <summary>Entitled but not told.</summary>
    N02NotInformed,

    /// <summary>Does not want a plan.</summary>
    N03InformedDeclined,

    /// <summary>Wants time.</summary>
    N04InformedUndecided,

    /// <summary>Wants a coordinator and no plan.</summary>
    N05PrefersCoordinatorOnly,

    /// <summary>Prefers meetings, phone or a care team.</summary>
    N06PrefersOtherForm,

    /// <summary>Another plan is said to cover the need.</summary>
    N07OtherPlanCovers,

    /// <summary>Another team already coordinates.</summary>
    N08AlreadyCoordinated,

    /// <summary>Only one service.</summary>
    N09NotEntitledSingleService,

    /// <summary>The need is not long-lasting.</summary>
    N10NotEntitledShortTerm,

    /// <summary>A clarification is pending.</summary>
    N11AwaitingClarification,

    /// <summary>No coordinator is available.</summary>
    N12NoCoordinatorAvailable,

    /// <summary>Staff are unsure of rules or method.</summary>
    N13StaffLackKnowledge,

    /// <summary>Services disagree about who is responsible.</summary>
    N14ResponsibilityUnclear,

    /// <summary>Another service does not take part.</summary>
    N15OtherServiceDeclines,

    /// <summary>A plan is meaningless without sharing.</summary>
    N16ConsentToShareMissing,

    /// <summary>Login or tool is in the way.</summary>
    N17ToolBarrier,

    /// <summary>Other deadlines and targets go first.</summary>
    N18CompetingPriorities,

    /// <summary>The plan is believed to give no extra value.</summary>
    N19SeenAsFormality,

    /// <summary>Neither person nor professional drives it.</summary>
    N20BothReluctant,

    /// <summary>The person cannot be reached or does not contribute.</summary>
    N21NotReachableOrNotContributing,

    /// <summary>Interpreter or translation is lacking.</summary>
    N22LanguageBarrier,

    /// <summary>Who may consent is an open question.</summary>
    N23CapacityToConsentUnclear,

    /// <summary>Another service or municipality holds the plan.</summary>
    N24PlanExistsElsewhere,

    /// <summary>Moved or dead.</summary>
    N25MovedOrDead,

    /// <summary>A regulation suspends the duty.</summary>
    N26DutySuspended,
}

/// <summary>One dated reason why there is no plan; several may stand at once, one of them primary. Ended, never deleted (scenario 5).</summary>
public sealed class NoPlanReason
{
    private NoPlanReason()
    {
    }

    /// <summary>Id.</summary>
    public NoPlanReasonId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>The reason.</summary>
    public NoPlanReasonCode Code { get; private set; }

    /// <summary>Whether it is the main one.</summary>
    public bool IsPrimary { get; private set; }

    /// <summary>Free note, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Last day, or null while it stands.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Records a reason; records <c>no-plan-reason-recorded</c>.</summary>
    public static NoPlanReason Record(NoPlanReasonId id, CaseId caseId, NoPlanReasonCode code, bool isPrimary, string? note, Operation operation)
    {
        operation.Record(caseId, "no-plan-reason-recorded", ("noPlanReasonId", id), ("code", code), ("primary", isPrimary));
        return new NoPlanReason
        {
            Id = id,
            CaseId = caseId,
            Code = code,
            IsPrimary = isPrimary,
            Note = TextLimits.Bound(note, TextLimits.Text, nameof(note)),
            FromOn = operation.Today,
        };
    }

    /// <summary>The reason no longer stands; records <c>no-plan-reason-ended</c>. Ending it again keeps the first date.</summary>
    public void End(Operation operation)
    {
        if (EndedOn is null)
        {
            EndedOn = operation.Today;
            operation.Record(CaseId, "no-plan-reason-ended", ("noPlanReasonId", Id), ("code", Code), ("endedOn", EndedOn));
        }
    }

    /// <summary>Makes the reason the main one, or no longer the main one; records <c>no-plan-reason-ranked</c> when that is a change.</summary>
    internal void Rank(bool isPrimary, Operation operation)
    {
        if (IsPrimary != isPrimary)
        {
            IsPrimary = isPrimary;
            operation.Record(CaseId, "no-plan-reason-ranked", ("noPlanReasonId", Id), ("code", Code), ("primary", isPrimary));
        }
    }

    /// <summary>Reads a code as people write it: <c>N03</c> or the full name.</summary>
    public static bool TryParseCode(string? text, out NoPlanReasonCode code)
    {
        code = default;
        var match = Enum.GetValues<NoPlanReasonCode>().Where(value =>
            string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase)
            || (text?.Length == 3 && value.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (match.Length == 1)
        {
            code = match[0];
        }

        return match.Length == 1;
    }
}
