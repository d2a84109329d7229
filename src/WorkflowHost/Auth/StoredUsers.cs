using System.Collections.Frozen;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>The directory outside demo mode: everyone who has signed in with a role that is held at work.</summary>
/// <remarks>Names are read together and kept for a minute, so that a page with many names asks once; a colleague who signs in on this node is known at once.</remarks>
internal sealed class StoredUsers(IDbContextFactory<IpDbContext> contexts, DirectoryOptions options, TimeProvider clock) : UserDirectory
{
    private static readonly TimeSpan NamesAreKept = TimeSpan.FromMinutes(1);
    private NameList? _names;

    public override string NameOf(string? userId)
    {
        if (userId is null)
        {
            return "";
        }

        var now = clock.GetUtcNow();
        var names = _names;
        if (names is null || now >= names.GoodUntil)
        {
            using var db = contexts.CreateDbContext();
            names = _names = new(
                db.Users.Select(u => new { u.UserId, u.Name }).ToFrozenDictionary(u => u.UserId, u => u.Name, StringComparer.Ordinal), now + NamesAreKept);
        }

        return names.ById.GetValueOrDefault(userId, userId);
    }

    public override async Task<Colleague?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.Users.FirstOrDefaultAsync(u => u.UserId == userId, cancellationToken))?.ToColleague();
    }

    /// <summary>Reads the names anew when they are next asked for.</summary>
    public void Forget() => _names = null;

    public override async Task<IReadOnlyList<string>> ServicesWithAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow() - options.ListedFor;
        var lists = await db.Users.Where(u => u.RoleList != "" && u.ServiceList != "" && u.LastSignInAt >= since).Select(u => new { u.RoleList, u.ServiceList }).Distinct().ToListAsync(cancellationToken);
        return [.. lists.Where(l => roles.Any(role => l.RoleList.Contains(KnownUser.Entry(role), StringComparison.Ordinal)))
            .SelectMany(l => l.ServiceList.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    protected override async Task<IReadOnlyList<Colleague>> ListAsync(string? role, string? service, string? text, int atMost, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow() - options.ListedFor;
        var users = db.Users.Where(u => u.RoleList != "" && u.LastSignInAt >= since);
        if (role is not null)
        {
            var entry = KnownUser.Entry(role);
            users = users.Where(u => u.RoleList.Contains(entry));
        }

        if (service is not null)
        {
            var entry = KnownUser.Entry(service);
            users = users.Where(u => u.ServiceList.Contains(entry));
        }

        if (text is not null)
        {
            var key = KnownUser.Key(text);
            users = users.Where(u => u.NameKey.Contains(key));
        }

        var found = await users.OrderBy(u => u.NameKey).ThenBy(u => u.UserId).Take(atMost).ToListAsync(cancellationToken);
        return ByName(found.Select(u => u.ToColleague()));
    }

    private sealed record NameList(FrozenDictionary<string, string> ById, DateTimeOffset GoodUntil);
}
