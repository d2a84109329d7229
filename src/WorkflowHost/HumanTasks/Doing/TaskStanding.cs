using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>What one user can do with one task, and if not, why not and who can.</summary>
internal abstract record TaskStanding
{
    private TaskStanding()
    {
    }

    /// <summary>The user has it.</summary>
    public record Own : TaskStanding;

    /// <summary>An absent colleague has it, and the user stands in.</summary>
    /// <param name="Name">Name of the absent one.</param>
    /// <param name="ToOn">The last day on which that one is away.</param>
    public sealed record StandIn(string Name, DateOnly ToOn) : Own;

    /// <summary>Nobody has it, and the user may do it.</summary>
    public sealed record Free : TaskStanding;

    /// <summary>A colleague has it.</summary>
    /// <param name="Name">The colleague's name.</param>
    /// <param name="MayTakeOver">Whether the user may take it over.</param>
    public sealed record Held(string Name, bool MayTakeOver) : TaskStanding
    {
        /// <summary>The last day on which the colleague is away; null when the colleague is there.</summary>
        public DateOnly? AwayTo { get; init; }

        /// <summary>Who stands in meanwhile; null when nobody does.</summary>
        public string? Substitute { get; init; }
    }

    /// <summary>The user may not do it.</summary>
    public sealed record Closed(LocalizedText Why, IReadOnlyList<string> WhoCan) : TaskStanding;

    /// <summary>It is done or called off.</summary>
    public sealed record Ended : TaskStanding;

    /// <summary>Whether the user may fill in the form.</summary>
    public bool MayWork => this is Own or Free;
}

/// <summary>Finds out how a user stands to a task.</summary>
internal sealed class JudgeTask(TaskAccess access, TaskActors actors, TaskRefusals refusals, Substitutes substitutes, UserDirectory users)
{
    /// <summary>Most names that are told of those who can do it.</summary>
    private const int MostNames = 5;

    public async Task<TaskStanding> RunAsync(CurrentUser user, HumanTask task, CancellationToken cancellationToken)
    {
        var actor = await actors.ActorAsync(user, task, cancellationToken);
        if (!task.IsOpen)
        {
            return new TaskStanding.Ended();
        }

        if (task.IsExcluded(user.UserId))
        {
            return await ClosedAsync(task, refusals.Of(new TaskAnswer.ExcludedUser(), task, actor).Detail, cancellationToken);
        }

        if (task.Assignee == user.UserId)
        {
            return new TaskStanding.Own();
        }

        var today = await substitutes.TodayAsync(cancellationToken);
        if (actor.OnBehalfOf is { } absent && task.MayBeDoneBy(actor))
        {
            return new TaskStanding.StandIn(users.NameOf(absent), today.AbsenceOf(absent)!.ToOn);
        }

        var mayDo = task.MayBeDoneBy(actor) && await access.MayWorkOnAsync(user, task, cancellationToken);
        if (task.Assignee is { } holder)
        {
            return new TaskStanding.Held(users.NameOf(holder), mayDo && task.Role is { } role && user.Has(role))
            {
                AwayTo = today.AbsenceOf(holder)?.ToOn,
                Substitute = today.WorkerFor(holder) is { } worker && worker != holder ? users.NameOf(worker) : null,
            };
        }

        return mayDo ? new TaskStanding.Free() : await ClosedAsync(task, refusals.Of(new TaskAnswer.RoleDemanded(task.Role ?? ""), task, actor).Detail, cancellationToken);
    }

    private async Task<TaskStanding> ClosedAsync(HumanTask task, LocalizedText why, CancellationToken cancellationToken)
    {
        var able = task.Role is { } role ? await users.ByRoleAsync(role, null, cancellationToken) : [];
        return new TaskStanding.Closed(why, [.. able.Where(c => !task.IsExcluded(c.UserId)).Take(MostNames).Select(c => c.Name)]);
    }
}
