namespace IndividualPlan.WorkflowHost.Notifications;

internal static class NotificationRegistration
{
    /// <summary>What people are told, in the product and by e-mail.</summary>
    public static WebApplicationBuilder AddNotifications(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ListNotifications>();
        builder.Services.AddScoped<CountUnread>();
        builder.Services.AddScoped<OpenNotifications>();
        builder.Services.AddSingleton<ReadNotifications>();
        builder.Services.AddSingleton<ChooseNotifications>();
        return builder;
    }

    public static WebApplication MapNotifications(this WebApplication app)
    {
        NotificationPages.Map(app);
        return app;
    }
}
