using System.Text.RegularExpressions;
using IndividualPlan.Workflows.Law;
using IndividualPlan.Workflows.Tests.Definitions;

namespace IndividualPlan.Workflows.Tests.Law;

public sealed class LawTextsTests
{
    [Fact]
    public void Every_fact_that_a_flow_cites_is_said_in_plain_words()
    {
        var cited = Drawings.ByKey.Values.SelectMany(drawing => Regex.Matches(drawing.Text, @"\b[LD]-[0-9]+\b").Select(match => match.Value)).Distinct();

        Assert.Equal([], cited.Where(fact => LawTexts.Find(fact) is null).ToArray());
    }

    [Fact]
    public void Every_text_is_there_in_three_languages_short_and_without_codes()
    {
        Assert.All(LawTexts.All, law =>
        {
            foreach (var text in new[] { law.Text.Nb, law.Text.Nn, law.Text.En })
            {
                Assert.InRange(text.Length, 20, 220);
                Assert.EndsWith(".", text, StringComparison.Ordinal);
                Assert.DoesNotMatch(@"\b[LDP]-[0-9]", text);
            }

            Assert.NotEqual(law.Text.Nb, law.Text.En);
            Assert.NotEqual("", law.Statute);
        });
        Assert.Equal(LawTexts.All.Count, LawTexts.All.Select(law => law.Fact).Distinct().Count());
    }

    [Fact]
    public void Good_practice_names_no_statute_and_says_what_it_is()
    {
        Assert.All(LawTexts.All.Where(law => law.Text.Nb.StartsWith("God praksis", StringComparison.Ordinal)), law => Assert.Null(law.Statute));
        Assert.NotNull(LawTexts.Find("L-30")!.Statute);
    }

    [Theory]
    [InlineData("Hør personen (L-41), og skriv begrunnelsen (L-1, L-40, L-41).", "Hør personen, og skriv begrunnelsen.", "L-41", "L-1", "L-40")]
    [InlineData("Klagen regnes som kommet den første datoen (FVL § 32, D-8).", "Klagen regnes som kommet den første datoen.", "D-8")]
    [InlineData("Grunnen noteres (N03).", "Grunnen noteres.")]
    [InlineData("Bruk skjemaet (det blå).", "Bruk skjemaet (det blå).")]
    public void Citations_are_found_and_left_out(string text, string without, params string[] facts)
    {
        Assert.Equal(without, LawTexts.WithoutCitations(text));
        Assert.Equal(facts, LawTexts.CitedIn(text));
    }
}
