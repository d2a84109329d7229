using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks.WorkList;

/// <summary>One page of a work list, with what stands around it.</summary>
internal sealed record WorkListView
{
    /// <summary>What is looked at.</summary>
    public required WorkListAddress Address { get; init; }

    public required TaskScope Scope { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<ListedTask> Tasks { get; init; }

    public required int Total { get; init; }

    public required PageRequest Page { get; init; }

    public required TaskCounts Counts { get; init; }

    /// <summary>Whether the list is parted into mine, the unit's and all: for those who work in a unit.</summary>
    public required bool HasUnit { get; init; }

    /// <summary>What is searched for, or null.</summary>
    public string? Words { get; init; }

    /// <summary>Colleagues whose tasks can be picked out, by user id.</summary>
    public IReadOnlyList<Choice> Colleagues { get; init; } = [];

    /// <summary>The tracks of the law, by key.</summary>
    public IReadOnlyList<Choice> Tracks { get; init; } = [];

    /// <summary>What is wrong with what was searched for.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }
}
