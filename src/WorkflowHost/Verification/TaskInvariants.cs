using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Verification;

/// <summary>A task that has ended says how, and one that is open does not.</summary>
internal sealed class EndedTaskSaysHow : Invariant
{
    public override string Key => "task-end";

    public override string Sentence => "A task has an end exactly when it is completed or called off; a completed one says by whom, with which outcome and in which operation.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Said at length: EF writes "a <> b IN (…)" for SQLite without the parentheses that it needs there.
        var wrong = db.HumanTasks.Where(static t =>
            (t.EndedAt == null && (t.State == HumanTaskState.Completed || t.State == HumanTaskState.Cancelled))
            || (t.EndedAt != null && t.State != HumanTaskState.Completed && t.State != HumanTaskState.Cancelled)
            || (t.State == HumanTaskState.Completed) != (t.CompletedBy != null && t.Outcome != null && t.CompletionOperationId != null));

        await foreach (var id in wrong.Select(static t => t.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"task {id}";
        }
    }
}

/// <summary>What was done to a task is in the history, each thing once.</summary>
internal sealed class EachTaskIsToldOnce : Invariant
{
    private static readonly string[] Events = ["task-opened", "task-completed", "task-cancelled"];

    public override string Key => "task-history";

    public override string Sentence => "For each task the history tells once that it was opened, and once that it was completed or called off when it was.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<Guid, int[]> told = [];

        await foreach (var row in db.History.Where(static h => Events.Contains(h.Event)).Select(static h => new { h.Event, h.Details }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (JsonNode.Parse(row.Details)?["taskId"]?.ToString() is { } text && Guid.TryParse(text, out var id))
            {
                (told.TryGetValue(id, out var counts) ? counts : told[id] = new int[Events.Length])[Array.IndexOf(Events, row.Event)]++;
            }
        }

        await foreach (var task in db.HumanTasks.Select(static t => new { t.Id, t.State }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            int[] wanted = [1, task.State == HumanTaskState.Completed ? 1 : 0, task.State == HumanTaskState.Cancelled ? 1 : 0];
            var counts = told.GetValueOrDefault(task.Id.Value) ?? new int[Events.Length];

            for (var i = 0; i < Events.Length; i++)
            {
                if (counts[i] != wanted[i])
                {
                    yield return $"task {task.Id}: {Events[i]} is told {counts[i]} times instead of {wanted[i]}";
                }
            }
        }
    }
}
