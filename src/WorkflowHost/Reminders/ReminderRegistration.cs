namespace IndividualPlan.WorkflowHost.Reminders;

internal static class ReminderRegistration
{
    /// <summary>What leaders see of reminders and escalations.</summary>
    public static WebApplicationBuilder AddReminders(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ListComingReminders>();
        builder.Services.AddScoped<ListSentReminders>();
        builder.Services.AddScoped<SeesCase>();
        builder.Services.AddSingleton<SetReminders>();
        return builder;
    }

    public static WebApplication MapReminders(this WebApplication app)
    {
        ReminderPages.Map(app);
        ReminderDefaultPages.Map(app);
        return app;
    }
}
