using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>"Påminnelser": what will be sent when, and what was sent, for those who lead. Cases that they may not know of are not among them.</summary>
internal static class ReminderPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(ReminderFilter.ComingPath, Policies.ReadReminders, ComingAsync);
        routes.MapPage(ReminderFilter.SentPath, Policies.ReadReminders, SentAsync);
    }

    private static async Task<IResult> ComingAsync(HttpRequest request, ListComingReminders list, SeesCase sees, CurrentUser user, CancellationToken cancellationToken)
    {
        var filter = ReminderFilter.Coming(request.Query);
        return await sees.MayAsync(user, filter, cancellationToken)
            ? Page.Showing<ComingRemindersPage>(await list.RunAsync(user, filter, cancellationToken))
            : Refusal.NotFound().ToResult();
    }

    private static async Task<IResult> SentAsync(HttpRequest request, ListSentReminders list, SeesCase sees, CurrentUser user, CancellationToken cancellationToken)
    {
        var filter = ReminderFilter.Sent(request.Query);
        return await sees.MayAsync(user, filter, cancellationToken)
            ? Page.Showing<SentRemindersPage>(await list.RunAsync(user, filter, cancellationToken))
            : Refusal.NotFound().ToResult();
    }
}

/// <summary>Whether the one case that a list is narrowed to may be known of.</summary>
internal sealed class SeesCase(IpDbContext db, CaseBonds bonds)
{
    public async Task<bool> MayAsync(CurrentUser user, ReminderFilter filter, CancellationToken cancellationToken) =>
        filter.CaseId is not { } id || (await db.Cases.AnyAsync(c => c.Id == id, cancellationToken) && !await bonds.HiddenFrom(user).ContainsAsync(id, cancellationToken));
}
