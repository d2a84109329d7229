namespace IndividualPlan.Workflows.Audit;

/// <summary>Who performs an operation, as history will show it: a user, the roles held at that moment, and the service acted for.</summary>
public sealed record Actor
{
    /// <summary>The actor of reminders, timers and other background work (role <see cref="Roles.System"/>).</summary>
    public static readonly Actor System = new("system", Audit.Roles.System);

    /// <summary>An actor with several roles.</summary>
    /// <param name="userId">Stable user id, never a name or identity number; at most <see cref="TextLimits.UserId"/> characters.</param>
    /// <param name="roles">Role codes, see <see cref="Audit.Roles"/>.</param>
    /// <param name="service">Code of the service that the user acts for; null for the person and for background work.</param>
    /// <param name="onBehalfOf">User id of the one acted for (representative, guardian, substitute), or null.</param>
    public Actor(string userId, IReadOnlyList<string> roles, string? service = null, string? onBehalfOf = null)
    {
        UserId = TextLimits.Require(userId, TextLimits.UserId, nameof(userId));
        Roles = roles;
        Service = service;
        OnBehalfOf = onBehalfOf;
    }

    /// <summary>An actor with one role.</summary>
    /// <param name="userId">Stable user id, never a name or identity number.</param>
    /// <param name="role">Role code, see <see cref="Audit.Roles"/>.</param>
    /// <param name="service">Code of the service that the user acts for, or null.</param>
    public Actor(string userId, string role, string? service = null)
        : this(userId, [role], service)
    {
    }

    /// <summary>Stable user id; "system" for background work.</summary>
    public string UserId { get; }

    /// <summary>Role codes held when the operation was made.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>Code of the service acted for, or null.</summary>
    public string? Service { get; }

    /// <summary>User id of the one acted for, or null when acting in own name (P-32).</summary>
    public string? OnBehalfOf { get; }

    /// <summary>True for background work, which no person can be asked about.</summary>
    public bool IsSystem => HasRole(Audit.Roles.System);

    /// <summary>Whether the actor holds the role; comparison is by exact code.</summary>
    public bool HasRole(string role) => Roles.Contains(role, StringComparer.Ordinal);
}
