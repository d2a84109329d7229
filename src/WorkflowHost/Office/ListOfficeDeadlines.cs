using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>A deadline that is over or near.</summary>
/// <param name="DeadlineId">The deadline.</param>
/// <param name="Key">Key of the catalogue.</param>
/// <param name="RuleSet">The rules that it was counted by.</param>
/// <param name="Basis">Whether it binds by law or by the municipality's own promise (L-32).</param>
/// <param name="EffectiveOn">Its last day.</param>
/// <param name="ActByOn">The working day by which to act.</param>
/// <param name="DaysLeft">Days from today to its last day; below zero when it is over.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseReference">What people call it.</param>
/// <param name="CaseTrack">Its legal track.</param>
/// <param name="Person">Whose case it is, for those who work with cases; null for others.</param>
/// <param name="Holder">Who has it.</param>
/// <param name="Task">The task in which it is answered, when one is open.</param>
internal sealed record OfficeDeadline(
    DeadlineId DeadlineId, string Key, string RuleSet, DeadlineBasis Basis, DateOnly EffectiveOn, DateOnly ActByOn, int DaysLeft,
    CaseId CaseId, string CaseReference, string CaseTrack, PersonName? Person, OfficeHolder Holder, OfficeTask? Task);

/// <summary>Deadlines that are over, run out soon, or should have led to a revision; the soonest first.</summary>
/// <remarks>
/// A deadline is over on the day after its last day, Norwegian date, until it is answered. Time limits of the person and of the appeal body are not the
/// office's to keep and are left out. A promised date (D-2) that a later promise has overtaken is no longer what the person waits for (L-33).
/// </remarks>
internal sealed class ListOfficeDeadlines(IpDbContext db, OfficeCases cases, UserDirectory users, TimeProvider clock)
{
    /// <summary>Days ahead that count as soon; a deadline on the last of them is among them.</summary>
    public const int SoonDays = 7;

    public Task<int> CountAsync(CurrentUser user, OfficeBlock block, OfficeFilter filter, CancellationToken cancellationToken) =>
        Matching(user, block, filter, Today).CountAsync(cancellationToken);

    /// <param name="user">Who looks.</param>
    /// <param name="block">Which deadlines.</param>
    /// <param name="filter">What they are narrowed to.</param>
    /// <param name="page">Which of them.</param>
    /// <param name="counted">How many there are, when that is known already.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Found<OfficeDeadline>> RunAsync(CurrentUser user, OfficeBlock block, OfficeFilter filter, PageRequest page, int? counted, CancellationToken cancellationToken)
    {
        var today = Today;
        var matching = Matching(user, block, filter, today);
        var total = counted ?? await matching.CountAsync(cancellationToken);
        if (total <= page.Skip)
        {
            return new([], total);
        }

        var showsNames = CaseWords.ShowsNames(user);
        var rows = await matching.OrderBy(d => d.EffectiveOn).ThenBy(d => d.Id).Skip(page.Skip).Take(page.Size)
            .Join(db.Cases, d => d.CaseId, c => c.Id, (d, c) => new { Deadline = d, Case = c })
            .Join(db.Persons, x => x.Case.PersonId, p => p.Id, (x, p) => new { x.Deadline, x.Case, Person = p })
            .OrderBy(x => x.Deadline.EffectiveOn).ThenBy(x => x.Deadline.Id)
            .Select(x => new
            {
                x.Deadline,
                x.Case.Reference,
                x.Case.Track,
                x.Case.CaseManagerId,
                CoordinatorId = db.CoordinatorPeriods
                    .Where(p => p.CaseId == x.Case.Id && p.Type != CoordinatorType.SpecialistHealth && p.FromOn <= today && (p.ToOn == null || p.ToOn >= today))
                    .OrderByDescending(p => p.FromOn).Select(p => p.UserId).FirstOrDefault(),
                GivenName = showsNames ? x.Person.GivenName : null,
                FamilyName = showsNames ? x.Person.FamilyName : null,
            })
            .ToListAsync(cancellationToken);
        var tasks = await OpenTasksOfCases.ReadAsync(db, rows.Select(static r => r.Deadline.CaseId), cancellationToken);

        return new([.. rows.Select(r =>
        {
            var task = tasks[r.Deadline.CaseId].FirstOrDefault(t => Answers(t, r.Deadline));
            return new OfficeDeadline(
                r.Deadline.Id, r.Deadline.Key, r.Deadline.RuleSet, r.Deadline.Basis, r.Deadline.EffectiveOn, r.Deadline.ActByOn,
                r.Deadline.EffectiveOn.DayNumber - today.DayNumber, r.Deadline.CaseId, r.Reference, r.Track, OfficeCases.NameOf(r.GivenName, r.FamilyName),
                task is not null ? OfficeHolder.Of(task.Assignee, task.Role, users)
                    : r.Deadline.Owner == DeadlineOwner.Coordinator ? OfficeHolder.Of(r.CoordinatorId, Roles.Coordinator, users)
                    : OfficeHolder.Of(r.CaseManagerId, Roles.CaseManager, users),
                task is null ? null : new OfficeTask(task.Id, task.Title));
        })], total);
    }

    private DateOnly Today => NorwegianTime.DateOf(clock.GetUtcNow());

    /// <summary>A task carries the legal deadline that it answers: its last day, or the working day to act by.</summary>
    private static bool Answers(HumanTask task, Deadline deadline) => task.LegalDeadlineOn == deadline.EffectiveOn || task.LegalDeadlineOn == deadline.ActByOn;

    private IQueryable<Deadline> Matching(CurrentUser user, OfficeBlock block, OfficeFilter filter, DateOnly today)
    {
        var soon = today.AddDays(SoonDays);
        var unanswered = db.Deadlines.Where(d => d.MetOn == null && d.State != DeadlineState.Stopped);
        var wanted = block switch
        {
            OfficeBlock.OverdueDeadlines => unanswered.Where(d => d.Owner == DeadlineOwner.Authority && d.EffectiveOn < today),
            OfficeBlock.OverdueRevisions => unanswered.Where(d => d.Owner == DeadlineOwner.Coordinator && d.Key == DeadlineKeys.PlanRevision && d.EffectiveOn < today),
            _ => unanswered.Where(d => (d.Owner == DeadlineOwner.Authority || d.Owner == DeadlineOwner.Coordinator) && d.EffectiveOn >= today && d.EffectiveOn <= soon),
        };
        if (!OfficeBlocks.FollowsAll(user))
        {
            wanted = wanted.Where(d => d.Owner == DeadlineOwner.Coordinator || d.Key == DeadlineKeys.ResponsibilityAgreement);
        }

        var open = cases.Of(user, filter);
        return wanted
            .Where(d => d.Key != DeadlineKeys.PromisedDecision
                || !db.Deadlines.Any(later => later.CaseId == d.CaseId && later.Key == d.Key && later.State != DeadlineState.Stopped && later.StartedOn > d.StartedOn))
            .Where(d => open.Any(c => c.Id == d.CaseId));
    }
}
