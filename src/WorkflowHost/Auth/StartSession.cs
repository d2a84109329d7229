using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Keeps that someone has signed in: the session, history for everybody, and the directory for those who work here.</summary>
/// <remarks>History holds ids and codes. The name is kept in the directory alone, where the next sign-in replaces it.</remarks>
internal sealed class StartSession(WorkWriter writer, StoredUsers directory, TimeProvider clock)
{
    /// <summary>Someone has signed in with roles in this product.</summary>
    /// <param name="user">As the session will say.</param>
    /// <param name="email">Where e-mails go, or null.</param>
    /// <param name="services">All services worked for.</param>
    /// <param name="level">How sure the provider is of who it is (<c>acr</c>), or null.</param>
    /// <param name="session">The session that begins.</param>
    /// <param name="cancellationToken">Cancels before anything is stored.</param>
    public Task RunAsync(CurrentUser user, string? email, IReadOnlyList<string> services, string? level, UserSession session, CancellationToken cancellationToken) =>
        writer.RunAsync(new Operation(user.Actor, "Logget inn.", clock.GetUtcNow()), async (work, token) =>
        {
            await work.Db.Sessions.Where(s => s.GoodUntil < work.Operation.Now).ExecuteDeleteAsync(token);
            work.Db.Add(session);
            work.Operation.Record(null, "user-signed-in", ("level", level));
            if (user.Roles.Any(UserDirectory.StaffRoles.Contains))
            {
                await RememberAsync(work, user, email, services, token);
            }
        }, cancellationToken);

    /// <summary>Someone known has come back without any role: no more work is offered to them.</summary>
    public Task RefusedAsync(string userId, CancellationToken cancellationToken) =>
        writer.RunAsync(new Operation(Actor.System, "Innlogging uten rolle.", clock.GetUtcNow()), async (work, token) =>
        {
            if (await work.Db.Users.FindAsync([userId], token) is { RoleList.Length: > 0 } known)
            {
                known.LoseRoles();
                work.Operation.Record(null, "user-roles-changed", ("userId", userId), ("roles", Array.Empty<string>()), ("services", Array.Empty<string>()));
            }
        }, cancellationToken);

    private async Task RememberAsync(Work work, CurrentUser user, string? email, IReadOnlyList<string> services, CancellationToken cancellationToken)
    {
        var known = await work.Db.Users.FindAsync([user.UserId], cancellationToken);
        var isNew = known is null;
        if (known is null)
        {
            work.Db.Add(known = new KnownUser(user.UserId));
        }

        if (known.SignedIn(Bounded(user.DisplayName), email, user.Roles, services, work.Operation.Now))
        {
            work.Operation.Record(null, isNew ? "user-registered" : "user-roles-changed", ("userId", user.UserId), ("roles", user.Roles), ("services", services));
        }

        work.AfterCommit(directory.Forget);
    }

    private static string Bounded(string name) => name.Trim() is { Length: > TextLimits.Name } tooLong ? tooLong[..TextLimits.Name] : name.Trim();
}
