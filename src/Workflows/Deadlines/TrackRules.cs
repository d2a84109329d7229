using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Deadlines;

/// <summary>The procedural form of an answer on a track (L-31).</summary>
public enum DecisionForm
{
    /// <summary>An individual decision under forvaltningsloven chapters IV–VI (enkeltvedtak).</summary>
    IndividualDecision,

    /// <summary>A written, reasoned answer that is no enkeltvedtak (health tracks, L-46).</summary>
    WrittenAnswer,

    /// <summary>An appealable decision that is not formally an enkeltvedtak (child welfare).</summary>
    AppealableDecision,
}

/// <summary>What starts the appeal deadline of a track.</summary>
public enum AppealStart
{
    /// <summary>Notice of the decision arrived (FVL § 29).</summary>
    NoticeArrived,

    /// <summary>The person got, or should have got, enough knowledge (PBRL § 7-5).</summary>
    KnowledgeGained,
}

/// <summary>How far the appeal body may replace the first instance's free discretion.</summary>
public enum ReviewStandard
{
    /// <summary>Only when manifestly unreasonable (SOT § 48, åpenbart urimelig).</summary>
    OnlyManifestlyUnreasonable,

    /// <summary>Everything, with weight on municipal self-government (PBRL § 7-7, BVL § 12-9).</summary>
    WeightOnSelfGovernment,

    /// <summary>Everything (FVL § 34).</summary>
    Full,
}

/// <summary>What a rule set says about one legal track (domain §2.1).</summary>
/// <param name="Key">Track key, for example <c>SOC-28</c>; stored on the case.</param>
/// <param name="Name">Name as people see it.</param>
/// <param name="DecisionForm">Form of the answer.</param>
/// <param name="LegalReferences">Keys of the statutes that give the right.</param>
/// <param name="AppealDeadline">Key of the deadline rule for appeals: D-3 or D-4.</param>
/// <param name="AppealStart">What starts that deadline.</param>
/// <param name="AppealBody">Key of the appeal body's name among the rule set's bodies.</param>
/// <param name="ReviewStandard">How the appeal body reviews free discretion.</param>
/// <param name="PreliminaryReplyBasis">Whether the one-month clock binds by statute or by local promise (L-32).</param>
/// <param name="ConsentAges">Key of the consent age table used.</param>
/// <param name="EntitledWithoutNeedTest">True when the track itself gives the right (KVP, L-2).</param>
/// <param name="GivesPlan">True when the track gives a right to a plan; false for coordinator and neighbouring instruments.</param>
/// <param name="ConfidentialThatKnown">True when even "is known here" is confidential (SOT § 44, P-4).</param>
public sealed record TrackRules(
    string Key,
    LocalizedText Name,
    DecisionForm DecisionForm,
    IReadOnlyList<string> LegalReferences,
    string AppealDeadline,
    AppealStart AppealStart,
    string AppealBody,
    ReviewStandard ReviewStandard,
    DeadlineBasis PreliminaryReplyBasis,
    string ConsentAges,
    bool EntitledWithoutNeedTest,
    bool GivesPlan,
    bool ConfidentialThatKnown);
