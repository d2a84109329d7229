using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

internal sealed record CommentBody(string? Text, Guid? OperationId);

/// <summary>A file as it is sent: its name, and its bytes in Base64. The name stands in the body, because it may say who someone is.</summary>
internal sealed record FileBody(string? FileName, byte[]? Content, Guid? OperationId);

internal sealed record StrikeBody(string? Reason);

/// <summary>Comments on tasks and files with them.</summary>
internal static class PaperEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/api/tasks/{id:guid}").WithTags("Tasks").RequireAuthorization(Policies.WorkOnTasks);
        tasks.MapGet("/papers", ReadAsync).WithName("GetTaskPapers").WithSummary("Comments on the task and files with it, the oldest first. Reading them is logged.");
        tasks.MapPost("/comments", CommentAsync).WithName("CommentOnTask").WithSummary("Writes a comment for those who work with the task. It is never changed. The same operationId again does nothing more.");
        tasks.MapPost("/comments/{commentId:guid}/strike", StrikeCommentAsync).WithName("StrikeTaskComment").WithSummary("Strikes one's own comment, for a reason; that it was struck is seen.");
        tasks.MapPost("/attachments", AttachAsync).WithName("AttachToTask")
            .WithSummary("Keeps a file with the task: PDF, PNG, JPEG, DOCX or TXT, told by its content, of the size that the operator allows. The same operationId again does nothing more.");
        tasks.MapGet("/attachments/{attachmentId:guid}/content", DownloadAsync).WithName("DownloadTaskAttachment").WithSummary("The bytes of a file with the task. Reading it is logged.");
        tasks.MapPost("/attachments/{attachmentId:guid}/strike", StrikeFileAsync).WithName("StrikeTaskAttachment").WithSummary("Strikes a file that one added oneself, for a reason; nobody reads it after that.");
    }

    /// <summary>A file to be saved, never shown by the browser as a page of ours.</summary>
    public static IResult Download(HttpContext context, TaskAttachment file, byte[] bytes)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(bytes, file.ContentType, file.FileName);
    }

    private static async Task<Results<Ok<TaskPapersView>, RefusalResult>> ReadAsync(Guid id, TaskPapers papers, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var (found, refusal) = await papers.ReadAsync(user, new HumanTaskId(id), reason, cancellationToken);
        return found is null ? refusal!.ToResult() : TypedResults.Ok(found);
    }

    private static async Task<Results<Ok<TaskPapersView>, RefusalResult>> CommentAsync(Guid id, CommentBody body, TaskPapers papers, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await AnswerAsync(id, papers, user, reason, papers.CommentAsync(user, new HumanTaskId(id), body.Text, body.OperationId, cancellationToken), cancellationToken);

    private static async Task<Results<Ok<TaskPapersView>, RefusalResult>> StrikeCommentAsync(
        Guid id, Guid commentId, StrikeBody body, TaskPapers papers, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await AnswerAsync(id, papers, user, reason, papers.StrikeAsync(user, new HumanTaskId(id), new TaskCommentId(commentId), body.Reason, cancellationToken), cancellationToken);

    private static async Task<Results<Ok<TaskPapersView>, RefusalResult>> AttachAsync(Guid id, FileBody body, TaskPapers papers, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await AnswerAsync(id, papers, user, reason, papers.AttachAsync(user, new HumanTaskId(id), body.FileName, body.Content, body.OperationId, cancellationToken), cancellationToken);

    private static async Task<Results<Ok<TaskPapersView>, RefusalResult>> StrikeFileAsync(
        Guid id, Guid attachmentId, StrikeBody body, TaskPapers papers, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await AnswerAsync(id, papers, user, reason, papers.StrikeAsync(user, new HumanTaskId(id), new TaskAttachmentId(attachmentId), body.Reason, cancellationToken), cancellationToken);

    private static async Task<IResult> DownloadAsync(
        Guid id, Guid attachmentId, HttpContext context, TaskPapers papers, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var (file, bytes, refusal) = await papers.DownloadAsync(user, new HumanTaskId(id), new TaskAttachmentId(attachmentId), reason, cancellationToken);
        return file is null ? refusal!.ToResult() : Download(context, file, bytes);
    }

    /// <summary>All of it as it is afterwards; for those who may not read the case without saying why, nothing more than that it was done.</summary>
    private static async Task<Results<Ok<TaskPapersView>, RefusalResult>> AnswerAsync(
        Guid id, TaskPapers papers, CurrentUser user, CallReason reason, Task<PaperOutcome> acting, CancellationToken cancellationToken) => await acting switch
    {
        PaperOutcome.Refused refused => refused.Refusal.ToResult(),
        _ => TypedResults.Ok((await papers.ReadAsync(user, new HumanTaskId(id), reason, cancellationToken)).Papers ?? TaskPapersView.None),
    };
}
