using IndividualPlan.WorkflowHost.Operations;

namespace IndividualPlan.WorkflowHost.FlowMoves;

internal static class FlowMoveRegistration
{
    /// <summary>Moving running cases from one version of a flow to another.</summary>
    public static WebApplicationBuilder AddFlowMoves(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<JudgeMove>()
            .AddSingleton<WorkThroughMoves>()
            .AddSingleton<RecurringJob, FinishMoves>()
            .AddScoped<MovableInstances>()
            .AddScoped<PreviewMove>()
            .AddScoped<BeginMove>()
            .AddScoped<UndoMove>()
            .AddScoped<ReadMoves>();
        return builder;
    }

    public static WebApplication MapFlowMoves(this WebApplication app)
    {
        FlowMoveEndpoints.Map(app);
        FlowMovePages.Map(app);
        return app;
    }
}
