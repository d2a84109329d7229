using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>A connection as the flow runs: which way it leads, seen from the start.</summary>
/// <param name="Index">Its index among the flowchart's connections.</param>
/// <param name="Source">Where it leaves.</param>
/// <param name="Port">By which outcome.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="IsBackward">Whether it leads back to where the flow has been.</param>
/// <param name="IsValid">Of a connection back: whether every way from the start to its source passes its target.</param>
internal sealed record FlowConnection(int Index, ActivityNode Source, string Port, ActivityNode Target, bool IsBackward, bool IsValid);

/// <summary>The connections of a flowchart seen from one start activity. Worked out once per definition; never changed.</summary>
internal sealed class FlowGraph
{
    private static readonly IReadOnlyList<int> NoConnections = [];

    private readonly Dictionary<ActivityNode, List<FlowConnection>> outbound = [];
    private readonly Dictionary<ActivityNode, List<int>> inbound = [];
    private readonly Dictionary<ActivityNode, HashSet<ActivityNode>> ancestors = [];

    private FlowGraph(ActivityNode flowchart, ActivityNode? start)
    {
        Start = start;
        var children = new Dictionary<string, ActivityNode>(StringComparer.Ordinal);

        foreach (var child in flowchart.ChildrenIn("activities"))
        {
            children.TryAdd(child.Id, child);
        }

        var known = flowchart.Connections
            .Select((connection, index) => (connection, index))
            .Where(c => children.ContainsKey(c.connection.SourceId) && children.ContainsKey(c.connection.TargetId))
            .Select(c => (Index: c.index, Source: children[c.connection.SourceId], Port: c.connection.SourcePort, Target: children[c.connection.TargetId]))
            .ToList();
        var forward = FindForwardEdges([.. known.Select(static c => (c.Source, c.Target))], start);

        foreach (var (index, source, port, target) in known)
        {
            var isBackward = !forward.Contains((source, target));
            var connection = new FlowConnection(index, source, port, target, isBackward, !isBackward || IsValidBack(forward, start, source, target));
            Add(outbound, source, connection);

            if (!isBackward)
            {
                Add(inbound, target, index);
            }
        }

        foreach (var child in children.Values)
        {
            ancestors[child] = FindAncestors(forward, child);
        }
    }

    /// <summary>Where the flowchart begins; null when it is empty.</summary>
    public ActivityNode? Start { get; }

    /// <summary>The graph of a flowchart when the given trigger, or none, started the instance.</summary>
    public static FlowGraph Of(ActivityNode flowchart, string? triggerActivityId)
    {
        var trigger = triggerActivityId is null ? null : flowchart.ChildrenIn("activities").FirstOrDefault(a => a.Id == triggerActivityId);
        var key = trigger is null ? "graph" : "graph:" + trigger.Id;

        return (FlowGraph)flowchart.Cache.GetOrAdd(key, static (_, a) => new FlowGraph(a.flowchart, a.trigger ?? FindStart(a.flowchart)), (flowchart, trigger));
    }

    public IReadOnlyList<FlowConnection> Outbound(ActivityNode activity) => outbound.TryGetValue(activity, out var found) ? found : [];

    /// <summary>The forward connections into an activity, by index.</summary>
    public IReadOnlyList<int> Inbound(ActivityNode activity) => inbound.TryGetValue(activity, out var found) ? found : NoConnections;

    /// <summary>Every activity from which forward connections lead to this one.</summary>
    public IReadOnlySet<ActivityNode> Ancestors(ActivityNode activity) => ancestors.GetValueOrDefault(activity) ?? [];

    public bool IsDangling(ActivityNode activity) => activity != Start && !inbound.ContainsKey(activity);

    private static ActivityNode? FindStart(ActivityNode flowchart)
    {
        var activities = flowchart.ChildrenIn("activities").ToList();

        return flowchart.ChildrenIn("start").FirstOrDefault() is { } drawn ? activities.Find(a => a.Id == drawn.Id) ?? drawn
            : activities.Find(static a => a.Type == "Elsa.Start")
            ?? activities.Find(static a => a.CanStartWorkflow)
            ?? activities.Find(a => !flowchart.Connections.Any(c => c.TargetId == a.Id))
            ?? activities.FirstOrDefault();
    }

    /// <summary>Walks the connections breadth first from the start; one that would close a circle is a connection back.</summary>
    private static HashSet<(ActivityNode Source, ActivityNode Target)> FindForwardEdges(IReadOnlyList<(ActivityNode Source, ActivityNode Target)> edges, ActivityNode? start)
    {
        var forward = new HashSet<(ActivityNode, ActivityNode)>();

        if (start is null)
        {
            return forward;
        }

        var next = edges.ToLookup(static e => e.Source, static e => e.Target);
        var reached = new Dictionary<ActivityNode, List<ActivityNode>>();
        var visited = new HashSet<ActivityNode>();
        var queue = new Queue<ActivityNode>([start]);

        while (queue.TryDequeue(out var source))
        {
            visited.Add(source);

            foreach (var target in next[source])
            {
                if (forward.Contains((source, target)) || LeadsTo(reached, target, source))
                {
                    continue;
                }

                forward.Add((source, target));
                Add(reached, source, target);

                if (!visited.Contains(target))
                {
                    queue.Enqueue(target);
                }
            }
        }

        return forward;
    }

    private static bool LeadsTo(Dictionary<ActivityNode, List<ActivityNode>> edges, ActivityNode from, ActivityNode to)
    {
        var visited = new HashSet<ActivityNode>();
        var stack = new Stack<ActivityNode>([from]);

        while (stack.TryPop(out var current))
        {
            if (current == to)
            {
                return true;
            }

            if (visited.Add(current) && edges.TryGetValue(current, out var targets))
            {
                targets.ForEach(stack.Push);
            }
        }

        return false;
    }

    /// <summary>Every way from the start to the source passes the target: without the target, the source cannot be reached.</summary>
    private static bool IsValidBack(HashSet<(ActivityNode Source, ActivityNode Target)> forward, ActivityNode? start, ActivityNode source, ActivityNode target)
    {
        if (start is null)
        {
            return false;
        }

        if (source == target || start == target)
        {
            return true;
        }

        var visited = new HashSet<ActivityNode> { target };
        var stack = new Stack<ActivityNode>([start]);

        while (stack.TryPop(out var current))
        {
            if (current == source)
            {
                return false;
            }

            if (visited.Add(current))
            {
                foreach (var edge in forward.Where(e => e.Source == current))
                {
                    stack.Push(edge.Target);
                }
            }
        }

        return true;
    }

    private static HashSet<ActivityNode> FindAncestors(HashSet<(ActivityNode Source, ActivityNode Target)> forward, ActivityNode activity)
    {
        var found = new HashSet<ActivityNode>();
        var queue = new Queue<ActivityNode>([activity]);

        while (queue.TryDequeue(out var current))
        {
            foreach (var (source, _) in forward.Where(e => e.Target == current))
            {
                if (found.Add(source))
                {
                    queue.Enqueue(source);
                }
            }
        }

        return found;
    }

    private static void Add<T>(Dictionary<ActivityNode, List<T>> lists, ActivityNode key, T value)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(value);
    }
}
