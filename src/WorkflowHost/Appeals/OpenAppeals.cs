using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Decisions;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Appeals;

/// <summary>The appeal that a step is about.</summary>
internal static class OpenAppeals
{
    /// <summary>The named appeal, else the newest that is not at an end, else the newest.</summary>
    public static async Task<Appeal?> FindAsync(ApplyScope scope, string? appealId, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var appeals = await scope.Work.Db.Set<Appeal>().Where(a => a.CaseId == caseId).ToListAsync(cancellationToken);

        return ScopedCase.IdOf(appealId) is { } id && appeals.FirstOrDefault(a => a.Id.Value == id) is { } named
            ? named
            : appeals.OrderBy(a => a.IsOpen).ThenBy(a => a.ReceivedAt).LastOrDefault();
    }

    public static async Task<Appeal> RequireAsync(ApplyScope scope, string? appealId, CancellationToken cancellationToken) =>
        await FindAsync(scope, appealId, cancellationToken) ?? throw new InvalidOperationException("The case has no appeal.");

    public static async Task<Decision?> DecisionAsync(ApplyScope scope, Appeal appeal, CancellationToken cancellationToken)
    {
        var decisionId = appeal.DecisionId;
        return decisionId is null ? null : await scope.Work.Db.Set<Decision>().FirstOrDefaultAsync(d => d.Id == decisionId, cancellationToken);
    }
}
