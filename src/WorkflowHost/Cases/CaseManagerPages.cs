using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Giving a case a case manager, as a page and for programs.</summary>
internal static class CaseManagerPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/cases/{id:guid}/case-manager", AssignAsync).WithTags("Cases").RequireAuthorization(Policies.AssignCase).WithName("GiveCase")
            .WithSummary("Gives the case to a case manager of the unit that handles it; a reason is required when somebody has it already.");
        routes.MapPage("/cases/{id:guid}/case-manager", Policies.AssignCase, AskAsync);
        routes.MapPagePost("/cases/{id:guid}/case-manager", Policies.AssignCase, AnswerAsync);
    }

    private static async Task<Results<Ok<CaseOfManager>, RefusalResult>> AssignAsync(
        Guid id, AssignCaseBody body, HttpRequest request, GiveCase give, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await give.RunAsync(new CaseId(id), body with { Reason = reason.Or(body.Reason, "") }, version => EntityTag.Fits(request, version), user, cancellationToken) switch
        {
            GiveCase.Outcome.Assigned assigned => TypedResults.Ok(assigned.Case),
            GiveCase.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static Task<IResult> AskAsync(Guid id, OpenCasePage page, GiveCase give, HttpContext context) =>
        page.ShowWholeAsync(context, id, "case", async (opened, token) => Page.Showing<CaseManagerPage>(new CaseManagerView(
            opened.Header, opened.Opening.Case.Version, await give.CandidatesAsync(opened.Opening.Case, token), opened.User.UserId, null, new Dictionary<string, string>())));

    private static Task<IResult> AnswerAsync(
        Guid id, [FromForm] string? caseManager, [FromForm] string? reason, [FromForm] long? version, OpenCasePage page, GiveCase give, UserDirectory users, Notices notices, HttpContext context) =>
        page.ShowWholeAsync(context, id, "case", async (opened, token) =>
        {
            switch (await give.RunAsync(opened.Id, new AssignCaseBody(caseManager, reason), seen => version is null || seen == version, opened.User, token))
            {
                case GiveCase.Outcome.Assigned { Case: var given }:
                    var name = users.NameOf(given.CaseManager);
                    notices.Leave(context, new(
                        $"{name} er nå saksbehandler i sak {given.Reference}.", $"{name} er no saksbehandlar i sak {given.Reference}.", $"{name} is now case manager of case {given.Reference}."));
                    return Results.LocalRedirect(CaseAddress.Of(opened.Id));
                case GiveCase.Outcome.Refused { Refusal: var refusal }:
                    return Page.Showing<CaseManagerPage>(
                        new CaseManagerView(
                            opened.Header, opened.Opening.Case.Version, await give.CandidatesAsync(opened.Opening.Case, token), caseManager, reason,
                            refusal.FieldMessages(RequestLanguage.Of(context.Request), "caseManager")),
                        StatusCodes.Status422UnprocessableEntity);
                default:
                    throw new InvalidOperationException("Unknown outcome.");
            }
        });
}
