using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>The user's draft of a task's form, and who else has one. <c>Revision</c> is 0 and the values are null when there is none.</summary>
internal sealed record DraftView(long Revision, DateTimeOffset? SavedAt, string? Outcome, JsonObject? Values, IReadOnlyList<OtherDraft> Others);

/// <summary>That a colleague has a draft; what it says is the colleague's own.</summary>
internal sealed record OtherDraft(string UserId, string Name, DateTimeOffset SavedAt);

/// <summary>
/// Keeps what people type into a task's form before they send it, so that nothing typed is lost (casa#2651). A user has one draft for each task, and saving
/// over what another window has saved is refused with what is there. The database removes drafts when the task ends.
/// </summary>
internal sealed class TaskDrafts(IpDbContext db, TaskAccess access, TaskActors actors, TaskRefusals refusals, WorkWriter writer, UserDirectory users, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Found(DraftView Draft) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    public async Task<Outcome> ReadAsync(CurrentUser user, HumanTaskId taskId, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(user, taskId, isWriting: false, cancellationToken) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var drafts = await db.TaskDrafts.AsNoTracking().Where(d => d.TaskId == taskId).OrderBy(d => d.SavedAt).ToListAsync(cancellationToken);
        return new Outcome.Found(View(drafts.Find(d => d.UserId == user.UserId), drafts, user));
    }

    /// <summary>Saves what was typed. It is not checked, leaves no history, and nobody else sees what it says.</summary>
    /// <param name="user">Whose draft it is.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="seen">The revision that the writer saw; 0 for none.</param>
    /// <param name="outcome">The outcome chosen so far, or null.</param>
    /// <param name="values">Values as typed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome> SaveAsync(CurrentUser user, HumanTaskId taskId, long seen, string? outcome, JsonObject values, CancellationToken cancellationToken)
    {
        if (values.ToJsonString(JsonText.Options).Length > TextLimits.LongText)
        {
            return new Outcome.Refused(Refusal.OfField("values", Messages.Format(Messages.TooLong, TextLimits.LongText)));
        }

        if (await RefuseAsync(user, taskId, isWriting: true, cancellationToken) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var answer = await writer.RunAsync(
            new Operation(user.Actor, "", clock.GetUtcNow()),
            async (work, token) =>
            {
                if (await work.Db.TaskDrafts.FindAsync([taskId, user.UserId], token) is not { } draft)
                {
                    work.Db.Add(TaskDraft.Begin(taskId, user.UserId, outcome, values, work.Operation.Now));
                    return DraftAnswer.Saved;
                }

                return draft.Save(seen, outcome, values, work.Operation.Now);
            },
            cancellationToken);

        var now = await ReadAsync(user, taskId, cancellationToken);
        return answer == DraftAnswer.ChangedElsewhere && now is Outcome.Found found ? new Outcome.Refused(ChangedElsewhere(found.Draft)) : now;
    }

    /// <summary>Throws the user's own draft away.</summary>
    public async Task<Outcome> DiscardAsync(CurrentUser user, HumanTaskId taskId, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(user, taskId, isWriting: false, cancellationToken) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        await writer.RunAsync(
            new Operation(user.Actor, "", clock.GetUtcNow()),
            async (work, token) =>
            {
                if (await work.Db.TaskDrafts.FindAsync([taskId, user.UserId], token) is { } draft)
                {
                    work.Db.Remove(draft);
                }
            },
            cancellationToken);
        return await ReadAsync(user, taskId, cancellationToken);
    }

    /// <summary>Whoever sees the task reads; whoever may do it writes, also while a colleague has it: what is typed must not be lost over that.</summary>
    private async Task<Refusal?> RefuseAsync(CurrentUser user, HumanTaskId taskId, bool isWriting, CancellationToken cancellationToken)
    {
        if (await db.HumanTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == taskId, cancellationToken) is not { } task)
        {
            return Refusal.NotFound();
        }

        if (!await access.VisibleTo(user).AnyAsync(t => t.Id == taskId, cancellationToken))
        {
            return TaskRefusals.Foreign();
        }

        if (!isWriting)
        {
            return null;
        }

        return task.Ended() is { } ended ? refusals.Of(ended, task, user.Actor)
            : task.MayBeDoneBy(await actors.ActorAsync(user, task, cancellationToken)) ? null
            : refusals.Of(new TaskAnswer.RoleDemanded(task.Role ?? ""), task, user.Actor);
    }

    private DraftView View(TaskDraft? own, List<TaskDraft> all, CurrentUser user) => new(
        own?.Version ?? 0, own?.SavedAt, own?.Outcome, own?.Values,
        [.. all.Where(d => d.UserId != user.UserId).Select(d => new OtherDraft(d.UserId, users.NameOf(d.UserId), d.SavedAt))]);

    private static Refusal ChangedElsewhere(DraftView stored) => new(ProblemKind.Stale, new(
        "Du har skrevet i dette skjemaet et annet sted i mellomtiden. Velg hva du vil beholde.",
        "Du har skrive i dette skjemaet ein annan stad i mellomtida. Vel kva du vil behalde.",
        "You have written in this form somewhere else in the meantime. Choose what to keep."))
    {
        Members = _ => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["revision"] = stored.Revision, ["savedAt"] = stored.SavedAt, ["outcome"] = stored.Outcome, ["values"] = stored.Values,
        },
    };
}
