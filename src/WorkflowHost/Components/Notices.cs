using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>A sentence from what someone just did to the page that they are led to: what was done, once, at the top.</summary>
/// <remarks>It lies in a cookie of a few minutes that only this product can write. It must not tell about a person.</remarks>
internal sealed class Notices(IDataProtectionProvider protection)
{
    private const string Cookie = "notice";

    private readonly IDataProtector _protector = protection.CreateProtector("notice");

    /// <summary>Leaves a sentence for the next page.</summary>
    /// <param name="context">The request that did something.</param>
    /// <param name="text">What was done.</param>
    /// <param name="kind"><c>success</c>, <c>info</c>, <c>warning</c> or <c>error</c>.</param>
    public void Leave(HttpContext context, LocalizedText text, string kind = "success")
    {
        var words = kind + "\n" + text.In(Platform.RequestLanguage.Of(context.Request));
        context.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(_protector.Protect(Encoding.UTF8.GetBytes(words))), new CookieOptions
        {
            MaxAge = TimeSpan.FromMinutes(5),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    /// <summary>Takes what was left, so that it is shown once; null when nothing was.</summary>
    public (string Kind, string Text)? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } written || context.Response.HasStarted)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie);
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(WebEncoders.Base64UrlDecode(written))).Split('\n', 2) is [var kind, var text] ? (kind, text) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Written before a restart, or by someone else: there is nothing to show.
            return null;
        }
    }
}
