using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.Workflows.HumanTasks;

/// <summary>What is known of a file before it is kept.</summary>
/// <param name="FileName">The name to show and to save by; never a path.</param>
/// <param name="ContentType">The media type that its content was found to have.</param>
/// <param name="Size">Number of bytes.</param>
/// <param name="Sha256">Fingerprint of the bytes, 64 hexadecimal digits.</param>
public sealed record FileFacts(string FileName, string ContentType, long Size, string Sha256);

/// <summary>A file that lies with a task (vedlegg). Its bytes are kept apart and never change; whoever added it may strike it for a reason, and nobody reads it after that.</summary>
public sealed class TaskAttachment
{
    /// <summary>Number of characters of a fingerprint.</summary>
    public const int Sha256Length = 64;

    private TaskAttachment()
    {
    }

    /// <summary>Id.</summary>
    public TaskAttachmentId Id { get; private set; }

    /// <summary>The task.</summary>
    public HumanTaskId TaskId { get; private set; }

    /// <summary>The task's case, or null.</summary>
    public CaseId? CaseId { get; private set; }

    /// <summary>The name to show and to save by.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type of the content.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Number of bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Fingerprint of the bytes.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>User id of the one who added it.</summary>
    public string AddedBy { get; private set; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When it was struck, or null.</summary>
    public DateTimeOffset? StruckAt { get; private set; }

    /// <summary>Why it was struck, or null.</summary>
    public string? StrikeReason { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Adds a file; records <c>task-file-attached</c> with its fingerprint and without its name, which may say who someone is.</summary>
    /// <exception cref="ArgumentException">The name is blank or too long, or the fingerprint has the wrong length.</exception>
    public static TaskAttachment Add(TaskAttachmentId id, HumanTask task, FileFacts file, Operation operation)
    {
        if (file.Sha256.Length != Sha256Length)
        {
            throw new ArgumentException($"A fingerprint has {Sha256Length} characters.", nameof(file));
        }

        var attachment = new TaskAttachment
        {
            Id = id,
            TaskId = task.Id,
            CaseId = task.CaseId,
            FileName = TextLimits.Require(file.FileName, TextLimits.Name, nameof(file)),
            ContentType = TextLimits.Require(file.ContentType, TextLimits.UserId, nameof(file)),
            Size = file.Size,
            Sha256 = file.Sha256,
            AddedBy = operation.Actor.UserId,
            AddedAt = operation.Now,
        };
        operation.Record(
            attachment.CaseId, "task-file-attached", ("taskId", attachment.TaskId), ("attachmentId", id), ("contentType", attachment.ContentType), ("size", attachment.Size), ("sha256", attachment.Sha256));
        return attachment;
    }

    /// <summary>Strikes it for the reason in the operation; records <c>task-file-struck</c>.</summary>
    /// <exception cref="ArgumentException">The operation gives no reason.</exception>
    public StrikeAnswer Strike(Operation operation)
    {
        if (operation.Actor.UserId != AddedBy)
        {
            return StrikeAnswer.NotTheAuthor;
        }

        if (StruckAt is not null)
        {
            return StrikeAnswer.Repeated;
        }

        (StruckAt, StrikeReason) = (operation.Now, TextLimits.Require(operation.Reason, TextLimits.Text, nameof(operation)));
        operation.Record(CaseId, "task-file-struck", ("taskId", TaskId), ("attachmentId", Id));
        return StrikeAnswer.Struck;
    }
}
