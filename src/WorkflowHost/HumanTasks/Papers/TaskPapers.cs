using System.Security.Cryptography;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks.Doing;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

/// <summary>What came of writing, adding or striking.</summary>
internal abstract record PaperOutcome
{
    private PaperOutcome()
    {
    }

    /// <summary>Done. The id is that of the comment or the file.</summary>
    public sealed record Done(Guid Id) : PaperOutcome;

    public sealed record Refused(Refusal Refusal) : PaperOutcome;
}

/// <summary>
/// Comments on a task and files with it. Whoever sees an open task may add; only whoever added something strikes it, for a reason. What lies in a case is read
/// as the case is: by those who may see its contents, and each read is logged (P-12).
/// </summary>
internal sealed class TaskPapers(
    IpDbContext db, WorkWriter writer, TaskAccess access, CaseAccess cases, JudgeTask judge, UserDirectory users, IOptions<HumanTaskOptions> options, TimeProvider clock)
{
    /// <summary>What the access log calls the reading of comments and the list of files.</summary>
    public const string Papers = "task-papers";

    /// <summary>What the access log calls the reading of a file.</summary>
    public const string Attachment = "attachment";

    /// <summary>Comments and files of a task that is open on a page already.</summary>
    public async Task<TaskPapersView> OfAsync(HumanTaskId taskId, CancellationToken cancellationToken)
    {
        var comments = await db.TaskComments.AsNoTracking().Where(c => c.TaskId == taskId).OrderBy(c => c.WrittenAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var files = await db.TaskAttachments.AsNoTracking().Where(a => a.TaskId == taskId).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        return new TaskPapersView([.. comments.Select(c => CommentView.Of(c, users))], [.. files.Select(f => AttachmentView.Of(f, users))]);
    }

    /// <summary>Comments and files of a task; the read is logged.</summary>
    public async Task<(TaskPapersView? Papers, Refusal? Refusal)> ReadAsync(CurrentUser user, HumanTaskId taskId, CallReason reason, CancellationToken cancellationToken) =>
        await OpenAsync(user, taskId, Papers, reason, cancellationToken) is { } refusal ? (null, refusal) : (await OfAsync(taskId, cancellationToken), null);

    /// <summary>The bytes of a file of a task; the read is logged.</summary>
    public async Task<(TaskAttachment? File, byte[] Bytes, Refusal? Refusal)> DownloadAsync(
        CurrentUser user, HumanTaskId taskId, TaskAttachmentId id, CallReason reason, CancellationToken cancellationToken)
    {
        var file = await db.TaskAttachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.TaskId == taskId && a.StruckAt == null, cancellationToken);
        return file is null ? (null, [], Refusal.NotFound())
            : await OpenAsync(user, taskId, Attachment, reason, cancellationToken) is { } refusal ? (null, [], refusal)
            : (file, await BytesAsync(file, cancellationToken), null);
    }

    /// <summary>The bytes of a file that the user has been let in to.</summary>
    /// <exception cref="InvalidOperationException">The bytes are not those that were kept.</exception>
    public async Task<byte[]> BytesAsync(TaskAttachment file, CancellationToken cancellationToken)
    {
        var bytes = await db.AttachmentContents.Where(c => c.AttachmentId == file.Id).Select(c => c.Bytes).FirstAsync(cancellationToken);
        return Fingerprint(bytes) == file.Sha256 ? bytes : throw new InvalidOperationException($"The content of the attachment {file.Id} is not what was kept.");
    }

    /// <summary>Writes a comment.</summary>
    /// <param name="user">Who writes.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="text">What.</param>
    /// <param name="operationId">The id that the comment gets, so that sending twice writes once; null for a new one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PaperOutcome> CommentAsync(CurrentUser user, HumanTaskId taskId, string? text, Guid? operationId, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add("text", PaperWords.NoText);
        }

        errors.AtMost(text, TextLimits.Text, "text");
        return errors.Any
            ? new PaperOutcome.Refused(errors.ToRefusal())
            : await AddAsync(user, taskId, async (work, task, token) =>
            {
                var id = operationId is { } given ? new TaskCommentId(given) : work.Ids.NewTaskCommentId();
                if (operationId is not null && await work.Db.TaskComments.FindAsync([id], token) is { } written)
                {
                    return written.TaskId == taskId && written.Author == user.UserId ? id.Value : null;
                }

                work.Db.Add(TaskComment.Write(id, task, text!.ReplaceLineEndings("\n"), work.Operation));
                return id.Value;
            }, cancellationToken);
    }

    /// <summary>Keeps a file with a task.</summary>
    /// <param name="user">Who adds it.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="fileName">The name as it came.</param>
    /// <param name="bytes">The content; null when there is none.</param>
    /// <param name="operationId">The id that the file gets, so that sending twice keeps it once; null for a new one.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<PaperOutcome> AttachAsync(CurrentUser user, HumanTaskId taskId, string? fileName, byte[]? bytes, Guid? operationId, CancellationToken cancellationToken)
    {
        var name = FileNames.Clean(fileName);
        if (Wrong(name, bytes) is { } wrong)
        {
            return new PaperOutcome.Refused(Refusal.OfField("file", wrong));
        }

        if (await db.TaskAttachments.CountAsync(a => a.TaskId == taskId && a.StruckAt == null, cancellationToken) is var count && count >= options.Value.MaxAttachments)
        {
            return new PaperOutcome.Refused(Refusal.OfField("file", PaperWords.TooMany(count)));
        }

        var facts = new FileFacts(name!, FileKinds.Of(bytes!)!.ContentType, bytes!.Length, Fingerprint(bytes));
        return await AddAsync(user, taskId, async (work, task, token) =>
        {
            var id = operationId is { } given ? new TaskAttachmentId(given) : work.Ids.NewTaskAttachmentId();
            if (operationId is not null && await work.Db.TaskAttachments.FindAsync([id], token) is { } kept)
            {
                return kept.TaskId == taskId && kept.AddedBy == user.UserId && kept.Sha256 == facts.Sha256 ? id.Value : null;
            }

            work.Db.Add(TaskAttachment.Add(id, task, facts, work.Operation));
            work.Db.Add(new AttachmentContent { AttachmentId = id, Bytes = bytes });
            return id.Value;
        }, cancellationToken);
    }

    /// <summary>Strikes one's own comment.</summary>
    public Task<PaperOutcome> StrikeAsync(CurrentUser user, HumanTaskId taskId, TaskCommentId id, string? reason, CancellationToken cancellationToken) =>
        StrikeAsync(user, taskId, id.Value, reason, async (work, token) =>
            await work.Db.TaskComments.FindAsync([id], token) is { } comment && comment.TaskId == taskId ? comment.Strike(work.Operation) : null, cancellationToken);

    /// <summary>Strikes a file that one added oneself.</summary>
    public Task<PaperOutcome> StrikeAsync(CurrentUser user, HumanTaskId taskId, TaskAttachmentId id, string? reason, CancellationToken cancellationToken) =>
        StrikeAsync(user, taskId, id.Value, reason, async (work, token) =>
            await work.Db.TaskAttachments.FindAsync([id], token) is { } file && file.TaskId == taskId ? file.Strike(work.Operation) : null, cancellationToken);

    private LocalizedText? Wrong(string? name, byte[]? bytes)
    {
        if (bytes is null)
        {
            return PaperWords.NoFile;
        }

        if (bytes.Length == 0)
        {
            return PaperWords.EmptyFile;
        }

        if (bytes.Length > options.Value.MaxAttachmentBytes)
        {
            return PaperWords.TooBig(bytes.Length, options.Value.MaxAttachmentBytes);
        }

        return name is null ? PaperWords.NoName
            : FileKinds.Of(bytes) is not { } kind ? PaperWords.WrongKind
            : kind.Endings.Contains(FileNames.Ending(name)) ? null
            : FileKinds.All.Any(k => k.Endings.Contains(FileNames.Ending(name))) ? PaperWords.NameLies(kind.Name)
            : PaperWords.WrongKind;
    }

    /// <param name="user">Who adds.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="addAsync">Adds, and gives back the id; null when the id is taken by something else.</param>
    /// <param name="cancellationToken">Cancels.</param>
    private async Task<PaperOutcome> AddAsync(CurrentUser user, HumanTaskId taskId, Func<Work, HumanTask, CancellationToken, Task<Guid?>> addAsync, CancellationToken cancellationToken)
    {
        if (await SeesAsync(user, taskId, cancellationToken) is { } refusal)
        {
            return new PaperOutcome.Refused(refusal);
        }

        return await writer.RunAsync<PaperOutcome>(
            new Operation(user.Actor, "La til noe på oppgaven.", clock.GetUtcNow()),
            async (work, token) => await work.Db.HumanTasks.FindAsync([taskId], token) is not { IsOpen: true } task ? new PaperOutcome.Refused(new Refusal(ProblemKind.Conflict, PaperWords.Ended))
                : await addAsync(work, task, token) is { } id ? new PaperOutcome.Done(id)
                : new PaperOutcome.Refused(Refusal.OfField("operationId", PaperWords.IdTaken)),
            cancellationToken);
    }

    private async Task<PaperOutcome> StrikeAsync(
        CurrentUser user, HumanTaskId taskId, Guid id, string? reason, Func<Work, CancellationToken, Task<StrikeAnswer?>> strikeAsync, CancellationToken cancellationToken)
    {
        if (await SeesAsync(user, taskId, cancellationToken) is { } refusal)
        {
            return new PaperOutcome.Refused(refusal);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new PaperOutcome.Refused(Refusal.OfField("reason", PaperWords.NoReason));
        }

        if (reason.Trim().Length > CallReason.MaxLength)
        {
            return new PaperOutcome.Refused(Refusal.OfField("reason", Messages.Format(Messages.TooLong, CallReason.MaxLength)));
        }

        return await writer.RunAsync<PaperOutcome>(
            new Operation(user.Actor, reason.Trim(), clock.GetUtcNow()),
            async (work, token) => await strikeAsync(work, token) switch
            {
                null => new PaperOutcome.Refused(Refusal.NotFound()),
                StrikeAnswer.NotTheAuthor => new PaperOutcome.Refused(new Refusal(ProblemKind.Forbidden, PaperWords.NotTheAuthor)),
                _ => new PaperOutcome.Done(id),
            },
            cancellationToken);
    }

    private async Task<Refusal?> SeesAsync(CurrentUser user, HumanTaskId taskId, CancellationToken cancellationToken) =>
        await access.VisibleTo(user).AnyAsync(t => t.Id == taskId, cancellationToken) ? null
        : await db.HumanTasks.AnyAsync(t => t.Id == taskId, cancellationToken) ? TaskRefusals.Foreign()
        : Refusal.NotFound();

    /// <summary>Lets the user in to what lies with a task. Whoever is to do the task reads for its sake; others as the case lets them.</summary>
    private async Task<Refusal?> OpenAsync(CurrentUser user, HumanTaskId taskId, string what, CallReason reason, CancellationToken cancellationToken)
    {
        if (await SeesAsync(user, taskId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var task = await db.HumanTasks.AsNoTracking().FirstAsync(t => t.Id == taskId, cancellationToken);
        if (task.CaseId is not { } caseId)
        {
            return null;
        }

        var why = (await judge.RunAsync(user, task, cancellationToken)).MayWork ? new CallReason(reason.Or($"Oppgaven «{task.Title}».")) : reason;
        return await cases.OpenAsync(user, caseId, what, why, cancellationToken) is CaseOpening.Refused refused ? refused.Refusal : null;
    }

    internal static string Fingerprint(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
