using System.Security.Cryptography;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Signing out: the session ends on every node, and the browser is led by way of the provider, so that the next person at the machine is not signed in without a password.</summary>
internal sealed class SignOut(OpenIdProviders providers, EndSession sessions, SiteOptions site, IDataProtectionProvider protection, ILogger<SignOut> logger)
{
    private const string ProviderKey = "provider";
    private const string IdToken = "id_token";
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("sign-out").ToTimeLimitedDataProtector();

    private string Cookie => site.IsHttps ? "__Host-sign-out" : "sign-out";

    /// <summary>Keeps with a session what its end will need.</summary>
    public static void Keep(AuthenticationProperties properties, OpenIdProvider provider, string? idToken)
    {
        properties.Items[ProviderKey] = provider.Key;
        if (idToken is not null)
        {
            properties.StoreTokens([new AuthenticationToken { Name = IdToken, Value = idToken }]);
        }
    }

    /// <summary>Ends the session of the browser that asks. Where the provider wants to know, the next page leads there.</summary>
    public async Task RunAsync(HttpContext context)
    {
        var session = await EndPreviousAsync(context);
        await context.SignOutAsync(Schemes.Session);
        if (session.Properties is { } kept && providers.Find(kept.Items.TryGetValue(ProviderKey, out var key) ? key : null) is { } provider
            && await AddressAtAsync(provider, kept.GetTokenValue(IdToken), context) is { } address)
        {
            context.Response.Cookies.Append(Cookie, _protector.Protect(address, OnTheWay), Options(context));
        }
    }

    /// <summary>Ends the session that the browser has, if any; another one takes its place.</summary>
    public async Task<AuthenticateResult> EndPreviousAsync(HttpContext context)
    {
        var session = await context.AuthenticateAsync(Schemes.Session);
        if (session.Principal is { } user && Guid.TryParse(user.FindFirst(UserClaims.Session)?.Value, out var id))
        {
            await sessions.RunAsync(id, CurrentUser.From(user).Actor, context.RequestAborted);
        }

        return session;
    }

    /// <summary>Where the page after signing out leads on to; once, and null when it leads nowhere.</summary>
    public string? TakeNext(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } written)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, Options(context));
        try
        {
            return _protector.Unprotect(written);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<string?> AddressAtAsync(OpenIdProvider provider, string? idToken, HttpContext context)
    {
        try
        {
            var endpoint = (await provider.Metadata.GetConfigurationAsync(context.RequestAborted)).EndSessionEndpoint;
            return string.IsNullOrEmpty(endpoint) ? null : QueryHelpers.AddQueryString(endpoint, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["client_id"] = provider.Options.ClientId,
                ["id_token_hint"] = idToken,
                ["post_logout_redirect_uri"] = site.AddressFor(context.Request) + context.Request.PathBase + SignOutPages.SignedOutPath,
            });
        }
        catch (ProviderUnreachableException fault)
        {
            Log.ProviderFailed(logger, provider.Key, "sign-out", fault);
            return null;
        }
    }

    private CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = OnTheWay,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = site.IsHttps || context.Request.IsHttps,
    };
}
