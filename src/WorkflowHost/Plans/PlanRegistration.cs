namespace IndividualPlan.WorkflowHost.Plans;

internal static class PlanRegistration
{
    /// <summary>Plans: reading, writing, versions, progress and download.</summary>
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddScoped<ReadPlan>()
        .AddScoped<ReadPlanDocument>()
        .AddScoped<ReadPlanVersions>()
        .AddScoped<FindPlanRights>()
        .AddScoped<PlanEditor>()
        .AddScoped<WritePlanDraft>()
        .AddScoped<WritePlanSections>()
        .AddScoped<FinishPlanDraft>()
        .AddScoped<RecordPlanApproval>()
        .AddScoped<ReportMeasureProgress>()
        .AddScoped<DownloadPlan>()
        .AddSingleton<PlanPdf>();

    public static void MapPlans(IEndpointRouteBuilder routes)
    {
        PlanEndpoints.Map(routes);
        PlanPages.Map(routes);
    }
}
