using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>What stands at the top of every page of a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StandsIn">Where it stood before a pause; the same as <paramref name="State"/> for others.</param>
/// <param name="Why">Why it is paused or closed; null for others.</param>
/// <param name="Track">The legal track in words.</param>
/// <param name="Person">The person; null for those who may not know, or need not.</param>
/// <param name="Age">In whole years; null when the person is not shown.</param>
/// <param name="Unit">Code of the unit that handles the case; null when none has taken it, and for those who see parts.</param>
/// <param name="CaseManager">Name of the case manager; null when there is none.</param>
/// <param name="Coordinator">Who coordinates today; null when nobody does.</param>
/// <param name="NextDeadline">The deadline that ends first, or that has passed and is not answered; null when none runs.</param>
/// <param name="Today">The Norwegian date.</param>
/// <param name="Stages">The line from request to closing.</param>
/// <param name="Sight">How much of the case is shown.</param>
/// <param name="AccessReason">Why the reader said that the case is opened; null when nobody asked.</param>
internal sealed record CaseHeader(
    CaseId CaseId, string Reference, CaseState State, CaseState StandsIn, LocalizedText? Why, LocalizedText Track, PersonView? Person, int? Age,
    string? Unit, string? CaseManager, CoordinatorView? Coordinator, DeadlineView? NextDeadline, DateOnly Today, IReadOnlyList<CaseStage> Stages, CaseSight Sight, string? AccessReason)
{
    /// <summary>Whether the person's address is protected (P-19). The address itself is never shown on any page of a case.</summary>
    public bool IsAddressProtected => Person is { AddressProtection: not AddressProtection.None };

    /// <summary>Whether the user is the one who sets how the address is protected.</summary>
    public bool MayProtect { get; init; }

    /// <summary>Address of the case's first page.</summary>
    public string Address => CaseAddress.Of(CaseId);
}

/// <summary>Puts together what stands at the top of every page of a case. The caller has been let in by <see cref="CaseAccess"/>.</summary>
internal sealed class ReadCaseHeader(IpDbContext db, UserDirectory users, TimeProvider clock)
{
    public async Task<CaseHeader> RunAsync(CurrentUser user, CaseOpening.Opened opening, string? reason, CancellationToken cancellationToken)
    {
        var found = opening.Case;
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var isWhole = opening.Sight == CaseSight.Whole && Policies.Granted[Policies.ReadCase].Any(user.Has);
        var person = isWhole ? await db.Persons.FirstAsync(p => p.Id == found.PersonId, cancellationToken) : null;
        var standsIn = found.StateBeforePause ?? found.State;
        var why = found.CloseReason is { } closed && isWhole ? CaseNames.Closed(closed) : found.SuspensionReason is { } paused && isWhole ? CaseNames.Paused(paused) : null;

        return new CaseHeader(
            found.Id, found.Reference, found.State, standsIn, why, CaseNames.Track(found.Track, found.RuleSetKey),
            person is null ? null : PersonView.Of(person), person?.AgeOn(person.DeceasedOn ?? today),
            isWhole ? found.Unit : null,
            isWhole && found.CaseManagerId is { } manager ? users.NameOf(manager) : null,
            await CoordinatorAsync(found.Id, today, cancellationToken),
            isWhole ? await NextDeadlineAsync(found.Id, today, cancellationToken) : null,
            today,
            CaseStages.Of(standsIn, standsIn == CaseState.Closed ? await PassedAsync(found.Id, cancellationToken) : []),
            opening.Sight, reason)
        {
            MayProtect = isWhole && ProtectAddress.May(user, found),
        };
    }

    private async Task<CoordinatorView?> CoordinatorAsync(CaseId caseId, DateOnly today, CancellationToken cancellationToken)
    {
        var periods = await db.CoordinatorPeriods.Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        return CoordinatorCoverage.InPlaceOn(periods, today) is { } period
            ? CoordinatorView.Of(period, users)
            : null;
    }

    private async Task<DeadlineView?> NextDeadlineAsync(CaseId caseId, DateOnly today, CancellationToken cancellationToken) =>
        await WaitingDeadlines.In(db, today).Where(d => d.CaseId == caseId).OrderBy(d => d.EffectiveOn).ThenBy(d => d.Key).FirstOrDefaultAsync(cancellationToken) is { } next
            ? DeadlineView.Of(next)
            : null;

    /// <summary>Where a case that has ended came by, as its history tells.</summary>
    private async Task<IReadOnlyCollection<CaseState>> PassedAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var moves = await db.History.Where(h => h.CaseId == caseId && h.Event == "case-state-changed").Select(h => h.Details).ToListAsync(cancellationToken);
        var passed = new HashSet<CaseState> { CaseState.Requested };
        foreach (var move in moves)
        {
            if (Enum.TryParse<CaseState>((string?)JsonNode.Parse(move)?["to"], out var state))
            {
                passed.Add(state);
            }
        }

        return passed;
    }
}
