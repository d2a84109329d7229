using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Ends sessions, so that no node takes their cookies any more.</summary>
internal sealed class EndSession(WorkWriter writer, IDbContextFactory<IpDbContext> contexts, TimeProvider clock)
{
    /// <summary>Someone has signed out here.</summary>
    public Task RunAsync(Guid sessionId, Actor actor, CancellationToken cancellationToken) =>
        writer.RunAsync(new Operation(actor, "Logget ut.", clock.GetUtcNow()), async (work, token) =>
        {
            if (await work.Db.Sessions.FindAsync([sessionId], token) is { EndedAt: null } session)
            {
                session.EndedAt = work.Operation.Now;
                work.Operation.Record(null, "user-signed-out");
            }
        }, cancellationToken);

    /// <summary>The provider tells that someone has signed out there. Tells how many sessions that ended; nothing is kept of a session that is not ours.</summary>
    public async Task<int> EndAtProviderAsync(string providerKey, CancellationToken cancellationToken)
    {
        // Anyone may send such a message; only one that names a session of ours comes as far as the writer.
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await db.Sessions.AnyAsync(s => s.ProviderKey == providerKey && s.EndedAt == null, cancellationToken))
            {
                return 0;
            }
        }

        return await writer.RunAsync(new Operation(Actor.System, "Logget ut hos innloggingstjenesten.", clock.GetUtcNow()), async (work, token) =>
        {
            var sessions = await work.Db.Sessions.AsTracking().Where(s => s.ProviderKey == providerKey && s.EndedAt == null).ToListAsync(token);
            foreach (var session in sessions)
            {
                session.EndedAt = work.Operation.Now;
            }

            work.Operation.Record(null, "sessions-ended-at-provider", ("sessions", sessions.Count));
            return sessions.Count;
        }, cancellationToken);
    }

    /// <summary>Whether the session is still good; asked at every request, which is one look-up by key.</summary>
    public async Task<bool> IsOpenAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Sessions.AnyAsync(s => s.Id == sessionId && s.EndedAt == null && s.GoodUntil > now, cancellationToken);
    }
}
