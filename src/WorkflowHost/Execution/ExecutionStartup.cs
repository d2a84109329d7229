using IndividualPlan.WorkflowHost.Persistence;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Before anything is served: the database is migrated and the drawings are known. What waits stays as it lies; nothing is re-scheduled.</summary>
internal sealed class ExecutionStartup(DatabaseStartup database, DefinitionLoader definitions, WakeUp wakeUp, ExecutionOptions options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.PrepareAsync(cancellationToken);
        await definitions.LoadAsync(Path.GetFullPath(options.DefinitionsFolder, AppContext.BaseDirectory), cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        wakeUp.Signal();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
