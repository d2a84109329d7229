using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>A way to complete the task, as a button.</summary>
internal sealed record OutcomeOnPage(string Value, string Label, bool IsGrave);

/// <summary>What was answered to one field.</summary>
internal sealed record AnswerOnPage(string Label, IReadOnlyList<string> Lines);

/// <summary>What was sent and could not be taken: it is shown again as it was typed, with the reason.</summary>
/// <param name="Refusal">Why not.</param>
internal sealed record Sent(Refusal Refusal)
{
    /// <summary>What was typed into the form; null when something else was sent.</summary>
    public JsonObject? Values { get; init; }

    /// <summary>The id of the completion that was tried.</summary>
    public string? OperationId { get; init; }

    /// <summary>Which of the page's smaller forms it was; null for the task's own form.</summary>
    public string? Act { get; init; }

    /// <summary>What was typed into the smaller form, by name.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();
}

/// <summary>One task with what one needs to do it.</summary>
internal sealed record TaskPageView
{
    public required TaskContext Context { get; init; }

    public TaskDetails Task => Context.Task;

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

    /// <summary>What was sent and could not be taken, or null.</summary>
    public Sent? Sent { get; init; }

    /// <summary>What is wrong with the task's form, by field.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    /// <summary>What is in the way, in one sentence; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether what was typed is shown although it cannot be sent, so that it can be copied.</summary>
    public bool KeepsTyped { get; init; }

    /// <summary>The user's draft and who else has one; null when the task has ended.</summary>
    public DraftView? Draft { get; init; }

    /// <summary>Whom the task can be handed to; empty for those who may not.</summary>
    public IReadOnlyList<Choice> Colleagues { get; init; } = [];

    /// <summary>The plan, when the task is about writing, approving or evaluating it and the user sees it; else null.</summary>
    public Plans.PlanBesideTaskModel? Plan { get; init; }

    /// <summary>Comments and files; null when the content of the case is not open to the user.</summary>
    public Papers.TaskPapersView? Papers { get; init; }

    /// <summary>The task's version, as the page's forms send it back.</summary>
    public string Version => Task.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What makes sending a comment or a file twice harmless.</summary>
    public required Guid PaperId { get; init; }

    /// <summary>An address under the task's own.</summary>
    public string At(string act) => $"{WorkListAddress.Path}/{Task.TaskId}/{act}";
}
