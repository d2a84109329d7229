namespace IndividualPlan.WorkflowHost.Transfers;

internal static class TransferRegistration
{
    /// <summary>Handing cases over to other municipalities, and taking them over.</summary>
    public static WebApplicationBuilder AddTransfers(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ExportTransfer>();
        builder.Services.AddScoped<ReceiveTransfer>();
        builder.Services.AddScoped<AcknowledgeTransfer>();
        return builder;
    }

    public static WebApplication MapTransfers(this WebApplication app)
    {
        TransferEndpoints.Map(app);
        TransferPages.Map(app);
        return app;
    }
}
