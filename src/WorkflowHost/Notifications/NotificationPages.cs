using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Notifications;

/// <summary>What the page shows.</summary>
/// <param name="List">The notifications.</param>
/// <param name="Until">The instant up to which "all" are marked as read.</param>
/// <param name="HasMail">Whether the installation sends e-mails.</param>
/// <param name="Email">The user's own address, or null.</param>
/// <param name="Choice">What the user has chosen.</param>
/// <param name="Errors">What is wrong with what was sent.</param>
internal sealed record NotificationsView(
    NotificationList List, DateTimeOffset Until, bool HasMail, string? Email, NotificationChoice Choice, IReadOnlyDictionary<string, string>? Errors = null);

/// <summary>Someone's own notifications as a page: reading, marking as read, and choosing about e-mails.</summary>
internal static class NotificationPages
{
    public const string Path = "/notifications";

    /// <summary>Name of what shows those that are read, too.</summary>
    public const string Show = "show";

    public const string Everything = "all";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Path, Policies.ReadNotifications, ShowAsync);
        routes.MapPagePost(Path + "/{notificationId:guid}/read", Policies.ReadNotifications, ReadOneAsync);
        routes.MapPagePost(Path + "/read", Policies.ReadNotifications, ReadAllAsync);
        routes.MapPagePost(Path + "/choice", Policies.ReadNotifications, ChooseAsync);
    }

    public static string AddressOf(bool showsAll) => showsAll ? $"{Path}?{Show}={Everything}" : Path;

    private static async Task<RazorComponentResult<NotificationsPage>> ShowAsync(
        [FromQuery(Name = Show)] string? show, HttpRequest request, OpenNotifications open, CurrentUser user, CancellationToken cancellationToken) =>
        Page.Showing<NotificationsPage>(await open.RunAsync(user, show == Everything, PageRequest.Read(request, new FieldErrors()).Number, cancellationToken));

    private static async Task<IResult> ReadOneAsync(
        Guid notificationId, [FromForm(Name = Show)] string? show, ReadNotifications read, CurrentUser user, CancellationToken cancellationToken) =>
        await read.OneAsync(user, notificationId, cancellationToken) ? Results.LocalRedirect(AddressOf(show == Everything)) : Refusal.NotFound().ToResult();

    private static async Task<IResult> ReadAllAsync(
        [FromForm] string? until, HttpContext context, ReadNotifications read, Notices notices, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant))
        {
            return Refusal.OfField("until", Messages.NotADate).ToResult();
        }

        await read.AllAsync(user, instant.ToUniversalTime(), cancellationToken);
        notices.Leave(context, new("Alle varsler er merket som lest.", "Alle varsel er merkte som lesne.", "All notifications are marked as read."));
        return Results.LocalRedirect(Path);
    }

    private static async Task<IResult> ChooseAsync(
        [FromForm] string? language, [FromForm] string? wantsMail, HttpContext context, OpenNotifications open, ChooseNotifications choose, Notices notices, CurrentUser user,
        CancellationToken cancellationToken)
    {
        if (!RequestLanguage.IsKnown(language))
        {
            var view = await open.RunAsync(user, showsAll: false, 1, cancellationToken);
            var errors = new FieldErrors().Add("language", new("Velg et språk fra lista.", "Vel eit språk frå lista.", "Choose a language from the list."));
            return Page.Showing<NotificationsPage>(
                view with { Choice = new NotificationChoice { WantsMail = wantsMail is not null, Language = "" }, Errors = errors.ToRefusal().FieldMessages(RequestLanguage.Of(context.Request)) },
                StatusCodes.Status422UnprocessableEntity);
        }

        await choose.RunAsync(user, wantsMail is not null, language!, cancellationToken);
        notices.Leave(context, new("Valget er lagret.", "Valet er lagra.", "Your choice is saved."));
        return Results.LocalRedirect(Path);
    }
}

/// <summary>Puts the page together for the one who is signed in.</summary>
internal sealed class OpenNotifications(ListNotifications list, IpDbContext db, UserDirectory users, MailOptions mail, TimeProvider clock)
{
    public async Task<NotificationsView> RunAsync(CurrentUser user, bool showsAll, int page, CancellationToken cancellationToken) => new(
        await list.RunAsync(user, showsAll, page, cancellationToken),
        clock.GetUtcNow(),
        mail.IsOn && user.Roles.Any(UserDirectory.StaffRoles.Contains),
        mail.IsOn ? (await users.FindAsync(user.UserId, cancellationToken))?.Email : null,
        mail.IsOn ? await db.NotificationChoices.FirstOrDefaultAsync(c => c.UserId == user.UserId, cancellationToken) ?? new() : new());
}
