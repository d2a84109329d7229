using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

internal sealed record WireStart(
    string? CorrelationId, string? Name, string? TriggerActivityId, JsonNode? VersionOptions, JsonNode? Input, string? InstanceId, int? Count);

internal sealed record WireCannotStart(string Title, string Detail, string Code);

internal sealed record WireStarted(WireState WorkflowState);

internal sealed record WireDispatched(WorkflowInstanceId WorkflowInstanceId);

/// <summary>Running a flow from Studio or a client.</summary>
internal static class StartRoutes
{
    private const string InstanceHeader = "x-elsa-workflow-instance-id";
    private const string CannotStartHeader = "x-elsa-workflow-cannot-start";

    private static readonly LocalizedText Title = new("Flyten kan ikke startes", "Flyten kan ikkje startast", "The flow cannot be started");

    private static readonly LocalizedText OwnId = new(
        "Id-en til en flyt lages her og kan ikke velges.", "Id-en til ein flyt blir laga her og kan ikkje veljast.", "The id of an instance is made here and cannot be chosen.");

    private static readonly LocalizedText NoInput = new("Input må være et objekt med navn og verdier.", "Input må vere eit objekt med namn og verdiar.", "Input must be an object of names and values.");

    private static readonly LocalizedText TooMany = new("Start fra 1 til 100 om gangen.", "Start frå 1 til 100 om gongen.", "Start from 1 to 100 at a time.");

    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/workflow-definitions/{definitionId}/execute", ExecuteAsync).RequireAuthorization(Policies.ManageWorkflowInstances);
        elsa.MapPost("/workflow-definitions/{definitionId}/dispatch", DispatchAsync).RequireAuthorization(Policies.ManageWorkflowInstances);
        elsa.MapPost("/workflow-definitions/{definitionId}/bulk-dispatch", BulkAsync).RequireAuthorization(Policies.ManageWorkflowInstances);
    }

    private static Task<IResult> ExecuteAsync(
        string definitionId, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] WireStart? body, StartInstance useCase, InstanceAccess access,
        HttpContext context, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        StartAsync(definitionId, body, useCase, context, user, reason, id => access.ReadAsync(
            id.ToString(), null, user, reason,
            opened =>
            {
                context.Response.Headers["x-elsa-response"] = "true";
                return TypedResults.Ok(new WireStarted(InstancePicture.StateOf(opened, RequestLanguage.Of(context.Request))));
            },
            cancellationToken), cancellationToken);

    private static Task<IResult> DispatchAsync(
        string definitionId, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] WireStart? body, StartInstance useCase,
        HttpContext context, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        StartAsync(definitionId, body, useCase, context, user, reason, static id => Task.FromResult<IResult>(TypedResults.Ok(new WireDispatched(id))), cancellationToken);

    private static async Task<IResult> BulkAsync(
        string definitionId, WireStart body, StartInstance useCase, HttpContext context, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (body.Count is < 1 or > 100)
        {
            return ElsaRefusal.Of(TooMany).ToResult();
        }

        List<WorkflowInstanceId> ids = [];

        for (var i = 0; i < (body.Count ?? 1); i++)
        {
            switch (await useCase.RunAsync(Wish(definitionId, body), user, reason, cancellationToken))
            {
                case StartInstance.Outcome.Started started:
                    ids.Add(started.Id);
                    break;
                case StartInstance.Outcome.CannotStart cannot:
                    return CannotStart(context, cannot.Code, cannot.Why);
                default:
                    return Refusal.NotFound().ToResult();
            }
        }

        return TypedResults.Ok(new { WorkflowInstanceIds = ids });
    }

    private static async Task<IResult> StartAsync(
        string definitionId, WireStart? body, StartInstance useCase, HttpContext context, CurrentUser user, CallReason reason,
        Func<WorkflowInstanceId, Task<IResult>> showAsync, CancellationToken cancellationToken)
    {
        if (body?.Input is not (null or JsonObject))
        {
            return CannotStart(context, "no-input-object", NoInput);
        }

        if (!string.IsNullOrEmpty(body?.InstanceId))
        {
            return CannotStart(context, "own-id", OwnId);
        }

        switch (await useCase.RunAsync(Wish(definitionId, body), user, reason, cancellationToken))
        {
            case StartInstance.Outcome.Started started:
                context.Response.Headers[CannotStartHeader] = "false";
                context.Response.Headers[InstanceHeader] = started.Id.ToString();
                return await showAsync(started.Id);
            case StartInstance.Outcome.CannotStart cannot:
                return CannotStart(context, cannot.Code, cannot.Why);
            default:
                return Refusal.NotFound().ToResult();
        }
    }

    private static StartWish Wish(string definitionId, WireStart? body) => new(
        definitionId, Version(body?.VersionOptions), body?.CorrelationId, body?.TriggerActivityId, body?.Name, body?.Input as JsonObject);

    /// <summary>Clients write a word or number; older ones an object with one true property or a version.</summary>
    private static string? Version(JsonNode? options) => options switch
    {
        JsonObject o when o["version"] is JsonValue number => number.ToString(),
        JsonObject o => o.FirstOrDefault(static p => p.Value is JsonValue v && v.TryGetValue(out bool isTrue) && isTrue).Key is { Length: > 2 } key && key.StartsWith("is", StringComparison.OrdinalIgnoreCase) ? key[2..] : null,
        JsonValue value => value.ToString(),
        _ => null,
    };

    private static IResult CannotStart(HttpContext context, string code, LocalizedText why)
    {
        var language = RequestLanguage.Of(context.Request);
        context.Response.Headers[CannotStartHeader] = "true";
        return TypedResults.Ok(new WireCannotStart(Title.In(language), why.In(language), code));
    }
}
