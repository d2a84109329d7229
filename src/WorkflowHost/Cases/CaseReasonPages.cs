using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Asks leaders why they open a case, and remembers the answer for the pages of that case (P-10).</summary>
internal static class CaseReasonPages
{
    public const string Other = "other";
    public const int MaxWords = 300;

    /// <summary>Reasons that leaders have most often, by what the form sends.</summary>
    public static readonly IReadOnlyDictionary<string, LocalizedText> Reasons = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["deadline"] = new("En frist er brutt eller i fare", "Ein frist er broten eller i fare", "A deadline is missed or at risk"),
        ["absence"] = new("Saksbehandler eller koordinator er borte", "Saksbehandlar eller koordinator er borte", "The case manager or coordinator is away"),
        ["enquiry"] = new("Personen, pårørende eller en tjeneste har tatt kontakt", "Personen, pårørande eller ei teneste har teke kontakt", "The person, relatives or a service have been in touch"),
        ["appeal"] = new("Klage eller godkjenning av vedtak", "Klage eller godkjenning av vedtak", "An appeal, or approval of a decision"),
        ["responsibility"] = new("Ansvaret mellom tjenestene må avklares", "Ansvaret mellom tenestene må avklarast", "Responsibility between services must be settled"),
        ["quality"] = new("Internkontroll av saksbehandlingen", "Internkontroll av saksbehandlinga", "Internal control of the casework"),
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/cases/{id:guid}/reason", Policies.ReadCase, AskAsync);
        routes.MapPagePost("/cases/{id:guid}/reason", Policies.ReadCase, AnswerAsync);
    }

    private static async Task<IResult> AskAsync(Guid id, [FromQuery] string? returnUrl, CurrentUser user, CaseBonds bonds, CancellationToken cancellationToken)
    {
        var caseId = new CaseId(id);
        return await ReferenceAsync(bonds, user, caseId, cancellationToken) is { } reference
            ? Page.Showing<CaseReasonPage>(new CaseReasonView(caseId, reference, Within(caseId, returnUrl), null, null, new Dictionary<string, string>()))
            : Refusal.NotFound().ToResult();
    }

    private static async Task<IResult> AnswerAsync(
        Guid id, [FromForm] string? choice, [FromForm] string? words, [FromForm] string? returnUrl, CurrentUser user, CaseBonds bonds, RememberedReasons reasons, HttpContext context,
        CancellationToken cancellationToken)
    {
        var caseId = new CaseId(id);
        if (await ReferenceAsync(bonds, user, caseId, cancellationToken) is not { } reference)
        {
            return Refusal.NotFound().ToResult();
        }

        var language = RequestLanguage.Of(context.Request);
        var errors = Check(choice, words);
        if (errors.Any)
        {
            return Page.Showing<CaseReasonPage>(
                new CaseReasonView(caseId, reference, Within(caseId, returnUrl), choice, words, errors.ToRefusal().FieldMessages(language)), StatusCodes.Status422UnprocessableEntity);
        }

        var chosen = Reasons.GetValueOrDefault(choice!)?.In(language);
        reasons.Keep(context, user, caseId, (chosen, words?.Trim()) switch
        {
            (null, var own) => own!,
            (_, null or "") => chosen,
            (_, var more) => $"{chosen}: {more}",
        });
        return Results.LocalRedirect(Within(caseId, returnUrl));
    }

    private static FieldErrors Check(string? choice, string? words)
    {
        var errors = new FieldErrors();
        if (choice is null || (choice != Other && !Reasons.ContainsKey(choice)))
        {
            errors.Add("choice", new("Velg hvorfor du åpner saken.", "Vel kvifor du opnar saka.", "Choose why you open the case."));
        }
        else if (choice == Other && string.IsNullOrWhiteSpace(words))
        {
            errors.Add("words", new("Skriv hvorfor du åpner saken.", "Skriv kvifor du opnar saka.", "Write why you open the case."));
        }

        errors.AtMost(words, MaxWords, "words");
        return errors;
    }

    /// <summary>The way back, which stays inside the case.</summary>
    private static string Within(CaseId caseId, string? returnUrl) =>
        LocalAddress.Or(returnUrl, "") is { Length: > 0 } address && new PathString(address.Split('?', '#')[0]).StartsWithSegments(CaseAddress.Of(caseId), StringComparison.OrdinalIgnoreCase)
            ? address
            : CaseAddress.Of(caseId);

    private static Task<string?> ReferenceAsync(CaseBonds bonds, CurrentUser user, CaseId caseId, CancellationToken cancellationToken) =>
        bonds.VisibleTo(user).Where(c => c.Id == caseId).Select(c => c.Reference).FirstOrDefaultAsync(cancellationToken);
}
