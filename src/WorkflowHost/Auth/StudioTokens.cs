using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>A token for Elsa Studio, made from the session of whoever opened the page. It opens Elsa's API and nothing else.</summary>
internal sealed class StudioTokens(IOptionsMonitor<BearerTokenOptions> options)
{
    /// <summary>Where a page fetches the next token.</summary>
    public const string Path = "/studio/token";

    /// <summary>Name of the query value with which the page says that someone has worked there since the last token.</summary>
    public const string ActiveKey = "active";

    /// <summary>How long a token is good. Short, because it lies in the page; the page fetches the next in time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>A token with the same claims as the session.</summary>
    public StudioToken Make(ClaimsPrincipal user)
    {
        var scheme = options.Get(Schemes.Studio);
        var expiresAt = (scheme.TimeProvider ?? TimeProvider.System).GetUtcNow() + Lifetime;
        var identity = new ClaimsIdentity(user.Claims, Schemes.Studio, UserClaims.Name, UserClaims.Role);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = expiresAt }, $"{Schemes.Studio}:AccessToken");
        return new(scheme.BearerTokenProtector.Protect(ticket), expiresAt);
    }

    /// <summary>Whether a call may prolong the session. A page that lies open and fetches tokens by itself does not; someone who works in it does.</summary>
    public static bool MayProlong(HttpRequest request) =>
        !request.Path.Equals(Path, StringComparison.OrdinalIgnoreCase) || request.Query[ActiveKey] == "true";
}

internal sealed record StudioToken(string AccessToken, DateTimeOffset ExpiresAt);
