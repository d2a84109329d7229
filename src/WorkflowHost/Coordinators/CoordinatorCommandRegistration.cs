using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.Coordinators;

internal static class CoordinatorCommandRegistration
{
    public static IServiceCollection AddCoordinatorCommands(this IServiceCollection services) => services
        .AddSingleton<CommandApplier, ApplyBeginCoordinatorPeriod>()
        .AddSingleton<CommandApplier, ApplyEndCoordinatorPeriod>();
}
