using System.Net;
using System.Text.RegularExpressions;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

/// <summary>What a test reads out of a page.</summary>
internal static partial class Html
{
    /// <summary>Ids of the elements of a page.</summary>
    public static HashSet<string> Ids(string page) => [.. Id().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    /// <summary>Addresses that the page leads to, in its order.</summary>
    public static List<string> Links(string page) => [.. Link().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    /// <summary>What can be read on a page, piece by piece.</summary>
    public static List<string> Texts(string page) =>
        [.. Tag().Split(Unread().Replace(page, "")).Select(t => WebUtility.HtmlDecode(t).Trim()).Where(t => t.Length > 0)];

    /// <summary>What can be read on a page, in one line.</summary>
    public static string Text(string page) => string.Join(' ', Texts(page));

    /// <summary>What stands in the elements of a class that hold nothing but text.</summary>
    public static List<string> OfClass(string page, string name) =>
        [.. Regex.Matches(page, $"class=\"[^\"]*\\b{Regex.Escape(name)}\\b[^\"]*\"[^>]*>([^<]*)<").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Trim())];

    /// <summary>The content of an element with an id, from its opening tag to the first closing tag of its kind.</summary>
    public static string Element(string page, string tag, string id) =>
        Regex.Match(page, $"<{tag}\\b[^>]*\\bid=\"{Regex.Escape(id)}\".*?</{tag}>", RegexOptions.Singleline).Value;

    [GeneratedRegex("\\sid=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<a\\b[^>]*href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<(script|style|svg|head|code)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unread();
}
