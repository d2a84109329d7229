using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>A sign-in under way at the provider. What is in it never leaves the browser's cookie, which only we can read; the provider sees the state, the nonce and a digest of the verifier.</summary>
/// <param name="State">Comes back with the answer, and shows that the answer belongs to this browser.</param>
/// <param name="Nonce">Comes back inside the ID token, and shows that the token was made for this attempt.</param>
/// <param name="Verifier">Shown to the provider when the code is exchanged (PKCE), so that a stolen code is worth nothing.</param>
/// <param name="ReturnUrl">Where the person was going, on this site.</param>
/// <param name="GoodUntil">When the attempt is given up.</param>
internal sealed record SignInAttempt(string State, string Nonce, string Verifier, string ReturnUrl, DateTimeOffset GoodUntil)
{
    public string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
}

/// <summary>Keeps sign-ins that are under way, each in a cookie of its own, so that two tabs do not disturb each other. Each is taken once.</summary>
internal sealed class SignInAttempts(IDataProtectionProvider protection, SiteOptions site, TimeProvider clock)
{
    private const int IdLength = 11;
    private const int MaxAtOnce = 5;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private string Prefix => site.IsHttps ? "__Host-sign-in." : "sign-in.";

    /// <summary>Begins one, and hands its cookie to the browser.</summary>
    public SignInAttempt Begin(HttpContext context, OpenIdProvider provider, string returnUrl)
    {
        // Someone who is led here again and again must not end up with more cookies than a server takes.
        var open = context.Request.Cookies.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        foreach (var name in open.Count >= MaxAtOnce ? open : [])
        {
            context.Response.Cookies.Delete(name, Cookie(context));
        }

        var id = Random(8);
        var attempt = new SignInAttempt($"{id}.{Random(32)}", Random(32), Random(32), LocalAddress.Or(returnUrl, "/"), clock.GetUtcNow() + Lifetime);
        var written = WebEncoders.Base64UrlEncode(Protector(provider).Protect(JsonSerializer.SerializeToUtf8Bytes(attempt)));
        var cookie = Cookie(context);
        cookie.MaxAge = Lifetime;
        context.Response.Cookies.Append(Prefix + id, written, cookie);
        return attempt;
    }

    /// <summary>Takes the one that the answer belongs to; null when this browser has none by that state, or it has run out. It cannot be taken again.</summary>
    public SignInAttempt? Take(HttpContext context, OpenIdProvider provider, string? state)
    {
        if (state is null || state.IndexOf('.', StringComparison.Ordinal) != IdLength || !state.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            return null;
        }

        var name = Prefix + state[..IdLength];
        if (context.Request.Cookies[name] is not { } written)
        {
            return null;
        }

        context.Response.Cookies.Delete(name, Cookie(context));
        return Read(provider, written) is { } attempt && attempt.GoodUntil > clock.GetUtcNow() && IsSame(attempt.State, state) ? attempt : null;
    }

    /// <summary>Compares secrets without telling by the time taken how much of them is right.</summary>
    public static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private SignInAttempt? Read(OpenIdProvider provider, string written)
    {
        try
        {
            return JsonSerializer.Deserialize<SignInAttempt>(Protector(provider).Unprotect(WebEncoders.Base64UrlDecode(written)));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    // A cookie of one provider is no cookie of another.
    private IDataProtector Protector(OpenIdProvider provider) => protection.CreateProtector("sign-in", provider.Key);

    private CookieOptions Cookie(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        // Lax: the answer comes by a link from another site, and must find the cookie.
        SameSite = SameSiteMode.Lax,
        Secure = site.IsHttps || context.Request.IsHttps,
    };

    private static string Random(int bytes) => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(bytes));
}
