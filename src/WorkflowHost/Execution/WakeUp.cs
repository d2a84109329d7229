using System.Threading.Channels;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Tells the background work that there may be something to do now. Signals that come while it works are one signal.</summary>
internal sealed class WakeUp
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Signal() => _signals.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await _signals.Reader.ReadAsync(cancellationToken);
}
