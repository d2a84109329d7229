using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.HumanTasks.WorkList;

/// <summary>The work list as a page: looking, searching, and taking a task.</summary>
internal static class WorkListPages
{
    private static readonly LocalizedText NumberRefused = new(
        "Søk på navn eller saksnummer. Fødselsnummer søker du på under «Saker».",
        "Søk på namn eller saksnummer. Fødselsnummer søkjer du på under «Saker».",
        "Search by name or reference. Search by identity number under “Cases”.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(WorkListAddress.Path, Policies.WorkOnTasks, ShowAsync);
        routes.MapPagePost("/tasks/search", Policies.WorkOnTasks, SearchAsync);
        routes.MapPagePost("/tasks/{id:guid}/take", Policies.WorkOnTasks, TakeAsync);
    }

    private static async Task<RazorComponentResult<WorkListPage>> ShowAsync(HttpRequest request, OpenWorkList open, CurrentUser user, CancellationToken cancellationToken) =>
        Page.Showing<WorkListPage>(await open.RunAsync(user, WorkListAddress.Of(request.Query), new FieldErrors(), RequestLanguage.Of(request), OpenWorkList.PageSize, cancellationToken));

    /// <summary>Words come by post and go on in an address that nobody can read.</summary>
    private static async Task<IResult> SearchAsync(
        [FromForm] string? words, [FromForm] string? list, HttpRequest request, OpenWorkList open, KeptWords kept, CurrentUser user, CancellationToken cancellationToken)
    {
        var address = WorkListAddress.OfKept(list);
        var errors = new FieldErrors();
        errors.AtMost(words, TextLimits.Name, WorkListAddress.Words);
        if (CaseWords.IsIdentityNumber(words))
        {
            errors.Add(WorkListAddress.Words, NumberRefused);
        }

        if (errors.Any)
        {
            return Page.Showing<WorkListPage>(await open.RunAsync(user, address, errors, RequestLanguage.Of(request), OpenWorkList.PageSize, cancellationToken), StatusCodes.Status422UnprocessableEntity);
        }

        return Results.LocalRedirect(address.With(WorkListAddress.Words, string.IsNullOrWhiteSpace(words) ? null : kept.Keep(words.Trim(), user.UserId)).ToString());
    }

    private static async Task<IResult> TakeAsync(
        Guid id, [FromForm] string? list, HttpContext context, ChangeTask change, TaskTitles titles, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        switch (await change.ClaimAsync(new TaskCall(new HumanTaskId(id), user, null), takeOver: false, cancellationToken))
        {
            case TaskChange.Done done:
                notices.Leave(context, titles.Within(new("Du har tatt oppgaven «{0}».", "Du har teke oppgåva «{0}».", "You have taken the task “{0}”."), done.View.Title));
                break;
            case TaskChange.Refused refused:
                notices.Leave(context, refused.Refusal.Detail, "warning");
                break;
        }

        return Results.LocalRedirect(WorkListAddress.OfKept(list).ToString());
    }
}
