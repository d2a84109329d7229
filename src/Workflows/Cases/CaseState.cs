namespace IndividualPlan.Workflows.Cases;

/// <summary>Where a case stands in the lifecycle of domain §1.0. Appeals run beside it with a state of their own.</summary>
public enum CaseState
{
    /// <summary>The person is known and possibly entitled.</summary>
    Identified,

    /// <summary>Information about individual plan is given and documented.</summary>
    InformationGiven,

    /// <summary>A request or initiative is registered with its received date.</summary>
    Requested,

    /// <summary>Entitlement is being assessed.</summary>
    UnderAssessment,

    /// <summary>The right to a plan is granted (innvilget).</summary>
    Granted,

    /// <summary>The request is refused (avslag).</summary>
    Refused,

    /// <summary>The request is dismissed (avvist): no standing, or wrong body.</summary>
    Dismissed,

    /// <summary>The person declined or withdrew; not a refusal (L-44).</summary>
    NotPursued,

    /// <summary>Granted, and waiting for consent to the plan (L-49).</summary>
    AwaitingConsent,

    /// <summary>A coordinator is to be named.</summary>
    CoordinatorPending,

    /// <summary>The person has a coordinator and no plan: a legitimate steady state (L-61).</summary>
    CoordinatorOnly,

    /// <summary>Goals, resources and needs are mapped, participants confirmed.</summary>
    Mapping,

    /// <summary>The plan is being written.</summary>
    Drafting,

    /// <summary>The plan waits for the person's approval.</summary>
    AwaitingApproval,

    /// <summary>An approved plan is in use.</summary>
    Active,

    /// <summary>The plan in use is being revised.</summary>
    UnderRevision,

    /// <summary>Temporarily stopped with a reason (L-111). Legal clocks run on.</summary>
    Suspended,

    /// <summary>A receiving service has yet to confirm takeover.</summary>
    TransferPending,

    /// <summary>Ended, with a reason.</summary>
    Closed,
}

/// <summary>Steps of the case. Each leads to one state, except resuming and reopening.</summary>
public enum CaseOperation
{
    /// <summary>Information about individual plan was given.</summary>
    GiveInformation,

    /// <summary>A request or initiative was registered.</summary>
    ReceiveRequest,

    /// <summary>Assessment begins (again, after an annulled decision).</summary>
    BeginAssessment,

    /// <summary>The right is granted.</summary>
    Grant,

    /// <summary>The request is refused.</summary>
    Refuse,

    /// <summary>The request is dismissed.</summary>
    Dismiss,

    /// <summary>The person does not want to go on.</summary>
    DoNotPursue,

    /// <summary>Consent to the plan is asked for.</summary>
    AwaitConsent,

    /// <summary>A coordinator is to be named.</summary>
    AwaitCoordinator,

    /// <summary>Go on with a coordinator and no plan.</summary>
    ContinueWithCoordinatorOnly,

    /// <summary>Mapping begins.</summary>
    BeginMapping,

    /// <summary>Writing the plan begins.</summary>
    BeginDrafting,

    /// <summary>The draft is handed to the person for approval.</summary>
    SubmitForApproval,

    /// <summary>An approved plan is in use.</summary>
    ActivatePlan,

    /// <summary>Revision begins.</summary>
    BeginRevision,

    /// <summary>Temporary stop.</summary>
    Suspend,

    /// <summary>Transfer to another service begins.</summary>
    BeginTransfer,

    /// <summary>The case ends.</summary>
    Close,
}

/// <summary>Why a case ended (domain §1.15).</summary>
public enum CloseReason
{
    /// <summary>The person withdrew the consent to the plan.</summary>
    ConsentWithdrawn,

    /// <summary>The need has ended.</summary>
    NeedEnded,

    /// <summary>The person moved and the receiving service has taken over.</summary>
    Moved,

    /// <summary>The person died.</summary>
    Deceased,

    /// <summary>The qualification programme ended and no need remains.</summary>
    KvpEnded,

    /// <summary>The person does not contribute, after documented attempts.</summary>
    NotContributing,

    /// <summary>The case was a duplicate; it links to the surviving case.</summary>
    Merged,

    /// <summary>A regulation suspends the duty (L-14).</summary>
    ServiceDutySuspended,

    /// <summary>Refused or dismissed, and not appealed or upheld.</summary>
    NotEntitled,

    /// <summary>The person did not want a plan or a coordinator.</summary>
    NotWanted,
}

/// <summary>Why a case is temporarily stopped (L-111).</summary>
public enum SuspensionReason
{
    /// <summary>Stay in hospital.</summary>
    HospitalStay,

    /// <summary>Imprisonment.</summary>
    Imprisonment,

    /// <summary>The person cannot be reached.</summary>
    Unreachable,

    /// <summary>Something must be clarified first.</summary>
    AwaitingClarification,

    /// <summary>The qualification programme is interrupted (SOT § 34).</summary>
    KvpInterrupted,
}
