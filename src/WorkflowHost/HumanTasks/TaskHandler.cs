using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>What all changes of tasks have in common at the edge: find, ask about access and version, do, and say the answer in words.</summary>
internal sealed class TaskHandler(IpDbContext db, TaskAccess access, TaskRefusals refusals, CompleteTask completion)
{
    public async Task<Results<Ok<TaskView>, RefusalResult>> HandAsync(
        HumanTaskId id, HttpRequest request, CurrentUser user, bool isOwnAct, Func<HumanTaskId, Task<HandTaskOutcome>> handAsync, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, request, user, isOwnAct, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        return await handAsync(id) switch
        {
            HandTaskOutcome.Changed changed => await ViewAsync(changed.Task, request.HttpContext.Response, cancellationToken),
            HandTaskOutcome.Refused refused => refusals.Of(refused.Answer)!.ToResult(),
            _ => Refusal.NotFound().ToResult(),
        };
    }

    public async Task<Results<Ok<TaskView>, RefusalResult>> CompleteAsync(
        HumanTaskId id, HttpRequest request, string operationId, string outcome, JsonObject values, CurrentUser user, string reason, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, request, user, isOwnAct: true, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        return await completion.RunAsync(id, operationId, outcome, values, user.Actor, reason, cancellationToken) switch
        {
            CompleteTask.Outcome.Completed completed => await ViewAsync(completed.Task, request.HttpContext.Response, cancellationToken),
            CompleteTask.Outcome.Refused refused => refusals.Of(refused.Answer)!.ToResult(),
            CompleteTask.Outcome.Invalid invalid => Explain(invalid.Errors).ToResult(),
            CompleteTask.Outcome.WorkflowStopped => new Refusal(ProblemKind.Conflict, new(
                "Arbeidsflyten bak oppgaven har stoppet. En leder må se på den først.",
                "Arbeidsflyten bak oppgåva har stoppa. Ein leiar må sjå på han først.",
                "The workflow behind the task has stopped. A leader must look at it first.")).ToResult(),
            CompleteTask.Outcome.OperationIdTaken => Refusal.OfField("operationId", new(
                "Denne id-en er brukt på en annen oppgave. Lag en ny.", "Denne id-en er brukt på ei anna oppgåve. Lag ein ny.", "This id was used for another task. Make a new one.")).ToResult(),
            _ => Refusal.NotFound().ToResult(),
        };
    }

    private async Task<Refusal?> RefuseAsync(HumanTaskId id, HttpRequest request, CurrentUser user, bool isOwnAct, CancellationToken cancellationToken)
    {
        if (await db.HumanTasks.FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } task)
        {
            return Refusal.NotFound();
        }

        if (isOwnAct && !await access.MayWorkOnAsync(user, task, cancellationToken))
        {
            return TaskRefusals.Foreign();
        }

        return EntityTag.Fits(request, task.Version) ? null : Refusal.Stale();
    }

    private async Task<Ok<TaskView>> ViewAsync(HumanTask task, HttpResponse response, CancellationToken cancellationToken)
    {
        EntityTag.Write(response, task.Version);
        return TypedResults.Ok(TaskView.Of(task, await access.ReferenceAsync(task.CaseId, cancellationToken)));
    }

    private static Refusal Explain(IReadOnlyList<FieldError> wrong)
    {
        var errors = new FieldErrors();
        foreach (var one in wrong)
        {
            errors.Add(one.Field, one.Message);
        }

        return errors.ToRefusal();
    }
}
