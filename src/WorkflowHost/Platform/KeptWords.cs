using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>
/// What someone searched for, as it may stand in an address: unreadable to all but this product and good for a working day. So the address brings back
/// what was looked at, and no name ends up in a log or in a browser's history.
/// </summary>
internal sealed class KeptWords(IDataProtectionProvider protection)
{
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);

    public string Keep(string words, string userId) =>
        WebEncoders.Base64UrlEncode(Protector(userId).Protect(Encoding.UTF8.GetBytes(words), WorkingDay));

    /// <summary>The words; null when there are none, they are too old, or someone else searched for them.</summary>
    public string? Read(string? kept, string userId)
    {
        if (string.IsNullOrEmpty(kept))
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(Protector(userId).Unprotect(WebEncoders.Base64UrlDecode(kept)));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Yesterday's address, or one from before a restart of the demo: the list is shown without a search.
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(string userId) => protection.CreateProtector("search-words", userId).ToTimeLimitedDataProtector();
}
