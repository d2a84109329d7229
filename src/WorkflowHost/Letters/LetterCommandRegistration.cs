using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.Letters;

internal static class LetterCommandRegistration
{
    public static IServiceCollection AddLetterCommands(this IServiceCollection services) => services
        .AddSingleton<LetterRenderer>()
        .AddSingleton<LetterTemplateCheck>()
        .AddSingleton<CommandApplier, ApplyQueueLetter>();
}
