using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Why an instance cannot be moved to another version.</summary>
public enum MigrationObstacle
{
    /// <summary>The instance has ended.</summary>
    HasEnded,

    /// <summary>The other version is of another definition, or it is the same version.</summary>
    NotAnotherVersion,

    /// <summary>A step at which the instance stands is not in the other version.</summary>
    StepGone,

    /// <summary>A step at which the instance stands is of another type, or stands elsewhere, in the other version.</summary>
    StepChanged,

    /// <summary>A group of steps that is under way and counts them (a sequence, a loop, a workflow inside the workflow) is not the same in the other version.</summary>
    GroupChanged,

    /// <summary>An outcome that a step may end with leads somewhere now and nowhere in the other version.</summary>
    OutcomeGone,

    /// <summary>A step that is done would come once more in the other version.</summary>
    WouldRunAgain,
}

/// <summary>One reason why not.</summary>
/// <param name="Obstacle">What kind of reason.</param>
/// <param name="ActivityId">The step; empty for the instance as a whole.</param>
/// <param name="Name">What people read on the step, and for an outcome the outcome.</param>
public sealed record MigrationProblem(MigrationObstacle Obstacle, string ActivityId, string Name);

/// <summary>What moving an instance to another version would mean.</summary>
/// <param name="Problems">Why it cannot be done; empty when it can.</param>
/// <param name="StandsAt">What people read on the steps at which the instance stands and goes on from.</param>
/// <param name="NeverRun">What people read on steps that are new in the other version and that this instance has passed already.</param>
public sealed record MigrationPlan(IReadOnlyList<MigrationProblem> Problems, IReadOnlyList<string> StandsAt, IReadOnlyList<string> NeverRun)
{
    /// <summary>Whether it can be done.</summary>
    public bool IsSafe => Problems.Count == 0;

    internal static MigrationPlan Of(WorkflowDefinition from, WorkflowDefinition to, WorkflowState state, IReadOnlySet<string> done)
    {
        if (state.Status == WorkflowStatus.Finished && state.SubStatus != WorkflowSubStatus.Faulted)
        {
            return new([new(MigrationObstacle.HasEnded, "", "")], [], []);
        }

        if (from.DefinitionId != to.DefinitionId || from.VersionId == to.VersionId)
        {
            return new([new(MigrationObstacle.NotAnotherVersion, "", "")], [], []);
        }

        List<MigrationProblem> problems = [];
        List<string> neverRun = [];
        var live = state.Executions.Where(static e => !e.IsCompleted).Select(e => (Execution: e, Old: NodeOf(from, e))).ToList();

        foreach (var (execution, old) in live)
        {
            if (old is null || WorkflowAsActivity.Is(old))
            {
                problems.Add(new(MigrationObstacle.GroupChanged, execution.NodeKey, old?.DisplayName ?? execution.NodeKey));
            }
            else
            {
                Compare(old, NodeOf(to, execution), problems);
            }
        }

        foreach (var work in state.PendingWork.Where(w => to.FindNode(w.NodeKey) is null))
        {
            problems.Add(new(MigrationObstacle.StepGone, work.NodeKey, from.FindNode(work.NodeKey)?.DisplayName ?? work.NodeKey));
        }

        if (state.TriggerActivityId is { } trigger && from.FindActivity(trigger) is { } entered && to.FindActivity(trigger) is null)
        {
            problems.Add(new(MigrationObstacle.StepGone, trigger, entered.DisplayName));
        }

        var waiting = live.Where(l => l.Old is { } old && !live.Exists(other => other.Execution.OwnerId == l.Execution.Id)).Select(static l => l.Old!).ToList();

        foreach (var (_, old) in live.Where(static l => l.Old is { Type: "Elsa.Flowchart" }))
        {
            if (to.FindNode(old!.Key) is { Type: "Elsa.Flowchart" } chart)
            {
                LookAhead(old, chart, [.. live.Where(l => l.Old?.Parent == old).Select(static l => l.Old!.Id)], done, problems, neverRun);
            }
        }

        return new([.. problems.Distinct()], [.. waiting.Select(static n => n.DisplayName).Distinct()], neverRun);
    }

    private static ActivityNode? NodeOf(WorkflowDefinition definition, ActivityExecution execution) =>
        execution.OwnerId == 0 ? definition.Workflow : definition.FindNode(execution.NodeKey);

    private static void Compare(ActivityNode old, ActivityNode? now, List<MigrationProblem> problems)
    {
        if (now is null)
        {
            problems.Add(new(MigrationObstacle.StepGone, old.Id, old.DisplayName));
            return;
        }

        if (now.Type != old.Type || now.Version != old.Version || now.NodeId != old.NodeId)
        {
            problems.Add(new(MigrationObstacle.StepChanged, old.Id, old.DisplayName));
            return;
        }

        if (old.Parent is not null && old.Type != "Elsa.Flowchart" && old.Children.Count > 0 && !HaveSameShape(old, now))
        {
            problems.Add(new(MigrationObstacle.GroupChanged, old.Id, old.DisplayName));
        }

        if (old.Parent is { Type: "Elsa.Flowchart" } before && now.Parent is { } after)
        {
            var ports = after.Connections.Where(c => c.SourceId == now.Id).Select(static c => c.SourcePort).ToHashSet(StringComparer.Ordinal);
            problems.AddRange(before.Connections.Where(c => c.SourceId == old.Id && !ports.Contains(c.SourcePort))
                .Select(c => new MigrationProblem(MigrationObstacle.OutcomeGone, old.Id, $"{old.DisplayName}: {c.SourcePort}")));
        }
    }

    private static bool HaveSameShape(ActivityNode left, ActivityNode right) =>
        left.Children.Count == right.Children.Count
        && left.Children.Zip(right.Children).All(static pair => pair.First.Id == pair.Second.Id && pair.First.Type == pair.Second.Type && pair.First.Port == pair.Second.Port);

    private static void LookAhead(
        ActivityNode old, ActivityNode now, IReadOnlyCollection<string> live, IReadOnlySet<string> done, List<MigrationProblem> problems, List<string> neverRun)
    {
        var (before, after) = (Reached(old, live), Reached(now, live));

        foreach (var step in now.Children)
        {
            var isDone = done.Contains(step.NodeId) && !live.Contains(step.Id);

            if (isDone && after.Contains(step.Id) && !before.Contains(step.Id))
            {
                problems.Add(new(MigrationObstacle.WouldRunAgain, step.Id, step.DisplayName));
            }

            if (!isDone && !live.Contains(step.Id) && !after.Contains(step.Id) && !old.Children.Any(c => c.Id == step.Id))
            {
                neverRun.Add(step.DisplayName);
            }
        }
    }

    /// <summary>Ids of the activities that connections lead to from the given ones.</summary>
    private static HashSet<string> Reached(ActivityNode chart, IReadOnlyCollection<string> from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(from);

        while (queue.TryDequeue(out var source))
        {
            foreach (var connection in chart.Connections.Where(c => c.SourceId == source && reached.Add(c.TargetId)))
            {
                queue.Enqueue(connection.TargetId);
            }
        }

        return reached;
    }
}
