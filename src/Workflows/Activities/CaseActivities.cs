using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Activities;

/// <summary>The toolbox "Individuell plan".</summary>
public static class CaseActivities
{
    /// <summary>All activities of the toolbox, to be added to Elsa's own with <c>ActivityCatalogue.Elsa().With(…)</c>.</summary>
    /// <param name="rules">The law that deadlines are counted by.</param>
    /// <param name="forms">The forms that tasks may use.</param>
    public static IReadOnlyList<DomainActivity> All(RuleBook rules, FormCatalogue forms)
    {
        var vocabulary = new Vocabulary(rules, forms);
        return
        [
            new CaseTask(vocabulary),
            new AskForConsent(vocabulary),
            new WithdrawConsent(vocabulary),
            new AppointCoordinator(vocabulary),
            new EndCoordinator(vocabulary),
            new AppointCaseManager(vocabulary),
            new RegisterRequest(vocabulary),
            new RecordInformation(vocabulary),
            new RecordAuthorization(vocabulary),
            new RecordResponsibility(vocabulary),
            new RecordNoPlanReason(vocabulary),
            new SetBasis(vocabulary),
            new SetCaseState(vocabulary),
            new RecordDecision(vocabulary),
            new OpenPlan(vocabulary),
            new InviteParticipants(vocabulary),
            new AgreeCooperation(vocabulary),
            new SavePlanDraft(vocabulary),
            new ApprovePlan(vocabulary),
            new ScheduleRevision(vocabulary),
            new RecordRevision(vocabulary),
            new OpenAppeal(vocabulary),
            new RecordFormalCheck(vocabulary),
            new ResolveAppeal(vocabulary),
            new RecordTransfer(vocabulary),
            new WaitForDeadline(vocabulary),
            new SettleDeadline(vocabulary),
            new WaitForCaseEvent(vocabulary),
            new SendLetter(vocabulary),
            new RaiseAlert(vocabulary),
            new StopCaseWork(vocabulary),
            new CloseCase(vocabulary),
            new EndOfPath(vocabulary),
        ];
    }
}
