using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>How a person's address is protected, and what has been answered so far.</summary>
internal sealed record CaseProtectionView(CaseHeader Header, string? Grade, string? Reason, IReadOnlyDictionary<string, string> Errors);

/// <summary>Setting and lifting address protection, as a page and for programs, for the case manager who has the case.</summary>
internal static class CaseProtectionPages
{
    private static readonly LocalizedText Protected = new(
        "Adressevernet er endret og gjelder fra nå av. Se over hvem som deltar i planen.",
        "Adressevernet er endra og gjeld frå no av. Sjå over kven som deltek i planen.",
        "The address protection is changed and holds from now on. Review who takes part in the plan.");

    private static readonly LocalizedText Lifted = new("Adressevernet er opphevet.", "Adressevernet er oppheva.", "The address protection is lifted.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/cases/{id:guid}/address-protection", SetAsync).WithTags("Cases").RequireAuthorization(Policies.ProtectAddress).WithName("ProtectAddress")
            .WithSummary("Sets the grade of address protection as the national register has it, with what it rests on; only the case manager who has the case may, and it holds at once.");
        routes.MapPage("/cases/{id:guid}/address-protection", Policies.ProtectAddress, AskAsync);
        routes.MapPagePost("/cases/{id:guid}/address-protection", Policies.ProtectAddress, AnswerAsync);
    }

    private static async Task<Results<Ok<ProtectedAddress>, RefusalResult>> SetAsync(
        Guid id, ProtectAddressBody body, ProtectAddress protect, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await protect.RunAsync(new CaseId(id), body with { Reason = reason.Or(body.Reason, "") }, user, cancellationToken) switch
        {
            ProtectAddress.Outcome.Set set => TypedResults.Ok(new ProtectedAddress(new CaseId(id), set.Grade)),
            ProtectAddress.Outcome.Refused refused => refused.Refusal.ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    private static Task<IResult> AskAsync(Guid id, OpenCasePage page, HttpContext context) =>
        page.ShowWholeAsync(context, id, "case", (opened, _) => Task.FromResult<IResult>(ProtectAddress.May(opened.User, opened.Opening.Case)
            ? Page.Showing<CaseProtectionPage>(new CaseProtectionView(opened.Header, opened.Header.Person?.AddressProtection.ToString(), null, new Dictionary<string, string>()))
            : Refusal.Forbidden().ToResult()));

    private static Task<IResult> AnswerAsync(
        Guid id, [FromForm] string? grade, [FromForm] string? reason, OpenCasePage page, ProtectAddress protect, Notices notices, HttpContext context) =>
        page.ShowWholeAsync(context, id, "case", async (opened, token) =>
        {
            switch (await protect.RunAsync(opened.Id, new ProtectAddressBody(grade, reason), opened.User, token))
            {
                case ProtectAddress.Outcome.Set set:
                    notices.Leave(context, set.Grade == AddressProtection.None ? Lifted : Protected);
                    return Results.LocalRedirect(CaseAddress.Of(opened.Id));
                case ProtectAddress.Outcome.Refused { Refusal: var refusal } when refusal.Kind == ProblemKind.Forbidden:
                    return refusal.ToResult();
                case ProtectAddress.Outcome.Refused { Refusal: var wrong }:
                    return Page.Showing<CaseProtectionPage>(
                        new CaseProtectionView(opened.Header, grade, reason, wrong.FieldMessages(RequestLanguage.Of(context.Request), "grade")), StatusCodes.Status422UnprocessableEntity);
                default:
                    throw new InvalidOperationException("Unknown outcome.");
            }
        });
}
