using System.Security.Claims;
using IndividualPlan.Workflows.Audit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Bearer tokens that open the API: made by the main provider, for our audience, with roles found as at sign-in.</summary>
internal sealed class MachineTokens(OpenIdProvider provider, ILogger<MachineTokens> logger)
{
    // No token is made out to this; it stands where no audience is configured, so that none fits.
    private const string Nobody = "urn:individualplan:no-audience";

    public TokenValidationParameters Rules
    {
        get
        {
            var rules = provider.TokenRules(string.IsNullOrWhiteSpace(provider.Options.Audience) ? Nobody : provider.Options.Audience);
            (rules.NameClaimType, rules.RoleClaimType) = (UserClaims.Name, UserClaims.Role);
            return rules;
        }
    }

    /// <summary>Replaces what the token says by what it gives here. A token without a role is valid, and opens nothing.</summary>
    public Task OnValidatedAsync(TokenValidatedContext context)
    {
        var options = provider.Options;
        var claims = IdTokenCheck.ClaimsOf((JsonWebToken)context.SecurityToken);
        var level = ClaimReader.TextAt(claims, "acr");
        if (ClaimReader.TextAt(claims, options.UserIdClaim) is not { } id || id.Length > TextLimits.UserId)
        {
            context.Fail("The token has no user id, or one that is too long.");
        }
        else if (level is not null && options.AcceptedLevels.Length > 0 && !options.AcceptedLevels.Contains(level, StringComparer.Ordinal))
        {
            // Machines have no level; a person's token has one, and it must do.
            context.Fail("The level of assurance is too low.");
        }
        else
        {
            var mapping = RoleMapping.Of(options, claims, level);
            var user = new CurrentUser(
                provider.UserIdOf(id), ClaimReader.TextAt(claims, options.NameClaim) ?? id, mapping.Roles, mapping.Services.Count > 0 ? mapping.Services[0] : null,
                mapping.HasCitizen ? ClaimReader.TextAt(claims, options.PersonNumberClaim) : null, mapping.HasCitizen ? ClaimReader.TextAt(claims, options.ActsForClaim) : null);
            context.Principal = new ClaimsPrincipal(new ClaimsIdentity(user.ToClaims(mapping.Services), Schemes.Api, UserClaims.Name, UserClaims.Role));
        }

        return Task.CompletedTask;
    }

    public Task OnFailedAsync(AuthenticationFailedContext context)
    {
        Log.TokenRefused(logger, context.Exception.GetType().Name);
        return Task.CompletedTask;
    }
}
