using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Execution;

internal static class ExecutionRegistration
{
    /// <summary>Durable execution: the writer, the runner with engine and definitions, timers.</summary>
    public static WebApplicationBuilder AddExecution(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Ids>();
        services.AddSingleton<DefinitionCatalogue>();
        services.AddSingleton(static _ => ActivityCatalogue.Elsa());
        services.AddSingleton(static provider => new WorkflowEngine(provider.GetRequiredService<ActivityCatalogue>(), new EngineOptions()));
        services.AddSingleton<CaseFactsReader>(static (_, _, _) => Task.FromResult(new JsonObject()));
        services.AddSingleton<FlowServices>();
        services.AddSingleton<WorkRun>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<RetryingTransaction>();
        services.AddSingleton<WorkWriter>();
        return builder;
    }
}
