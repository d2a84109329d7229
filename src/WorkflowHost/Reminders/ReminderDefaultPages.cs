using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>What the page shows.</summary>
/// <param name="Today">Today.</param>
/// <param name="All">Everything that was ever set, the newest first.</param>
/// <param name="Typed">What was sent and could not be taken.</param>
/// <param name="Errors">Why not.</param>
internal sealed record ReminderDefaults(DateOnly Today, IReadOnlyList<ReminderSetting> All, IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string>? Errors);

/// <summary>The office's own reminders as a page.</summary>
internal static class ReminderDefaultPages
{
    public const string Path = "/reminders/defaults";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Path, Policies.ReadReminders, ShowAsync);
        routes.MapPagePost(Path, Policies.SetReminders, SetAsync);
    }

    private static async Task<IResult> ShowAsync(IpDbContext db, TimeProvider clock, CancellationToken cancellationToken) =>
        Page.Showing<ReminderDefaultsPage>(await ViewAsync(db, clock, cancellationToken));

    private static async Task<IResult> SetAsync(
        HttpContext context, IpDbContext db, SetReminders set, Notices notices, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var wanted = new WantedReminders(
            posted["kind"], posted["fromOn"], posted.ContainsKey("isReset"), posted["before"], posted["every"], posted["escalateAfter"], posted["escalateTo"], posted["reason"])
        {
            RemindTo = posted["remindTo"],
            RemindBy = posted["remindBy"],
            EscalateBy = posted["escalateBy"],
        };
        if (await set.RunAsync(user, wanted, cancellationToken) is { } refusal)
        {
            var typed = posted.Where(static p => !p.Key.StartsWith('_')).ToDictionary(static p => p.Key, static p => p.Value.ToString(), StringComparer.Ordinal);
            return Page.Showing<ReminderDefaultsPage>(
                await ViewAsync(db, clock, cancellationToken) with { Typed = typed, Errors = refusal.FieldMessages(RequestLanguage.Of(context.Request)) }, refusal.Kind.Status);
        }

        notices.Leave(context, new("Påminnelsene er lagret.", "Påminningane er lagra.", "The reminders are saved."));
        return Results.LocalRedirect(Path);
    }

    private static async Task<ReminderDefaults> ViewAsync(IpDbContext db, TimeProvider clock, CancellationToken cancellationToken) => new(
        NorwegianTime.DateOf(clock.GetUtcNow()),
        await db.ReminderSettings.OrderByDescending(s => s.MadeAt).ThenByDescending(s => s.Id).ToListAsync(cancellationToken),
        new Dictionary<string, string>(StringComparer.Ordinal), null);
}
