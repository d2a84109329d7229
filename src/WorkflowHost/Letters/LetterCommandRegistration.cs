using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;

namespace IndividualPlan.WorkflowHost.Letters;

internal static class LetterCommandRegistration
{
    public static IServiceCollection AddLetterCommands(this IServiceCollection services) => services
        .AddSingleton<LetterPdf>()
        .AddSingleton<RecurringJob, AlertUnopenedLetters>()
        .AddSingleton<LetterRenderer>()
        .AddSingleton<LetterTemplateCheck>()
        .AddSingleton<CommandApplier, ApplyQueueLetter>();
}
