using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>The list of cases as a page: looking and searching.</summary>
internal static class CaseListPages
{
    private static readonly LocalizedText NumberRefused = new(
        "Rollen din søker ikke på fødselsnummer. Søk på saksnummer i stedet.",
        "Rolla di søkjer ikkje på fødselsnummer. Søk på saksnummer i staden.",
        "Your role does not search by identity number. Search by reference instead.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(CaseListAddress.Path, Policies.ListCases, ShowAsync);
        routes.MapPagePost("/cases/search", Policies.ListCases, SearchAsync);
    }

    private static async Task<RazorComponentResult<CaseListPage>> ShowAsync(HttpRequest request, OpenCaseList open, CurrentUser user, CancellationToken cancellationToken) =>
        Page.Showing<CaseListPage>(await open.RunAsync(user, CaseListAddress.Of(request.Query), null, new FieldErrors(), RequestLanguage.Of(request), cancellationToken));

    /// <summary>Words come by post and go on in an address that nobody can read. A search looks among all cases, closed ones too: whoever searches wants to find.</summary>
    private static async Task<IResult> SearchAsync(
        [FromForm] string? words, [FromForm] string? cases, HttpRequest request, OpenCaseList open, KeptWords kept, CurrentUser user, IHostEnvironment environment,
        CancellationToken cancellationToken)
    {
        var address = CaseListAddress.OfKept(cases);
        var sought = words?.Trim();
        var errors = new FieldErrors();
        errors.AtMost(sought, TextLimits.Name, CaseListAddress.Words);
        if (CaseWords.IsIdentityNumber(sought))
        {
            CheckNumber(sought!, user, !environment.IsProduction(), errors);
        }

        if (errors.Any)
        {
            return Page.Showing<CaseListPage>(await open.RunAsync(user, address, sought, errors, RequestLanguage.Of(request), cancellationToken), StatusCodes.Status422UnprocessableEntity);
        }

        return Results.LocalRedirect((string.IsNullOrEmpty(sought)
            ? address.With(CaseListAddress.Words, null)
            : CaseListAddress.OfKept(null).With(CaseListAddress.Scope, "all").With(CaseListAddress.Stage, CaseFilter.Slug(CaseShown.Every)).With(CaseListAddress.Words, kept.Keep(sought, user.UserId))).ToString());
    }

    private static void CheckNumber(string number, CurrentUser user, bool syntheticAllowed, FieldErrors errors)
    {
        if (!Policies.Granted[Policies.SearchByNumber].Any(user.Has))
        {
            errors.Add(CaseListAddress.Words, NumberRefused);
        }
        else if (!NationalIdentityNumber.TryParse(number, syntheticAllowed, out _, out var problem))
        {
            errors.Add(CaseListAddress.Words, PersonBody.Explain(problem));
        }
    }
}
