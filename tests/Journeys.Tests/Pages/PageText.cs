using System.Net;
using System.Text.RegularExpressions;

namespace IndividualPlan.Journeys.Tests.Pages;

/// <summary>The words of a page: what is read, and what is read aloud.</summary>
internal static partial class PageText
{
    /// <summary>All words in the page's own language; what is marked as another language, and code, is left out.</summary>
    public static string Of(string html)
    {
        var bare = Marked().Replace(Unread().Replace(html, " "), " ");
        var spoken = string.Join(" \n ", Spoken().Matches(bare).Select(static m => m.Groups[1].Value));
        return WebUtility.HtmlDecode(Tag().Replace(bare, " \n ") + " \n " + spoken);
    }

    [GeneratedRegex(@"<(script|style|code|pre|svg|noscript)\b.*?</\1>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unread();

    [GeneratedRegex(@"<(\w+)(?=[^>]*\slang=""(?:nn|en)"")(?!html)[^>]*>.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\s(?:aria-label|title|placeholder|alt|label)=""([^""]*)""")]
    private static partial Regex Spoken();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
