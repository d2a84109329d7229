using IndividualPlan.WorkflowHost.Coordinators;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Notifications;

/// <summary>
/// Works out who is told of a notification, in the transaction that makes it, and puts an e-mail into the outbox for each who wants one. A role means those who hold it and
/// may know of the case: its case manager, its coordinator, the colleagues of its unit (role × unit × case, P-10). Whoever did it is not told of it.
/// </summary>
internal sealed class AddressNotifications(UserDirectory users, MailOptions mail)
{
    public async Task RunAsync(Work work, IReadOnlyList<NotificationRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var today = await Substitutes.OnAsync(work.Db, work.Operation.Today, cancellationToken);
        foreach (var row in rows)
        {
            foreach (var userId in (await RecipientsAsync(work, row, today, cancellationToken)).Distinct(StringComparer.Ordinal).Where(id => id != work.Operation.Actor.UserId))
            {
                var hasMail = row.Channel != RungChannel.InApp && await MailAsync(work, row, userId, cancellationToken);
                work.Db.Add(new NotificationRecipient { NotificationId = row.Id, UserId = userId, At = row.At, ReadAt = hasMail && row.Channel == RungChannel.EMail ? row.At : null });
            }
        }
    }

    /// <summary>One e-mail for a notification and a user, whatever is run twice: the key is the same.</summary>
    /// <returns>Whether there is one; not when no mail server is set, no address known, or the user wants none.</returns>
    private async Task<bool> MailAsync(Work work, NotificationRow row, string userId, CancellationToken cancellationToken)
    {
        if (!mail.IsOn || (await users.FindAsync(userId, cancellationToken))?.Email is null || await work.Db.NotificationChoices.FindAsync([userId], cancellationToken) is { WantsMail: false })
        {
            return false;
        }

        var payload = new JsonObject { ["notificationId"] = row.Id, ["userId"] = userId };
        work.Db.Add(OutboxMessage.New(work.Ids.New(), MailTransport.KeyOf(row.Id, userId), OutboxKinds.Mail, payload, work.Operation.Now));
        return true;
    }

    private async Task<IReadOnlyList<string>> RecipientsAsync(Work work, NotificationRow row, Substitution today, CancellationToken cancellationToken)
    {
        if (row.UserId is { } named)
        {
            return [named];
        }

        var ipCase = row.CaseId is { } caseId ? await work.Db.Cases.FindAsync([caseId], cancellationToken) : null;
        if (ipCase is not null && await CaseBonds.ProtectedIn(work.Db).ContainsAsync(ipCase.PersonId, cancellationToken))
        {
            // Nobody but the case manager may know of the case (P-20).
            return ipCase.CaseManagerId is { } alone ? [alone] : [];
        }

        switch (row.Role)
        {
            case Roles.CaseManager when ipCase?.CaseManagerId is { } manager:
                return WithWorker(manager, today);

            case Roles.Coordinator or Roles.ChildCoordinator when ipCase is not null:
                var coordinators = await CoordinatorsAsync(work, ipCase.Id, cancellationToken);
                return coordinators.Count > 0
                    ? [.. coordinators.SelectMany(c => WithWorker(c, today))]
                    : [.. (await users.ByRoleAsync(Roles.CoordinatingUnit, null, cancellationToken)).Select(c => c.UserId)];

            case { } role when UserDirectory.StaffRoles.Contains(role):
                return [.. (await users.ByRoleAsync(role, null, cancellationToken)).Where(c => CaseBonds.ReachesUnit(c.Roles, c.Services, ipCase?.Unit)).Select(c => c.UserId)];

            default:
                // Persons, guardians and others outside the office are told by letters.
                return [];
        }
    }

    /// <summary>The one who is meant, and whoever does the work meanwhile.</summary>
    private static IReadOnlyList<string> WithWorker(string userId, Substitution today) =>
        today.WorkerFor(userId) is { } worker && worker != userId ? [userId, worker] : [userId];

    private static Task<List<string>> CoordinatorsAsync(Work work, CaseId caseId, CancellationToken cancellationToken)
    {
        var on = work.Operation.Today;
        return work.Db.CoordinatorPeriods
            .InPlaceOn(on).Where(p => p.CaseId == caseId).Select(p => p.UserId).ToListAsync(cancellationToken);
    }
}
