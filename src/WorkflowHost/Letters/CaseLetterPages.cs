using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Letters;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>The letters of one case and the files with its tasks, the latest first.</summary>
internal sealed record LettersOfCase(CaseHeader Header, IReadOnlyList<LetterView> Letters, IReadOnlyList<AttachmentInCase> Attachments);

/// <summary>One letter to be read.</summary>
internal sealed record LetterInCase(CaseHeader Header, LetterDetails Letter);

/// <summary>The pages of a case's letters: the list, each letter as text, and as a PDF file.</summary>
internal static class CaseLetterPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/cases/{id:guid}/letters", Policies.ReadLetters, ListAsync);
        routes.MapPage("/cases/{id:guid}/letters/{letterId:guid}", Policies.ReadLetters, LetterAsync);
        routes.MapPage("/cases/{id:guid}/letters/{letterId:guid}/pdf", Policies.ReadLetters, PdfAsync);
    }

    private static Task<IResult> ListAsync(Guid id, OpenCasePage page, ReadLetters read, AttachmentsOfCase attachments, HttpContext context) =>
        page.ShowWholeAsync(context, id, "letters", async (opened, token) =>
            Page.Showing<CaseLettersPage>(new LettersOfCase(opened.Header, await read.OfCaseAsync(opened.User, opened.Id, token), await attachments.RunAsync(opened.User, opened.Id, token))));

    private static Task<IResult> LetterAsync(Guid id, Guid letterId, OpenCasePage page, ReadLetters read, OpenLetter opening, HttpContext context) =>
        OpenAsync(id, letterId, "letter", page, read, opening, context, static (opened, letter) => Page.Showing<LetterPage>(new LetterInCase(opened.Header, LetterDetails.WithBody(letter))));

    private static Task<IResult> PdfAsync(Guid id, Guid letterId, OpenCasePage page, ReadLetters read, LetterPdf pdf, OpenLetter opening, HttpContext context) =>
        OpenAsync(id, letterId, "letter-pdf", page, read, opening, context, (_, letter) => Results.File(pdf.Write(letter), "application/pdf", $"{letter.Journal.Number}.pdf"));

    private static Task<IResult> OpenAsync(
        Guid id, Guid letterId, string what, OpenCasePage page, ReadLetters read, OpenLetter opening, HttpContext context, Func<OpenedCase, Letter, IResult> show) =>
        page.ShowWholeAsync(context, id, what, async (opened, token) =>
        {
            if (await read.FindAsync(new LetterId(letterId), token) is not { } letter || letter.CaseId != opened.Id)
            {
                return Refusal.NotFound().ToResult();
            }

            if (ReadLetters.Refuse(letter, opened.User) is { } refusal)
            {
                return refusal.ToResult();
            }

            await opening.RunAsync(opened.User, letter, token);
            return show(opened, letter);
        });
}
