using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Coordinators;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>A case in the list as people see it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Track">Its legal track in words.</param>
/// <param name="Person">Whose it is; null for those who may not know, or need not.</param>
/// <param name="IsAddressProtected">Whether the person's address is protected (P-19), for those who see the name.</param>
/// <param name="CaseManager">Name of the case manager, or null.</param>
/// <param name="Coordinator">Name of who coordinates today, or null.</param>
/// <param name="NextDeadline">The deadline that ends first, or that has passed and is not answered; null when none runs.</param>
internal sealed record FoundCase(
    CaseId CaseId, string Reference, CaseState State, LocalizedText Track, PersonName? Person, bool IsAddressProtected, string? CaseManager, string? Coordinator, DeadlineView? NextDeadline);

/// <summary>One page of a list of cases, and how many there are in all.</summary>
internal sealed record FoundCases(IReadOnlyList<FoundCase> Items, int Total);

/// <summary>
/// The list of cases: finds them among those that the user may know of. A page costs four statements, however many cases there are: one that counts, one
/// that finds the page's ids in an index, and two that read what is shown of them and of their deadlines.
/// </summary>
internal sealed class FindCases(IpDbContext db, CaseBonds bonds, CaseAccess access, UserDirectory users, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>Cases that are so few that each one's next deadline is looked up to put them in order.</summary>
    public int Few { get; init; } = 2_000;

    private DateOnly Today => NorwegianTime.DateOf(clock.GetUtcNow());

    public async Task<FoundCases> RunAsync(CurrentUser user, CaseFilter filter, PageRequest page, CallReason reason, CancellationToken cancellationToken)
    {
        var today = Today;
        var cases = Matching(user, filter, await ScopedAsync(user, filter.Scope, cancellationToken), today);
        var total = await cases.CountAsync(cancellationToken);
        var items = total <= page.Skip ? [] : await PageAsync(user, await IdsAsync(cases, filter.Order, total, page, today, cancellationToken), today, cancellationToken);

        if (filter.Words is not null)
        {
            await access.LogSearchAsync(user, CaseWords.IsIdentityNumber(filter.Words) ? "search-by-number" : "search", reason, total, cancellationToken);
        }

        return new FoundCases(items, total);
    }

    /// <summary>The cases of a scope, as a query.</summary>
    public async Task<IQueryable<IpCase>> ScopedAsync(CurrentUser user, CaseScope scope, CancellationToken cancellationToken)
    {
        var visible = bonds.VisibleTo(user);
        switch (scope)
        {
            case CaseScope.Mine:
                var own = await bonds.IdsOfOwnAsync(user, cancellationToken);
                return visible.Where(c => own.Contains(c.Id));
            case CaseScope.Unit:
                return OfUnit(visible, user, await WorkUnit.OfAsync(user, users, cancellationToken));
            default:
                return visible;
        }
    }

    /// <summary>Those that the unit handles or has the main responsibility for, or that someone in it manages or coordinates.</summary>
    private IQueryable<IpCase> OfUnit(IQueryable<IpCase> cases, CurrentUser user, WorkUnit unit)
    {
        var (members, service) = (unit.Members, user.Service);
        var coordinated = Current(Today).Where(p => members.Contains(p.UserId)).Select(p => p.CaseId);
        return cases.Where(c => members.Contains(c.CaseManagerId!) || (service != null && (c.Unit == service || c.MainResponsibleService == service)) || coordinated.Contains(c.Id));
    }

    private IQueryable<IpCase> Matching(CurrentUser user, CaseFilter filter, IQueryable<IpCase> scoped, DateOnly today)
    {
        var cases = filter.Shown switch
        {
            CaseShown.Open => scoped.Where(c => c.State != CaseState.Closed),
            var shown when CaseFilter.StatesOf(shown) is { } states => scoped.Where(c => states.Contains(c.State)),
            _ => scoped,
        };
        cases = filter.Track is { } track ? cases.Where(c => c.Track == track) : cases;
        cases = filter.Manager switch
        {
            null => cases,
            CaseFilter.Nobody => cases.Where(c => c.CaseManagerId == null),
            var manager => cases.Where(c => c.CaseManagerId == manager),
        };
        if (filter.IsOverdue)
        {
            var overdue = WaitingDeadlines.OfOffice(db, null, today.AddDays(-1)).Select(d => d.CaseId);
            cases = cases.Where(c => overdue.Contains(c.Id));
        }

        if (filter.IsDueThisWeek)
        {
            var near = WaitingDeadlines.OfOffice(db, today, CountTasks.SundayOf(today)).Select(d => d.CaseId);
            cases = cases.Where(c => near.Contains(c.Id));
        }

        return Searched(user, cases, filter.Words);
    }

    private IQueryable<IpCase> Searched(CurrentUser user, IQueryable<IpCase> cases, string? words)
    {
        if (!CaseWords.IsIdentityNumber(words))
        {
            return CaseWords.Matching(db, cases, words, CaseWords.ShowsNames(user));
        }

        // The search was asked for by someone with the right to it; an address that brings it back asks again.
        var number = Policies.Granted[Policies.SearchByNumber].Any(user.Has) && NationalIdentityNumber.TryParse(words, !environment.IsProduction(), out var read, out _) ? read.Value : "";
        return cases.Where(c => db.PersonIdentifiers.Any(i => i.PersonId == c.PersonId && i.Number == number));
    }

    /// <summary>Ids of the page's cases, in the order of the list.</summary>
    private async Task<List<CaseId>> IdsAsync(IQueryable<IpCase> cases, CaseOrder order, int total, PageRequest page, DateOnly today, CancellationToken cancellationToken)
    {
        var waiting = WaitingDeadlines.In(db, today);
        if (order == CaseOrder.Newest)
        {
            return await cases.OrderByDescending(c => c.Reference).Select(c => c.Id).Skip(page.Skip).Take(page.Size).ToListAsync(cancellationToken);
        }

        if (total <= Few)
        {
            return await cases.Select(c => new { c.Id, c.Reference, NextOn = waiting.Where(d => d.CaseId == c.Id).Min(d => (DateOnly?)d.EffectiveOn) })
                .OrderBy(x => x.NextOn ?? DateOnly.MaxValue).ThenBy(x => x.Id).Select(x => x.Id).Skip(page.Skip).Take(page.Size).ToListAsync(cancellationToken);
        }

        // Of many cases the nearest deadlines are walked in an index until the page is full, each case at the first of its own; what has none comes after them.
        var ids = await waiting.Where(d => !waiting.Any(e => e.CaseId == d.CaseId && (e.EffectiveOn < d.EffectiveOn || (e.EffectiveOn == d.EffectiveOn && string.Compare(e.Key, d.Key) < 0))))
            .Where(d => cases.Any(c => c.Id == d.CaseId)).OrderBy(d => d.EffectiveOn).ThenBy(d => d.CaseId)
            .Select(d => d.CaseId).Skip(page.Skip).Take(page.Size).ToListAsync(cancellationToken);
        if (ids.Count < page.Size)
        {
            var without = cases.Where(c => !waiting.Any(d => d.CaseId == c.Id));
            var before = total - await without.CountAsync(cancellationToken);
            ids.AddRange(await without.OrderBy(c => c.Id).Select(c => c.Id).Skip(Math.Max(0, page.Skip - before)).Take(page.Size - ids.Count).ToListAsync(cancellationToken));
        }

        return [.. ids.Distinct()];
    }

    private async Task<IReadOnlyList<FoundCase>> PageAsync(CurrentUser user, List<CaseId> ids, DateOnly today, CancellationToken cancellationToken)
    {
        var showsNames = CaseWords.ShowsNames(user);
        var showsWhole = CaseListColumns.ShowsWhole(user);
        var current = Current(today);
        var rows = await db.Cases.Where(c => ids.Contains(c.Id)).Join(db.Persons, c => c.PersonId, p => p.Id, (c, p) => new
        {
            c.Id,
            c.Reference,
            c.State,
            c.Track,
            c.RuleSetKey,
            c.CaseManagerId,
            CoordinatorId = current.Where(o => o.CaseId == c.Id).OrderByDescending(o => o.FromOn).Select(o => o.UserId).FirstOrDefault(),
            GivenName = showsNames ? p.GivenName : null,
            FamilyName = showsNames ? p.FamilyName : null,
            p.AddressProtection,
        }).ToDictionaryAsync(static r => r.Id, cancellationToken);
        var deadlines = showsWhole
            ? (await WaitingDeadlines.In(db, today).Where(d => ids.Contains(d.CaseId)).ToListAsync(cancellationToken)).ToLookup(static d => d.CaseId)
            : Array.Empty<Deadline>().ToLookup(static d => d.CaseId);

        return [.. ids.Select(id => rows[id]).Select(r => new FoundCase(
            r.Id, r.Reference, r.State, CaseNames.Track(r.Track, r.RuleSetKey), r.GivenName is null || r.FamilyName is null ? null : new PersonName(r.GivenName, r.FamilyName),
            showsNames && r.AddressProtection != AddressProtection.None,
            showsWhole && r.CaseManagerId is { } manager ? users.NameOf(manager) : null,
            r.CoordinatorId is { } coordinator ? users.NameOf(coordinator) : null,
            deadlines[r.Id].OrderBy(static d => d.EffectiveOn).ThenBy(static d => d.Key, StringComparer.Ordinal).Select(DeadlineView.Of).FirstOrDefault()))];
    }

    /// <summary>Those who coordinate today; one in the specialist health service does not stand for the municipality's (L-65).</summary>
    private IQueryable<CoordinatorPeriod> Current(DateOnly today) => db.CoordinatorPeriods.OutsideSpecialistHealth().InPlaceOn(today);
}
