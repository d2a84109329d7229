using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Moves the demo clock: every timer on the way fires at its own instant, in order, letters go out, and the answer comes when all is quiet.</summary>
internal sealed class DemoTravel(DemoClock clock, BackgroundWork work, IDbContextFactory<IpDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>The instant to move to; adds what is wrong with the wish to the errors.</summary>
    public static DateTimeOffset Target(DemoAdvance request, DateTimeOffset now, FieldErrors errors)
    {
        if (request.ToAt is { } to)
        {
            if (to < now)
            {
                errors.Add("to", new("Klokka kan bare flyttes framover.", "Klokka kan berre flyttast framover.", "The clock can only be moved forward."));
            }

            return to;
        }

        if (!errors.Require(request.By, "by"))
        {
            return now;
        }

        try
        {
            // Months and years are calendar months and years; not 30 and 365 days.
            var by = IsoPeriod.AddTo(now, request.By);
            if (by >= now)
            {
                return by;
            }
        }
        catch (Exception notAPeriod) when (notAPeriod is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            // Told below with the same sentence as a negative period.
        }

        errors.Add("by", new(
            "Må være en periode framover, for eksempel P32D eller PT4H.", "Må vere ein periode framover, til dømes P32D eller PT4H.",
            "Must be a period forward, for example P32D or PT4H."));
        return now;
    }

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
