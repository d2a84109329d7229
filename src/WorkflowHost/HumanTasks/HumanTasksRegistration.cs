using Quartz;

namespace IndividualPlan.WorkflowHost.HumanTasks;

internal static class HumanTasksRegistration
{
    public static WebApplicationBuilder AddHumanTasks(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HumanTaskOptions>().BindConfiguration(HumanTaskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<CompleteTask>();
        builder.Services.AddSingleton<HandTask>();
        builder.Services.AddSingleton<ForgetOldDrafts>();
        builder.Services.AddQuartz(static quartz => quartz.ScheduleJob<ForgetOldDrafts>(static trigger => trigger
            .WithIdentity(nameof(ForgetOldDrafts)).WithSimpleSchedule(ForgetOldDrafts.Interval)));
        return builder;
    }
}
