using System.Net;
using System.Text.RegularExpressions;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.Journeys.Tests.Pages;

/// <summary>What must be so on every page there is; a new page is visited without being named here.</summary>
[Collection(OfficeCollection.Name)]
public sealed partial class EveryPageTests(OfficeFixture fixture)
{
    private readonly OfficeAtWork _office = fixture.Office;

    [Fact]
    public async Task A_page_lets_in_the_roles_of_its_policy_and_no_others()
    {
        List<string> wrong = [];
        var opened = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (user, role) in OfficeAtWork.OneOfEachRole)
        {
            using var visitor = await _office.Journey.VisitorAsync(user);

            foreach (var page in _office.Pages())
            {
                var answer = await visitor.OpensAsync(page.Address);
                var isIn = (int)answer.Status < 400;

                if (isIn)
                {
                    opened.Add(page.Pattern);
                }

                // A role that the policy admits may still have no bond to this very case; it is then refused, and not let in half way.
                if (page.Admits(role) ? (int)answer.Status is >= 400 and not (403 or 404) : answer.Status != HttpStatusCode.Forbidden)
                {
                    wrong.Add($"{page.Pattern} as {role}: {(int)answer.Status}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(_office.Pages().Select(static p => p.Pattern).Except(opened));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_sign_in_page()
    {
        using var visitor = await _office.Journey.VisitorAsync(null);
        List<string> wrong = [];

        foreach (var page in _office.Pages().Where(static p => p.Roles is not null))
        {
            var answer = await visitor.OpensAsync(page.Address);

            if (answer.Status != HttpStatusCode.Redirect || !answer.Location!.Contains("/sign-in?returnUrl=", StringComparison.Ordinal))
            {
                wrong.Add($"{page.Pattern}: {(int)answer.Status} {answer.Location}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task No_English_and_no_code_is_left_on_a_Norwegian_page()
    {
        List<string> found = [];
        await EachAsync("nb", (page, answer) =>
        {
            var text = PageText.Of(answer.Html);
            found.AddRange(English().Matches(text).Select(m => $"{page.Pattern}: {Around(text, m)}"));
            found.AddRange(Word().Matches(text).Where(static m => Codes.Contains(m.Value)).Select(m => $"{page.Pattern}: {Around(text, m)}"));
            found.AddRange(Code().Matches(text).Where(m => !Known.Contains(m.Value)).Select(m => $"{page.Pattern}: {Around(text, m)}"));
        });

        Assert.True(found.Count == 0, string.Join('\n', found.Distinct()));
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public async Task A_page_says_its_language_has_one_heading_and_a_title_that_begins_with_it(string language)
    {
        List<string> wrong = [];
        await EachAsync(language, (page, answer) =>
        {
            var headings = Heading().Matches(answer.Html);
            var title = Title().Match(answer.Html).Groups[1].Value;

            if (!answer.Html.Contains($"<html lang=\"{language}\"", StringComparison.Ordinal) || headings.Count != 1 || title.Length == 0)
            {
                wrong.Add($"{page.Pattern}: {headings.Count} h1, title «{title}»");
            }
        });

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_page_loads_nothing_from_elsewhere_runs_no_script_of_its_own_and_is_not_kept()
    {
        List<string> wrong = [];
        await EachAsync("nb", (page, answer) =>
        {
            var policy = answer.Headers.GetValueOrDefault("Content-Security-Policy") ?? "";
            var isKept = !(answer.Headers.GetValueOrDefault("Cache-Control") ?? "").Contains("no-store", StringComparison.Ordinal);

            if (!policy.Contains("default-src 'self'", StringComparison.Ordinal) || !policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal)
                || answer.Headers.GetValueOrDefault("X-Content-Type-Options") != "nosniff" || isKept)
            {
                wrong.Add($"{page.Pattern}: {policy}");
            }

            wrong.AddRange(Inline().Matches(answer.Html).Select(m => $"{page.Pattern}: {m.Value}"));
            wrong.AddRange(Elsewhere().Matches(answer.Html).Select(m => $"{page.Pattern}: {m.Value}"));
        });

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public async Task Every_form_that_changes_something_carries_its_own_token()
    {
        List<string> wrong = [];
        await EachAsync("nb", (page, answer) => wrong.AddRange(PostForm().Matches(answer.Html)
            .Where(static m => !m.Value.Contains("__RequestVerificationToken", StringComparison.Ordinal)).Select(m => $"{page.Pattern}: {m.Value[..80]}")));

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task No_address_on_a_page_tells_who_the_person_is()
    {
        List<string> wrong = [];
        await EachAsync("nb", (page, answer) => wrong.AddRange(Links().Matches(answer.Html).Select(static m => WebUtility.UrlDecode(m.Groups[1].Value))
            .Where(static a => SyntheticNames.Any(n => a.Contains(n, StringComparison.OrdinalIgnoreCase))).Select(a => $"{page.Pattern}: {a}")));

        Assert.Empty(wrong);
    }

    private static readonly string[] SyntheticNames = ["hestehov", "fjellrev", "rype", "30818549896", "14838949844", "23869349879"];

    /// <summary>Names of things, which are the same in every language.</summary>
    private static readonly string[] Known = ["JavaScript", "OpenAPI", "PowerPoint", "WhatsApp"];

    /// <summary>Codes that the product uses inside, such as Withdrawn, apart from those that are Norwegian words too.</summary>
    private static readonly HashSet<string> Codes =
    [
        .. typeof(Workflows.Audit.Operation).Assembly.GetTypes().Where(static t => t.IsEnum).SelectMany(Enum.GetNames)
            .Except(["Person", "Plan", "Digital", "Post", "System", "Program", "Start", "Send", "Be", "Status"]),
    ];

    /// <summary>Looks at each page as each role that sees it is shown it.</summary>
    private async Task EachAsync(string language, Action<VisitedPage, PageAnswer> look)
    {
        foreach (var (page, answer) in await fixture.AnswersAsync(language))
        {
            look(page, answer);
        }
    }

    private static string Around(string text, Match match) =>
        Spaces().Replace(text[Math.Max(0, match.Index - 30)..Math.Min(text.Length, match.Index + match.Length + 30)], " ");

    // Words of English that are no words of Norwegian.
    [GeneratedRegex(@"\b(the|and|of|with|this|that|from|your|you|are|has|have|was|will|by|save|task|tasks|case|cases|due|user|search|previous|next|edit|delete|remove|submit|null|undefined|true|false|unknown|waiting|running|finished|draft|yes|none)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    // AwaitingConsent, case-state-changed, {0}, [key].
    [GeneratedRegex(@"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b|\b[a-z]+(?:-[a-z]+)*-(?:changed|opened|completed|started|queued|received|given|asked|made|health|school|unit|consent)\b|\{\d\}|\[\w+\.\w+\]")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"<h1\b")]
    private static partial Regex Heading();

    [GeneratedRegex(@"<title>([^<]+) – [^<]+</title>")]
    private static partial Regex Title();

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)[^>]*>|\son\w+=""|\sstyle=""|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex(@"<(?:script|link|img|iframe|source|video|audio)\b[^>]*(?:src|href)=""(?:https?:)?//[^""]*""")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"<form\b[^>]*method=""post"".*?</form>", RegexOptions.Singleline)]
    private static partial Regex PostForm();

    [GeneratedRegex(@"\s(?:href|action|formaction|hx-\w+)=""([^""]*)""")]
    private static partial Regex Links();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
