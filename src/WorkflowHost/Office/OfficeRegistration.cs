namespace IndividualPlan.WorkflowHost.Office;

internal static class OfficeRegistration
{
    /// <summary>What leaders follow: where deadlines, tasks, coordinators, revisions, appeals and flows fall out.</summary>
    public static WebApplicationBuilder AddOffice(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<OfficeCases>();
        builder.Services.AddScoped<ListOfficeDeadlines>();
        builder.Services.AddScoped<ListOfficeTasks>();
        builder.Services.AddScoped<ListCoordinatorGaps>();
        builder.Services.AddScoped<ListOpenAppeals>();
        builder.Services.AddScoped<ListStoppedFlows>();
        builder.Services.AddScoped<ListAwayNow>();
        builder.Services.AddScoped<ListWorkload>();
        builder.Services.AddScoped<SummariseOffice>();
        builder.Services.AddScoped<OpenOffice>();
        return builder;
    }

    public static WebApplication MapOffice(this WebApplication app)
    {
        OfficeEndpoints.Map(app);
        OfficePages.Map(app);
        return app;
    }
}
