using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>
/// Which cases a user may know of (role × unit × case, P-10): those of the user's unit, and those to which the user has a bond: the own case, a ward's, those
/// coordinated, those taken part in, those with a task that lies with the user.
/// </summary>
internal sealed class CaseBonds(IpDbContext db, RuleBook law, TimeProvider clock)
{
    /// <summary>Roles that are held in a unit. They work with the cases of that unit, and with those that no unit has taken yet.</summary>
    public static readonly IReadOnlyList<string> UnitRoles = [Roles.CaseManager, Roles.Approver, Roles.OfficeLeader];

    /// <summary>Roles whose work is with the cases of all units.</summary>
    private static readonly string[] OverallRoles = [Roles.CoordinatingUnit, Roles.Auditor, Roles.Archivist];

    private static readonly string[] OfficeRoles = [.. UnitRoles, .. OverallRoles];

    /// <summary>Whether the user works in an office, and so sees whole cases: of the unit, or of all units.</summary>
    public static bool WorksInOffice(CurrentUser user) => user.HasAny(OfficeRoles);

    /// <summary>The cases that the user may know of at all, as a query.</summary>
    public IQueryable<IpCase> VisibleTo(CurrentUser user)
    {
        if (WorksInOffice(user))
        {
            var protectedPersons = Protected();
            var visible = db.Cases.Where(c => !protectedPersons.Contains(c.PersonId) || c.CaseManagerId == user.UserId);
            if (!AreBoundToUnit(user.Roles))
            {
                return visible;
            }

            var units = user.Services;
            var own = OwnBonds(user);
            return visible.Where(c => c.Unit == null || units.Contains(c.Unit) || c.CaseManagerId == user.UserId || own.Contains(c.Id));
        }

        if (user.HasAny(Roles.Coordinator, Roles.ChildCoordinator))
        {
            return CoordinatedBy(user);
        }

        if (user.Has(Roles.Participant))
        {
            return TakenPartInBy(user);
        }

        return user switch
        {
            { PersonNumber: { } own, ActsFor: { } ward } => CasesOf(own).Concat(FollowedFor(ward)),
            { PersonNumber: { } own } => CasesOf(own),
            { ActsFor: { } ward } => FollowedFor(ward),
            _ => db.Cases.Where(static _ => false),
        };
    }

    private IQueryable<IpCase> CasesOf(string number)
    {
        var living = Living(number);
        return db.Cases.Where(c => living.Contains(c.PersonId));
    }

    /// <summary>
    /// The cases of a child that the parents follow. From the age at which the young person alone consents on the case's track, only those that the young person lets them follow;
    /// from 18 none (L-57, L-60): the bond of a parent ends at the start of that day, which the case knows as a deadline (D-19). A guardian of someone who was of age when the case
    /// began follows it still: that is no parent (VERGE § 20). Ages are those of the rule set of the day.
    /// </summary>
    private IQueryable<IpCase> FollowedFor(string number)
    {
        var living = Living(number);
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var rules = law.For(today);
        var bornAfter = today.AddYears(-CoordinatorPeriod.ChildUntilAge);
        var children = db.Cases.Where(c => db.Persons.Any(p => p.Id == c.PersonId && living.Contains(p.Id)
            && (p.BornOn > bornAfter || !db.Deadlines.Any(d => d.CaseId == c.Id && d.Key == DeadlineKeys.AgeChange && d.EffectiveOn <= today))));
        foreach (var table in rules.Tracks.Values.GroupBy(t => t.ConsentAges))
        {
            if (rules.ConsentAges[table.Key].FirstOrDefault(static row => row is { PersonConsents: true, ParentsConsent: false }) is not { } alone)
            {
                continue;
            }

            List<string> tracks = [.. table.Select(t => t.Key)];
            var youngestAlone = today.AddYears(-alone.FromAge);
            children = children.Where(c => !tracks.Contains(c.Track) || db.Persons.Any(p => p.Id == c.PersonId && (p.BornOn > youngestAlone || p.BornOn <= bornAfter))
                || db.Consents.Any(s => s.CaseId == c.Id && s.Type == ConsentType.Sharing && s.RecipientService == Auth.RoleNames.Parents && s.State == ConsentState.Given && (s.ToOn == null || s.ToOn >= today)));
        }

        return children;
    }

