using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Which cases a user has a bond to: the own case, a ward's, those coordinated, those taken part in.</summary>
internal sealed class CaseBonds(IpDbContext db, TimeProvider clock)
{
    /// <summary>Roles whose work is with all cases of the office.</summary>
    private static readonly string[] OfficeRoles =
        [Roles.CaseManager, Roles.CoordinatingUnit, Roles.Approver, Roles.OfficeLeader, Roles.Auditor, Roles.Archivist];

    public static bool WorksWithAllCases(CurrentUser user) => user.HasAny(OfficeRoles);

    /// <summary>The cases that the user may know of at all, as a query.</summary>
    public IQueryable<IpCase> VisibleTo(CurrentUser user)
    {
        if (WorksWithAllCases(user))
        {
            var hidden = Hidden();
            return db.Cases.Where(c => !hidden.Contains(c.PersonId) || c.CaseManagerId == user.UserId);
        }

        if (user.HasAny(Roles.Coordinator, Roles.ChildCoordinator))
        {
            return CoordinatedBy(user);
        }

        if (user.Has(Roles.Participant))
        {
            return TakenPartInBy(user);
        }

        var numbers = new[] { user.PersonNumber, user.ActsFor }.OfType<string>().ToArray();
        return db.Cases.Where(c => db.PersonIdentifiers.Any(i => i.PersonId == c.PersonId && numbers.Contains(i.Number)));
    }

    /// <summary>Cases that nobody but their case manager may know of (P-20).</summary>
    public IQueryable<IpCase> Protected()
    {
        var hidden = Hidden();
        return db.Cases.Where(c => hidden.Contains(c.PersonId));
    }

    /// <summary>Protected cases, as far as they are not the user's.</summary>
    public IQueryable<CaseId> HiddenFrom(CurrentUser user) => Protected().Where(c => c.CaseManagerId != user.UserId).Select(c => c.Id);

    /// <summary>Whether the case is the user's own, or that of a person whom the user acts for.</summary>
    public Task<bool> IsOwnAsync(CurrentUser user, IpCase opened, CancellationToken cancellationToken)
    {
        var number = user.Has(Roles.Person) ? user.PersonNumber : user.ActsFor;
        return number is null
            ? Task.FromResult(false)
            : db.PersonIdentifiers.AnyAsync(i => i.PersonId == opened.PersonId && i.Number == number, cancellationToken);
    }

    /// <summary>Cases whose coordinator the user is today, or is to be, or in which a task lies with the user; the same of an absent colleague for whom the user stands in.</summary>
    public IQueryable<IpCase> CoordinatedBy(CurrentUser user)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var covered = Substitutes.CoveredBy(db, user.UserId, today);
        var coordinated = db.CoordinatorPeriods
            .Where(p => (p.UserId == user.UserId || covered.Contains(p.UserId)) && (p.ToOn == null || p.ToOn >= today)).Select(p => p.CaseId);
        var working = WorkedOnBy(user);
        return db.Cases.Where(c => coordinated.Contains(c.Id) || working.Contains(c.Id));
    }

    /// <summary>The cases that are the user's own work: managed, coordinated or worked on, or those of an absent colleague for whom the user stands in.</summary>
    /// <remarks>Three questions to three indexes, so that it costs what the user has and not how many cases there are; as one statement it would read all of them.</remarks>
    public async Task<IReadOnlyList<CaseId>> IdsOfOwnAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var (userId, roles) = (user.UserId, user.Roles);
        List<string> workers = [userId, .. await Substitutes.CoveredBy(db, userId, today).ToListAsync(cancellationToken)];
        var managed = await db.Cases.Where(c => workers.Contains(c.CaseManagerId!)).Select(c => c.Id).ToListAsync(cancellationToken);
        var coordinated = await db.CoordinatorPeriods.Where(p => workers.Contains(p.UserId) && (p.ToOn == null || p.ToOn >= today)).Select(p => p.CaseId).ToListAsync(cancellationToken);
        var working = await db.HumanTasks
            .Where(t => t.EndedAt == null && t.CaseId != null && workers.Contains(t.Assignee!) && (t.Assignee == userId || t.Role == null || roles.Contains(t.Role)))
            .Select(t => t.CaseId!.Value).ToListAsync(cancellationToken);
        return [.. managed.Union(coordinated).Union(working)];
    }

    /// <summary>Cases in which the user is the contact of a participating service, while the plan consent stands (L-55), or in which a task lies with the user.</summary>
    public IQueryable<IpCase> TakenPartInBy(CurrentUser user)
    {
        var takingPart = db.PlanParticipants
            .Where(p => (p.ContactUserId == user.UserId || p.SubstituteUserId == user.UserId) && (p.State == ParticipantState.Invited || p.State == ParticipantState.Confirmed))
            .Where(p => db.Consents.Any(s => s.CaseId == p.CaseId && s.Type == ConsentType.Plan && s.State == ConsentState.Given))
            .Select(p => p.CaseId);
        var working = WorkedOnBy(user);
        return db.Cases.Where(c => takingPart.Contains(c.Id) || working.Contains(c.Id));
    }

    private IQueryable<CaseId> WorkedOnBy(CurrentUser user)
    {
        var roles = user.Roles;
        var covered = Substitutes.CoveredBy(db, user.UserId, NorwegianTime.DateOf(clock.GetUtcNow()));
        return db.HumanTasks
            .Where(t => t.EndedAt == null && t.CaseId != null && (t.Assignee == user.UserId || (covered.Contains(t.Assignee!) && (t.Role == null || roles.Contains(t.Role)))))
            .Select(t => t.CaseId!.Value);
    }

    private IQueryable<PersonId> Hidden() => db.Persons.Where(p => p.AddressProtection >= AddressProtection.StrictlyConfidential).Select(p => p.Id);
}
