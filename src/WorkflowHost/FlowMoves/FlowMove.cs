using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>That running cases were moved from one version of a flow to another: who wanted it, why, and how far it has come. The row stays as the report.</summary>
internal sealed class FlowMove
{
    public Guid Id { get; set; }

    public string DefinitionId { get; set; } = "";

    public int FromVersion { get; set; }

    public int ToVersion { get; set; }

    /// <summary>User id of the leader.</summary>
    public string StartedBy { get; set; } = "";

    public string Reason { get; set; } = "";

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When every instance had been looked at; null before.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>User id of the leader who took it back; null when nobody has.</summary>
    public string? UndoneBy { get; set; }

    public string? UndoReason { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public long Version { get; set; }
}

/// <summary>How it stands with one instance of a <see cref="FlowMove"/>.</summary>
internal enum MoveStage
{
    /// <summary>It is not looked at yet.</summary>
    Waiting,

    /// <summary>It follows the new version.</summary>
    Moved,

    /// <summary>It stays, see <see cref="FlowMoveItem.WhyNot"/>.</summary>
    Kept,

    /// <summary>It was moved, and is to be taken back.</summary>
    ToTakeBack,

    /// <summary>It follows the old version again, as if nothing had been.</summary>
    TakenBack,

    /// <summary>It was moved and stays so, since it has gone on.</summary>
    KeptMoved,
}

/// <summary>One instance of a <see cref="FlowMove"/>.</summary>
internal sealed class FlowMoveItem
{
    public Guid MoveId { get; set; }

    public WorkflowInstanceId InstanceId { get; set; }

    public CaseId? CaseId { get; set; }

    public MoveStage Stage { get; set; }

    /// <summary>What people read on the steps at which it stood; null before it was looked at.</summary>
    public string? StandsAt { get; set; }

    /// <summary>Why it was not moved, or not taken back; null when it was.</summary>
    public LocalizedText? WhyNot { get; set; }

    /// <summary>Its state before the move, as long as it can be taken back; null otherwise.</summary>
    public string? StateBefore { get; set; }

    /// <summary>The count of its saves right after the move. As long as it is the same, nothing has happened in it since.</summary>
    public long? SavesAfter { get; set; }
}
