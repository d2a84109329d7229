using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Handing a case to another unit, as a page and for programs.</summary>
internal static class CaseUnitPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/cases/{id:guid}/unit", MoveAsync).WithTags("Cases").RequireAuthorization(Policies.MoveCase).WithName("MoveCaseToUnit")
            .WithSummary("Hands the case to another unit, with a reason: those who work there see it from now on, and those of the unit before no longer do.");
        routes.MapPage("/cases/{id:guid}/unit", Policies.MoveCase, AskAsync);
        routes.MapPagePost("/cases/{id:guid}/unit", Policies.MoveCase, AnswerAsync);
    }

    private static async Task<Results<Ok<CaseInUnit>, RefusalResult>> MoveAsync(
        Guid id, MoveCaseBody body, HttpRequest request, MoveCaseToUnit move, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await move.RunAsync(new CaseId(id), body with { Reason = reason.Or(body.Reason, "") }, version => EntityTag.Fits(request, version), user, cancellationToken) switch
        {
            MoveCaseToUnit.Outcome.Moved moved => TypedResults.Ok(moved.Case),
            MoveCaseToUnit.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static Task<IResult> AskAsync(Guid id, OpenCasePage page, MoveCaseToUnit move, HttpContext context) =>
        page.ShowWholeAsync(context, id, "case", async (opened, token) => Page.Showing<CaseUnitPage>(
            new CaseUnitView(opened.Header, opened.Opening.Case.Version, await move.UnitsAsync(token), null, null, new Dictionary<string, string>())));

    private static Task<IResult> AnswerAsync(
        Guid id, [FromForm] string? unit, [FromForm] string? reason, [FromForm] long? version, OpenCasePage page, MoveCaseToUnit move, CaseBonds bonds, Notices notices, HttpContext context) =>
        page.ShowWholeAsync(context, id, "case", async (opened, token) =>
        {
            switch (await move.RunAsync(opened.Id, new MoveCaseBody(unit, reason), seen => version is null || seen == version, opened.User, token))
            {
                case MoveCaseToUnit.Outcome.Moved { Case: var moved }:
                    var name = RoleNames.Service(moved.Unit!);
                    notices.Leave(context, new(
                        $"{name.Nb} behandler nå sak {moved.Reference}.", $"{name.Nn} behandlar no sak {moved.Reference}.", $"{name.En} now handles case {moved.Reference}."));
                    var isSeen = await bonds.VisibleTo(opened.User).AnyAsync(c => c.Id == opened.Id, token);
                    return Results.LocalRedirect(isSeen ? CaseAddress.Of(opened.Id) : "/office");
                case MoveCaseToUnit.Outcome.Refused { Refusal: var refusal }:
                    return Page.Showing<CaseUnitPage>(
                        new CaseUnitView(
                            opened.Header, opened.Opening.Case.Version, await move.UnitsAsync(token), unit, reason, refusal.FieldMessages(RequestLanguage.Of(context.Request), "unit")),
                        StatusCodes.Status422UnprocessableEntity);
                default:
                    throw new InvalidOperationException("Unknown outcome.");
            }
        });
}
