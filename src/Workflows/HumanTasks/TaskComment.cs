using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>What came of striking a comment or a file.</summary>
public enum StrikeAnswer
{
    /// <summary>It is struck.</summary>
    Struck,

    /// <summary>It was struck before.</summary>
    Repeated,

    /// <summary>Someone else wrote or added it.</summary>
    NotTheAuthor,
}

/// <summary>Something that a colleague wrote about a task for others who work with it (merknad). It is never changed; the author may strike it for a reason, and that it was struck is then seen.</summary>
public sealed class TaskComment
{
    private TaskComment()
    {
    }

    /// <summary>Id.</summary>
    public TaskCommentId Id { get; private set; }

    /// <summary>The task.</summary>
    public HumanTaskId TaskId { get; private set; }

    /// <summary>The task's case, or null.</summary>
    public CaseId? CaseId { get; private set; }

    /// <summary>User id of the author.</summary>
    public string Author { get; private set; } = "";

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>What was written.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was struck, or null.</summary>
    public DateTimeOffset? StruckAt { get; private set; }

    /// <summary>Why it was struck, or null.</summary>
    public string? StrikeReason { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Writes a comment; records <c>task-commented</c>. What was written stands in no history.</summary>
    /// <exception cref="ArgumentException">The text is blank or too long.</exception>
    public static TaskComment Write(TaskCommentId id, HumanTask task, string text, Operation operation)
    {
        var comment = new TaskComment
        {
            Id = id,
            TaskId = task.Id,
            CaseId = task.CaseId,
            Author = operation.Actor.UserId,
            WrittenAt = operation.Now,
            Text = TextLimits.Require(text, TextLimits.Text, nameof(text)),
        };
        comment.Record("task-commented", operation);
        return comment;
    }

    /// <summary>Strikes it for the reason in the operation; records <c>task-comment-struck</c>.</summary>
    /// <exception cref="ArgumentException">The operation gives no reason.</exception>
    public StrikeAnswer Strike(Operation operation)
    {
        if (operation.Actor.UserId != Author)
        {
            return StrikeAnswer.NotTheAuthor;
        }

        if (StruckAt is not null)
        {
            return StrikeAnswer.Repeated;
        }

        (StruckAt, StrikeReason) = (operation.Now, TextLimits.Require(operation.Reason, TextLimits.Text, nameof(operation)));
        Record("task-comment-struck", operation);
        return StrikeAnswer.Struck;
    }

    private void Record(string @event, Operation operation) => operation.Record(CaseId, @event, ("taskId", TaskId), ("commentId", Id));
}
