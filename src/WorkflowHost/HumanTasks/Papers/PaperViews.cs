using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

/// <summary>A comment on a task.</summary>
/// <param name="CommentId">Id.</param>
/// <param name="Author">User id of the author.</param>
/// <param name="AuthorName">Name of the author.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="Text">What was written; null when it is struck.</param>
/// <param name="StruckAt">When it was struck, or null.</param>
/// <param name="StrikeReason">Why, or null.</param>
internal sealed record CommentView(TaskCommentId CommentId, string Author, string AuthorName, DateTimeOffset WrittenAt, string? Text, DateTimeOffset? StruckAt, string? StrikeReason)
{
    public static CommentView Of(TaskComment comment, UserDirectory users) => new(
        comment.Id, comment.Author, users.NameOf(comment.Author), comment.WrittenAt, comment.StruckAt is null ? comment.Text : null, comment.StruckAt, comment.StrikeReason);
}

/// <summary>A file that lies with a task.</summary>
/// <param name="AttachmentId">Id.</param>
/// <param name="TaskId">The task.</param>
/// <param name="CaseId">The task's case, or null.</param>
/// <param name="FileName">Its name; null when it is struck.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Size">Number of bytes.</param>
/// <param name="Sha256">Fingerprint of the bytes.</param>
/// <param name="AddedBy">User id of the one who added it.</param>
/// <param name="AddedByName">Name of that one.</param>
/// <param name="AddedAt">When.</param>
/// <param name="StruckAt">When it was struck, or null.</param>
/// <param name="StrikeReason">Why, or null.</param>
internal sealed record AttachmentView(
    TaskAttachmentId AttachmentId, HumanTaskId TaskId, CaseId? CaseId, string? FileName, string ContentType, long Size, string Sha256, string AddedBy, string AddedByName, DateTimeOffset AddedAt,
    DateTimeOffset? StruckAt, string? StrikeReason)
{
    public static AttachmentView Of(TaskAttachment file, UserDirectory users) => new(
        file.Id, file.TaskId, file.CaseId, file.StruckAt is null ? file.FileName : null, file.ContentType, file.Size, file.Sha256, file.AddedBy, users.NameOf(file.AddedBy), file.AddedAt,
        file.StruckAt, file.StrikeReason);
}

/// <summary>What colleagues have written about a task and put with it, the oldest first.</summary>
internal sealed record TaskPapersView(IReadOnlyList<CommentView> Comments, IReadOnlyList<AttachmentView> Attachments)
{
    public static readonly TaskPapersView None = new([], []);

    /// <summary>How many comments and files are not struck, in words; null when there are none.</summary>
    public LocalizedText? Counted() => PaperWords.Count(Comments.Count(static c => c.StruckAt is null), Attachments.Count(static a => a.StruckAt is null));
}
