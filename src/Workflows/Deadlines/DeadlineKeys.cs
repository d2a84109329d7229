namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Keys of the deadline catalogue (domain §3.1). The lengths stand in the rule sets.</summary>
public static class DeadlineKeys
{
    /// <summary>Preliminary reply, one month from receipt (FVL § 11a).</summary>
    public const string PreliminaryReply = "D-1";

    /// <summary>The expected decision date promised in a preliminary reply (L-33).</summary>
    public const string PromisedDecision = "D-2";

    /// <summary>Appeal on the tracks under forvaltningsloven.</summary>
    public const string AppealAdministrative = "D-3";

    /// <summary>Complaint on the health tracks.</summary>
    public const string AppealHealth = "D-4";

    /// <summary>New appeal period after requested reasons arrived.</summary>
    public const string AppealAfterReasons = "D-5";

    /// <summary>Absolute limit of a late appeal, from the date the decision was made.</summary>
    public const string AppealAbsoluteLimit = "D-6";

    /// <summary>A lost appeal sent again.</summary>
    public const string LostAppeal = "D-7";

    /// <summary>Fixing a defective appeal.</summary>
    public const string AppealCorrection = "D-8";

    /// <summary>Second alert of an unopened digital notice.</summary>
    public const string UnopenedNotice = "D-9";

    /// <summary>Claim for case costs.</summary>
    public const string CaseCosts = "D-10";

    /// <summary>Worse outcome in appeal.</summary>
    public const string WorseOutcome = "D-11";

    /// <summary>Forwarding the appeal to the appeal body.</summary>
    public const string AppealForwarding = "D-12";

    /// <summary>The appeal body's own time.</summary>
    public const string AppealBodyTime = "D-13";

    /// <summary>Start of the qualification programme.</summary>
    public const string ProgrammeStart = "D-14";

    /// <summary>Period of a programme decision.</summary>
    public const string ProgrammePeriod = "D-15";

    /// <summary>Notice from hospital to coordinating unit.</summary>
    public const string HospitalNotice = "D-16";

    /// <summary>Revision of the plan.</summary>
    public const string PlanRevision = "D-17";

    /// <summary>End of a consent.</summary>
    public const string ConsentEnd = "D-18";

    /// <summary>The 16th or 18th birthday.</summary>
    public const string AgeChange = "D-19";

    /// <summary>Answer to an advance notice.</summary>
    public const string AdvanceNotice = "D-20";

    /// <summary>Asking again for a missing authorization (L-25).</summary>
    public const string AuthorizationReminder = "L-25";

    /// <summary>Agreement on the main responsible service (scenario 24).</summary>
    public const string ResponsibilityAgreement = "L-34";
}
