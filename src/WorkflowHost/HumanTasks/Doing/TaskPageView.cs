using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>A way to complete the task, as a button.</summary>
internal sealed record OutcomeOnPage(string Value, string Label, bool IsGrave);

/// <summary>What was answered to one field.</summary>
internal sealed record AnswerOnPage(string Label, IReadOnlyList<string> Lines);

/// <summary>What was sent and could not be taken: it is shown again as it was typed, with the reason.</summary>
/// <param name="Values">What was typed.</param>
/// <param name="OperationId">The id of the completion that was tried.</param>
/// <param name="Refusal">Why not.</param>
internal sealed record Typed(JsonObject Values, string? OperationId, Refusal Refusal);

/// <summary>One task with what one needs to do it.</summary>
internal sealed record TaskPageView
{
    public required TaskDetails Task { get; init; }

    /// <summary>The list to go back to.</summary>
    public required WorkListAddress List { get; init; }

    public required DateOnly Today { get; init; }

    public required TaskStanding Standing { get; init; }

    /// <summary>How to do it, in plain words; null for none.</summary>
    public string? Guidance { get; init; }

    public IReadOnlyList<FieldOnPage> Fields { get; init; } = [];

    public IReadOnlyList<OutcomeOnPage> Outcomes { get; init; } = [];

    /// <summary>What was answered, when it is done and the user may see it.</summary>
    public IReadOnlyList<AnswerOnPage> Answers { get; init; } = [];

    /// <summary>Makes sending twice harmless.</summary>
    public required string OperationId { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    /// <summary>What is in the way, in one sentence; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether what was typed is shown although it can no longer be sent, so that it can be copied.</summary>
    public bool KeepsTyped { get; init; }

    /// <summary>The case, as far as the user sees it; null when there is none, or it may not be seen.</summary>
    public CaseView? Case { get; init; }

    /// <summary>Whether the user must say why before the case is shown.</summary>
    public bool NeedsReason { get; init; }
}
