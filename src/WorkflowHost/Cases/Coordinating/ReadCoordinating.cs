using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.Coordinating;

/// <summary>A reason why there is no plan, and for how long it has held.</summary>
internal sealed record ReasonHeld(NoPlanReasonId ReasonId, NoPlanReasonCode Code, bool IsPrimary, string? Note, DateOnly FromOn, DateOnly? EndedOn);

/// <summary>Something that coordinates, from a day to a day.</summary>
internal sealed record CoordinationHeld(CoordinationId CoordinationId, CoordinationKind Kind, string? Service, DateOnly FromOn, DateOnly? ToOn, string? Note)
{
    public bool IsOn(DateOnly day) => FromOn <= day && (ToOn is null || ToOn >= day);
}

/// <summary>Why a person has no plan, and what coordinates services instead or beside; the latest first.</summary>
internal sealed record CoordinatingView(IReadOnlyList<ReasonHeld> Reasons, IReadOnlyList<CoordinationHeld> Coordination);

/// <summary>Reads it. The caller has been let in by <see cref="CaseAccess"/>.</summary>
internal sealed class ReadCoordinating(IpDbContext db)
{
    public async Task<CoordinatingView> RunAsync(CaseId id, CancellationToken cancellationToken)
    {
        var reasons = await db.NoPlanReasons.AsNoTracking().Where(r => r.CaseId == id).ToListAsync(cancellationToken);
        var person = db.Cases.Where(c => c.Id == id).Select(static c => c.PersonId);
        var coordination = await db.Coordinations.AsNoTracking().Where(c => person.Contains(c.PersonId)).ToListAsync(cancellationToken);
        return new CoordinatingView(
            [.. reasons.OrderByDescending(static r => r.IsPrimary).ThenByDescending(static r => r.FromOn).ThenBy(static r => r.Code)
                .Select(static r => new ReasonHeld(r.Id, r.Code, r.IsPrimary, r.Note, r.FromOn, r.EndedOn))],
            [.. coordination.OrderByDescending(static c => c.FromOn).ThenBy(static c => c.Kind).Select(static c => new CoordinationHeld(c.Id, c.Kind, c.Service, c.FromOn, c.ToOn, c.Note))]);
    }
}
