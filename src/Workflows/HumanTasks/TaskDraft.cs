using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>What came of saving a draft.</summary>
public enum DraftAnswer
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>It says the same as what was saved before.</summary>
    Repeated,

    /// <summary>It was changed elsewhere, for example in another window, since the writer saw it. Nothing is saved.</summary>
    ChangedElsewhere,
}

/// <summary>What one user has filled in of a task's form and not sent yet. It is a working copy: no history, not checked, and gone with the task or after a time.</summary>
public sealed class TaskDraft
{
    private TaskDraft()
    {
    }

    /// <summary>The task.</summary>
    public HumanTaskId TaskId { get; private set; }

    /// <summary>Whose draft it is; each user has one for each task.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>The outcome chosen so far, or null.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The values as they were typed, right or wrong.</summary>
    public JsonObject Values { get; private set; } = [];

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Counts the saves, kept by the host: what the writer names as seen.</summary>
    public long Version { get; private set; }

    /// <summary>Begins a draft.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="userId">Whose it is.</param>
    /// <param name="outcome">The outcome chosen so far, or null.</param>
    /// <param name="values">Values as typed; copied.</param>
    /// <param name="now">The instant.</param>
    public static TaskDraft Begin(HumanTaskId taskId, string userId, string? outcome, JsonObject values, DateTimeOffset now)
    {
        var draft = new TaskDraft { TaskId = taskId, UserId = TextLimits.Require(userId, TextLimits.UserId, nameof(userId)) };
        draft.Write(outcome, values, now);
        return draft;
    }

    /// <summary>Saves what was typed over what was there, when the writer has seen that.</summary>
    /// <param name="seen">The version that the writer saw.</param>
    /// <param name="outcome">The outcome chosen so far, or null.</param>
    /// <param name="values">Values as typed; copied.</param>
    /// <param name="now">The instant.</param>
    public DraftAnswer Save(long seen, string? outcome, JsonObject values, DateTimeOffset now)
    {
        if (outcome == Outcome && JsonNode.DeepEquals(values, Values))
        {
            return DraftAnswer.Repeated;
        }

        if (seen != Version)
        {
            return DraftAnswer.ChangedElsewhere;
        }

        Write(outcome, values, now);
        return DraftAnswer.Saved;
    }

    private void Write(string? outcome, JsonObject values, DateTimeOffset now)
    {
        Outcome = TextLimits.Bound(outcome, TextLimits.Name, nameof(outcome));
        Values = (JsonObject)values.DeepClone();
        SavedAt = now.ToUniversalTime();
    }
}
