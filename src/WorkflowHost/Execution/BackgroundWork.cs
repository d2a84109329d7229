using IndividualPlan.WorkflowHost.Operations;
using Quartz;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>What happens without anyone asking: what other nodes did is noticed, due timers fire, the outbox is delivered, and recurring jobs run when they are due.</summary>
internal sealed class BackgroundWork(WakeUp wakeUp, OtherNodes others, RunJobs jobs, ILogger<BackgroundWork> logger) : BackgroundService
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>One round; what tests and the demo clock call. It waits for a round that is under way, so that whoever moves the clock afterwards has not moved it under that one.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await others.LookAsync(cancellationToken);
            await jobs.RoundAsync(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await wakeUp.WaitAsync(stoppingToken);

            try
            {
                await RunOnceAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A background loop: the next signal tries again.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.RoundFailed(logger, failure);
            }
        }
    }
}

/// <summary>The recurring trigger: Quartz says when, <see cref="BackgroundWork"/> does it.</summary>
internal sealed class WakeUpJob(WakeUp wakeUp) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        wakeUp.Signal();
        return ValueTask.CompletedTask;
    }
}
