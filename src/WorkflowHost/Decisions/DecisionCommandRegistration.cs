using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.Decisions;

internal static class DecisionCommandRegistration
{
    public static IServiceCollection AddDecisionCommands(this IServiceCollection services) => services
        .AddSingleton<CommandApplier, ApplyAdvanceDecision>();
}
