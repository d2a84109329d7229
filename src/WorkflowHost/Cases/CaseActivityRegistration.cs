using IndividualPlan.WorkflowHost.Appeals;
using IndividualPlan.WorkflowHost.Consents;
using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Decisions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IndividualPlan.WorkflowHost.Cases;

internal static class CaseActivityRegistration
{
    /// <summary>The toolbox "Individuell plan": its activities beside Elsa's, what carries out their commands, and the facts that drawings see.</summary>
    public static IServiceCollection AddCaseActivities(this IServiceCollection services) => services
        .Replace(ServiceDescriptor.Singleton(static s => ActivityCatalogue.Elsa().With(CaseActivities.All(s.GetRequiredService<RuleBook>(), FormCatalogue.Embedded))))
        .Replace(ServiceDescriptor.Singleton<CaseFactsReader>(CaseFacts.ReadAsync))
        .AddTaskCommands()
        .AddDeadlineCommands()
        .AddConsentCommands()
        .AddCoordinatorCommands()
        .AddDecisionCommands()
        .AddPlanCommands()
        .AddAppealCommands()
        .AddLetterCommands()
        .AddSingleton<CommandApplier, ApplyReceiveRequest>()
        .AddSingleton<CommandApplier, ApplyKeepInformation>()
        .AddSingleton<CommandApplier, ApplySettleAuthorization>()
        .AddSingleton<CommandApplier, ApplyMoveCase>()
        .AddSingleton<CommandApplier, ApplyAssignCaseManager>()
        .AddSingleton<CommandApplier, ApplyChangeBasis>()
        .AddSingleton<CommandApplier, ApplyChangeNoPlanReasons>()
        .AddSingleton<CommandApplier, ApplySettleResponsibility>()
        .AddSingleton<CommandApplier, ApplyAlertRole>()
        .AddSingleton<CommandApplier, ApplyStopFlows>()
        .AddSingleton<CommandApplier, ApplyEndCase>()
        .AddSingleton<CommandApplier, ApplyKeepTransfer>();
}
