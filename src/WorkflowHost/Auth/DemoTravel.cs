namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Moves the demo clock: every timer on the way fires at its own instant, in order, and the answer comes when all is quiet.</summary>
internal sealed class DemoTravel(DemoClock clock)
{
    public Task<DateTimeOffset> ToAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        clock.HoldAt(target);
        clock.Release();
        return Task.FromResult(clock.GetUtcNow());
    }
}
