using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Puts a plan together as a document that people read, print and take with them. The caller has been let in by <see cref="CaseAccess"/>.</summary>
internal sealed class ReadPlanDocument(IpDbContext db, ReadPlan plans, UserDirectory users, RuleBook law, TimeProvider clock)
{
    /// <summary>What people open first: the version in use, and before there is one the draft. Null when the case has no plan, or nothing of it may be seen.</summary>
    public async Task<PlanDocument?> CurrentAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken) =>
        await FindAsync(opening, cancellationToken) is not { } found ? null
        : found.Versions.Count > 0 ? await OfVersionAsync(user, opening, found, found.Versions[^1], cancellationToken)
        : await OfDraftAsync(user, opening, found, cancellationToken);

    /// <summary>The draft as it is now.</summary>
    public async Task<PlanDocument?> DraftAsync(CurrentUser user, CaseOpening.Opened opening, CancellationToken cancellationToken) =>
        await FindAsync(opening, cancellationToken) is { } found ? await OfDraftAsync(user, opening, found, cancellationToken) : null;

    /// <summary>One approved version as it was fixed.</summary>
    public async Task<PlanDocument?> VersionAsync(CurrentUser user, CaseOpening.Opened opening, int number, CancellationToken cancellationToken) =>
        await FindAsync(opening, cancellationToken) is { } found && found.Versions.FirstOrDefault(v => v.Number == number) is { } version
            ? await OfVersionAsync(user, opening, found, version, cancellationToken)
            : null;

    private async Task<PlanDocument?> OfDraftAsync(CurrentUser user, CaseOpening.Opened opening, Found found, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sight = await PlanSight.OfAsync(db, user, opening, now, cancellationToken);
        if (sight.Cut(found.Plan.Draft) is not { } content)
        {
            return null;
        }

        var (facts, age) = await FactsAsync(opening.Case, sight, now, cancellationToken);
        var gaps = sight.IsWhole ? PlanCompleteness.Check(found.Plan.Draft, facts, law.For(NorwegianTime.DateOf(now)), age) : [];
        return await ComposeAsync(opening.Case, found, sight, content, facts, gaps, null, cancellationToken);
    }

    private async Task<PlanDocument?> OfVersionAsync(CurrentUser user, CaseOpening.Opened opening, Found found, PlanVersion version, CancellationToken cancellationToken)
    {
        var sight = await PlanSight.OfAsync(db, user, opening, clock.GetUtcNow(), cancellationToken);
        if (sight.Cut(version.Content) is not { } content)
        {
            return null;
        }

        ContentGap[] gaps = sight.IsWhole ? [.. version.MissingPoints.Select(point => new ContentGap(point, IsHard: false))] : [];
        return await ComposeAsync(opening.Case, found, sight, content, version.Facts, gaps, version, cancellationToken);
    }

    private async Task<PlanDocument> ComposeAsync(
        IpCase ipCase, Found found, PlanSight sight, PlanContent content, PlanFacts facts, IReadOnlyList<ContentGap> gaps, PlanVersion? version, CancellationToken cancellationToken)
    {
        var plan = found.Plan;
        var person = await db.Persons.FirstAsync(p => p.Id == ipCase.PersonId, cancellationToken);
        var participants = await db.PlanParticipants.Where(p => p.CaseId == ipCase.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var latest = found.Versions is [.., var newest] ? newest : null;
        var isEarlier = version is not null && version.Number != latest!.Number;
        return new PlanDocument(
            ipCase.Id, ipCase.Reference, sight.IsWhole ? new PersonName(person.GivenName, person.FamilyName) : null, person.Language, person.AddressProtection,
            plan.Id, plan.State, version?.Number, plan.VersionNumber, version?.Approval, version?.Approval.RecordedBy is { } by ? NameOf(by, person) : null,
            isEarlier ? null : plan.NextRevisionOn, content,
            Members(participants, facts, sight, isEarlier), facts.ResponsibleService ?? ipCase.MainResponsibleService,
            await CoordinatorAsync(ipCase.Id, isEarlier ? version!.Facts.CoordinatorPeriodId : null, cancellationToken),
            Consents(facts, sight), gaps, await plans.ProgressAsync(plan.Id, cancellationToken), !sight.IsWhole,
            plan.IsOpen && latest is not null && sight.IsWhole && PlanComparison.Between(latest.Content, plan.Draft).Count > 0,
            plan is { DraftedBy: { } writer, DraftedAt: { } at } ? new PlanWriting(NameOf(writer, person), at) : null,
            facts);
    }

    /// <summary>Who takes part: now for the plan in use, and as they stood for an earlier version.</summary>
    private PlanMember[] Members(List<PlanParticipant> participants, PlanFacts facts, PlanSight sight, bool isEarlier) => isEarlier
        ? [.. facts.Participants.Select(fact => new PlanMember(fact.Service, null, fact.Role, null, null))]
        : [.. participants.Where(p => p.State is ParticipantState.Invited or ParticipantState.Confirmed).Select(p => new PlanMember(
            p.Service, p.ContactUserId is null ? null : users.NameOf(p.ContactUserId), p.Role, p.State,
            sight.IsWhole || p.Service == sight.Service ? p.Contribution : null))];

    private static PlanConsent[] Consents(PlanFacts facts, PlanSight sight) =>
        [.. facts.Consents.Where(fact => fact.Type != ConsentType.Transfer && (sight.IsWhole || (fact.Type == ConsentType.Sharing && fact.RecipientService == sight.Service)))
            .DistinctBy(fact => (fact.Type, fact.RecipientService))
            .Select(fact => (Fact: fact, Record: sight.Consents.FirstOrDefault(c => c.Id == fact.ConsentId)))
            .Select(row => new PlanConsent(row.Fact.Type, row.Fact.RecipientService, row.Record?.Scope.Categories ?? [], row.Record?.FromOn, row.Record?.ToOn))];

    private async Task<CoordinatorView?> CoordinatorAsync(CaseId caseId, CoordinatorPeriodId? asItStood, CancellationToken cancellationToken)
    {
        var periods = await db.CoordinatorPeriods.Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        var period = asItStood is { } id ? periods.FirstOrDefault(p => p.Id == id) : CoordinatorCoverage.InPlaceOn(periods, NorwegianTime.DateOf(clock.GetUtcNow()));
        return period is null ? null : CoordinatorView.Of(period, users);
    }

    private async Task<(PlanFacts Facts, int Age)> FactsAsync(IpCase ipCase, PlanSight sight, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = NorwegianTime.DateOf(now);
        var participants = await db.PlanParticipants.Where(p => p.CaseId == ipCase.Id).ToListAsync(cancellationToken);
        var periods = await db.CoordinatorPeriods.Where(p => p.CaseId == ipCase.Id).ToListAsync(cancellationToken);
        var person = await db.Persons.FirstAsync(p => p.Id == ipCase.PersonId, cancellationToken);
        return (PlanFacts.Gather(participants, ipCase.MainResponsibleService, CoordinatorCoverage.InPlaceOn(periods, today), sight.Consents, now), person.AgeOn(today));
    }

    private async Task<Found?> FindAsync(CaseOpening.Opened opening, CancellationToken cancellationToken) =>
        await plans.FindAsync(opening.Case.Id, cancellationToken) is { } plan
            ? new Found(plan, await db.PlanVersions.Where(v => v.PlanId == plan.Id).OrderBy(v => v.Number).ToListAsync(cancellationToken))
            : null;

    /// <summary>The person is not in the directory of colleagues.</summary>
    private string NameOf(string userId, Person person) => userId == person.UserId ? $"{person.GivenName} {person.FamilyName}" : users.NameOf(userId);

    private sealed record Found(Plan Plan, IReadOnlyList<PlanVersion> Versions);
}
