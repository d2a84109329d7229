using System.Text;
using System.Text.RegularExpressions;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.Journeys.Tests.Pages;

/// <summary>What a page weighs the first time, as it is sent to a browser: itself, its styles and its scripts, apart from fonts.</summary>
[Collection(OfficeCollection.Name)]
public sealed partial class PageWeightTests(OfficeFixture fixture)
{
    private const int Limit = 100 * 1024;

    [Fact]
    public async Task The_first_load_of_no_page_is_over_100_KB()
    {
        List<string> heavy = [];
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        var weighed = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (user, role) in OfficeAtWork.OneOfEachRole)
        {
            using var visitor = await fixture.Office.Journey.VisitorAsync(user);

            // Studio is another program, and measured apart (docs/performance.md).
            foreach (var page in fixture.Office.Pages().Where(p => p.Admits(role) && !p.Pattern.StartsWith("/studio", StringComparison.Ordinal) && !weighed.Contains(p.Address)))
            {
                if (await visitor.OpensAsync(page.Address) is not { Html.Length: > 0 } answer || await visitor.WeighsAsync(page.Address) is not { } own)
                {
                    continue;
                }

                weighed.Add(page.Address);
                foreach (var file in File().Matches(answer.Html).Select(static m => m.Groups[1].Value).Where(f => !files.ContainsKey(f)))
                {
                    files[file] = await visitor.WeighsAsync(file) ?? throw new ExpectationException($"{page.Address} asks for {file}, which is not there.");
                }

                var weight = own + File().Matches(answer.Html).Sum(m => files[m.Groups[1].Value]);
                if (weight > Limit)
                {
                    heavy.Add($"{page.Address}: {weight} bytes, of which the page itself {own}");
                }
            }
        }

        Assert.True(files.Count > 10 && weighed.Count > 50, $"{files.Count} files, {weighed.Count} pages");
        Assert.True(heavy.Count == 0, string.Join('\n', heavy));
    }

    /// <summary>Only the components of Aksel that pages use are sent; one that is used anew must be named in the project file.</summary>
    [Fact]
    public async Task Every_class_of_Aksel_on_a_page_comes_with_its_styles()
    {
        var answers = await fixture.AnswersAsync("nb");
        var sent = "";
        foreach (var file in File().Matches(answers[0].Answer.Html).Select(static m => m.Groups[1].Value).Where(static f => f.EndsWith(".css", StringComparison.Ordinal)))
        {
            sent += Encoding.UTF8.GetString(await fixture.Office.Journey.BytesAsync("casemanager", file));
        }

        var all = await System.IO.File.ReadAllTextAsync(Path.Combine(SolutionFolder.Path, "node_modules", "@navikt", "ds-css", "dist", "components.min.css"));
        var (styled, defined) = (Classes(all), Classes(sent));
        var used = answers.SelectMany(static a => ClassNames().Matches(a.Answer.Html)).SelectMany(static m => m.Groups[1].Value.Split(' ')).ToHashSet();

        Assert.Contains("aksel-button", used.Intersect(styled));
        Assert.Empty(used.Intersect(styled).Except(defined));
    }

    private static HashSet<string> Classes(string sheet) => [.. Class().Matches(sheet).Select(static m => m.Groups[1].Value)];

    [GeneratedRegex(@"\.(aksel-[\w-]+)")]
    private static partial Regex Class();

    [GeneratedRegex("class=\"([^\"]+)\"")]
    private static partial Regex ClassNames();

    [GeneratedRegex("<(?:link rel=\"stylesheet\" href|script[^>]* src)=\"([^\"]+)\"")]
    private static partial Regex File();
}
