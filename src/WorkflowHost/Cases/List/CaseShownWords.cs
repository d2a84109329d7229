namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>What people call the parts of the way that a list can be narrowed to: the same names as on the line of a case.</summary>
internal static class CaseShownWords
{
    /// <summary>Those that are stages of a case, in order.</summary>
    public static readonly IReadOnlyList<CaseShown> Stages =
        [CaseShown.Request, CaseShown.Assessment, CaseShown.Consent, CaseShown.Coordinator, CaseShown.Mapping, CaseShown.Plan, CaseShown.FollowUp];

    public static LocalizedText Name(CaseShown stage) => stage == CaseShown.FollowUp
        ? new("Oppfølging og revisjon", "Oppfølging og revisjon", "Follow-up and revision")
        : CaseNames.Stage(Enum.Parse<CaseStageName>(stage.ToString()));
}
