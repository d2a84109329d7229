using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>One page of a list of cases, with what stands around it.</summary>
internal sealed record CaseListView
{
    /// <summary>What is looked at.</summary>
    public required CaseListAddress Address { get; init; }

    public required CaseFilter Filter { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<FoundCase> Cases { get; init; }

    public required int Total { get; init; }

    public required PageRequest Page { get; init; }

    public required CaseCounts Counts { get; init; }

    /// <summary>Whether the list is parted into mine, the unit's and all.</summary>
    public required bool HasUnit { get; init; }

    /// <summary>Whether the person's name is a column.</summary>
    public required bool ShowsNames { get; init; }

    /// <summary>Whether case manager and deadlines are columns.</summary>
    public required bool ShowsWhole { get; init; }

    /// <summary>Whether the user may search by identity number.</summary>
    public required bool SearchesByNumber { get; init; }

    /// <summary>What is searched for, or null.</summary>
    public string? Words { get; init; }

    /// <summary>Colleagues who manage cases, by user id.</summary>
    public IReadOnlyList<Choice> Managers { get; init; } = [];

    /// <summary>The tracks of the law, by key.</summary>
    public IReadOnlyList<Choice> Tracks { get; init; } = [];

    /// <summary>What is wrong with what was searched for.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }
}
