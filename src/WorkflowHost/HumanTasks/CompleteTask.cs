using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Completes a task and lets its workflow go on, all in one transaction. The same operation id again is success and does nothing.</summary>
internal sealed class CompleteTask(WorkWriter writer, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>Done, now or by the same operation before.</summary>
        public sealed record Completed(HumanTask Task) : Outcome;

        /// <summary>No such task.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>The task or its state says no: someone else was first, or this user may not.</summary>
        public sealed record Refused(TaskAnswer Answer) : Outcome;

        /// <summary>Values that cannot be taken, field by field.</summary>
        public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Outcome;

        /// <summary>Others have changed the part of the plan that was written in.</summary>
        public sealed record PlanChanged(LocalizedText Why) : Outcome;

        /// <summary>The workflow behind the task has stopped with a fault; a leader must retry it first.</summary>
        public sealed record WorkflowStopped : Outcome;

        /// <summary>The operation id was used to complete another task.</summary>
        public sealed record OperationIdTaken : Outcome;
    }

    /// <summary>Something that is done together with the completion of a task, or not at all; an outcome that it gives is why not.</summary>
    public delegate Task<Outcome?> Together(Work work, CancellationToken cancellationToken);

    /// <param name="taskId">The task.</param>
    /// <param name="operationId">The client's id of this completion, 1–128 characters.</param>
    /// <param name="outcome">Value of one of the task's outcomes.</param>
    /// <param name="values">Form values.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why, for history.</param>
    /// <param name="together">What is done with it; null for nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome> RunAsync(
        HumanTaskId taskId, string operationId, string? outcome, JsonObject values, Actor actor, string reason, Together? together, CancellationToken cancellationToken)
    {
        var operation = new Operation(actor, reason, clock.GetUtcNow());

        try
        {
            return await writer.RunAsync(operation, (work, token) => CompleteAsync(work, taskId, operationId, outcome ?? "", values, together, token), cancellationToken);
        }
        catch (DbUpdateException failure) when (UniqueKeys.IsViolated(failure, "human_tasks", "completion_operation_id"))
        {
            return new Outcome.OperationIdTaken();
        }
    }

    /// <summary>Completes a task inside a work that is under way, as part of something larger.</summary>
    public static async Task<Outcome> CompleteAsync(
        Work work, HumanTaskId taskId, string operationId, string outcome, JsonObject values, Together? together, CancellationToken cancellationToken)
    {
        if (await TaskQueries.LoadWithInstanceAsync(work.Db, taskId, cancellationToken) is not { } task)
        {
            return new Outcome.NotFound();
        }

        var answer = task.Complete(operationId, outcome, values, work.Operation);

        if (answer is TaskAnswer.Repeated)
        {
            return new Outcome.Completed(task);
        }

        if (answer is not TaskAnswer.Done)
        {
            return new Outcome.Refused(answer);
        }

        if (await CheckAsync(work, task, outcome, values, cancellationToken) is { Count: > 0 } errors)
        {
            work.Discard();
            return new Outcome.Invalid(errors);
        }

        await CaseTaken.WithAsync(task, work, cancellationToken);
        if (together is not null && await together(work, cancellationToken) is { } why)
        {
            work.Discard();
            return why;
        }

        if (await work.Flows.ResumeAsync(task.InstanceId, task.WaitId, Result(task), cancellationToken) != ResumeOutcome.Resumed)
        {
            work.Discard();
            return new Outcome.WorkflowStopped();
        }

        return new Outcome.Completed(task);
    }

    private static async Task<IReadOnlyList<FieldError>> CheckAsync(Work work, HumanTask task, string outcome, JsonObject values, CancellationToken cancellationToken)
    {
        if (FormCatalogue.Embedded.Of(task) is not { } form)
        {
            return [];
        }

        var wrong = FormValidation.Check(form, values, outcome, work.Operation.Today);
        foreach (var field in form.Fields.Where(field => field.Type == FormFieldType.File && wrong.All(w => w.Field != field.Name)))
        {
            if ((string?)values[field.Name] is { Length: > 0 } id && !await LiesWithAsync(work, task.Id, id, cancellationToken))
            {
                wrong = [.. wrong, new FieldError(field.Name, Papers.PaperWords.Gone)];
            }
        }

        return wrong;
    }

    /// <summary>Whether a file lies with the task and is not struck.</summary>
    private static async Task<bool> LiesWithAsync(Work work, HumanTaskId taskId, string id, CancellationToken cancellationToken)
    {
        var wanted = Guid.TryParse(id, out var value) ? new TaskAttachmentId(value) : default;
        return await work.Db.TaskAttachments.AnyAsync(a => a.Id == wanted && a.TaskId == taskId && a.StruckAt == null, cancellationToken);
    }

    /// <summary>What the workflow gets, the same for every kind of task.</summary>
    private static JsonObject Result(HumanTask task) => new()
    {
        ["outcome"] = task.Outcome,
        ["values"] = task.Values!.DeepClone(),
        ["completedBy"] = task.CompletedBy,
        ["completedOn"] = Workflows.Deadlines.NorwegianTime.DateOf(task.EndedAt!.Value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["taskId"] = task.Id.ToString(),
        ["operationId"] = task.CompletionOperationId,
    };
}
