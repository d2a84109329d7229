using IndividualPlan.WorkflowHost.Operations;

namespace IndividualPlan.WorkflowHost.Archive;

internal static class ArchiveRegistration
{
    /// <summary>How long things are kept, what may be disposed of, and what goes to other archives.</summary>
    public static WebApplicationBuilder AddArchive(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<FindDue>()
            .AddSingleton<RecurringJob>(static provider => provider.GetRequiredService<FindDue>())
            .AddSingleton<SetRetention>()
            .AddScoped<SeenDisposals>()
            .AddScoped<ChangeDisposal>()
            .AddScoped<ExtractJournal>()
            .AddScoped<ExportCase>();
        return builder;
    }

    public static WebApplication MapArchive(this WebApplication app)
    {
        ArchivePages.Map(app);
        ArchiveEndpoints.Map(app);
        return app;
    }
}
