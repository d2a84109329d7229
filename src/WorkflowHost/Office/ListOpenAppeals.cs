using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>What an open appeal waits for next.</summary>
internal enum AppealStep
{
    /// <summary>The first instance changes its decision or sends the appeal on (D-12).</summary>
    DecideOrForward,

    /// <summary>The appellant puts defects right (D-8).</summary>
    Correct,

    /// <summary>The appeal body decides (D-13).</summary>
    AppealBody,
}

/// <summary>An appeal that is not at an end.</summary>
/// <param name="AppealId">The appeal.</param>
/// <param name="Type">What it attacks.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReceivedOn">The day it came.</param>
/// <param name="Next">What it waits for.</param>
/// <param name="NextOn">By when; null when no day is set.</param>
/// <param name="DaysLeft">Days from today to that day; below zero when it is past.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseReference">What people call it.</param>
/// <param name="CaseTrack">Its legal track.</param>
/// <param name="Person">Whose case it is, for those who work with cases; null for others.</param>
/// <param name="Holder">Who has it.</param>
internal sealed record OfficeAppeal(
    AppealId AppealId, AppealType Type, AppealState State, DateOnly ReceivedOn, AppealStep Next, DateOnly? NextOn, int? DaysLeft,
    CaseId CaseId, string CaseReference, string CaseTrack, PersonName? Person, OfficeHolder Holder);

/// <summary>How many appeals are open, and how many of them are near or past the day of what they wait for.</summary>
internal sealed record AppealCount(int Open, int NearDeadline);

/// <summary>Open appeals, the nearest day first (L-92).</summary>
/// <remarks>Open appeals are few, so they are read together in one statement; the target for sending on is counted from the day each came (D-12).</remarks>
internal sealed class ListOpenAppeals(IpDbContext db, OfficeCases cases, UserDirectory users, RuleBook law, TimeProvider clock)
{
    private static readonly AppealState[] Open =
        [.. Enum.GetValues<AppealState>().Where(state => AppealTransitions.Table.OperationsIn(state).Contains(AppealOperation.Withdraw))];

    public async Task<AppealCount> CountAsync(CurrentUser user, OfficeFilter filter, CancellationToken cancellationToken)
    {
        var all = await ReadAsync(user, filter, cancellationToken);
        return new(all.Count, all.Count(static a => a.DaysLeft <= ListOfficeDeadlines.SoonDays));
    }

    public async Task<Found<OfficeAppeal>> RunAsync(CurrentUser user, OfficeFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var all = await ReadAsync(user, filter, cancellationToken);
        return new([.. all.Skip(page.Skip).Take(page.Size)], all.Count);
    }

    private async Task<List<OfficeAppeal>> ReadAsync(CurrentUser user, OfficeFilter filter, CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var target = law.For(today).Deadline(DeadlineKeys.AppealForwarding);
        var showsNames = CaseWords.ShowsNames(user);
        var unanswered = db.Deadlines.Where(d => d.MetOn == null && d.State != DeadlineState.Stopped);
        var rows = await db.Appeals.Where(a => Open.Contains(a.State))
            .Join(cases.Of(user, filter), a => a.CaseId, c => c.Id, (a, c) => new { Appeal = a, Case = c })
            .Join(db.Persons, x => x.Case.PersonId, p => p.Id, (x, p) => new
            {
                x.Appeal.Id,
                x.Appeal.Type,
                x.Appeal.State,
                x.Appeal.ReceivedOn,
                x.Appeal.CorrectionDueOn,
                x.Appeal.HandledBy,
                x.Appeal.CaseId,
                x.Case.Reference,
                x.Case.Track,
                x.Case.CaseManagerId,
                ForwardOn = unanswered.Where(d => d.CaseId == x.Appeal.CaseId && d.Key == DeadlineKeys.AppealForwarding).Min(d => (DateOnly?)d.EffectiveOn),
                BodyOn = unanswered.Where(d => d.CaseId == x.Appeal.CaseId && d.Key == DeadlineKeys.AppealBodyTime).Min(d => (DateOnly?)d.EffectiveOn),
                GivenName = showsNames ? p.GivenName : null,
                FamilyName = showsNames ? p.FamilyName : null,
            })
            .ToListAsync(cancellationToken);

        return [.. rows.Select(r =>
        {
            var (next, on) = r.State switch
            {
                AppealState.AwaitingCorrection => (AppealStep.Correct, r.CorrectionDueOn),
                AppealState.Forwarded or AppealState.AtAppealBody => (AppealStep.AppealBody, r.BodyOn),
                _ => (AppealStep.DecideOrForward, r.ForwardOn ?? DeadlineCalendar.Compute(r.ReceivedOn, target).EffectiveOn),
            };
            return new OfficeAppeal(
                r.Id, r.Type, r.State, r.ReceivedOn, next, on, on is { } day ? day.DayNumber - today.DayNumber : null,
                r.CaseId, r.Reference, r.Track, OfficeCases.NameOf(r.GivenName, r.FamilyName), OfficeHolder.Of(r.HandledBy ?? r.CaseManagerId, Roles.CaseManager, users));
        }).OrderBy(static a => a.NextOn ?? DateOnly.MaxValue).ThenBy(static a => a.ReceivedOn).ThenBy(static a => a.CaseReference, StringComparer.Ordinal)];
    }
}
