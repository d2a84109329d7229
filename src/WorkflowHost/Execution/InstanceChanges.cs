using System.Collections.Concurrent;
using System.Threading.Channels;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// Tells those who watch an instance that a commit has changed it. The writer only looks whether anyone watches and, if so, leaves the id behind; what
/// watchers do with it happens elsewhere and can neither slow nor stop the writer. What other nodes commit
/// is found by <see cref="OtherNodes"/>.
/// </summary>
internal sealed class InstanceChanges
{
    private readonly ConcurrentDictionary<WorkflowInstanceId, int> _watched = new();
    private readonly Channel<WorkflowInstanceId> _changed = Channel.CreateUnbounded<WorkflowInstanceId>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Changed instances that someone watches, in the order of their commits.</summary>
    public ChannelReader<WorkflowInstanceId> Changed => _changed.Reader;

    /// <summary>True when nobody watches anything, which is the usual case.</summary>
    public bool IsQuiet => _watched.IsEmpty;

    public IReadOnlyCollection<WorkflowInstanceId> Watched => [.. _watched.Keys];

    public bool IsWatched(WorkflowInstanceId id) => _watched.ContainsKey(id);

    public void Watch(WorkflowInstanceId id) => _watched.AddOrUpdate(id, 1, static (_, watchers) => watchers + 1);

    /// <summary>Ends one watch; others of the same instance go on.</summary>
    public void Unwatch(WorkflowInstanceId id)
    {
        while (_watched.TryGetValue(id, out var watchers))
        {
            var isGone = watchers == 1 ? _watched.TryRemove(new(id, watchers)) : _watched.TryUpdate(id, watchers - 1, watchers);

            if (isGone)
            {
                return;
            }
        }
    }

    /// <summary>Leaves word of changed instances; never throws and never waits.</summary>
    public void Tell(IEnumerable<WorkflowInstanceId> ids)
    {
        foreach (var id in ids)
        {
            _changed.Writer.TryWrite(id);
        }
    }
}