    /// <summary>
    /// Cases that someone in an office may not know of, for lists that are too long to ask of each row whether it is visible: those of persons with a strictly
    /// protected address that are not the user's own (P-20), and those of other units to which the user has no bond.
    /// </summary>
    public IQueryable<CaseId> HiddenFrom(CurrentUser user)
    {
        var protectedPersons = Protected();
        var hidden = db.Cases.Where(c => protectedPersons.Contains(c.PersonId) && c.CaseManagerId != user.UserId).Select(c => c.Id);
        if (!AreBoundToUnit(user.Roles))
        {
            return hidden;
        }

        var units = user.Services;
        var own = OwnBonds(user);
        // Below and above the own unit, and not "other than": so the index by unit is read for the others alone.
        var unit = units.Count > 0 ? units[0] : "";
        IQueryable<CaseId> Foreign(IQueryable<IpCase> cases) => cases.Where(c => !units.Contains(c.Unit!) && c.CaseManagerId != user.UserId && !own.Contains(c.Id)).Select(c => c.Id);
        return hidden.Concat(Foreign(db.Cases.Where(c => string.Compare(c.Unit, unit) < 0))).Concat(Foreign(db.Cases.Where(c => string.Compare(c.Unit, unit) > 0)));
    }

    /// <summary>Whether a unit's cases are within the work of someone with these roles and services; true where no unit binds.</summary>
    public static bool ReachesUnit(IReadOnlyList<string> roles, IReadOnlyList<string> services, string? unit) =>
        unit is null || !AreBoundToUnit(roles) || services.Contains(unit, StringComparer.Ordinal);

    /// <summary>Persons whose cases nobody but the case manager may know of (P-20).</summary>
    public IQueryable<PersonId> Protected() => ProtectedIn(db);

    /// <summary>The same, in the transaction of a change.</summary>
    public static IQueryable<PersonId> ProtectedIn(IpDbContext db) => db.Persons.Where(p => p.AddressProtection >= AddressProtection.StrictlyConfidential).Select(p => p.Id);

    /// <summary>Whether the case is the user's own, or that of a person whom the user acts for. A death closes both doors at once (scenario 20).</summary>
    public Task<bool> IsOwnAsync(CurrentUser user, IpCase opened, CancellationToken cancellationToken)
    {
        var cases = user.Has(Roles.Person) ? (user.PersonNumber is { } own ? CasesOf(own) : null) : user.ActsFor is { } ward ? FollowedFor(ward) : null;
        return cases is null ? Task.FromResult(false) : cases.AnyAsync(c => c.Id == opened.Id, cancellationToken);
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

    /// <summary>Two questions and not one with "or", so that the index by assignee answers both.</summary>
    private IQueryable<CaseId> WorkedOnBy(CurrentUser user)
    {
        var roles = user.Roles;
        var covered = Substitutes.CoveredBy(db, user.UserId, NorwegianTime.DateOf(clock.GetUtcNow()));
        var open = db.HumanTasks.Where(t => t.EndedAt == null && t.CaseId != null);
        return open.Where(t => t.Assignee == user.UserId).Select(t => t.CaseId!.Value)
            .Concat(open.Where(t => covered.Contains(t.Assignee!) && (t.Role == null || roles.Contains(t.Role))).Select(t => t.CaseId!.Value));
    }

    /// <summary>The living person with this number, now or before.</summary>
    private IQueryable<PersonId> Living(string number) =>
        db.PersonIdentifiers.Where(i => i.Number == number && db.Persons.Any(p => p.Id == i.PersonId && p.DeceasedOn == null)).Select(i => i.PersonId);

    /// <summary>The units whose cases, beside those that no unit has taken, are a user's to count; null for those who work with all.</summary>
    public static IReadOnlyList<string>? UnitsOf(CurrentUser user) => AreBoundToUnit(user.Roles) ? user.Services : null;

    private static bool AreBoundToUnit(IReadOnlyList<string> roles) => roles.Any(UnitRoles.Contains) && !roles.Any(OverallRoles.Contains);

    /// <summary>Cases in which the user has a part beside the work of the unit.</summary>
    private IQueryable<CaseId> OwnBonds(CurrentUser user) =>
        user.HasAny(Roles.Coordinator, Roles.ChildCoordinator) ? CoordinatedBy(user).Select(c => c.Id)
        : user.Has(Roles.Participant) ? TakenPartInBy(user).Select(c => c.Id)
        : WorkedOnBy(user);
}
