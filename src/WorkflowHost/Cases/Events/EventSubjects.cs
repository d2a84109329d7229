using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.Events;

/// <summary>What in a case can be reported about.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Decisions">Decisions that have been made, the latest first.</param>
/// <param name="Appeals">Appeals that are not ended.</param>
/// <param name="Consents">Consents in force.</param>
/// <param name="Requests">Requests, the latest first.</param>
/// <param name="Participants">Services that take part in the plan, or are invited.</param>
/// <param name="HasCoordinator">Whether someone coordinates today or is to.</param>
/// <param name="HasApprovedPlan">Whether a version of the plan has been approved.</param>
internal sealed record EventSubjects(
    CaseState State, IReadOnlyList<Decision> Decisions, IReadOnlyList<Appeal> Appeals, IReadOnlyList<ConsentRecord> Consents, IReadOnlyList<CaseRequest> Requests,
    IReadOnlyList<PlanParticipant> Participants, bool HasCoordinator, bool HasApprovedPlan)
{
    public bool IsOpen => State != CaseState.Closed;
}

/// <summary>Reads what in a case can be reported about. The caller has been let in by <see cref="CaseAccess"/>.</summary>
internal sealed class ReadEventSubjects(IpDbContext db)
{
    public async Task<EventSubjects> RunAsync(OpenedCase opened, CancellationToken cancellationToken)
    {
        var id = opened.Id;
        var today = opened.Header.Today;
        return new EventSubjects(
            opened.Header.State,
            [.. (await db.Decisions.Where(d => d.CaseId == id).OrderByDescending(d => d.Id).ToListAsync(cancellationToken)).Where(static d => d.IsMade)],
            [.. (await db.Appeals.Where(a => a.CaseId == id).OrderByDescending(a => a.Id).ToListAsync(cancellationToken)).Where(static a => a.IsOpen)],
            await db.Consents.Where(c => c.CaseId == id && c.State == ConsentState.Given).OrderBy(c => c.Id).ToListAsync(cancellationToken),
            await db.Requests.Where(r => r.CaseId == id).OrderByDescending(r => r.Id).ToListAsync(cancellationToken),
            await db.PlanParticipants.Where(p => p.CaseId == id && (p.State == ParticipantState.Invited || p.State == ParticipantState.Confirmed)).OrderBy(p => p.Id).ToListAsync(cancellationToken),
            await db.CoordinatorPeriods.AnyAsync(p => p.CaseId == id && (p.State == CoordinatorState.Appointed || p.State == CoordinatorState.Ended) && (p.ToOn == null || p.ToOn >= today), cancellationToken),
            await db.Set<PlanVersion>().AnyAsync(v => v.CaseId == id, cancellationToken));
    }
}
