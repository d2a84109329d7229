using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Someone who works in the product, as known from the last sign-in.</summary>
/// <param name="UserId">Stable id; what tasks and history hold.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Roles">Role codes held at the last sign-in.</param>
/// <param name="Services">Codes of the services or offices worked for, the first one foremost; empty when none is known.</param>
/// <param name="LastSignInAt">When the person last signed in; null in demo mode.</param>
internal sealed record Colleague(string UserId, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Services, DateTimeOffset? LastSignInAt = null)
{
    /// <summary>The service to show and to act for, or null.</summary>
    public string? Service => Services.Count > 0 ? Services[0] : null;

    /// <summary>Where e-mails go; null when it is not known.</summary>
    public string? Email { get; init; }

    public bool Has(string role) => Roles.Contains(role, StringComparer.Ordinal);
}

/// <summary>
/// Colleagues: their names for sentences such as "already completed by …", and lists of whom work can be given to. Those who receive services, and
/// those who act for them, are never in the lists.
/// </summary>
internal abstract class UserDirectory
{
    /// <summary>Most people that a list to choose from gives; a unit is always whole, since numbers and rights are counted from it.</summary>
    public const int MaxListed = 200;

    /// <summary>Roles that are held at work. Whoever holds none of them is not kept in the directory.</summary>
    public static readonly IReadOnlyList<string> StaffRoles =
        [.. Roles.All.Except([Roles.Person, Roles.Guardian, Roles.Representative, Roles.Relative, Roles.AppealBody, Roles.System])];

    /// <summary>The name of a user; whoever is not known is called by the user id.</summary>
    public abstract string NameOf(string? userId);

    /// <summary>A colleague by user id, also one who is no longer listed; null when the id belongs to no colleague.</summary>
    public abstract Task<Colleague?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Everybody who is listed, by name.</summary>
    public Task<IReadOnlyList<Colleague>> AllAsync(CancellationToken cancellationToken) => ListAsync(null, null, null, MaxListed, cancellationToken);

    /// <summary>Those who hold a role, by name; only those of one service when it is given.</summary>
    public Task<IReadOnlyList<Colleague>> ByRoleAsync(string role, string? service, CancellationToken cancellationToken) =>
        ListAsync(role, service, null, MaxListed, cancellationToken);

    /// <summary>All who work for a service, by name.</summary>
    public Task<IReadOnlyList<Colleague>> InServiceAsync(string service, CancellationToken cancellationToken) =>
        ListAsync(null, service, null, int.MaxValue, cancellationToken);

    /// <summary>Codes of the services in which somebody holds one of some roles, in order.</summary>
    public abstract Task<IReadOnlyList<string>> ServicesWithAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken);

    /// <summary>Those whose name contains a text, whatever its capitals, by name; nobody when the text is blank.</summary>
    public Task<IReadOnlyList<Colleague>> SearchAsync(string? text, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(text) ? Task.FromResult<IReadOnlyList<Colleague>>([]) : ListAsync(null, null, text.Trim(), MaxListed, cancellationToken);

    protected abstract Task<IReadOnlyList<Colleague>> ListAsync(string? role, string? service, string? text, int atMost, CancellationToken cancellationToken);

    /// <summary>The services that some people work for.</summary>
    protected static IReadOnlyList<string> Codes(IEnumerable<Colleague> colleagues) =>
        [.. colleagues.SelectMany(c => c.Services).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The order of lists: by name.</summary>
    protected static IReadOnlyList<Colleague> ByName(IEnumerable<Colleague> colleagues) =>
        [.. colleagues.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.UserId, StringComparer.Ordinal)];
}

/// <summary>A directory that is a list: the people of demo mode, and of tests.</summary>
internal sealed class ListedUsers(IReadOnlyList<Colleague> people) : UserDirectory
{
    /// <summary>The invented people of demo mode.</summary>
    public static ListedUsers Demo() => new([.. DemoUsers.All.Select(u => new Colleague(u.User, u.Name, [u.Role], u.Service is null ? [] : [u.Service]) { Email = u.User + "@example.com" })]);

    public override string NameOf(string? userId) => userId is null ? "" : people.FirstOrDefault(p => p.UserId == userId)?.Name ?? userId;

    public override Task<Colleague?> FindAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Staff.FirstOrDefault(p => p.UserId == userId));

    public override Task<IReadOnlyList<string>> ServicesWithAsync(IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        Task.FromResult(Codes(Staff.Where(p => roles.Any(p.Has))));

    protected override Task<IReadOnlyList<Colleague>> ListAsync(string? role, string? service, string? text, int atMost, CancellationToken cancellationToken) =>
        Task.FromResult(ByName(Staff.Where(p =>
            (role is null || p.Has(role))
            && (service is null || p.Services.Contains(service, StringComparer.Ordinal))
            && (text is null || p.Name.Contains(text, StringComparison.OrdinalIgnoreCase))).Take(atMost)));

    private IEnumerable<Colleague> Staff => people.Where(p => p.Roles.Any(StaffRoles.Contains));
}
