using IndividualPlan.WorkflowHost.Appeals.Forwarding;
using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.Appeals;

internal static class AppealCommandRegistration
{
    public static IServiceCollection AddAppealCommands(this IServiceCollection services) => services
        .AddSingleton<BuildAppealFile>()
        .AddSingleton<CommandApplier, ApplyReceiveAppeal>()
        .AddSingleton<CommandApplier, ApplyKeepFormalCheck>()
        .AddSingleton<CommandApplier, ApplyAdvanceAppeal>();
}
