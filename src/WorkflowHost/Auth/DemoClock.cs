namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>The clock of demo mode: it runs as the real one does, and can be moved forward, never back.</summary>
/// <remarks>While the clock is being moved it stands still at the instant that is being worked on, so that everything due then happens at that instant.</remarks>
internal sealed class DemoClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly bool _runs;
    private long _realStart;
    private DateTimeOffset _start;
    private bool _held;

    /// <param name="startsAt">The first instant; the real time when null.</param>
    /// <param name="runs">Whether time passes by itself; when not, only moving the clock lets it pass.</param>
    public DemoClock(DateTimeOffset? startsAt, bool runs)
    {
        _runs = runs;
        _start = (startsAt ?? System.GetUtcNow()).ToUniversalTime();
        _realStart = System.GetTimestamp();
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _runs && !_held ? _start + System.GetElapsedTime(_realStart) : _start;
        }
    }

    /// <summary>Stops the clock at an instant that is not before now.</summary>
    public void HoldAt(DateTimeOffset instant)
    {
        lock (_lock)
        {
            var now = GetUtcNow();
            _start = instant.ToUniversalTime() > now ? instant.ToUniversalTime() : now;
            _held = true;
        }
    }

    /// <summary>Lets the clock go on from where it stands.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _realStart = System.GetTimestamp();
            _held = false;
        }
    }
}
