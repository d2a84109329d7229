using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.Operations;

internal static class OperationsRegistration
{
    /// <summary>How the product's own work goes, and the health that says so.</summary>
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<OperationsOptions>().BindConfiguration(OperationsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<ReadOutgoing>();
        builder.Services.AddScoped<OpenOperations>();
        builder.Services.AddSingleton<ResendMessages>();
        builder.Services.AddHealthChecks().AddCheck<OperationsHealth>("operations", tags: [PlatformEndpoints.ReadyTag]);
        return builder;
    }

    public static WebApplication MapOperations(this WebApplication app)
    {
        OperationsPages.Map(app);
        return app;
    }
}
