using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>A case in which nobody coordinates today.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseReference">What people call it.</param>
/// <param name="CaseTrack">Its legal track.</param>
/// <param name="CaseState">Where it stands.</param>
/// <param name="Person">Whose case it is, for those who work with cases; null for others.</param>
/// <param name="HasHadCoordinator">Whether there was one before; if not, the case waits for its first.</param>
/// <param name="SinceOn">The first day without. For a case that waits for its first coordinator, the day on which the appointment was asked for; null when it was not.</param>
/// <param name="Holder">Who is to appoint.</param>
/// <param name="Task">The task in which a coordinator is appointed, when one is open.</param>
internal sealed record CaseWithoutCoordinator(
    CaseId CaseId, string CaseReference, string CaseTrack, CaseState CaseState, PersonName? Person, bool HasHadCoordinator, DateOnly? SinceOn, OfficeHolder Holder, OfficeTask? Task);

/// <summary>How many cases have no coordinator, and since when the longest gap has lasted.</summary>
internal sealed record CoordinatorGapCount(int Count, DateOnly? OldestSinceOn);

/// <summary>Cases that need a coordinator and have none today: first those that have lost one, the longest gap first, then those that wait for their first.</summary>
/// <remarks>A coordinator in the specialist health service does not fill the gap (L-65). See <see cref="CoordinatorCoverage"/>, which says the same of one case.</remarks>
internal sealed class ListCoordinatorGaps(IpDbContext db, OfficeCases cases, UserDirectory users, TimeProvider clock)
{
    /// <summary>From the consent on, someone must coordinate (domain §1.0, phases 8–13).</summary>
    private static readonly CaseState[] Needing =
    [
        CaseState.CoordinatorPending, CaseState.CoordinatorOnly, CaseState.Mapping, CaseState.Drafting, CaseState.AwaitingApproval, CaseState.Active, CaseState.UnderRevision,
    ];

    private static readonly CaseState[] Paused = [CaseState.Suspended, CaseState.TransferPending];

    private static readonly CaseState[] Looked = [.. Needing, .. Paused];

    private static readonly string[] AppointmentForms = ["appoint-coordinator", "appoint-successor"];

    public async Task<CoordinatorGapCount> CountAsync(CurrentUser user, OfficeFilter filter, CancellationToken cancellationToken)
    {
        var today = Today;
        var coordinated = Coordinated();
        var found = await Matching(user, filter, today)
            .Select(c => new { LastOn = coordinated.Where(p => p.CaseId == c.Id && p.ToOn < today).Max(p => p.ToOn) })
            .GroupBy(_ => 1).Select(g => new { Count = g.Count(), LastOn = g.Min(x => x.LastOn) }).FirstOrDefaultAsync(cancellationToken);
        return new(found?.Count ?? 0, found?.LastOn?.AddDays(1));
    }

    public async Task<Found<CaseWithoutCoordinator>> RunAsync(CurrentUser user, OfficeFilter filter, PageRequest page, int? counted, CancellationToken cancellationToken)
    {
        var today = Today;
        var matching = Matching(user, filter, today);
        var total = counted ?? await matching.CountAsync(cancellationToken);
        if (total <= page.Skip)
        {
            return new([], total);
        }

        var showsNames = CaseWords.ShowsNames(user);
        var coordinated = Coordinated();
        var rows = await matching
            .Select(c => new { Case = c, LastOn = coordinated.Where(p => p.CaseId == c.Id && p.ToOn < today).Max(p => p.ToOn) })
            .OrderBy(x => x.LastOn ?? DateOnly.MaxValue).ThenBy(x => x.Case.OpenedAt).ThenBy(x => x.Case.Id)
            .Skip(page.Skip).Take(page.Size)
            .Join(db.Persons, x => x.Case.PersonId, p => p.Id, (x, p) => new
            {
                x.Case.Id,
                x.Case.Reference,
                x.Case.Track,
                x.Case.State,
                x.Case.OpenedAt,
                x.LastOn,
                GivenName = showsNames ? p.GivenName : null,
                FamilyName = showsNames ? p.FamilyName : null,
            })
            .OrderBy(x => x.LastOn ?? DateOnly.MaxValue).ThenBy(x => x.OpenedAt).ThenBy(x => x.Id)
            .ToListAsync(cancellationToken);
        var tasks = await OpenTasksOfCases.ReadAsync(db, rows.Select(static r => r.Id), cancellationToken);

        return new([.. rows.Select(r =>
        {
            var task = tasks[r.Id].FirstOrDefault(static t => AppointmentForms.Contains(t.FormKey));
            return new CaseWithoutCoordinator(
                r.Id, r.Reference, r.Track, r.State, OfficeCases.NameOf(r.GivenName, r.FamilyName), r.LastOn is not null,
                r.LastOn?.AddDays(1) ?? (task is null ? null : NorwegianTime.DateOf(task.OpenedAt)),
                OfficeHolder.Of(task?.Assignee, task?.Role ?? Roles.CoordinatingUnit, users),
                task is null ? null : new OfficeTask(task.Id, task.Title));
        })], total);
    }

    private DateOnly Today => NorwegianTime.DateOf(clock.GetUtcNow());

    private IQueryable<CoordinatorPeriod> Coordinated() => db.CoordinatorPeriods.OutsideSpecialistHealth().Appointed();

    private IQueryable<IpCase> Matching(CurrentUser user, OfficeFilter filter, DateOnly today)
    {
        var inPlace = db.CoordinatorPeriods.OutsideSpecialistHealth().InPlaceOn(today);
        return cases.Of(user, filter)
            .Where(c => Looked.Contains(c.State) && (!Paused.Contains(c.State) || (c.StateBeforePause != null && Needing.Contains(c.StateBeforePause.Value))))
            .Where(c => !inPlace.Any(p => p.CaseId == c.Id));
    }
}
