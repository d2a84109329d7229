using System.Text.Json;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.HumanTasks;

internal sealed record DraftBody(long? Revision, string? Outcome, JsonElement? Values);

/// <summary>Drafts of task forms: saved while people type.</summary>
internal static class DraftEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var draft = routes.MapGroup("/api/tasks/{id:guid}/draft").WithTags("Tasks");
        draft.MapGet("", ReadAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("GetTaskDraft").WithSummary("The caller's draft of the task's form, and which colleagues have one.");
        draft.MapPut("", SaveAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("SaveTaskDraft")
            .WithSummary("Saves what is typed so far. The revision is the one last seen, 0 or none at first; when another window has saved since, the answer is 412 with what is there.");
        draft.MapDelete("", DiscardAsync).RequireAuthorization(Policies.WorkOnTasks).WithName("DiscardTaskDraft").WithSummary("Throws the caller's draft away.");
    }

    private static async Task<Results<Ok<DraftView>, RefusalResult>> ReadAsync(Guid id, TaskDrafts drafts, CurrentUser user, CancellationToken cancellationToken) =>
        Answer(await drafts.ReadAsync(user, new HumanTaskId(id), cancellationToken));

    private static async Task<Results<Ok<DraftView>, RefusalResult>> SaveAsync(Guid id, DraftBody body, TaskDrafts drafts, CurrentUser user, CancellationToken cancellationToken) =>
        WholeBody.Inside(body.Values) is { } values
            ? Answer(await drafts.SaveAsync(user, new HumanTaskId(id), body.Revision ?? 0, body.Outcome, values, cancellationToken))
            : Refusal.OfField("values", body.Values is null ? Messages.Required : Messages.WrongType).ToResult();

    private static async Task<Results<Ok<DraftView>, RefusalResult>> DiscardAsync(Guid id, TaskDrafts drafts, CurrentUser user, CancellationToken cancellationToken) =>
        Answer(await drafts.DiscardAsync(user, new HumanTaskId(id), cancellationToken));

    private static Results<Ok<DraftView>, RefusalResult> Answer(TaskDrafts.Outcome outcome) => outcome switch
    {
        TaskDrafts.Outcome.Found found => TypedResults.Ok(found.Draft),
        TaskDrafts.Outcome.Refused refused => refused.Refusal.ToResult(),
        _ => throw new InvalidOperationException(outcome.GetType().Name),
    };
}
