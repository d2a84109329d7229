using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Moves the demo clock: every timer on the way fires at its own instant, in order, letters go out, and the answer comes when all is quiet.</summary>
internal sealed class DemoTravel(DemoClock clock, BackgroundWork work, IDbContextFactory<IpDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public async Task<DateTimeOffset> ToAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            clock.HoldAt(clock.GetUtcNow());
            await work.RunOnceAsync(cancellationToken);
            while (await NextDueAsync(clock.GetUtcNow(), cancellationToken) is { } next && next <= target)
            {
                clock.HoldAt(next);
                await work.RunOnceAsync(cancellationToken);
            }

            clock.HoldAt(target);
            await work.RunOnceAsync(cancellationToken);
            return clock.GetUtcNow();
        }
        finally
        {
            clock.Release();
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    /// <summary>The first instant after now at which something is due. What is due already and could not be done does not hold the journey up.</summary>
    private async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Waits.Where(w => w.DueAt > now).MinAsync(w => w.DueAt, cancellationToken);
    }
}
