using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Absences;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Absences;

internal sealed record CancelAbsenceBody(string? Reason);

/// <summary>Who is away and who stands in.</summary>
internal static class AbsenceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var absences = routes.MapGroup("/api/absences").WithTags("Absences");
        absences.MapGet("", ListAsync).RequireAuthorization(Policies.RegisterAbsence).WithName("ListAbsences")
            .WithSummary("Colleagues who are away, now or later, and who does their work; of one user with userId (or me).");
        absences.MapPost("", RegisterAsync).RequireAuthorization(Policies.RegisterAbsence).WithName("RegisterAbsence")
            .WithSummary("Registers that the caller is away, or for leaders that a colleague is, in whole Norwegian days; the substitute sees the tasks from the first day to the last.");
        absences.MapPost("/{id:guid}/change", ChangeAsync).RequireAuthorization(Policies.RegisterAbsence).WithName("ChangeAbsence").WithSummary("Changes the last day or the substitute.");
        absences.MapPost("/{id:guid}/cancel", CancelAsync).RequireAuthorization(Policies.RegisterAbsence).WithName("CancelAbsence").WithSummary("Calls an absence off.");
    }

    private static async Task<Ok<Page<AbsenceView>>> ListAsync(string? userId, ListAbsences list, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await list.RunAsync(userId == "me" ? user.UserId : string.IsNullOrEmpty(userId) ? null : userId, cancellationToken);
        return TypedResults.Ok(new Page<AbsenceView>(found, found.Count, null));
    }

    private static async Task<Results<Ok<AbsenceView>, RefusalResult>> RegisterAsync(
        AbsenceDetails body, HttpResponse response, RegisterAbsence register, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        Answer(await register.RegisterAsync(user, body with { Reason = reason.Or(body.Reason, "") }, cancellationToken), response);

    private static async Task<Results<Ok<AbsenceView>, RefusalResult>> ChangeAsync(
        Guid id, AbsenceDetails body, HttpRequest request, HttpResponse response, RegisterAbsence register, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        Answer(await register.ChangeAsync(user, new AbsenceId(id), body with { Reason = reason.Or(body.Reason, "") }, version => EntityTag.Fits(request, version), cancellationToken), response);

    private static async Task<Results<Ok<AbsenceView>, RefusalResult>> CancelAsync(
        Guid id, CancelAbsenceBody body, HttpRequest request, HttpResponse response, RegisterAbsence register, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        Answer(await register.CancelAsync(user, new AbsenceId(id), reason.Or(body.Reason, ""), version => EntityTag.Fits(request, version), cancellationToken), response);

    private static Results<Ok<AbsenceView>, RefusalResult> Answer(AbsenceOutcome outcome, HttpResponse response)
    {
        switch (outcome)
        {
            case AbsenceOutcome.Done done:
                EntityTag.Write(response, done.Absence.Version);
                return TypedResults.Ok(done.Absence);
            case AbsenceOutcome.Refused refused:
                return refused.Refusal.ToResult();
            default:
                throw new InvalidOperationException(outcome.GetType().Name);
        }
    }
}
