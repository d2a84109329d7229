using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Why someone opened a case, kept for the pages of that case so that each of them need not ask. Every look is logged with it all the same (P-10, P-12).</summary>
/// <remarks>It lies in a cookie that the browser sends to this one case only, that only this product can write and read, and that is worth nothing for another user, another case or another day.</remarks>
internal sealed class RememberedReasons(IDataProtectionProvider protection)
{
    private const string Cookie = "access-reason";
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    /// <summary>Keeps the reason; the cookie ends with the browser's session.</summary>
    public void Keep(HttpContext context, CurrentUser user, CaseId caseId, string reason) =>
        context.Response.Cookies.Append(
            Cookie, WebEncoders.Base64UrlEncode(Protector(user, caseId).Protect(Encoding.UTF8.GetBytes(reason.Length > CallReason.MaxLength ? reason[..CallReason.MaxLength] : reason), WorkingDay)), new CookieOptions
            {
                Path = CaseAddress.Of(caseId),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });

    /// <summary>The reason given for the case; without text when none was, or none that still counts.</summary>
    public CallReason Of(HttpContext context, CurrentUser user, CaseId caseId)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } kept)
        {
            return new CallReason(null);
        }

        try
        {
            return new CallReason(Encoding.UTF8.GetString(Protector(user, caseId).Unprotect(WebEncoders.Base64UrlDecode(kept))));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Another user's, yesterday's, or from before a restart of the demo: the question is asked again.
            return new CallReason(null);
        }
    }

    private ITimeLimitedDataProtector Protector(CurrentUser user, CaseId caseId) =>
        protection.CreateProtector(Cookie, user.UserId, caseId.Value.ToString("N", CultureInfo.InvariantCulture)).ToTimeLimitedDataProtector();
}
