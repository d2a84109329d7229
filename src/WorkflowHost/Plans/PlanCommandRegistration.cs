using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.Plans;

internal static class PlanCommandRegistration
{
    public static IServiceCollection AddPlanCommands(this IServiceCollection services) => services
        .AddSingleton<CommandApplier, ApplyBeginPlan>()
        .AddSingleton<CommandApplier, ApplyReplacePlanContent>()
        .AddSingleton<CommandApplier, ApplySubmitPlan>()
        .AddSingleton<CommandApplier, ApplyFixPlanVersion>()
        .AddSingleton<CommandApplier, ApplyReturnPlan>()
        .AddSingleton<CommandApplier, ApplySetNextRevision>()
        .AddSingleton<CommandApplier, ApplyKeepRevision>()
        .AddSingleton<CommandApplier, ApplyAddParticipants>()
        .AddSingleton<CommandApplier, ApplyRecordParticipation>()
        .AddSingleton<CommandApplier, ApplyRecordAgreement>();
}
