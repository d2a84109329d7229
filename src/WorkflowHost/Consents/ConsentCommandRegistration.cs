using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;

namespace IndividualPlan.WorkflowHost.Consents;

internal static class ConsentCommandRegistration
{
    public static IServiceCollection AddConsentCommands(this IServiceCollection services) => services
        .AddSingleton<CommandApplier, ApplyRecordConsent>()
        .AddSingleton<CommandApplier, ApplyEndConsent>()
        .AddSingleton<RecurringJob, LapseConsents>();
}
