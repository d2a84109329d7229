namespace IndividualPlan.Workflows.Letters;

/// <summary>Keys of the letter templates. Workflows name them and letters store them, so they are never renamed.</summary>
public static class LetterTemplateKey
{
    /// <summary>Receipt with reference and time (L-26).</summary>
    public const string Receipt = "receipt";

    /// <summary>Receipt to someone else than the person; neither confirms nor denies that the person is known (SOT § 44).</summary>
    public const string ReceiptThirdParty = "receipt-third-party";

    /// <summary>Asks the helper for a written authorization (L-25).</summary>
    public const string AuthorizationMissing = "authorization-missing";

    /// <summary>Tells about individual plan and offers it (L-15).</summary>
    public const string InformationOffer = "information-offer";

    /// <summary>Preliminary reply with reason and expected date (L-30).</summary>
    public const string PreliminaryReply = "preliminary-reply";

    /// <summary>Further delay (L-33).</summary>
    public const string DelayNotice = "delay-notice";

    /// <summary>The right to a plan is granted.</summary>
    public const string DecisionGranted = "decision-granted";

    /// <summary>The request is refused, with reasons and appeal information.</summary>
    public const string DecisionRefused = "decision-refused";

    /// <summary>The request is dismissed, with appeal information.</summary>
    public const string DecisionDismissed = "decision-dismissed";

    /// <summary>Confirms that the person did not want a plan and may change their mind; no appeal text (L-44).</summary>
    public const string NotPursued = "not-pursued";

    /// <summary>The request is sent to the body it belongs to.</summary>
    public const string RequestForwarded = "request-forwarded";

    /// <summary>Consent to the plan, to be signed (L-49, L-51).</summary>
    public const string ConsentForm = "consent-form";

    /// <summary>Consent to share information with services, to be signed (L-50, L-51).</summary>
    public const string ConsentSharingForm = "consent-sharing-form";

    /// <summary>Who the coordinator is.</summary>
    public const string CoordinatorAppointed = "coordinator-appointed";

    /// <summary>Who the coordinator is after a change (L-70).</summary>
    public const string CoordinatorChanged = "coordinator-changed";

    /// <summary>The wish for another coordinator is not met, with reasons and, on the health tracks, the right to complain (scenario 13).</summary>
    public const string CoordinatorChangeRefused = "coordinator-change-refused";

    /// <summary>Nobody coordinates for now, and whom to call (scenario 12).</summary>
    public const string CoordinatorMissing = "coordinator-missing";

    /// <summary>Invites a service to take part.</summary>
    public const string ParticipantInvitation = "participant-invitation";

    /// <summary>Calls to a meeting about the plan (L-82).</summary>
    public const string MeetingCall = "meeting-call";

    /// <summary>The plan is ready to be read and approved by the person (L-86).</summary>
    public const string PlanForApproval = "plan-for-approval";

    /// <summary>The plan is approved.</summary>
    public const string PlanApproved = "plan-approved";

    /// <summary>The plan is to be revised (L-91).</summary>
    public const string RevisionReminder = "revision-reminder";

    /// <summary>Receipt of an appeal.</summary>
    public const string AppealReceipt = "appeal-receipt";

    /// <summary>Asks for defects to be put right (D-8).</summary>
    public const string AppealDefects = "appeal-defects";

    /// <summary>The appeal is dismissed, with its own appeal right (L-96).</summary>
    public const string AppealDismissed = "appeal-dismissed";

    /// <summary>Copy of the statement to the party (L-92).</summary>
    public const string AppealUpheldCopy = "appeal-upheld-copy";

    /// <summary>The file is sent to the appeal body.</summary>
    public const string AppealForwarded = "appeal-forwarded";

    /// <summary>The first instance reversed itself.</summary>
    public const string AppealReversed = "appeal-reversed";

    /// <summary>What the appeal body decided and what happens now.</summary>
    public const string AppealBodyOutcome = "appeal-body-outcome";

    /// <summary>Necessary costs may be claimed (L-100).</summary>
    public const string CaseCosts = "case-costs";

    /// <summary>The case is closed.</summary>
    public const string Closing = "closing";

    /// <summary>Hand-over to another municipality.</summary>
    public const string Transfer = "transfer";

    /// <summary>Hand-over letter to the municipality that takes over (L-109).</summary>
    public const string TransferHandover = "transfer-handover";

    /// <summary>A consent is withdrawn, and what that means.</summary>
    public const string ConsentWithdrawn = "consent-withdrawn";

    /// <summary>The person has a plan already, led by another service, and we take part in it (scenario 10).</summary>
    public const string PlanElsewhere = "plan-elsewhere";

    /// <summary>Tells a participant that its part in the case is over, and not why (scenario 20).</summary>
    public const string ParticipationEnded = "participation-ended";

    /// <summary>All keys.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Receipt, ReceiptThirdParty, AuthorizationMissing, InformationOffer, PreliminaryReply, DelayNotice, RequestForwarded, DecisionGranted, DecisionRefused,
        DecisionDismissed, NotPursued, PlanElsewhere, ConsentForm, ConsentSharingForm, ConsentWithdrawn, CoordinatorAppointed, CoordinatorChanged, CoordinatorChangeRefused, CoordinatorMissing,
        ParticipantInvitation, ParticipationEnded, MeetingCall, PlanForApproval, PlanApproved, RevisionReminder, AppealReceipt,
        AppealDefects, AppealDismissed, AppealUpheldCopy, AppealForwarded, AppealReversed, AppealBodyOutcome, CaseCosts, Closing, Transfer, TransferHandover,
    ];
}
