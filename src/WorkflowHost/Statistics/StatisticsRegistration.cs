using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Statistics.Reports;

namespace IndividualPlan.WorkflowHost.Statistics;

internal static class StatisticsRegistration
{
    /// <summary>The reports of domain §5.2, and the job that keeps their figures.</summary>
    public static WebApplicationBuilder AddStatistics(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<StatisticsOptions>().BindConfiguration(StatisticsOptions.Section);
        services.AddSingleton<Report, NoPlanReasons>();
        services.AddSingleton<Report, KostraSupport>();
        services.AddSingleton<Report, ProgrammeCoverage>();
        services.AddSingleton<Report, InformationDuty>();
        services.AddSingleton<Report, Funnel>();
        services.AddSingleton<Report, HandlingTime>();
        services.AddSingleton<Report, RevisionTimeliness>();
        services.AddSingleton<Report, CoordinatorContinuity>();
        services.AddSingleton<Report, Participation>();
        services.AddSingleton<Report, AppealOutcomes>();
        services.AddSingleton<Report, ConsentStates>();
        services.AddSingleton<Report, ProcessTime>();
        services.AddSingleton<ReportList>();
        services.AddSingleton<StatisticsCases>();
        services.AddScoped<ReadStatistics>();
        services.AddScoped<KostraFile>();
        services.AddSingleton<RecurringJob, KeepFigures>();
        return builder;
    }

    public static WebApplication MapStatistics(this WebApplication app)
    {
        StatisticsEndpoints.Map(app);
        StatisticsPages.Map(app);
        return app;
    }
}
