using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

internal sealed record WireInstanceChoice(
    IReadOnlyList<string>? Ids, string? DefinitionVersionId, string? DefinitionId, JsonNode? VersionOptions, string? WorkflowDefinitionId, IReadOnlyList<string>? WorkflowDefinitionIds);

internal sealed record WireEvent(string? WorkflowInstanceId, string? CorrelationId, string? ActivityInstanceId, JsonNode? Input, string? WorkflowExecutionMode);

internal sealed record WireTaskResult(JsonNode? Result);

internal sealed record WireResume(string? BookmarkId, JsonNode? Input);

/// <summary>Changing instances by hand: calling off, deleting, waking.</summary>
internal static class ChangeRoutes
{
    private static readonly LocalizedText NoImport = new(
        "Flyter som går, importeres ikke: saken, oppgavene og fristene de hører til, finnes bare der de ble startet. Importer heller tegningen.",
        "Flytar som går, blir ikkje importerte: saka, oppgåvene og fristane dei høyrer til, finst berre der dei vart starta. Importer heller teikninga.",
        "Running flows are not imported: the case, tasks and deadlines they belong to exist only where they were started. Import the drawing instead.");

    private static readonly LocalizedText WhichOutcome = new(
        "Oppgi utfallet: {\"result\":{\"outcome\":\"…\",\"values\":{…}}}.", "Oppgje utfallet: {\"result\":{\"outcome\":\"…\",\"values\":{…}}}.", "Give the outcome: {\"result\":{\"outcome\":\"…\",\"values\":{…}}}.");

    public static void Map(RouteGroupBuilder elsa)
    {
        var manage = elsa.MapGroup("").RequireAuthorization(Policies.ManageWorkflowInstances);
        manage.MapPost("/cancel/workflow-instances/{id}", CancelAsync);
        manage.MapDelete("/workflow-instances/{id}", DeleteAsync);
        manage.MapPost("/bulk-actions/cancel/workflow-instances", BulkCancelAsync);
        manage.MapPost("/bulk-actions/delete/workflow-instances", BulkDeleteAsync);
        manage.MapPost("/bulk-actions/delete/workflow-instances/by-id", BulkDeleteAsync);
        manage.MapPost("/bulk-actions/import/workflow-instances", static () => ElsaRefusal.Of(NoImport).ToResult());
        manage.MapPost("/events/{eventName}/trigger", TriggerAsync);
        manage.MapPost("/bookmarks/resume", ResumeAsync);
        elsa.MapPost("/tasks/{taskId}/complete", CompleteAsync).RequireAuthorization(Policies.WorkOnTasks);
    }

