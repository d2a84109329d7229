using IndividualPlan.WorkflowHost.Operations;

namespace IndividualPlan.WorkflowHost.HumanTasks;

internal static class HumanTasksRegistration
{
    public static WebApplicationBuilder AddHumanTasks(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HumanTaskOptions>().BindConfiguration(HumanTaskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<CompleteTask>();
        builder.Services.AddSingleton<HandTask>();
        builder.Services.AddSingleton<ForgetOldDrafts>();
        builder.Services.AddSingleton<RecurringJob>(static provider => provider.GetRequiredService<ForgetOldDrafts>());
        return builder;
    }
}
