using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>What came of asking to see an instance.</summary>
internal abstract record InstanceOpening
{
    private InstanceOpening()
    {
    }

    public sealed record Opened(OpenedInstance Instance) : InstanceOpening;

    public sealed record Refused(Refusal Refusal) : InstanceOpening;
}

/// <summary>Who may see which instances (and, with the role for it, change them): one of a case only those who may know of the case, others everyone who may look at flows at all.</summary>
internal sealed class InstanceAccess(IpDbContext db, CaseBonds bonds, CaseAccess cases, DefinitionCatalogue catalogue)
{
    /// <summary>The instances that the user may know of, as a query.</summary>
    public IQueryable<WorkflowInstance> VisibleTo(CurrentUser user)
    {
        var visible = bonds.VisibleTo(user);
        return db.WorkflowInstances.AsNoTracking().Where(i => i.CaseId == null || visible.Any(c => c.Id == i.CaseId));
    }

    /// <summary>Opens an instance for reading; a look at one of a case is logged, also a refused one.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="id">The instance.</param>
    /// <param name="part">What of it: null for the instance itself, or <c>journal</c>, <c>steps</c>, <c>variables</c>, <c>export</c>.</param>
    /// <param name="reason">Why, when told.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<InstanceOpening> OpenAsync(CurrentUser user, WorkflowInstanceId id, string? part, CallReason reason, CancellationToken cancellationToken)
    {
        if (await db.WorkflowInstances.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellationToken) is not { } row)
        {
            return new InstanceOpening.Refused(Refusal.NotFound());
        }

        if (row.CaseId is not { } caseId)
        {
            return new InstanceOpening.Opened(Describe(row, null));
        }

        return await cases.OpenWorkflowAsync(user, caseId, part, id.ToString(), reason, cancellationToken) is { } refusal
            ? new InstanceOpening.Refused(refusal)
            : new InstanceOpening.Opened(Describe(row, await db.Cases.Where(c => c.Id == caseId).Select(c => c.Reference).FirstAsync(cancellationToken)));
    }

    private OpenedInstance Describe(WorkflowInstance row, string? reference) => new(row, catalogue.Require(row.DefinitionId, row.DefinitionVersion), reference);
}
