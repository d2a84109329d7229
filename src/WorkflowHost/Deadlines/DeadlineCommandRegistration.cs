using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.Deadlines;

internal static class DeadlineCommandRegistration
{
    public static IServiceCollection AddDeadlineCommands(this IServiceCollection services) => services
        .AddSingleton<CommandApplier, ApplyTrackDeadline>()
        .AddSingleton<CommandApplier, ApplyWarnDeadline>()
        .AddSingleton<CommandApplier, ApplyMissDeadline>()
        .AddSingleton<CommandApplier, ApplyCloseDeadline>();
}
