using IndividualPlan.Workflows.Audit;
using static IndividualPlan.Workflows.Cases.CaseOperation;
using static IndividualPlan.Workflows.Cases.CaseState;

namespace IndividualPlan.Workflows.Cases;

/// <summary>The life cycle of a case. Leaders redraw the workflows that drive it, so the table forbids only what would break the law or the record.</summary>
/// <remarks>
/// What it forbids: a plan in use without consent having been asked for (L-49), assessment of a person who made no request, a refusal
/// of what is already granted other than by a new assessment, and anything at all after closing other than a new start.
/// </remarks>
public static class CaseTransitions
{
    private static readonly CaseState[] BeforeDecision = [Identified, InformationGiven, Requested, UnderAssessment];
    private static readonly CaseState[] Decided = [Granted, Refused, Dismissed, NotPursued];
    private static readonly CaseState[] PlanWork = [AwaitingConsent, CoordinatorPending, Mapping, Drafting, AwaitingApproval];
    private static readonly CaseState[] InUse = [Active, UnderRevision];
    private static readonly CaseState[] Paused = [Suspended, TransferPending];
    private static readonly CaseState[] Open = [.. BeforeDecision, .. Decided, .. PlanWork, CoordinatorOnly, .. InUse];

    /// <summary>The table. Leaving <see cref="Suspended"/> and <see cref="TransferPending"/> goes back to where the case stood; see <see cref="IpCase.Resume"/>.</summary>
    public static LifeCycle<CaseState, CaseOperation> Table { get; } = new(
    [
        .. To(GiveInformation, InformationGiven, [Identified, Refused, Dismissed, NotPursued, CoordinatorOnly, Closed]),
        .. To(ReceiveRequest, Requested, [Identified, InformationGiven, Refused, Dismissed, NotPursued, CoordinatorOnly, Closed]),
        .. To(BeginAssessment, UnderAssessment, [Requested, .. Decided, .. PlanWork, .. InUse, CoordinatorOnly]),
        .. To(Grant, Granted, [.. BeforeDecision, Refused, Dismissed, NotPursued]),
        .. To(Refuse, Refused, [Requested, UnderAssessment]),
        .. To(Dismiss, Dismissed, [Requested, UnderAssessment]),
        .. To(DoNotPursue, NotPursued, [.. BeforeDecision, Granted, .. PlanWork]),
        .. To(AwaitConsent, AwaitingConsent, [.. BeforeDecision, .. Decided, CoordinatorPending, CoordinatorOnly, Mapping, Drafting, AwaitingApproval, .. InUse, Closed]),
        .. To(AwaitCoordinator, CoordinatorPending, [.. BeforeDecision, .. Decided, AwaitingConsent, CoordinatorOnly, Mapping, Drafting, AwaitingApproval, .. InUse]),
        .. To(ContinueWithCoordinatorOnly, CoordinatorOnly, [.. BeforeDecision, .. Decided, .. PlanWork, .. InUse]),
        .. To(BeginMapping, Mapping, [AwaitingConsent, CoordinatorPending, Drafting, AwaitingApproval, .. InUse]),
        .. To(BeginDrafting, Drafting, [CoordinatorPending, Mapping, AwaitingApproval, .. InUse]),
        .. To(SubmitForApproval, AwaitingApproval, [Mapping, Drafting, .. InUse]),
        .. To(ActivatePlan, Active, [CoordinatorPending, AwaitingApproval, UnderRevision]),
        .. To(BeginRevision, UnderRevision, [Active, AwaitingApproval]),
        .. To(Suspend, Suspended, Open),
        .. To(BeginTransfer, TransferPending, Open),
        .. To(Close, Closed, [.. Open, .. Paused]),
    ]);

    /// <summary>The operation that leads from one state to another, or null; used by workflow steps that name the state to reach.</summary>
    public static CaseOperation? Find(CaseState from, CaseState to) =>
        Table.Transitions.FirstOrDefault(row => row.From == from && row.To == to)?.Operation;

    private static IEnumerable<Transition<CaseState, CaseOperation>> To(CaseOperation operation, CaseState to, IEnumerable<CaseState> from) =>
        from.Select(state => new Transition<CaseState, CaseOperation>(operation, state, to));
}

/// <summary>A case was asked to take a step that its state does not allow.</summary>
public sealed class CaseTransitionException : TransitionException
{
    internal CaseTransitionException(CaseId id, CaseState from, string operation)
        : base("case", id.Value, from.ToString(), operation)
    {
    }
}
