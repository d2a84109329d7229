namespace IndividualPlan.WorkflowHost.HumanTasks;

internal static class HumanTasksRegistration
{
    public static WebApplicationBuilder AddHumanTasks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CompleteTask>();
        builder.Services.AddSingleton<HandTask>();
        return builder;
    }
}
