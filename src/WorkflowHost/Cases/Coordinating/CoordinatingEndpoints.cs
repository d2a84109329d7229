using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Cases.Coordinating;

/// <summary>Why there is no plan and what coordinates instead, for programs.</summary>
internal static class CoordinatingEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var ofCase = routes.MapGroup("/api/cases/{id:guid}").WithTags("Cases");
        ofCase.MapGet("/coordination", ReadAsync).RequireAuthorization(Policies.ReadCase).WithName("ReadCoordination")
            .WithSummary("Why the person has no plan, and what coordinates services instead or beside, now and before.");
        var written = ofCase.MapGroup("").RequireAuthorization(Policies.RecordCoordination);
        written.MapPost("/no-plan-reasons", RecordReasonsAsync).WithName("RecordNoPlanReasons").WithSummary("Writes down why the person has no plan; several reasons, one of them the main one.");
        written.MapPost("/no-plan-reasons/{reasonId:guid}/end", EndReasonAsync).WithName("EndNoPlanReason").WithSummary("Ends a reason that no longer holds.");
        written.MapPost("/coordination", RecordAsync).WithName("RecordCoordination").WithSummary("Writes down what coordinates services for the person, from a day to a day.");
        written.MapPost("/coordination/{coordinationId:guid}/end", EndAsync).WithName("EndCoordination").WithSummary("Ends something that coordinates, with its last day.");
    }

    private static async Task<Results<Ok<CoordinatingView>, RefusalResult>> ReadAsync(
        Guid id, CaseAccess access, ReadCoordinating read, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await access.OpenAsync(user, new CaseId(id), "coordination", reason, cancellationToken) switch
        {
            CaseOpening.Opened { Sight: CaseSight.Whole } => TypedResults.Ok(await read.RunAsync(new CaseId(id), cancellationToken)),
            CaseOpening.Opened => Refusal.Forbidden().ToResult(),
            CaseOpening.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static async Task<Results<Ok<CoordinatingView>, RefusalResult>> RecordReasonsAsync(
        Guid id, NoPlanReasonsBody body, RecordNoPlanReasons record, CurrentUser user, CancellationToken cancellationToken) =>
        Answer(await record.RunAsync(user, new CaseId(id), body, cancellationToken));

    private static async Task<Results<Ok<CoordinatingView>, RefusalResult>> EndReasonAsync(
        Guid id, Guid reasonId, EndNoPlanReason end, CurrentUser user, CancellationToken cancellationToken) =>
        Answer(await end.RunAsync(user, new CaseId(id), new NoPlanReasonId(reasonId), cancellationToken));

    private static async Task<Results<Ok<CoordinatingView>, RefusalResult>> RecordAsync(
        Guid id, CoordinationBody body, RecordCoordination record, CurrentUser user, CancellationToken cancellationToken) =>
        Answer(await record.RunAsync(user, new CaseId(id), body, cancellationToken));

    private static async Task<Results<Ok<CoordinatingView>, RefusalResult>> EndAsync(
        Guid id, Guid coordinationId, EndCoordinationBody body, EndCoordination end, CurrentUser user, CancellationToken cancellationToken) =>
        Answer(await end.RunAsync(user, new CaseId(id), new CoordinationId(coordinationId), body, cancellationToken));

    private static Results<Ok<CoordinatingView>, RefusalResult> Answer(CoordinatingOutcome outcome) => outcome switch
    {
        CoordinatingOutcome.Done done => TypedResults.Ok(done.View),
        CoordinatingOutcome.Refused refused => refused.Refusal.ToResult(),
        _ => throw new InvalidOperationException(outcome.GetType().Name),
    };
}
