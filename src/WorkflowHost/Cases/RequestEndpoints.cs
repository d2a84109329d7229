using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What comes in about a person: requests, and signals of a need.</summary>
internal static class RequestEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/requests", RegisterAsync).WithTags("Requests").RequireAuthorization(Policies.RegisterRequest)
            .WithName("RegisterRequest").WithSummary("Registers a request for an individual plan; opens a case or joins the person's open one.");
        routes.MapPost("/api/signals", SignalAsync).WithTags("Requests").RequireAuthorization(Policies.SignalNeed)
            .WithName("SignalNeed").WithSummary("Tells that a person may need a plan, without a request: a programme decision, a new service, a discharge.");
    }

    private static async Task<Results<Created<RequestRegistered>, RefusalResult>> RegisterAsync(
        RequestBody body, RegisterRequest useCase, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await useCase.RunAsync(body, id: null, user, reason, cancellationToken) switch
        {
            RegisterRequest.Outcome.Registered registered => TypedResults.Created(
                registered.Receipt.CaseId is { } caseId ? $"/api/cases/{caseId}" : (string?)null, registered.Receipt),
            RegisterRequest.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static async Task<Results<Created<NeedSignalled>, RefusalResult>> SignalAsync(
        SignalBody body, SignalNeed useCase, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await useCase.RunAsync(body, user, reason, cancellationToken) switch
        {
            SignalNeed.Outcome.Signalled signalled => TypedResults.Created($"/api/cases/{signalled.Receipt.CaseId}", signalled.Receipt),
            SignalNeed.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
}
