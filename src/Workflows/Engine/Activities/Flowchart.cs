using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>
/// Activities and the connections between them. Follows Elsa's default, counter-based way: each connection and each activity is counted, a
/// connection back does not count, and an activity with several inbound connections runs when all of them have been decided.
/// </summary>
internal sealed class Flowchart : Activity
{
    public override string Type => "Elsa.Flowchart";

    internal override bool HoldsVariables => true;

    public override void Execute(ActivityContext c)
    {
        var start = Graph(c).Start;

        if (start is null)
        {
            c.Complete();
        }
        else
        {
            c.Schedule(start);
        }
    }

    internal override void ChildCompleted(ActivityContext c, ActivityExecution? child, OutcomeSet outcomes)
    {
        if (child!.Activity.IsTerminal)
        {
            c.Complete();
            return;
        }

        if (!Leave(c, child.Node, outcomes, child.IsByBackwardConnection))
        {
            CompleteIfNothingIsLeft(c);
        }
    }

    internal override void ChildCanceled(ActivityContext c, ActivityExecution child)
    {
        CompleteIfNothingIsLeft(c);

        // What a cancelled activity would have led to counts as decided, so that joins further on do not wait for it.
        if (!Graph(c).IsDangling(child.Node))
        {
            Leave(c, child.Node, OutcomeSet.None, isByBackwardConnection: false);
        }
    }

    /// <summary>Brings the counts of connections over to another version of the flowchart, and decides what the new drawing leaves undecided.</summary>
    /// <param name="c">The flowchart, already bound to the new version.</param>
    /// <param name="old">The flowchart in the version before.</param>
    /// <param name="done">Node ids of what has completed.</param>
    internal static void Migrate(ActivityContext c, ActivityNode old, IReadOnlySet<string> done)
    {
        var graph = Graph(c);
        var before = c.Execution.Flow ?? new FlowScope();
        var scope = c.Execution.Flow = new FlowScope();
        var live = c.Execution.Children.Where(static e => !e.IsCompleted).Select(static e => e.Node).ToHashSet();
        var forward = c.Node.ChildrenIn("activities").SelectMany(graph.Outbound).Where(static f => !f.IsBackward).ToList();
        var known = old.Connections.ToHashSet();

        foreach (var (index, ahead, followed) in before.Entries)
        {
            if (forward.Find(f => c.Node.Connections[f.Index] == old.Connections[index]) is { } same)
            {
                scope.Set(same.Index, ahead, followed);
            }
        }

        foreach (var fresh in forward.Where(f => !known.Contains(c.Node.Connections[f.Index])))
        {
            // It counts as decided and not followed: its source left before the connection was drawn, or its target runs already without it.
            if (live.Contains(fresh.Target) || (done.Contains(fresh.Source.NodeId) && !live.Contains(fresh.Source) && !done.Contains(fresh.Target.NodeId)))
            {
                scope.VisitConnection(fresh.Index, followed: false);
            }
        }

        foreach (var target in forward.Where(f => scope.Ahead(f.Index) > 0 && !live.Contains(f.Target) && !done.Contains(f.Target.NodeId)).DistinctBy(static f => f.Target).ToList())
        {
            if (scope.Ahead(target.Index) > 0)
            {
                Arrive(c, graph, scope, target);
            }
        }

        CompleteIfNothingIsLeft(c);
    }

    private static FlowGraph Graph(ActivityContext c) => FlowGraph.Of(c.Node, c.Run.State.TriggerActivityId);

    private static FlowScope Scope(ActivityContext c) => c.Execution.Flow ??= new FlowScope();

    private static void CompleteIfNothingIsLeft(ActivityContext c)
    {
        if (c.Execution.Children.Exists(static e => e.Status is ExecutionStatus.Running or ExecutionStatus.Faulted)
            || c.Run.Scheduled.Any(item => item.Owner is { } owner && owner.SelfAndAncestors().Contains(c.Execution)))
        {
            return;
        }

        c.Complete();
    }

