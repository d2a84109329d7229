using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Letters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Letters;

internal record LetterView(
    LetterId LetterId, CaseId CaseId, string Number, string Template, string Language, LetterRecipientKind Recipient, LetterChannel Channel, LetterState State, string Subject, Guid? SubjectId,
    DateTimeOffset QueuedAt, DateTimeOffset? SentAt, DateOnly? ArrivedOn, DateTimeOffset? OpenedAt, DateTimeOffset? AlertedAgainAt)
{
    public static LetterView Of(Letter letter) => new(
        letter.Id, letter.CaseId, letter.Journal.Number, letter.TemplateKey, letter.Language, letter.RecipientKind, letter.Channel, letter.State, letter.Subject, letter.SubjectId,
        letter.QueuedAt, letter.SentAt, letter.ArrivedOn, letter.OpenedAt, letter.AlertedAgainAt);
}

/// <summary>A letter with its text.</summary>
internal sealed record LetterDetails(
    LetterId LetterId, CaseId CaseId, string Number, string Template, string Language, LetterRecipientKind Recipient, LetterChannel Channel, LetterState State, string Subject, Guid? SubjectId,
    DateTimeOffset QueuedAt, DateTimeOffset? SentAt, DateOnly? ArrivedOn, DateTimeOffset? OpenedAt, DateTimeOffset? AlertedAgainAt, int TemplateVersion, string Correspondent, string Body)
    : LetterView(LetterId, CaseId, Number, Template, Language, Recipient, Channel, State, Subject, SubjectId, QueuedAt, SentAt, ArrivedOn, OpenedAt, AlertedAgainAt)
{
    public static LetterDetails WithBody(Letter letter) => new(
        letter.Id, letter.CaseId, letter.Journal.Number, letter.TemplateKey, letter.Language, letter.RecipientKind, letter.Channel, letter.State, letter.Subject, letter.SubjectId,
        letter.QueuedAt, letter.SentAt, letter.ArrivedOn, letter.OpenedAt, letter.AlertedAgainAt, letter.TemplateVersion, letter.Journal.Correspondent, letter.Body);
}

/// <summary>Letters out of cases. The person sees letters to the person; nobody outside the case sees any.</summary>
internal static class LetterEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var letters = routes.MapGroup("/api/letters").WithTags("Letters").RequireAuthorization(Policies.ReadLetters);
        letters.MapGet("", ListAsync).RequireAuthorization(Policies.ReadLetters).WithName("ListLetters").WithSummary("The letters of a case, oldest first.");
        letters.MapGet("/{id:guid}", GetAsync).RequireAuthorization(Policies.ReadLetters).WithName("GetLetter").WithSummary("A letter with its text.");
        letters.MapGet("/{id:guid}/pdf", PdfAsync).RequireAuthorization(Policies.ReadLetters).WithName("GetLetterPdf").WithSummary("A letter as PDF.")
            .Produces(200, contentType: "application/pdf");
    }

    private static async Task<Results<Ok<Page<LetterView>>, RefusalResult>> ListAsync(
        string? caseId, HttpRequest request, CaseAccess access, ReadLetters letters, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        if (!Guid.TryParse(caseId, out var id))
        {
            errors.Add("caseId", string.IsNullOrEmpty(caseId) ? Messages.Required : Messages.WrongType);
        }

        if (errors.Any)
        {
            return errors.ToRefusal().ToResult();
        }

        if (await access.OpenAsync(user, new CaseId(id), "letters", reason, cancellationToken) is CaseOpening.Refused refused)
        {
            return refused.Refusal.ToResult();
        }

        var rows = await page.OfAsync(letters.Visible(user, new CaseId(id)), request, cancellationToken);
        return TypedResults.Ok(new Page<LetterView>([.. rows.Items.Select(LetterView.Of)], rows.Total, rows.Next));
    }

    private static async Task<Results<Ok<LetterDetails>, RefusalResult>> GetAsync(
        Guid id, CaseAccess access, ReadLetters letters, OpenLetter opening, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var (letter, refusal) = await OpenAsync(id, "letter", access, letters, opening, user, reason, cancellationToken);
        return refusal is null ? TypedResults.Ok(LetterDetails.WithBody(letter!)) : refusal.ToResult();
    }

    private static async Task<Results<FileContentHttpResult, RefusalResult>> PdfAsync(
        Guid id, CaseAccess access, LetterPdf pdf, ReadLetters letters, OpenLetter opening, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var (letter, refusal) = await OpenAsync(id, "letter-pdf", access, letters, opening, user, reason, cancellationToken);
        return refusal is null ? TypedResults.File(pdf.Write(letter!), "application/pdf", $"{letter!.Journal.Number}.pdf") : refusal.ToResult();
    }

    private static async Task<(Letter? Letter, Refusal? Refusal)> OpenAsync(
        Guid id, string what, CaseAccess access, ReadLetters letters, OpenLetter opening, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        if (await letters.FindAsync(new LetterId(id), cancellationToken) is not { } letter)
        {
            return (null, Refusal.NotFound());
        }

        if (await access.OpenAsync(user, letter.CaseId, what, reason, cancellationToken) is CaseOpening.Refused refused)
        {
            return (null, refused.Refusal);
        }

        if (ReadLetters.Refuse(letter, user) is { } refusal)
        {
            return (null, refusal);
        }

        await opening.RunAsync(user, letter, cancellationToken);
        return (letter, null);
    }
}
