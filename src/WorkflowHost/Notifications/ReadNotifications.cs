using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Notifications;

/// <summary>Marks someone's own notifications as read. When is kept with the notification itself; it is no event of the case.</summary>
internal sealed class ReadNotifications(WorkWriter writer, TimeProvider clock)
{
    /// <summary>Marks one; one that is read already, or somebody else's, stays as it is.</summary>
    /// <returns>Whether the user has such a notification.</returns>
    public Task<bool> OneAsync(CurrentUser user, Guid notificationId, CancellationToken cancellationToken) =>
        writer.RunAsync(Now(user), async (work, token) =>
        {
            if (await work.Db.NotificationRecipients.FindAsync([notificationId, user.UserId], token) is not { } own)
            {
                return false;
            }

            own.ReadAt ??= work.Operation.Now;
            return true;
        }, cancellationToken);

    /// <summary>Marks all that came until an instant, so that what comes while someone reads is not lost.</summary>
    /// <returns>How many were unread.</returns>
    public Task<int> AllAsync(CurrentUser user, DateTimeOffset until, CancellationToken cancellationToken) =>
        writer.RunAsync(
            Now(user),
            (work, token) => work.Db.NotificationRecipients.Where(r => r.UserId == user.UserId && r.ReadAt == null && r.At <= until)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.ReadAt, work.Operation.Now), token),
            cancellationToken);

    private Operation Now(CurrentUser user) => new(user.Actor, "Har lest varsler.", clock.GetUtcNow());
}

/// <summary>Stores what someone wants to be told by e-mail, and in which language.</summary>
internal sealed class ChooseNotifications(WorkWriter writer, TimeProvider clock)
{
    public Task RunAsync(CurrentUser user, bool wantsMail, string language, CancellationToken cancellationToken) =>
        writer.RunAsync(new Operation(user.Actor, "Eget valg.", clock.GetUtcNow()), async (work, token) =>
        {
            var choice = await work.Db.NotificationChoices.FindAsync([user.UserId], token);
            if (choice is null)
            {
                work.Db.Add(choice = new NotificationChoice { UserId = user.UserId });
            }

            (choice.WantsMail, choice.Language) = (wantsMail, language);
            work.Operation.Record(null, "notification-choice-made", ("userId", user.UserId), ("wantsMail", wantsMail), ("language", language));
        }, cancellationToken);
}
