using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Absences;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Absences;

/// <summary>Absence as pages: telling that one is away and who stands in, changing it, calling it off; leaders do it for those whom they lead.</summary>
internal static class AbsencePages
{
    public const string Path = "/absence";

    /// <summary>Name of the colleague for whom a leader registers.</summary>
    public const string Of = "of";

    private static readonly LocalizedText OwnReason = new("Eget fravær.", "Eige fråvær.", "Own absence.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Path, Policies.RegisterAbsence, ShowAsync);
        routes.MapPagePost(Path, Policies.RegisterAbsence, RegisterAsync);
        routes.MapPage(Path + "/{absenceId:guid}", Policies.RegisterAbsence, ShowOneAsync);
        routes.MapPagePost(Path + "/{absenceId:guid}", Policies.RegisterAbsence, ChangeAsync);
        routes.MapPagePost(Path + "/{absenceId:guid}/cancel", Policies.RegisterAbsence, CancelAsync);
    }

    public static string AddressOf(AbsenceId id) => $"{Path}/{id}";

    /// <summary>The page for a colleague; one's own when there is none.</summary>
    public static string AddressOf(string? userId) => Path + QueryString.Create(new[] { KeyValuePair.Create<string, string?>(Of, userId) }.Where(static p => !string.IsNullOrEmpty(p.Value)));

    private static async Task<IResult> ShowAsync([FromQuery(Name = Of)] string? of, HttpRequest request, OpenAbsences open, CurrentUser user, CancellationToken cancellationToken) =>
        await open.RunAsync(user, string.IsNullOrWhiteSpace(of) ? null : of.Trim(), RequestLanguage.Of(request), cancellationToken) is { } view
            ? Page.Showing<AbsencePage>(view)
            : Refusal.Forbidden().ToResult();

    private static async Task<IResult> RegisterAsync(
        HttpContext context, OpenAbsences open, RegisterAbsence register, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        var language = RequestLanguage.Of(context.Request);
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var of = posted[Of].ToString() is { Length: > 0 } given && given != user.UserId ? given : null;
        var errors = new FieldErrors();
        var details = new AbsenceDetails(of, Day(posted, "fromOn", errors), Day(posted, "toOn", errors), posted["substitute"], Reason(posted, isOwn: of is null, errors));
        var outcome = errors.Any ? new AbsenceOutcome.Refused(errors.ToRefusal()) : await register.RegisterAsync(user, details, cancellationToken);
        if (outcome is AbsenceOutcome.Refused { Refusal: var refusal })
        {
            return await open.RunAsync(user, of, language, cancellationToken) is { } view
                ? Page.Showing<AbsencePage>(view with { Typed = Typed(posted), Errors = refusal.FieldMessages(language, "fromOn") }, refusal.Kind.Status)
                : refusal.ToResult();
        }

        notices.Leave(context, new("Fraværet er registrert.", "Fråværet er registrert.", "The absence is registered."));
        return Results.LocalRedirect(AddressOf(of));
    }

    private static async Task<IResult> ShowOneAsync(Guid absenceId, HttpRequest request, OpenAbsences open, CurrentUser user, CancellationToken cancellationToken)
    {
        var (view, refusal) = await open.OneAsync(user, new AbsenceId(absenceId), RequestLanguage.Of(request), cancellationToken);
        return view is null ? refusal!.ToResult() : Page.Showing<ChangeAbsencePage>(view);
    }

    private static Task<IResult> ChangeAsync(
        Guid absenceId, HttpContext context, OpenAbsences open, RegisterAbsence register, Notices notices, CurrentUser user, CancellationToken cancellationToken) =>
        ActAsync(absenceId, context, open, notices, user, isCancelled: false, (absence, posted, errors) =>
            (Day(posted, "toOn", errors), Reason(posted, absence.IsOwn, errors)) is var (toOn, reason) && errors.Any
                ? Task.FromResult<AbsenceOutcome>(new AbsenceOutcome.Refused(errors.ToRefusal()))
                : register.ChangeAsync(user, absence.Absence.AbsenceId, new AbsenceDetails(null, null, toOn, posted["substitute"], reason), version => Fits(posted, version), cancellationToken), cancellationToken);

    private static Task<IResult> CancelAsync(
        Guid absenceId, HttpContext context, OpenAbsences open, RegisterAbsence register, Notices notices, CurrentUser user, CancellationToken cancellationToken) =>
        ActAsync(absenceId, context, open, notices, user, isCancelled: true, (absence, posted, errors) =>
            Reason(posted, absence.IsOwn, errors, "cancelReason") is var reason && errors.Any
                ? Task.FromResult<AbsenceOutcome>(new AbsenceOutcome.Refused(errors.ToRefusal()))
                : register.CancelAsync(user, absence.Absence.AbsenceId, reason, null, cancellationToken), cancellationToken);

    /// <summary>Changes one absence; what cannot be taken is shown again as it was typed.</summary>
    private static async Task<IResult> ActAsync(
        Guid absenceId, HttpContext context, OpenAbsences open, Notices notices, CurrentUser user, bool isCancelled,
        Func<ChangeAbsenceView, IFormCollection, FieldErrors, Task<AbsenceOutcome>> act, CancellationToken cancellationToken)
    {
        var language = RequestLanguage.Of(context.Request);
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var (view, missing) = await open.OneAsync(user, new AbsenceId(absenceId), language, cancellationToken);
        if (view is null)
        {
            return missing!.ToResult();
        }

        var outcome = await act(view, posted, new FieldErrors());
        if (outcome is AbsenceOutcome.Refused { Refusal: var refusal })
        {
            return Page.Showing<ChangeAbsencePage>(view with { Typed = Typed(posted), Errors = refusal.FieldMessages(language, "toOn") }, refusal.Kind.Status);
        }

        notices.Leave(context, isCancelled
            ? new("Fraværet er avlyst.", "Fråværet er avlyst.", "The absence is called off.")
            : new("Fraværet er endret.", "Fråværet er endra.", "The absence is changed."));
        return Results.LocalRedirect(AddressOf(view.IsOwn ? null : view.Absence.UserId));
    }

    private static bool Fits(IFormCollection posted, long version) =>
        !long.TryParse(posted["version"], System.Globalization.CultureInfo.InvariantCulture, out var seen) || seen == version;

    private static DateOnly? Day(IFormCollection posted, string field, FieldErrors errors)
    {
        var text = posted[field].ToString();
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(field, AbsenceWords.NoDay);
        }

        return Dates.Read(text, field, errors, AbsenceWords.NotADay);
    }

    /// <summary>Nobody has to say why they are away themselves.</summary>
    private static string? Reason(IFormCollection posted, bool isOwn, FieldErrors errors, string field = "reason")
    {
        if (isOwn)
        {
            return OwnReason.Nb;
        }

        if (string.IsNullOrWhiteSpace(posted[field]))
        {
            errors.Add(field, AbsenceWords.NoReason);
        }

        return posted[field];
    }

    private static Dictionary<string, string> Typed(IFormCollection posted) =>
        posted.Where(static p => !p.Key.StartsWith('_')).ToDictionary(static p => p.Key, static p => p.Value.ToString(), StringComparer.Ordinal);
}
