using System.Security.Claims;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Who is calling, as the token says.</summary>
/// <param name="UserId">Stable id; what history and the access log hold.</param>
/// <param name="DisplayName">Name to show to colleagues.</param>
/// <param name="Roles">Role codes.</param>
/// <param name="Service">Code of the service the user works for; null for citizens.</param>
/// <param name="PersonNumber">The signed-in citizen's national identity number (claim <c>pid</c>), to find the own case; never logged, stored or answered.</param>
/// <param name="ActsFor">National identity number of the person whom a guardian acts for, or null.</param>
internal sealed record CurrentUser(
    string UserId, string DisplayName, IReadOnlyList<string> Roles, string? Service, string? PersonNumber, string? ActsFor)
{
    /// <summary>Codes of all services or units that the user works for, <see cref="Service"/> first; empty for citizens.</summary>
    public IReadOnlyList<string> Services { get; init; } = Service is null ? [] : [Service];

    public Actor Actor { get; } = new(UserId, Roles, Service);

    /// <summary>The role to show in history: the first that the token names.</summary>
    public string Role => Roles.Count > 0 ? Roles[0] : "";

    public bool Has(string role) => Roles.Contains(role, StringComparer.Ordinal);

    public bool HasAny(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Has(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a session or a token of this user says; the services go with it, the user's own first.</summary>
    public IEnumerable<Claim> ToClaims(IEnumerable<string> services)
    {
        (string Type, string? Value)[] single =
            [(UserClaims.Subject, UserId), (UserClaims.Name, DisplayName), (UserClaims.PersonNumber, PersonNumber), (UserClaims.ActsFor, ActsFor)];
        return single.Where(c => c.Value is not null).Select(c => new Claim(c.Type, c.Value!))
            .Concat(Roles.Select(role => new Claim(UserClaims.Role, role)))
            .Concat(services.Select(service => new Claim(UserClaims.Service, service)));
    }

    public static CurrentUser From(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(UserClaims.Subject) ?? throw new InvalidOperationException("The token has no subject."),
        principal.FindFirstValue(UserClaims.Name) ?? principal.FindFirstValue(UserClaims.Subject)!,
        [.. principal.FindAll(UserClaims.Role).Select(c => c.Value)],
        principal.FindFirstValue(UserClaims.Service),
        principal.FindFirstValue(UserClaims.PersonNumber),
        principal.FindFirstValue(UserClaims.ActsFor))
    {
        Services = [.. principal.FindAll(UserClaims.Service).Select(c => c.Value)],
    };

    /// <summary>Lets endpoints take the user as a parameter; authorization has seen to it that there is one.</summary>
    public static ValueTask<CurrentUser?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<CurrentUser?>(context.User.Identity?.IsAuthenticated is true ? From(context.User) : null);
}

/// <summary>Names of the claims that we read.</summary>
internal static class UserClaims
{
    public const string Subject = "sub";
    public const string Name = "name";
    public const string Role = "role";
    public const string Service = "service";
    public const string PersonNumber = "pid";
    public const string ActsFor = "acts_for";

    /// <summary>Id of the session, by which it can be ended on the server; not in demo mode and not in tokens of machines.</summary>
    public const string Session = "session";
}
