using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>What else people do with a task from its page: take it, give it back, hand it on, put it aside, note when to see it again, take it over.</summary>
internal static class TaskActs
{
    public const string Claim = "claim";
    public const string Release = "release";
    public const string Assign = "assign";
    public const string Hold = "hold";
    public const string Resume = "resume";
    public const string FollowUp = "follow-up";
    public const string TakeOver = "take-over";

    /// <summary>Name of the task's version that the page shows.</summary>
    public const string Version = "version";

    private static readonly LocalizedText ChangedMeanwhile = new(
        "Oppgaven er endret siden du åpnet siden. Her er den slik den er nå. Se over, og prøv igjen.",
        "Oppgåva er endra sidan du opna sida. Her er ho slik ho er no. Sjå over, og prøv igjen.",
        "The task has changed since you opened the page. Here it is as it is now. Look it over, and try again.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, Claim, static (change, call, _, token) => change.ClaimAsync(call, takeOver: false, token),
            new("Du har tatt oppgaven.", "Du har teke oppgåva.", "You have taken the task."));
        Post(routes, Release, static (change, call, _, token) => change.ReleaseAsync(call, token),
            new("Oppgaven er lagt tilbake.", "Oppgåva er lagd tilbake.", "The task is given back."), leavesTask: true);
        Post(routes, Assign, static (change, call, posted, token) => change.AssignAsync(call, posted["assignee"], token),
            new("Kollegaen har fått oppgaven og beskjed om det.", "Kollegaen har fått oppgåva og beskjed om det.", "The colleague has the task and has been told."), leavesTask: true);
        Post(routes, Hold, static (change, call, posted, token) => ReadDate(posted["until"], "until", out var day) is { } wrong ? Task.FromResult(wrong) : change.HoldAsync(call, day, token),
            new("Oppgaven er satt på vent.", "Oppgåva er sett på vent.", "The task is put on hold."));
        Post(routes, Resume, static (change, call, _, token) => change.ResumeAsync(call, token),
            new("Du har tatt opp igjen oppgaven.", "Du har teke opp att oppgåva.", "You have taken the task up again."));
        Post(routes, FollowUp, static (change, call, posted, token) => ReadDate(posted["followUpOn"], "followUpOn", out var day) is { } wrong ? Task.FromResult(wrong) : change.FollowUpAsync(call, day, token),
            new("Datoen for oppfølging er lagret.", "Datoen for oppfølging er lagra.", "The follow-up date is saved."));
        routes.MapPage($"/tasks/{{id:guid}}/{TakeOver}", Policies.WorkOnTasks, AskTakeOverAsync);
        Post(routes, TakeOver, static (change, call, _, token) => change.ClaimAsync(call, takeOver: true, token),
            new("Du har tatt over oppgaven. Kollegaen har fått beskjed.", "Du har teke over oppgåva. Kollegaen har fått beskjed.", "You have taken over the task. The colleague has been told."));
    }

    /// <summary>The id of a field of one of the page's smaller forms.</summary>
    public static string IdOf(string act, string field) => (act, field) switch
    {
        (Hold, _) => "hold-until",
        (FollowUp, _) => "follow-up-on",
        (Assign, _) => $"assign-{field}",
        _ => field,
    };

    private static void Post(
        IEndpointRouteBuilder routes, string act, Func<ChangeTask, TaskCall, IFormCollection, CancellationToken, Task<TaskChange>> changeAsync, LocalizedText done, bool leavesTask = false) =>
        routes.MapPagePost($"/tasks/{{id:guid}}/{act}", Policies.WorkOnTasks, async (
            Guid id, HttpContext context, ChangeTask change, ReadTaskPage read, Notices notices, CurrentUser user, CancellationToken cancellationToken) =>
        {
            var taskId = new HumanTaskId(id);
            var posted = await context.Request.ReadFormAsync(cancellationToken);
            var list = WorkListAddress.OfKept(posted[WorkListAddress.Kept]);
            var call = new TaskCall(taskId, user, posted["reason"].ToString() is { Length: > 0 } reason ? reason : null,
                Fits: seen => !long.TryParse(posted[Version], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version == seen);
            switch (await changeAsync(change, call, posted, cancellationToken))
            {
                case TaskChange.Done:
                    notices.Leave(context, done);
                    return Results.LocalRedirect(leavesTask ? list.ToString() : list.Of(taskId));
                case TaskChange.Refused refused:
                    var refusal = refused.Refusal.Kind == ProblemKind.Stale ? refused.Refusal with { Detail = ChangedMeanwhile } : refused.Refusal;
                    var sent = new Sent(refusal) { Act = act, Typed = posted.Where(static p => !p.Key.StartsWith('_')).ToDictionary(static p => p.Key, static p => p.Value.ToString(), StringComparer.Ordinal) };
                    return act == TakeOver
                        ? await ShowTakeOverAsync(taskId, read, user, list, sent, context.Request, cancellationToken)
                        : await TaskPages.AgainAsync(taskId, read, user, list, sent, context.Request, cancellationToken);
                case var unknown:
                    throw new InvalidOperationException(unknown.GetType().Name);
            }
        });

    private static Task<IResult> AskTakeOverAsync(Guid id, [FromQuery] string? list, HttpRequest request, ReadTaskPage read, CurrentUser user, CancellationToken cancellationToken) =>
        ShowTakeOverAsync(new HumanTaskId(id), read, user, WorkListAddress.OfKept(list), null, request, cancellationToken);

    /// <summary>Asks for the reason; a task that cannot be taken over is shown as it is.</summary>
    private static async Task<IResult> ShowTakeOverAsync(
        HumanTaskId id, ReadTaskPage read, CurrentUser user, WorkListAddress list, Sent? sent, HttpRequest request, CancellationToken cancellationToken) =>
        await read.RunAsync(id, user, new CallReason(null), list, sent, RequestLanguage.Of(request), cancellationToken) switch
        {
            ReadTaskPage.Outcome.Shown { View: { Standing: TaskStanding.Held { MayTakeOver: true } } view } => Page.Showing<TakeOverPage>(view, sent?.Refusal.Kind.Status ?? StatusCodes.Status200OK),
            ReadTaskPage.Outcome.Shown => Results.LocalRedirect(list.Of(id)),
            ReadTaskPage.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    /// <summary>Reads a date that may be left empty; what is no date is told of at its field.</summary>
    private static TaskChange? ReadDate(string? typed, string field, out DateOnly? date)
    {
        date = Dates.TryRead(typed, out var read) ? read : null;
        return date is null && !string.IsNullOrWhiteSpace(typed)
            ? new TaskChange.Refused(Refusal.OfField(field, new("Skriv en dato, for eksempel 28.01.2027.", "Skriv ein dato, til dømes 28.01.2027.", "Write a date, for example 28.01.2027.")))
            : null;
    }
}
