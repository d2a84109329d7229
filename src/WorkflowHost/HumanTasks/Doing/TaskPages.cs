using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>A task as a page: reading it, keeping what is typed, and completing it.</summary>
internal static class TaskPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/tasks/{id:guid}", Policies.WorkOnTasks, ShowAsync);
        routes.MapPagePost("/tasks/{id:guid}", Policies.WorkOnTasks, CompleteAsync);
        routes.MapPagePost("/tasks/{id:guid}/draft", Policies.WorkOnTasks, KeepAsync);
        routes.MapPagePost("/tasks/{id:guid}/draft/discard", Policies.WorkOnTasks, DiscardAsync);
    }

    /// <summary>The page again, with what was typed and why it could not be taken.</summary>
    public static async Task<IResult> AgainAsync(
        HumanTaskId id, ReadTaskPage read, CurrentUser user, WorkListAddress list, Sent sent, HttpRequest request, CancellationToken cancellationToken, CallReason? reason = null) =>
        await read.RunAsync(id, user, reason ?? new CallReason(null), list, sent, RequestLanguage.Of(request), cancellationToken) switch
        {
            ReadTaskPage.Outcome.Shown shown => Page.Showing<TaskPage>(shown.View, sent.Refusal.Kind.Status),
            ReadTaskPage.Outcome.Refused => sent.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    /// <summary>One of the usual reasons, by its name in an address.</summary>
    public static CallReason ReasonOf(string? why, HttpRequest request) =>
        new(string.IsNullOrEmpty(why) ? null : CaseReasonPages.Reasons.GetValueOrDefault(why)?.In(RequestLanguage.Of(request)));

    /// <summary>Leaders say why they look by one of the usual reasons, so that no address holds their own words.</summary>
    private static async Task<IResult> ShowAsync(Guid id, [FromQuery] string? list, [FromQuery] string? why, HttpRequest request, ReadTaskPage read, CurrentUser user, CancellationToken cancellationToken)
    {
        var language = RequestLanguage.Of(request);
        return await read.RunAsync(new HumanTaskId(id), user, ReasonOf(why, request), WorkListAddress.OfKept(list), null, language, cancellationToken) switch
        {
            ReadTaskPage.Outcome.Shown shown => Page.Showing<TaskPage>(shown.View),
            ReadTaskPage.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private static async Task<IResult> CompleteAsync(
        Guid id, HttpContext context, ReadTaskPage read, SendTask send, TaskTitles titles, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var list = WorkListAddress.OfKept(posted[WorkListAddress.Kept]);
        switch (await send.CompleteAsync(new HumanTaskId(id), user, posted, cancellationToken))
        {
            case SendTask.Outcome.Completed completed:
                notices.Leave(context, completed.Next is null
                    ? titles.Within(new("Oppgaven «{0}» er ferdig.", "Oppgåva «{0}» er ferdig.", "The task “{0}” is done."), completed.Title)
                    : titles.Within(new(
                        "Oppgaven «{0}» er ferdig. Her er den neste oppgaven din i saken.", "Oppgåva «{0}» er ferdig. Her er den neste oppgåva di i saka.",
                        "The task “{0}” is done. Here is your next task in the case."), completed.Title));
                return Results.LocalRedirect(completed.Next is { } next ? list.Of(next) : list.ToString());
            case SendTask.Outcome.Refused refused:
                return await AgainAsync(new HumanTaskId(id), read, user, list, refused.Sent, context.Request, cancellationToken);
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }

    /// <summary>Answers a page that saves in the background with a part of a page, and a button with the page itself.</summary>
    private static async Task<IResult> KeepAsync(
        Guid id, HttpContext context, ReadTaskPage read, SendTask send, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        var taskId = new HumanTaskId(id);
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var list = WorkListAddress.OfKept(posted[WorkListAddress.Kept]);
        var outcome = await send.KeepAsync(taskId, user, posted, cancellationToken);
        if (Page.IsInBackground(context.Request))
        {
            return Page.Showing<DraftSaved>(new DraftSavedView(taskId, list, (outcome as SendTask.Outcome.Kept)?.Draft, (outcome as SendTask.Outcome.Refused)?.Sent.Refusal));
        }

        if (outcome is SendTask.Outcome.Refused refused)
        {
            return await AgainAsync(taskId, read, user, list, refused.Sent, context.Request, cancellationToken);
        }

        notices.Leave(context, new("Utkastet er lagret.", "Utkastet er lagra.", "The draft is saved."));
        return Results.LocalRedirect(list.Of(taskId));
    }

    private static async Task<IResult> DiscardAsync(Guid id, [FromForm] string? list, HttpContext context, TaskDrafts drafts, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        var taskId = new HumanTaskId(id);
        if (await drafts.DiscardAsync(user, taskId, cancellationToken) is TaskDrafts.Outcome.Refused refused)
        {
            return refused.Refusal.ToResult();
        }

        notices.Leave(context, new("Utkastet er slettet.", "Utkastet er sletta.", "The draft is deleted."), "info");
        return Results.LocalRedirect(WorkListAddress.OfKept(list).Of(taskId));
    }
}
