using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>Whether the host can be given work: the database answers. Degraded when a job fails again and again, when the outbox lags, or when something has been given up.</summary>
internal sealed class OperationsHealth(IDbContextFactory<IpDbContext> contexts, IOptions<OperationsOptions> options, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (max, late) = (options.Value.MaxFailures, clock.GetUtcNow() - options.Value.MaxLag);
        var failing = await db.Jobs.Where(j => j.Failures >= max).Select(j => j.Key).ToListAsync(cancellationToken);
        if (failing.Count > 0)
        {
            return HealthCheckResult.Degraded($"Jobs that fail: {string.Join(", ", failing)}.");
        }

        // A message that was tried and failed waits for its next attempt; when it was made tells how long it has waited in all.
        return await db.Outbox.AnyAsync(m => m.State == OutboxState.Waiting && m.DueAt < late, cancellationToken)
            ? HealthCheckResult.Degraded("The outbox lags.")
            : HealthCheckResult.Healthy();
    }
}
