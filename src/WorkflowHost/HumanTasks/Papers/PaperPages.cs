using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.Doing;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

/// <summary>Comments and files from a task's page, and files from the case's list of letters and documents.</summary>
internal static class PaperPages
{
    public const string Comment = "comment";
    public const string Attach = "attach";

    /// <summary>Name of the id that what is sent gets; the same id again is the same comment or file.</summary>
    public const string PaperId = "paperId";

    /// <summary>Name of a leader's reason to see the case, which goes along so that what was open stays open.</summary>
    public const string Why = "why";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "comments", static _ => Comment, static (papers, user, id, _, posted, token) => papers.CommentAsync(user, id, posted["text"], IdOf(posted), token),
            new("Kommentaren er lagt til.", "Kommentaren er lagd til.", "The comment is added."));
        Post(routes, "attachments", static _ => Attach, static async (papers, user, id, _, posted, token) => await papers.AttachAsync(user, id, posted.Files.GetFile("file")?.FileName, await BytesAsync(posted.Files.GetFile("file"), token), IdOf(posted), token),
            new("Filen er lagt ved.", "Fila er lagd ved.", "The file is attached."));
        Post(routes, "comments/{paperId:guid}/strike", Strike, static (papers, user, id, paper, posted, token) => papers.StrikeAsync(user, id, new TaskCommentId(paper), posted["reason"], token),
            new("Kommentaren er strøket.", "Kommentaren er stroken.", "The comment is struck."));
        Post(routes, "attachments/{paperId:guid}/strike", Strike, static (papers, user, id, paper, posted, token) => papers.StrikeAsync(user, id, new TaskAttachmentId(paper), posted["reason"], token),
            new("Vedlegget er strøket.", "Vedlegget er stroke.", "The attachment is struck."));
        routes.MapPage("/tasks/{id:guid}/attachments/{attachmentId:guid}/download", Policies.WorkOnTasks, DownloadAsync);
        routes.MapPage("/cases/{id:guid}/attachments/{attachmentId:guid}/download", Policies.ReadLetters, OfCaseAsync);
    }

    /// <summary>The name of the form that strikes something.</summary>
    public static string Strike(Guid id) => $"strike-{id}";

    /// <summary>The reason that goes along: in the address when the page is read, in the form when what was sent is shown again.</summary>
    public static string? WhyOf(HttpRequest request) => request.HasFormContentType ? request.Form[Why] : request.Query[Why];

    /// <summary>What was sent as a file; null when nothing was chosen.</summary>
    public static async Task<byte[]?> BytesAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || string.IsNullOrEmpty(file.FileName))
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static Guid? IdOf(IFormCollection posted) => Guid.TryParse(posted[PaperId], out var id) ? id : null;

    private static void Post(
        IEndpointRouteBuilder routes, string path, Func<Guid, string> act, Func<TaskPapers, CurrentUser, HumanTaskId, Guid, IFormCollection, CancellationToken, Task<PaperOutcome>> actAsync, LocalizedText done) =>
        routes.MapPagePost($"/tasks/{{id:guid}}/{path}", Policies.WorkOnTasks, async (
            Guid id, HttpContext context, TaskPapers papers, ReadTaskPage read, Notices notices, CurrentUser user, CancellationToken cancellationToken) =>
        {
            var taskId = new HumanTaskId(id);
            var paperId = Guid.TryParse(context.GetRouteValue("paperId") as string, out var paper) ? paper : Guid.Empty;
            var posted = await context.Request.ReadFormAsync(cancellationToken);
            var list = WorkListAddress.OfKept(posted[WorkListAddress.Kept]);
            var why = posted[Why].ToString();
            switch (await actAsync(papers, user, taskId, paperId, posted, cancellationToken))
            {
                case PaperOutcome.Done:
                    notices.Leave(context, done);
                    var address = list.Of(taskId);
                    return Results.LocalRedirect((CaseReasonPages.Reasons.ContainsKey(why) ? Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(address, Why, why) : address) + "#papers");
                case PaperOutcome.Refused refused:
                    var sent = new Sent(refused.Refusal)
                    {
                        Act = act(paperId),
                        Typed = posted.Where(static p => !p.Key.StartsWith('_')).ToDictionary(static p => p.Key, static p => p.Value.ToString(), StringComparer.Ordinal),
                    };
                    return await TaskPages.AgainAsync(taskId, read, user, list, sent, context.Request, cancellationToken, TaskPages.ReasonOf(why, context.Request));
                case var unknown:
                    throw new InvalidOperationException(unknown.GetType().Name);
            }
        });

    private static async Task<IResult> DownloadAsync(
        Guid id, Guid attachmentId, [FromQuery(Name = Why)] string? why, HttpContext context, TaskPapers papers, CurrentUser user, CancellationToken cancellationToken)
    {
        var (file, bytes, refusal) = await papers.DownloadAsync(user, new HumanTaskId(id), new TaskAttachmentId(attachmentId), TaskPages.ReasonOf(why, context.Request), cancellationToken);
        return file is null ? refusal!.ToResult() : PaperEndpoints.Download(context, file, bytes);
    }

    private static Task<IResult> OfCaseAsync(Guid id, Guid attachmentId, OpenCasePage page, AttachmentsOfCase attachments, TaskPapers papers, HttpContext context) =>
        page.ShowWholeAsync(context, id, TaskPapers.Attachment, async (opened, token) =>
            await attachments.Visible(opened.User, opened.Id).FirstOrDefaultAsync(a => a.Id == new TaskAttachmentId(attachmentId), token) is { } file
                ? PaperEndpoints.Download(context, file, await papers.BytesAsync(file, token))
                : Refusal.NotFound().ToResult());
}
