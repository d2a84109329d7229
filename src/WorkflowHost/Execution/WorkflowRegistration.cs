namespace IndividualPlan.WorkflowHost.Execution;

internal static class WorkflowRegistration
{
    /// <summary>What leaders do with running workflows: incidents.</summary>
    public static WebApplicationBuilder AddWorkflows(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RetryIncident>();
        builder.Services.AddScoped<InstanceAccess>();
        builder.Services.AddScoped<ListInstances>();
        builder.Services.AddScoped<OpenIncidents>();
        builder.Services.AddScoped<StartInstance>();
        builder.Services.AddScoped<ChangeInstance>();
        builder.Services.AddScoped<AlterInstance>();
        builder.Services.AddScoped<AlterationPlans>();
        builder.Services.AddScoped<TriggerEvent>();
        builder.Services.AddScoped<WhereItWaits>();
        builder.Services.AddScoped<ReadCaseFlows>();
        return builder;
    }

    public static WebApplication MapWorkflows(this WebApplication app)
    {
        IncidentEndpoints.Map(app);
        IncidentPages.Map(app);
        CaseFlowPages.Map(app);
        return app;
    }
}
