using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.HumanTasks;

internal static class TaskCommandRegistration
{
    public static IServiceCollection AddTaskCommands(this IServiceCollection services) => services
        .AddSingleton<CommandApplier, ApplyOpenTask>()
        .AddSingleton<CommandApplier, ApplyRemindTask>()
        .AddSingleton<CommandApplier, ApplyEscalateTask>();
}