    /// <summary>Goes on from an activity. With no outcome at all, the activity is skipped: its connections are decided, but not followed.</summary>
    /// <returns>True when something was scheduled.</returns>
    private static bool Leave(ActivityContext c, ActivityNode activity, OutcomeSet outcomes, bool isByBackwardConnection)
    {
        var graph = Graph(c);
        var scope = Scope(c);

        if (graph.IsDangling(activity))
        {
            throw new ActivityFaultException($"Activity {activity.Id} is not reachable from the flowchart graph. Unable to schedule it's outbound activities.");
        }

        if (!isByBackwardConnection)
        {
            scope.VisitActivity(graph.Inbound(activity));
        }

        var isAnyScheduled = false;

        foreach (var connection in graph.Outbound(activity))
        {
            var isFollowed = outcomes.Contains(connection.Port);

            if (connection.IsBackward)
            {
                isAnyScheduled |= isFollowed && GoBack(c, connection);
                continue;
            }

            scope.VisitConnection(connection.Index, isFollowed);
            isAnyScheduled |= Arrive(c, graph, scope, connection);
        }

        return isAnyScheduled;
    }

    private static bool GoBack(ActivityContext c, FlowConnection connection)
    {
        if (!connection.IsValid)
        {
            throw new ActivityFaultException(
                $"Invalid backward connection: Every path from the source ('{connection.Source.Id}') must go through the target ('{connection.Target.Id}') when tracing back to the start.");
        }

        c.Run.Schedule(new WorkItem(connection.Target, c.Execution) { IsByBackwardConnection = true });

        return true;
    }

    private static bool Arrive(ActivityContext c, FlowGraph graph, FlowScope scope, FlowConnection connection)
    {
        var target = connection.Target;
        var inbound = graph.Inbound(target);

        switch (FlowJoin.ModeOf(c, target))
        {
            case FlowJoin.WaitAny:
                return ArriveFirst(c, graph, scope, connection, inbound);
            case FlowJoin.WaitAll:
                return AreAllDecided(scope, inbound) && (AreAllFollowed(scope, inbound) ? Run(c, target) : Leave(c, target, OutcomeSet.None, false));
            default:
                return AreAllDecided(scope, inbound) && (IsAnyFollowed(scope, inbound) ? Run(c, target) : Leave(c, target, OutcomeSet.None, false));
        }
    }

    /// <summary>The first branch that arrives goes on, the others are called off.</summary>
    private static bool ArriveFirst(ActivityContext c, FlowGraph graph, FlowScope scope, FlowConnection connection, IReadOnlyList<int> inbound)
    {
        var target = connection.Target;

        if (scope.Ahead(connection.Index) <= 0 || c.Run.Scheduled.Any(item => item.Owner == c.Execution && item.Node == target))
        {
            return false;
        }

        if (IsAnyFollowed(scope, inbound))
        {
            Run(c, target);
            CancelBefore(c, graph, target);

            return true;
        }

        return AreAllDecided(scope, inbound) && Leave(c, target, OutcomeSet.None, false);
    }

    private static bool Run(ActivityContext c, ActivityNode target)
    {
        c.Schedule(target);

        return true;
    }

    /// <summary>Calls off everything in this flowchart that stands on a way to the activity.</summary>
    public static void CancelBefore(ActivityContext flowchart, ActivityNode activity) => CancelBefore(flowchart, Graph(flowchart), activity);

    private static void CancelBefore(ActivityContext c, FlowGraph graph, ActivityNode activity)
    {
        var ancestors = graph.Ancestors(activity);

        foreach (var child in c.Execution.Children.Where(e => ancestors.Contains(e.Node)).ToList())
        {
            c.Run.CancelUpwards(child);
        }
    }

    private static bool AreAllDecided(FlowScope scope, IReadOnlyList<int> inbound)
    {
        foreach (var connection in inbound)
        {
            if (scope.Ahead(connection) <= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAnyFollowed(FlowScope scope, IReadOnlyList<int> inbound)
    {
        var most = inbound.Max(scope.Ahead);

        return most > 0 && inbound.Any(i => scope.Ahead(i) == most && scope.WasFollowed(i));
    }

    private static bool AreAllFollowed(FlowScope scope, IReadOnlyList<int> inbound)
    {
        var most = inbound.Max(scope.Ahead);

        return most > 0 && inbound.All(i => scope.Ahead(i) == most && scope.WasFollowed(i));
    }
}
