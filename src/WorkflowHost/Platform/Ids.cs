using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>The only maker of ids: version 7, so that rows made together lie together.</summary>
internal sealed class Ids(TimeProvider clock)
{
    public Guid New() => Guid.CreateVersion7(clock.GetUtcNow());

    public AbsenceId NewAbsenceId() => new(New());

    public PersonId NewPersonId() => new(New());

    public CaseId NewCaseId() => new(New());

    public RequestId NewRequestId() => new(New());

    public InformationRecordId NewInformationRecordId() => new(New());

    public NoPlanReasonId NewNoPlanReasonId() => new(New());

    public CoordinationId NewCoordinationId() => new(New());

    public ResponsibilityAgreementId NewResponsibilityAgreementId() => new(New());

    public TransferId NewTransferId() => new(New());

    public ConsentId NewConsentId() => new(New());

    public CoordinatorPeriodId NewCoordinatorPeriodId() => new(New());

    public DeadlineId NewDeadlineId() => new(New());

    public DecisionId NewDecisionId() => new(New());

    public AppealId NewAppealId() => new(New());

    public HumanTaskId NewHumanTaskId() => new(New());

    public TaskCommentId NewTaskCommentId() => new(New());

    public TaskAttachmentId NewTaskAttachmentId() => new(New());

    public WorkflowInstanceId NewWorkflowInstanceId() => new(New());

    public LetterId NewLetterId() => new(New());

    public AgreementId NewAgreementId() => new(New());

    public ParticipantId NewParticipantId() => new(New());

    public PlanId NewPlanId() => new(New());

    public PlanVersionId NewPlanVersionId() => new(New());

    public MeasureProgressId NewMeasureProgressId() => new(New());

    public RevisionId NewRevisionId() => new(New());
}
