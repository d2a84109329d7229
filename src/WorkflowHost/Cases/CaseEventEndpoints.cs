using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Reporting what happens in a case.</summary>
internal static class CaseEventEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/cases/{id:guid}/events/{name}", ReportAsync).WithTags("Cases").RequireAuthorization(Policies.RaiseCaseEvent).AddEndpointFilter<WholeBody>()
            .WithName("ReportCaseEvent").WithSummary("Reports something that has happened in the case, such as appeal-received or consent-withdrawn; the flows react before the answer comes.");

    private static async Task<Results<Ok<EventReported>, RefusalResult>> ReportAsync(
        Guid id, string name, [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] JsonObject? body,
        HttpRequest request, ReportCaseEvent useCase, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await useCase.RunAsync(new CaseId(id), name, body ?? [], version => EntityTag.Fits(request, version), user, reason, cancellationToken) switch
        {
            ReportCaseEvent.Outcome.Reported reported => TypedResults.Ok(reported.Receipt),
            ReportCaseEvent.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
}
