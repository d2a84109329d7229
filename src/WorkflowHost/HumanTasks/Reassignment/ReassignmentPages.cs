using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Office;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.HumanTasks.Reassignment;

/// <summary>Moving tasks as a page. Choosing and the dry run only read, and so stand in the address; only the confirmation changes something.</summary>
internal static class ReassignmentPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(ReassignmentSource.Path, Policies.AssignTask, ShowAsync);
        routes.MapPagePost(ReassignmentSource.Path, Policies.AssignTask, ConfirmAsync);
    }

    private static async Task<RazorComponentResult<ReassignmentPage>> ShowAsync(HttpRequest request, OpenReassignment open, CurrentUser user, CancellationToken cancellationToken)
    {
        var language = RequestLanguage.Of(request);
        var source = ReassignmentSource.Read(name => request.Query[name], OfficeFilter.Read(request, new FieldErrors()));
        var assignee = string.IsNullOrWhiteSpace(request.Query[ReassignmentSource.Assignee]) ? null : request.Query[ReassignmentSource.Assignee].ToString().Trim();
        var errors = new FieldErrors();
        if (request.Query.ContainsKey(ReassignmentSource.Ticked) && source.Tasks.Count == 0)
        {
            errors.Add(ReassignmentSource.Ticked, ReassignmentWords.TickSome);
        }
        else if (assignee is null && request.Query.ContainsKey(ReassignmentSource.Assignee) && source.IsChosen)
        {
            errors.Add(ReassignmentSource.Assignee, ReassignmentWords.ChooseSomeone);
        }

        var view = await open.RunAsync(user, source, errors.Any ? null : assignee, language, cancellationToken);
        return Page.Showing<ReassignmentPage>(errors.Any ? view with { Assignee = assignee, Errors = errors.ToRefusal().FieldMessages(language) } : view);
    }

    private static async Task<IResult> ConfirmAsync(
        HttpContext context, OpenReassignment open, ReassignTasks reassign, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        var language = RequestLanguage.Of(context.Request);
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var source = ReassignmentSource.Read(name => posted[name], OfficeFilter.Read(name => posted[name], new FieldErrors()));
        var (assignee, reason) = (posted[ReassignmentSource.Assignee].ToString(), posted["reason"].ToString());
        switch (await reassign.MoveAsync(user, new ReassignmentOrder(source.Tasks, assignee, reason), cancellationToken))
        {
            case ReassignmentOutcome.Refused refused:
                var view = await open.RunAsync(user, source, assignee.Length > 0 ? assignee : null, language, cancellationToken);
                return Page.Showing<ReassignmentPage>(view with { Reason = reason, Errors = refused.Refusal.FieldMessages(language, "reason") }, refused.Refusal.Kind.Status);
            case ReassignmentOutcome.Done { Result: var result }:
                var left = result.Staying.Where(static s => s.Code != StayingTask.AlreadyThere).ToList();
                var there = result.Moving.Count + result.Staying.Count - left.Count;
                notices.Leave(context, ReassignmentWords.Done(there, left.Count, result.AssigneeName), left.Count > 0 ? "warning" : "success");

                // Those that stayed are looked at again as they are now.
                return Results.LocalRedirect(left.Count > 0 ? source.Of(left.Select(static s => s.TaskId), result.Assignee) : source.Next);
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }
}
