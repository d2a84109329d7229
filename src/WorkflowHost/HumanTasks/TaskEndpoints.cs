using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

internal sealed record CompleteBody(string? OperationId, string? Outcome, JsonElement? Values, string? Reason);

internal sealed record AssignBody(string? Assignee, string? Reason);

internal sealed record HoldBody(DateOnly? FollowUpOn, string? Reason);

internal sealed record ReasonBody(string? Reason);

/// <summary>The worklist and what people do with tasks.</summary>
internal static class TaskEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/api/tasks").WithTags("Tasks");
        tasks.MapGet("", ListAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("ListTasks")
            .WithSummary("Tasks that the caller may see, by legal deadline and due date; filter by case, assignee (me, none or a user), state and role.");
        tasks.MapGet("/{id:guid}", GetAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("GetTask").WithSummary("A task with its form and the ways to complete it.");
        tasks.MapPost("/{id:guid}/claim", ClaimAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("ClaimTask").WithSummary("Takes the task.");
        tasks.MapPost("/{id:guid}/release", ReleaseAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("ReleaseTask").WithSummary("Gives the task back to those with the role.");
        tasks.MapPost("/{id:guid}/assign", AssignAsync).RequireAuthorization(Policies.AssignTask).WithName("AssignTask").WithSummary("Hands the task to a user, for a reason.");
        tasks.MapPost("/{id:guid}/hold", HoldAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("HoldTask").WithSummary("Puts the task aside until a date; its deadlines run on.");
        tasks.MapPost("/{id:guid}/complete", CompleteAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("CompleteTask")
            .WithSummary("Completes the task and lets its workflow go on. The same operationId again is success and does nothing.");
    }

    private static async Task<Results<Ok<Page<TaskView>>, RefusalResult>> ListAsync(
        string? caseId, string? assignee, string? state, string? role, string? key, HttpRequest request, IpDbContext db, TaskAccess access, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        var rows = access.VisibleTo(user);
        if (!string.IsNullOrEmpty(caseId))
        {
            var wanted = Guid.TryParse(caseId, out var id) ? new CaseId(id) : (CaseId?)null;
            if (wanted is null)
            {
                errors.Add("caseId", Messages.WrongType);
            }

            rows = rows.Where(t => t.CaseId == wanted);
        }

        rows = assignee switch
        {
            null or "" => rows,
            "me" => rows.Where(t => t.Assignee == user.UserId),
            "none" => rows.Where(t => t.Assignee == null),
            _ => rows.Where(t => t.Assignee == assignee),
        };
        if (string.Equals(state, "open", StringComparison.OrdinalIgnoreCase))
        {
            // Open to the caller means: not completed and not called off, whoever has it.
            rows = rows.Where(t => t.State == HumanTaskState.Open || t.State == HumanTaskState.Claimed || t.State == HumanTaskState.OnHold);
        }
        else if (!string.IsNullOrEmpty(state) && errors.Choice<HumanTaskState>(state, "state") is { } wantedState)
        {
            rows = rows.Where(t => t.State == wantedState);
        }

        if (!string.IsNullOrEmpty(role))
        {
            rows = rows.Where(t => t.Role == role);
        }

        if (!string.IsNullOrEmpty(key))
        {
            rows = rows.Where(t => t.Key == key);
        }

        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var ordered = rows.OrderBy(t => t.LegalDeadlineOn == null).ThenBy(t => t.LegalDeadlineOn).ThenBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.Id)
            .Select(t => new { Task = t, Reference = db.Cases.Where(c => c.Id == t.CaseId).Select(c => c.Reference).FirstOrDefault() });
        var found = await page.OfAsync(ordered, request, cancellationToken);
        return TypedResults.Ok(new Page<TaskView>([.. found.Items.Select(x => TaskView.Of(x.Task, x.Reference))], found.Total, found.Next));
    }

    private static async Task<Results<Ok<TaskDetails>, RefusalResult>> GetAsync(
        Guid id, HttpRequest request, HttpResponse response, IpDbContext db, TaskAccess access, CurrentUser user, CancellationToken cancellationToken)
    {
        var wanted = new HumanTaskId(id);
        if (await db.HumanTasks.FirstOrDefaultAsync(t => t.Id == wanted, cancellationToken) is not { } task)
        {
            return Refusal.NotFound().ToResult();
        }

        if (!await access.VisibleTo(user).AnyAsync(t => t.Id == wanted, cancellationToken))
        {
            return TaskRefusals.Foreign().ToResult();
        }

        EntityTag.Write(response, task.Version);
        var form = FormCatalogue.Embedded.Find(task.FormKey);
        var showsValues = !user.Has(Roles.OfficeLeader) || task.CompletedBy == user.UserId;
        return TypedResults.Ok(TaskDetails.Of(task, await access.ReferenceAsync(task.CaseId, cancellationToken), form, RequestLanguage.Of(request), showsValues));
    }

    private static Task<Results<Ok<TaskView>, RefusalResult>> ClaimAsync(
        Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] ReasonBody? body, HttpRequest request, TaskHandler tasks, HandTask hand, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        tasks.HandAsync(
            new HumanTaskId(id), request, user, isOwnAct: true, task => hand.ClaimAsync(task, user.Actor, reason.Or(body?.Reason, "Tok oppgaven."), cancellationToken), cancellationToken);

    private static Task<Results<Ok<TaskView>, RefusalResult>> ReleaseAsync(
        Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] ReasonBody? body, HttpRequest request, TaskHandler tasks, HandTask hand, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        tasks.HandAsync(
            new HumanTaskId(id), request, user, isOwnAct: true, task => hand.ReleaseAsync(task, user.Actor, reason.Or(body?.Reason, "La oppgaven tilbake."), cancellationToken), cancellationToken);

    private static async Task<Results<Ok<TaskView>, RefusalResult>> AssignAsync(
        Guid id, AssignBody body, HttpRequest request, TaskHandler tasks, HandTask hand, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require(body.Assignee, "assignee");
        errors.AtMost(body.Assignee, TextLimits.UserId, "assignee");
        errors.Require(reason.Or(body.Reason, ""), "reason");
        return errors.Any
            ? errors.ToRefusal().ToResult()
            : await tasks.HandAsync(
                new HumanTaskId(id), request, user, isOwnAct: false,
                task => hand.AssignAsync(task, body.Assignee!.Trim(), user.Actor, reason.Or(body.Reason, ""), cancellationToken), cancellationToken);
    }

    private static async Task<Results<Ok<TaskView>, RefusalResult>> HoldAsync(
        Guid id, HoldBody body, HttpRequest request, TaskHandler tasks, HandTask hand, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        return !errors.Require(body.FollowUpOn, "followUpOn")
            ? errors.ToRefusal().ToResult()
            : await tasks.HandAsync(
                new HumanTaskId(id), request, user, isOwnAct: true,
                task => hand.HoldAsync(task, body.FollowUpOn.Value, user.Actor, reason.Or(body.Reason, "La oppgaven til side."), cancellationToken), cancellationToken);
    }

    private static async Task<Results<Ok<TaskView>, RefusalResult>> CompleteAsync(
        Guid id, CompleteBody body, HttpRequest request, TaskHandler tasks, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require(body.OperationId, "operationId");
        errors.AtMost(body.OperationId, TextLimits.UserId, "operationId");
        errors.Require(body.Outcome, "outcome");
        if (body.Values is { } given && given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            errors.Add("values", Messages.WrongType);
        }

        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var values = body.Values is { ValueKind: JsonValueKind.Object } filled ? JsonObject.Create(filled)! : [];
        return await tasks.CompleteAsync(
            new HumanTaskId(id), request, body.OperationId!.Trim(), body.Outcome!, values, user, reason.Or(body.Reason, "Fullførte oppgaven."), cancellationToken);
    }
}
