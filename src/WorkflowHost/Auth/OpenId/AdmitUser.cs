using System.Net.Mail;
using System.Security.Claims;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Someone who has been let in.</summary>
/// <param name="Principal">What the session says.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="IdToken">Shown to the provider when the person signs out; null when it is too long to keep.</param>
internal sealed record AdmittedUser(ClaimsPrincipal Principal, DateTimeOffset StartedAt, string? IdToken);

/// <summary>Decides what someone whom the provider vouches for may be here, and begins the session.</summary>
internal sealed class AdmitUser(StartSession sessions, IDbContextFactory<IpDbContext> contexts, Ids ids, TimeProvider clock)
{
    // The cookie that it is kept in must stay within the 8 kB that proxies commonly take.
    private const int LongestIdToken = 3_000;

    public async Task<SignInOutcome> RunAsync(OpenIdProvider provider, JsonObject claims, string idToken, CancellationToken cancellationToken)
    {
        var options = provider.Options;
        var level = ClaimReader.TextAt(claims, "acr");
        if (ClaimReader.TextAt(claims, options.UserIdClaim) is not { } id || provider.UserIdOf(id).Length > TextLimits.UserId)
        {
            return new SignInOutcome.Failed(SignInFailure.ProviderUnreachable, $"the claim {options.UserIdClaim} of the setting UserIdClaim is missing or too long");
        }

        if (options.AcceptedLevels.Length > 0 && !options.AcceptedLevels.Contains(level, StringComparer.Ordinal))
        {
            return new SignInOutcome.Failed(SignInFailure.LevelTooLow, "acr");
        }

        var userId = provider.UserIdOf(id);
        var mapping = RoleMapping.Of(options, claims, level);
        if (mapping.Roles.Count == 0 && mapping.Withheld.Count > 0)
        {
            return new SignInOutcome.Failed(SignInFailure.LevelTooLow, "acr for the role");
        }

        if (mapping.Roles.Count == 0)
        {
            await sessions.RefusedAsync(userId, cancellationToken);
            return new SignInOutcome.Failed(SignInFailure.NoRole, "no rule of the setting Roles fits");
        }

        var number = mapping.HasCitizen ? ClaimReader.TextAt(claims, options.PersonNumberClaim) : null;
        var actsFor = mapping.HasCitizen ? ClaimReader.TextAt(claims, options.ActsForClaim) : null;
        var name = NameOf(options, claims) ?? await NameOfAsync(number, cancellationToken) ?? RoleNames.Role(mapping.Roles[0]).Nb;
        var now = clock.GetUtcNow();
        var session = new UserSession
        {
            Id = ids.New(),
            ProviderKey = ClaimReader.TextAt(claims, "sid") is { } sid ? OpenIdProvider.SessionKey(ClaimReader.TextAt(claims, "iss")!, sid) : null,
            StartedAt = now,
            GoodUntil = now + options.AbsoluteLimit,
        };
        var user = new CurrentUser(userId, name, mapping.Roles, mapping.Services.Count > 0 ? mapping.Services[0] : null, number, actsFor);
        await sessions.RunAsync(user, EmailOf(options, claims), mapping.Services, level, session, cancellationToken);

        IEnumerable<Claim> said = [.. user.ToClaims(mapping.Services), new Claim(UserClaims.Session, session.Id.ToString("N"))];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(said, Schemes.Session, UserClaims.Name, UserClaims.Role));
        return new SignInOutcome.Admitted(new(principal, now, idToken.Length <= LongestIdToken ? idToken : null));
    }

    private static string? NameOf(ProviderOptions options, JsonObject claims)
    {
        var parts = new[] { ClaimReader.TextAt(claims, "given_name"), ClaimReader.TextAt(claims, "family_name") }.OfType<string>().ToArray();
        return ClaimReader.TextAt(claims, options.NameClaim) ?? (parts.Length > 0 ? string.Join(' ', parts) : null);
    }

    private static string? EmailOf(ProviderOptions options, JsonObject claims) =>
        ClaimReader.TextAt(claims, options.EmailClaim) is { Length: <= TextLimits.Name } email && MailAddress.TryCreate(email, out _) ? email : null;

    /// <summary>The name of a citizen whom the provider gives by number only, as ID-porten does; shown to that person alone.</summary>
    private async Task<string?> NameOfAsync(string? number, CancellationToken cancellationToken)
    {
        if (number is null)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await db.Persons.FirstOrDefaultAsync(p => db.PersonIdentifiers.Any(i => i.PersonId == p.Id && i.Number == number), cancellationToken);
        return person is null ? null : $"{person.GivenName} {person.FamilyName}";
    }
}
