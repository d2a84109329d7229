using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.WorkflowHost.Telemetry;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.Extensions.Options;
using Quartz;

namespace IndividualPlan.WorkflowHost.Execution;

internal static class ExecutionRegistration
{
    /// <summary>Durable execution: the writer, the runner with engine and drawings, timers and the background loop.</summary>
    public static WebApplicationBuilder AddExecution(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ExecutionOptions>().BindConfiguration(ExecutionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<ExecutionOptions>>().Value);

        services.AddLaw();
        services.AddSingleton<Ids>();
        services.AddSingleton<DefinitionCatalogue>();
        services.AddSingleton(static _ => ActivityCatalogue.Elsa());
        services.AddSingleton(static provider => new WorkflowEngine(provider.GetRequiredService<ActivityCatalogue>(), new EngineOptions()));
        services.AddSingleton<CaseFactsReader>(static (_, _, _) => Task.FromResult(new JsonObject()));
        services.AddSingleton<InstanceChanges>();
        services.AddSingleton<AddressNotifications>();
        services.AddSingleton<Instruments>();
        services.AddSingleton<FlowServices>();

        services.AddSingleton<WorkRun>();
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<OtherNodes>();
        services.AddSingleton<RetryingTransaction>();
        services.AddSingleton<WorkWriter>();

        services.AddSingleton<DefinitionLoader>();
        services.AddSingleton<DueTimers>();
        services.AddSingleton<WakeUp>();
        services.AddSingleton<BackgroundWork>();
        services.AddSingleton<RecurringJob, FireTimers>();
        services.AddSingleton<RecurringJob, DeliverOutbox>();
        services.AddSingleton<RunJobs>();

        services.AddHostedService<ExecutionStartup>();
        services.AddHostedService(static provider => provider.GetRequiredService<BackgroundWork>());
        services.AddQuartz(quartz => quartz.ScheduleJob<WakeUpJob>(trigger => trigger
            .WithIdentity(nameof(WakeUpJob))
            .WithSimpleSchedule(builder.Configuration.GetValue($"{ExecutionOptions.Section}:{nameof(ExecutionOptions.TimerInterval)}", ExecutionOptions.DefaultTimerInterval))));
        services.AddQuartzHostedService(static options => options.WaitForJobsToComplete = true);
        return builder;
    }
}
