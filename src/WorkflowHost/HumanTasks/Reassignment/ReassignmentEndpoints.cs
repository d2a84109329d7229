using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.HumanTasks.Reassignment;

internal sealed record ChosenTaskBody(Guid TaskId, long? Version);

/// <summary>What is sent: either the tasks, or whose tasks all are meant.</summary>
/// <param name="Tasks">The tasks, each with the version that was seen.</param>
/// <param name="From">User id of the one whose open tasks are all meant, the most urgent first; when no tasks are named.</param>
/// <param name="Assignee">User id of the one who is to have them.</param>
/// <param name="Reason">Why.</param>
/// <param name="DryRun">Whether only what would happen is wanted.</param>
internal sealed record ReassignmentBody(IReadOnlyList<ChosenTaskBody>? Tasks, string? From, string? Assignee, string? Reason, bool? DryRun);

internal sealed record StayingTaskView(HumanTaskId TaskId, string? Title, string? CaseReference, string Code, string Why);

internal sealed record ReassignmentAnswer(
    bool IsDryRun, string Assignee, string AssigneeName, IReadOnlyList<MovingTask> Moving, IReadOnlyList<StayingTaskView> Staying, IReadOnlyList<LoadChange> Loads);

/// <summary>Handing many tasks to one colleague.</summary>
internal static class ReassignmentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/tasks/reassign", RunAsync).WithTags("Tasks").RequireAuthorization(Policies.AssignTask).WithName("ReassignTasks")
            .WithSummary("Hands up to 100 tasks, named or all of one colleague's, to another colleague, for a reason. With dryRun it only tells what would move, what stays and why, and how many tasks each would have.");

    private static async Task<Results<Ok<ReassignmentAnswer>, RefusalResult>> RunAsync(
        ReassignmentBody body, HttpRequest request, ReassignTasks reassign, FindTasks find, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var isDryRun = body.DryRun ?? false;
        var tasks = body.Tasks is null && !string.IsNullOrWhiteSpace(body.From)
            ? (await find.IdsAsync(user, new TaskFilter { Assignee = body.From.Trim(), Phase = TaskPhase.Open }, ReassignTasks.MostAtOnce, cancellationToken)).Select(static id => new ChosenTask(id))
            : (body.Tasks ?? []).Where(static t => t is not null).Select(static t => new ChosenTask(new HumanTaskId(t.TaskId), t.Version));
        var order = new ReassignmentOrder([.. tasks], body.Assignee, reason.Or(body.Reason, ""));
        return await (isDryRun ? reassign.PlanAsync(user, order, cancellationToken) : reassign.MoveAsync(user, order, cancellationToken)) switch
        {
            ReassignmentOutcome.Done { Result: var result } => TypedResults.Ok(new ReassignmentAnswer(
                isDryRun, result.Assignee, result.AssigneeName, result.Moving,
                [.. result.Staying.Select(s => new StayingTaskView(s.TaskId, s.Title, s.CaseReference, s.Code, s.Why.In(RequestLanguage.Of(request))))], result.Loads)),
            ReassignmentOutcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }
}
