using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>A task as a page, and completing it.</summary>
internal static class TaskPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/tasks/{id:guid}", Policies.WorkOnTasks, ShowAsync);
        routes.MapPagePost("/tasks/{id:guid}", Policies.WorkOnTasks, CompleteAsync);
    }

    /// <summary>The page again, with what was typed and why it could not be taken.</summary>
    public static async Task<IResult> AgainAsync(
        HumanTaskId id, ReadTaskPage read, CurrentUser user, WorkListAddress list, Typed? typed, HttpRequest request, CancellationToken cancellationToken) =>
        await read.RunAsync(id, user, new CallReason(null), list, typed, RequestLanguage.Of(request), cancellationToken) switch
        {
            ReadTaskPage.Outcome.Shown shown => Page.Showing<TaskPage>(shown.View, typed?.Refusal.Kind.Status ?? StatusCodes.Status200OK),
            ReadTaskPage.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static async Task<IResult> ShowAsync(Guid id, [FromQuery] string? list, HttpRequest request, ReadTaskPage read, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await read.RunAsync(new HumanTaskId(id), user, reason, WorkListAddress.OfKept(list), null, RequestLanguage.Of(request), cancellationToken) switch
        {
            ReadTaskPage.Outcome.Shown shown => Page.Showing<TaskPage>(shown.View),
            ReadTaskPage.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static async Task<IResult> CompleteAsync(
        Guid id, HttpContext context, ReadTaskPage read, SendTask send, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var list = WorkListAddress.OfKept(posted[WorkListAddress.Kept]);
        switch (await send.RunAsync(new HumanTaskId(id), user, posted, cancellationToken))
        {
            case SendTask.Outcome.Completed completed:
                notices.Leave(context, completed.Next is null
                    ? Messages.Format(new("Oppgaven «{0}» er ferdig.", "Oppgåva «{0}» er ferdig.", "The task “{0}” is done."), completed.Title)
                    : Messages.Format(new(
                        "Oppgaven «{0}» er ferdig. Her er den neste oppgaven din i saken.", "Oppgåva «{0}» er ferdig. Her er den neste oppgåva di i saka.",
                        "The task “{0}” is done. Here is your next task in the case."), completed.Title));
                return Results.LocalRedirect(completed.Next is { } next ? list.Of(next) : list.ToString());
            case SendTask.Outcome.Refused refused:
                return await AgainAsync(new HumanTaskId(id), read, user, list, refused.Typed, context.Request, cancellationToken);
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }
}
