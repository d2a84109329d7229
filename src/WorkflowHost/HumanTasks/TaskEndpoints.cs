using System.Text.Json;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

internal sealed record CompleteBody(string? OperationId, string? Outcome, JsonElement? Values, string? Reason);

internal sealed record ClaimBody(bool? TakeOver, string? Reason);

internal sealed record AssignBody(string? Assignee, string? Reason);

internal sealed record HoldBody(DateOnly? Until, string? Reason);

internal sealed record FollowUpBody(DateOnly? FollowUpOn, string? Reason);

internal sealed record ReasonBody(string? Reason);

/// <summary>The worklist and what people do with tasks.</summary>
internal static class TaskEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/api/tasks").WithTags("Tasks");
        tasks.MapGet("", ListAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("ListTasks")
            .WithSummary("Tasks that the caller may see, the nearest legal deadline first; by scope, case, words, step, role, assignee, state, dates and track.");
        tasks.MapGet("/counts", CountAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("CountTasks")
            .WithSummary("How many tasks that are not ended there are: mine, my unit's, all that I may see; and in the scope asked about: overdue, due this week, put aside, with nobody.");
        tasks.MapGet("/{id:guid}", GetAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("GetTask").WithSummary("A task with its form and the ways to complete it.");
        tasks.MapGet("/{id:guid}/context", ContextAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("GetTaskContext")
            .WithSummary("A task with what stands beside it: the law in plain words, the person, the case and its clocks, last contact, who is responsible, the plan. Reading it is logged.");
        tasks.MapPost("/{id:guid}/claim", ClaimAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("ClaimTask")
            .WithSummary("Takes the task. One that a colleague has is taken with takeOver and a reason only; the colleague is told.");
        tasks.MapPost("/{id:guid}/release", ReleaseAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("ReleaseTask").WithSummary("Gives the task back to those with the role.");
        tasks.MapPost("/{id:guid}/assign", AssignAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("AssignTask")
            .WithSummary("Hands the task to a colleague, for a reason. Those who lead hand on any task, others what they have themselves.");
        tasks.MapPost("/{id:guid}/hold", HoldAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("HoldTask")
            .WithSummary("Puts the task aside until a day, on which it is back by itself; its deadlines run on.");
        tasks.MapPost("/{id:guid}/resume", ResumeAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("ResumeTask").WithSummary("Takes up a task before the day it was put aside until.");
        tasks.MapPost("/{id:guid}/follow-up", FollowUpAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("FollowUpTask")
            .WithSummary("Notes when the caller wants to see the task again; null removes the note. Neither the due date nor the legal deadline moves.");
        tasks.MapPost("/{id:guid}/complete", CompleteAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("CompleteTask")
            .WithSummary("Completes the task and lets its workflow go on. The same operationId again is success and does nothing.");
    }

    private static async Task<Results<Ok<Page<ListedTask>>, RefusalResult>> ListAsync(
        [AsParameters] TaskQuery query, HttpRequest request, FindTasks find, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        var filter = TaskFilter.Read(query, errors);
        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        var found = await find.RunAsync(user, filter, page, reason, cancellationToken);
        return TypedResults.Ok(new Page<ListedTask>(found.Items, found.Total, page.Next(request, found.Total)));
    }

    private static async Task<Results<Ok<TaskCounts>, RefusalResult>> CountAsync(string? scope, CountTasks count, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var wanted = errors.Choice<TaskScope>(string.IsNullOrEmpty(scope) ? null : scope, "scope") ?? TaskScope.All;
        return errors.Any ? errors.ToRefusal().ToResult() : TypedResults.Ok(await count.RunAsync(user, wanted, cancellationToken));
    }

    private static async Task<Results<Ok<TaskDetails>, RefusalResult>> GetAsync(
        Guid id, HttpRequest request, HttpResponse response, IpDbContext db, TaskAccess access, CurrentUser user, UserDirectory users, TimeProvider clock, CancellationToken cancellationToken)
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
        var showsValues = !user.Has(Roles.OfficeLeader) || task.CompletedBy == user.UserId;
        return TypedResults.Ok(new TaskDetails(
            task, await access.ReferenceAsync(task.CaseId, cancellationToken), NorwegianTime.DateOf(clock.GetUtcNow()), users, RequestLanguage.Of(request), showsValues));
    }

    private static async Task<Results<Ok<TaskContext>, RefusalResult>> ContextAsync(
        Guid id, HttpRequest request, HttpResponse response, ReadTaskContext read, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        switch (await read.RunAsync(user, new HumanTaskId(id), RequestLanguage.Of(request), reason, cancellationToken))
        {
            case ReadTaskContext.Outcome.Found found:
                EntityTag.Write(response, found.Context.Task.Version);
                return TypedResults.Ok(found.Context);
            case ReadTaskContext.Outcome.Refused refused:
                return refused.Refusal.ToResult();
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }

    private static Task<Results<Ok<TaskView>, RefusalResult>> ClaimAsync(
        Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] ClaimBody? body, HttpRequest request, ChangeTask change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        AnswerAsync(request, change.ClaimAsync(Call(id, request, user, reason, body?.Reason), body?.TakeOver ?? false, cancellationToken));

    private static Task<Results<Ok<TaskView>, RefusalResult>> ReleaseAsync(
        Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] ReasonBody? body, HttpRequest request, ChangeTask change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        AnswerAsync(request, change.ReleaseAsync(Call(id, request, user, reason, body?.Reason), cancellationToken));

    private static Task<Results<Ok<TaskView>, RefusalResult>> AssignAsync(
        Guid id, AssignBody body, HttpRequest request, ChangeTask change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        AnswerAsync(request, change.AssignAsync(Call(id, request, user, reason, body.Reason), body.Assignee, cancellationToken));

    private static Task<Results<Ok<TaskView>, RefusalResult>> HoldAsync(
        Guid id, HoldBody body, HttpRequest request, ChangeTask change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        AnswerAsync(request, change.HoldAsync(Call(id, request, user, reason, body.Reason), body.Until, cancellationToken));

    private static Task<Results<Ok<TaskView>, RefusalResult>> ResumeAsync(
        Guid id, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] ReasonBody? body, HttpRequest request, ChangeTask change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        AnswerAsync(request, change.ResumeAsync(Call(id, request, user, reason, body?.Reason), cancellationToken));

    private static Task<Results<Ok<TaskView>, RefusalResult>> FollowUpAsync(
        Guid id, FollowUpBody body, HttpRequest request, ChangeTask change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        AnswerAsync(request, change.FollowUpAsync(Call(id, request, user, reason, body.Reason), body.FollowUpOn, cancellationToken));

    private static async Task<Results<Ok<TaskView>, RefusalResult>> CompleteAsync(
        Guid id, CompleteBody body, HttpRequest request, ChangeTask change, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.Require(body.OperationId, "operationId");
        errors.AtMost(body.OperationId, TextLimits.UserId, "operationId");
        errors.Require(body.Outcome, "outcome");
        var values = WholeBody.Inside(body.Values);
        if (values is null && body.Values is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) })
        {
            errors.Add("values", Messages.WrongType);
        }

        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        return await AnswerAsync(request, change.CompleteAsync(Call(id, request, user, reason, body.Reason), body.OperationId!.Trim(), body.Outcome!, values ?? [], cancellationToken));
    }

    private static TaskCall Call(Guid id, HttpRequest request, CurrentUser user, CallReason reason, string? inBody) =>
        new(new HumanTaskId(id), user, reason.Or(inBody, ""), version => EntityTag.Fits(request, version));

    private static async Task<Results<Ok<TaskView>, RefusalResult>> AnswerAsync(HttpRequest request, Task<TaskChange> change)
    {
        switch (await change)
        {
            case TaskChange.Done done:
                EntityTag.Write(request.HttpContext.Response, done.Task.Version);
                return TypedResults.Ok(done.View);
            case TaskChange.Refused refused:
                return refused.Refusal.ToResult();
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }
}
