using IndividualPlan.WorkflowHost.Operations;
using Quartz;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>What happens without anyone asking: what other nodes did is noticed, due timers fire, the outbox is delivered, and recurring jobs run when they are due.</summary>
internal sealed class BackgroundWork(WakeUp wakeUp, OtherNodes others, RunJobs jobs, ILogger<BackgroundWork> logger) : BackgroundService
{
    /// <summary>One round; what tests and the demo clock call.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await others.LookAsync(cancellationToken);
        await jobs.RoundAsync(cancellationToken);
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
