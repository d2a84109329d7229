using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.HumanTasks.Doing;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Absences;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Absences;

/// <summary>Puts the pages about absence together.</summary>
internal sealed class OpenAbsences(IpDbContext db, ListAbsences list, RegisterAbsence register, Substitutes substitutes, UserDirectory users)
{
    /// <param name="user">Who looks.</param>
    /// <param name="of">Whose absences; null for one's own.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null when the user may not register for that colleague.</returns>
    public async Task<AbsencePageView?> RunAsync(CurrentUser user, string? of, string language, CancellationToken cancellationToken)
    {
        var userId = of ?? user.UserId;
        if (!await register.MayRegisterForAsync(user, userId, cancellationToken) || (userId != user.UserId && await users.FindAsync(userId, cancellationToken) is null))
        {
            return null;
        }

        var (members, _) = await WorkUnit.OfAsync(user, users, cancellationToken);
        var led = RegisterAbsence.LeadsSomeone(user) ? (await users.AllAsync(cancellationToken)).Where(c => c.UserId != user.UserId && RegisterAbsence.Leads(user, c)).ToList() : [];
        var all = await list.RunAsync(null, cancellationToken);
        var near = members.Concat(led.Select(static c => c.UserId)).ToHashSet(StringComparer.Ordinal);
        return new AbsencePageView
        {
            UserId = userId,
            Name = userId == user.UserId ? user.DisplayName : users.NameOf(userId),
            IsOwn = userId == user.UserId,
            Today = substitutes.Today,
            Absences = [.. all.Where(a => a.UserId == userId)],
            OpenTasks = await db.HumanTasks.CountAsync(t => t.EndedAt == null && t.Assignee == userId, cancellationToken),
            StandsInFor = [.. all.Where(a => a.Worker == user.UserId || (!a.IsNow && a.Substitute == user.UserId))],
            Others = [.. all.Where(a => a.UserId != userId && near.Contains(a.UserId))],
            Substitutes = await SubstitutesOfAsync(userId, language, cancellationToken),
            Led = [.. led.Select(c => FieldLists.Named(c, language))],
        };
    }

    /// <summary>One absence, for those who may change it.</summary>
    public async Task<(ChangeAbsenceView? View, Refusal? Refusal)> OneAsync(CurrentUser user, AbsenceId id, string language, CancellationToken cancellationToken)
    {
        var absence = await db.Absences.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.CancelledAt == null, cancellationToken);
        if (absence is null)
        {
            return (null, Refusal.NotFound());
        }

        if (!await register.MayRegisterForAsync(user, absence.UserId, cancellationToken))
        {
            return (null, Refusal.Forbidden());
        }

        var shown = AbsenceView.Of(absence, substitutes.Today, await substitutes.TodayAsync(cancellationToken), users);
        var typed = new Dictionary<string, string>(StringComparer.Ordinal) { ["toOn"] = Dates.ForField(absence.ToOn)!, ["substitute"] = absence.SubstituteId ?? "" };
        return (new ChangeAbsenceView(shown, absence.UserId == user.UserId, await SubstitutesOfAsync(absence.UserId, language, cancellationToken), typed, null, substitutes.Today), null);
    }

    /// <summary>Colleagues who share a role with the absent one, and so can do the same work.</summary>
    private async Task<IReadOnlyList<Choice>> SubstitutesOfAsync(string userId, string language, CancellationToken cancellationToken) =>
        await users.FindAsync(userId, cancellationToken) is { } absent
            ? [.. (await users.AllAsync(cancellationToken)).Where(c => c.UserId != userId && absent.Roles.Any(c.Has)).Select(c => FieldLists.Named(c, language))]
            : [];
}
