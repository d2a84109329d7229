using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Letters.Editing;

/// <summary>The texts of letters as pages for leaders: the list, one text with preview, its versions, and the way back to the shipped text.</summary>
internal static class TemplatePages
{
    public const string Path = "/letters";
    private const string One = Path + "/{template}/{language}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Path, Policies.WriteLetterTemplates, ListAsync);
        routes.MapPage(One, Policies.WriteLetterTemplates, ShowAsync);
        routes.MapPagePost(One, Policies.WriteLetterTemplates, SaveAsync);
        routes.MapPagePost(One + "/preview", Policies.WriteLetterTemplates, PreviewAsync);
        routes.MapPagePost(One + "/preview-pdf", Policies.WriteLetterTemplates, PreviewPdfAsync);
        routes.MapPage(One + "/versions", Policies.WriteLetterTemplates, VersionsAsync);
        routes.MapPagePost(One + "/restore", Policies.WriteLetterTemplates, RestoreAsync);
    }

    public static string AddressOf(string key, string language, string? act = null) => $"{Path}/{key}/{language}{(act is null ? "" : "/" + act)}";

    private static async Task<IResult> ListAsync(ReadTemplates read, CancellationToken cancellationToken) => Page.Showing<TemplateListPage>(await read.ListAsync(cancellationToken));

    private static async Task<IResult> ShowAsync(string template, string language, HttpRequest request, ReadTemplates read, CancellationToken cancellationToken) =>
        await read.OpenAsync(template, language, RequestLanguage.Of(request), cancellationToken) is { } view ? Page.Showing<TemplatePage>(view) : Refusal.NotFound().ToResult();

    private static Task<IResult> SaveAsync(
        string template, string language, HttpContext context, ReadTemplates read, WriteTemplate write, Notices notices, CurrentUser user, CancellationToken cancellationToken) =>
        WithTypedAsync(template, language, context, read, async view =>
        {
            if (await write.RunAsync(user, template, language, view.Text, view.Reason, view.Seen, cancellationToken) is { } refusal)
            {
                return Refused(view, refusal, RequestLanguage.Of(context.Request));
            }

            notices.Leave(context, new("Teksten er lagret. Nye brev skrives med den.", "Teksten er lagra. Nye brev blir skrivne med han.", "The text is saved. New letters are written with it."));
            return Results.LocalRedirect(AddressOf(template, language));
        }, cancellationToken);

    private static Task<IResult> PreviewAsync(
        string template, string language, HttpContext context, ReadTemplates read, LetterTemplateCheck check, LetterRenderer renderer, CancellationToken cancellationToken) =>
        WithTypedAsync(template, language, context, read, view => Task.FromResult(
            Broken(view, check, RequestLanguage.Of(context.Request)) ?? Page.Showing<TemplatePage>(view with { Preview = Fill(view, read, renderer) })), cancellationToken);

    private static Task<IResult> PreviewPdfAsync(
        string template, string language, HttpContext context, ReadTemplates read, LetterTemplateCheck check, LetterRenderer renderer, LetterPdf pdf, TimeProvider clock,
        CancellationToken cancellationToken) =>
        WithTypedAsync(template, language, context, read, view =>
        {
            if (Broken(view, check, RequestLanguage.Of(context.Request)) is { } broken)
            {
                return Task.FromResult(broken);
            }

            var letter = Fill(view, read, renderer);
            var sample = read.SampleOf(view.Track, language);
            var now = clock.GetUtcNow();
            var paper = new LetterPaper(letter.Subject, letter.Body, language, (string)sample.Data["name"]!, $"{(string)sample.Data["reference"]!}/1", NorwegianTime.DateOf(now), now);
            return Task.FromResult(Results.File(pdf.Write(paper), "application/pdf"));
        }, cancellationToken);

    private static async Task<IResult> VersionsAsync(string template, string language, int? from, int? to, ReadTemplates read, CancellationToken cancellationToken) =>
        await read.VersionsAsync(template, language, from, to, cancellationToken) is { } view ? Page.Showing<TemplateVersionsPage>(view) : Refusal.NotFound().ToResult();

    private static async Task<IResult> RestoreAsync(
        string template, string language, HttpContext context, ReadTemplates read, WriteTemplate write, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await read.VersionsAsync(template, language, null, null, cancellationToken) is not { } view)
        {
            return Refusal.NotFound().ToResult();
        }

        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var reason = posted[WriteTemplate.ReasonField].ToString();
        if (await write.RunAsync(user, template, language, null, reason, Number(posted["seen"]), cancellationToken) is { } refusal)
        {
            return Page.Showing<TemplateVersionsPage>(view with { Errors = refusal.FieldMessages(RequestLanguage.Of(context.Request), WriteTemplate.ReasonField), Reason = reason }, refusal.Kind.Status);
        }

        notices.Leave(context, new("Brevet har fått tilbake den leverte teksten.", "Brevet har fått tilbake den leverte teksten.", "The letter has its shipped text again."));
        return Results.LocalRedirect(AddressOf(template, language));
    }

    /// <summary>The page with what was typed, so that nothing is lost whatever comes of it.</summary>
    private static async Task<IResult> WithTypedAsync(
        string template, string language, HttpContext context, ReadTemplates read, Func<TemplatePageView, Task<IResult>> act, CancellationToken cancellationToken)
    {
        if (await read.OpenAsync(template, language, RequestLanguage.Of(context.Request), cancellationToken) is not { } view)
        {
            return Refusal.NotFound().ToResult();
        }

        var posted = await context.Request.ReadFormAsync(cancellationToken);
        return await act(view with
        {
            Text = posted[WriteTemplate.TextField].ToString().ReplaceLineEndings("\n"),
            Reason = posted[WriteTemplate.ReasonField].ToString(),
            Track = posted["track"].ToString() is { Length: > 0 } track ? track : ReadTemplates.UsualTrack,
            Seen = Number(posted["seen"]),
        });
    }

    private static IResult? Broken(TemplatePageView view, LetterTemplateCheck check, string pageLanguage)
    {
        var problems = check.Problems(view.Key, view.State.Language, view.Text);
        return problems.Count == 0 ? null : Page.Showing<TemplatePage>(
            view with { Problems = problems, Errors = new Dictionary<string, string>(StringComparer.Ordinal) { [WriteTemplate.TextField] = problems[0].In(pageLanguage) } },
            StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Refused(TemplatePageView view, Refusal refusal, string pageLanguage) => Page.Showing<TemplatePage>(
        view with
        {
            Errors = refusal.FieldMessages(pageLanguage, WriteTemplate.TextField),
            Problems = refusal.Errors?.GetValueOrDefault(WriteTemplate.TextField) ?? [],
        },
        refusal.Kind.Status);

    private static RenderedLetter Fill(TemplatePageView view, ReadTemplates read, LetterRenderer renderer) =>
        renderer.RenderText(view.Text, view.State.Language, read.SampleOf(view.Track, view.State.Language).Data);

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
