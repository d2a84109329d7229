using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>The way of a case as people see it, in few words.</summary>
internal enum CaseStageName
{
    Request,
    Assessment,
    Consent,
    Coordinator,
    Mapping,
    Plan,
    FollowUp,
    Revision,
    Closing,
}

/// <summary>How far a case has come with a stage.</summary>
internal enum CaseStageProgress
{
    Done,
    Now,
    Ahead,

    /// <summary>The case does not come by here: a coordinator without a plan, a refusal, an early end.</summary>
    Skipped,
}

internal sealed record CaseStage(CaseStageName Name, CaseStageProgress Progress);

/// <summary>Puts a case on the line from request to closing.</summary>
internal static class CaseStages
{
    /// <summary>The stages of a case, in order; follow-up is called revision while the plan is being revised.</summary>
    /// <param name="state">Where the case stands; for a paused one where it stood.</param>
    /// <param name="passed">States that the case has been in, for one that has ended; else none are needed.</param>
    public static IReadOnlyList<CaseStage> Of(CaseState state, IReadOnlyCollection<CaseState> passed)
    {
        var now = StageOf(state);
        var reached = passed.Where(p => p != CaseState.Closed).Select(StageOf).ToHashSet();
        var follow = state == CaseState.UnderRevision ? CaseStageName.Revision : CaseStageName.FollowUp;
        CaseStageName[] line =
        [
            CaseStageName.Request, CaseStageName.Assessment, CaseStageName.Consent, CaseStageName.Coordinator, CaseStageName.Mapping, CaseStageName.Plan, follow, CaseStageName.Closing,
        ];

        return [.. line.Select(stage => new CaseStage(stage, ProgressOf(stage, state, now, reached)))];
    }

    private static CaseStageProgress ProgressOf(CaseStageName stage, CaseState state, CaseStageName now, HashSet<CaseStageName> reached)
    {
        if (stage == now || (now == CaseStageName.FollowUp && stage == CaseStageName.Revision))
        {
            return state == CaseState.Closed ? CaseStageProgress.Done : CaseStageProgress.Now;
        }

        var isBefore = stage < now;
        return state switch
        {
            CaseState.Closed => reached.Contains(stage) || (stage == CaseStageName.Revision && reached.Contains(CaseStageName.FollowUp)) ? CaseStageProgress.Done : CaseStageProgress.Skipped,
            CaseState.CoordinatorOnly when stage is CaseStageName.Consent or CaseStageName.Mapping or CaseStageName.Plan => CaseStageProgress.Skipped,
            CaseState.Refused or CaseState.Dismissed or CaseState.NotPursued when !isBefore && stage != CaseStageName.Closing => CaseStageProgress.Skipped,
            _ => isBefore ? CaseStageProgress.Done : CaseStageProgress.Ahead,
        };
    }

    /// <summary>The stage that a state is in. A paused case is in the one where it stood; on its own, a pause says none.</summary>
    public static CaseStageName StageOf(CaseState state) => state switch
    {
        CaseState.Identified or CaseState.InformationGiven or CaseState.Requested => CaseStageName.Request,
        CaseState.UnderAssessment or CaseState.Refused or CaseState.Dismissed or CaseState.NotPursued => CaseStageName.Assessment,
        CaseState.Granted or CaseState.AwaitingConsent => CaseStageName.Consent,
        CaseState.CoordinatorPending => CaseStageName.Coordinator,
        CaseState.Mapping => CaseStageName.Mapping,
        CaseState.Drafting or CaseState.AwaitingApproval => CaseStageName.Plan,
        CaseState.Active or CaseState.UnderRevision or CaseState.CoordinatorOnly => CaseStageName.FollowUp,
        CaseState.Closed => CaseStageName.Closing,
        _ => CaseStageName.Request,
    };
}