    private static async Task<IResult> CancelAsync(string id, ChangeInstance change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        IdOf(id) is not { } wanted ? Refusal.NotFound().ToResult() : Answer(await change.CancelAsync(wanted, user, reason, cancellationToken));

    private static async Task<IResult> DeleteAsync(string id, ChangeInstance change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        IdOf(id) is not { } wanted ? Refusal.NotFound().ToResult() : Answer(await change.DeleteAsync(wanted, user, reason, cancellationToken));

    private static async Task<IResult> BulkCancelAsync(
        WireInstanceChoice choice, ChangeInstance change, ListInstances list, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var cancelled = 0;

        foreach (var id in await ChosenAsync(choice, list, user, isRunning: true, cancellationToken))
        {
            cancelled += await change.CancelAsync(id, user, reason, cancellationToken) is null ? 1 : 0;
        }

        return TypedResults.Ok(new { Cancelled = cancelled });
    }

    /// <summary>Removes what may be removed; when nothing of it may, the reason of the first is the answer.</summary>
    private static async Task<IResult> BulkDeleteAsync(
        WireInstanceChoice choice, ChangeInstance change, ListInstances list, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var deleted = 0;
        Refusal? why = null;

        foreach (var id in await ChosenAsync(choice, list, user, isRunning: null, cancellationToken))
        {
            var refusal = await change.DeleteAsync(id, user, reason, cancellationToken);
            why ??= refusal;
            deleted += refusal is null ? 1 : 0;
        }

        return deleted == 0 && why is not null ? ElsaRefusal.Of(why.Detail).ToResult() : TypedResults.Ok(new { Deleted = deleted });
    }

    private static async Task<IReadOnlyList<WorkflowInstanceId>> ChosenAsync(
        WireInstanceChoice choice, ListInstances list, CurrentUser user, bool? isRunning, CancellationToken cancellationToken)
    {
        List<WorkflowInstanceId> chosen = [];

        if (choice.Ids is { Count: > 0 } given)
        {
            chosen.AddRange(given.Select(IdOf).OfType<WorkflowInstanceId>());
        }

        var (definitionId, version) = list.DefinitionOf(choice.DefinitionVersionId);
        var definitionIds = InstanceQueryReader.Texts(choice.WorkflowDefinitionIds, choice.WorkflowDefinitionId ?? choice.DefinitionId ?? definitionId);

        if (definitionIds.Count > 0)
        {
            var query = new InstanceQuery { DefinitionIds = definitionIds, Version = version ?? VersionOf(choice, list), Statuses = isRunning is true ? [WorkflowStatus.Running] : [] };
            chosen.AddRange(await list.IdsAsync(user, query, cancellationToken));
        }

        return [.. chosen.Distinct()];
    }

    private static int? VersionOf(WireInstanceChoice choice, ListInstances list) => choice.VersionOptions?.ToString() switch
    {
        "Published" when choice.DefinitionId is { } id => list.PublishedVersionOf(id) ?? 0,
        { } text when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static async Task<IResult> TriggerAsync(
        string eventName, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] WireEvent? body, TriggerEvent trigger, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var instance = body?.WorkflowInstanceId ?? (InstancePart.Parse(body?.ActivityInstanceId) is { } part ? part.InstanceId.ToString() : null);

        if (instance is not null && IdOf(instance) is null)
        {
            return Refusal.NotFound().ToResult();
        }

        var correlationId = string.IsNullOrWhiteSpace(body?.CorrelationId) ? null : body.CorrelationId;
        return await trigger.RunAsync(eventName, instance is null ? null : IdOf(instance), correlationId, body?.Input, user, reason, cancellationToken) is { } refusal
            ? ElsaRefusal.Of(refusal).ToResult()
            : TypedResults.Ok();
    }

    /// <summary>Elsa's own links carry the bookmark in a sealed token; ours is the bookmark's id, for someone who is signed in.</summary>
    private static async Task<IResult> ResumeAsync(
        string? t, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] WireResume? body, ChangeInstance change, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        InstancePart.Parse(body?.BookmarkId ?? t) is not { } wait
            ? Refusal.NotFound().ToResult()
            : await change.ResumeAsync(wait, body?.Input, user, reason, cancellationToken) is { } refusal ? ElsaRefusal.Of(refusal).ToResult() : TypedResults.Ok();

    /// <summary>Completing a task is the work of the one who has it, here as in the work list: role, assignee and four eyes are asked for as always.</summary>
    private static async Task<IResult> CompleteAsync(
        string taskId, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] WireTaskResult? body, ChangeTask tasks, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(taskId, out var guid))
        {
            return Refusal.NotFound().ToResult();
        }

        var result = body?.Result as JsonObject;
        var outcome = result?["outcome"]?.ToString() ?? (body?.Result as JsonValue)?.ToString();

        if (string.IsNullOrEmpty(outcome))
        {
            return ElsaRefusal.Of(WhichOutcome).ToResult();
        }

        var operationId = result?["operationId"]?.ToString() is { Length: > 0 and <= TextLimits.UserId } given ? given : $"elsa-{guid}";
        var values = result?["values"] is JsonObject filled ? (JsonObject)filled.DeepClone() : [];
        var call = new TaskCall(new HumanTaskId(guid), user, reason.Text, version => EntityTag.Fits(request, version));
        return await tasks.CompleteAsync(call, operationId, outcome, values, cancellationToken) is TaskChange.Refused refused ? ElsaRefusal.Of(refused.Refusal).ToResult() : TypedResults.Ok(new { });
    }

    private static WorkflowInstanceId? IdOf(string text) => Guid.TryParse(text, out var id) ? new WorkflowInstanceId(id) : null;

    private static IResult Answer(Refusal? refusal) => refusal is null ? TypedResults.NoContent() : ElsaRefusal.Of(refusal).ToResult();
}
