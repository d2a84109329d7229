using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Tests.Letters;

/// <summary>What the shipped letters say, in every language and on every track.</summary>
public sealed class LetterTemplateTests
{
    private static readonly LetterRenderer Renderer = new();
    private static readonly LetterTemplateCheck Check = new(Renderer, RuleBook.Embedded);
    private static readonly RuleSet Rules = RuleBook.Embedded.Get("no-2022");

    public static IEnumerable<object[]> All => from key in LetterTemplateKey.All from language in LetterRenderer.Languages select new object[] { key, language };

    public static IEnumerable<object[]> OnEachTrack => from pair in All from track in Rules.Tracks.Keys select new[] { pair[0], track, pair[1] };

    [Fact]
    public void EveryLetter_IsThereInEachLanguage() => Assert.Equal(LetterTemplateKey.All.Order(StringComparer.Ordinal), LetterRenderer.Keys);

    /// <summary>L-26, L-30, L-33, L-42, L-43, L-45, L-46, L-51, L-92, L-96, L-100, L-107 and what else <see cref="LetterContent"/> names; by the rules in force and by those to come.</summary>
    [Theory]
    [MemberData(nameof(OnEachTrack))]
    public void Letter_SaysWhatTheLawOfItsTrackDemands(string key, string track, string language)
    {
        var text = LetterRenderer.Shipped(key, language);

        var missing = RuleBook.Embedded.Sets.SelectMany(set => Check.Missing(key, language, text, [set with { Tracks = new Dictionary<string, TrackRules> { [track] = set.Track(track) } }]));

        Assert.Empty(missing.Select(m => m.Nb));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Letter_IsWellFormedAndLeavesNoPlaceholder(string key, string language)
    {
        Assert.Empty(Check.Problems(key, language, LetterRenderer.Shipped(key, language)).Select(p => p.Nb));

        foreach (var sample in new[] { LetterSample.Full(Rules, Rules.Track("SOC-28"), language), LetterSample.Sparse(Rules, Rules.Track("COORD"), language) })
        {
            var letter = Renderer.Render(key, language, sample.Data);

            Assert.NotEmpty(letter.Body);
            Assert.DoesNotContain("{", letter.Whole, StringComparison.Ordinal);
            Assert.DoesNotContain("#", letter.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain("Fjellrev", letter.Subject, StringComparison.Ordinal); // Alerts show the subject.
            Assert.DoesNotContain("\n\n\n", letter.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void LetterAboutProtectedAddress_NamesNoPlace(string key, string language)
    {
        // P-19, P-20: whatever the step or the case knows of places stays out of letters to others; the person's own letters keep only the office.
        foreach (var grade in new[] { AddressProtection.Confidential, AddressProtection.StrictlyConfidential, AddressProtection.StrictlyConfidentialAbroad })
        {
            foreach (var recipient in Enum.GetValues<LetterRecipientKind>())
            {
                var sample = LetterSample.Full(Rules, Rules.Track("SOC-28"), language);
                var places = LetterFields.All.Where(f => f.RevealsPlace && !(f.Name == "office" && recipient == LetterRecipientKind.Person)).ToList();
                foreach (var hidden in LetterFields.All.Where(f => !LetterFields.MayStand(f, grade, recipient)))
                {
                    sample.Data.Remove(hidden.Name);
                }

                var whole = Renderer.Render(key, language, sample.Data).Whole;

                Assert.All(places, place => Assert.DoesNotContain(place.Sample!.In(language), whole, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void EveryField_IsUsedBySomeLetter()
    {
        var texts = string.Concat(LetterRenderer.Keys.Concat(LetterRenderer.Parts).Select(key => LetterRenderer.Shipped(key, "nb")));
        var unused = LetterFields.All.Where(f => !texts.Contains(f.Name, StringComparison.Ordinal)).Select(f => f.Name);

        Assert.Equal(["appealDeadlineOn", "mainResponsibleService", "name", "today"], unused.Order(StringComparer.Ordinal)); // For those who write their own.
    }

    [Theory]
    [InlineData("{{receivedOnn}}", "Feltet «receivedOnn» finnes ikke")]
    [InlineData("{{#if reason}}Fordi", "er ikke avsluttet")]
    [InlineData("Slutt{{/if}}", "avslutter noe som ikke er åpnet")]
    [InlineData("{{date reference}}", "er ingen dato")]
    [InlineData("{{> part-nothing}}", "ikke noe fast avsnitt")]
    [InlineData("{{#each services}}{{/each}}", "forstås ikke")]
    [InlineData("{{reference}", "går ikke opp")]
    public void BrokenTemplate_IsToldWhereAndWhy(string added, string problem)
    {
        var text = LetterRenderer.Shipped(LetterTemplateKey.Receipt, "nb") + added + "\n";

        var told = Check.Problems(LetterTemplateKey.Receipt, "nb", text);

        Assert.Contains(told, p => p.Nb.StartsWith("Linje ", StringComparison.Ordinal) && p.Nb.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void TemplateWithoutAppealPart_IsToldEachMissingElement()
    {
        var text = LetterRenderer.Shipped(LetterTemplateKey.DecisionRefused, "nb").Replace("{{> part-appeal}}", "", StringComparison.Ordinal);

        var told = Check.Problems(LetterTemplateKey.DecisionRefused, "nb", text).Select(p => p.Nb).ToList();

        foreach (var element in new[] { "klagefristen", "hvem som avgjør klagen", "hvor klagen sendes", "at en kan se dokumentene", "fri rettshjelp", "Pasient- og brukerombudet" })
        {
            Assert.Contains(told, p => p.StartsWith($"Brevet sier ikke {element}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void NotPursued_MayNotTellOfAppeals()
    {
        // L-44: it is no refusal.
        var text = LetterRenderer.Shipped(LetterTemplateKey.NotPursued, "nb") + "Du kan klage.\n";

        Assert.Contains(Check.Problems(LetterTemplateKey.NotPursued, "nb", text), p => p.Nb.StartsWith("Brevet skal ikke si at en kan klage", StringComparison.Ordinal));
    }

    [Fact]
    public void An_act_that_a_setting_puts_in_force_is_asked_for_when_a_text_is_saved()
    {
        var unsigned = LetterRenderer.Shipped(LetterTemplateKey.DecisionRefused, "nb").Replace("{{> part-signature}}", "", StringComparison.Ordinal);
        var later = new LetterTemplateCheck(Renderer, RuleBook.Embedded.InForceFrom(new Dictionary<string, DateOnly> { ["no-fvl2025"] = new(2027, 7, 1) }));

        Assert.DoesNotContain(Check.Problems(LetterTemplateKey.DecisionRefused, "nb", unsigned), static p => p.Nb.Contains("§ 59", StringComparison.Ordinal));
        Assert.Contains(later.Problems(LetterTemplateKey.DecisionRefused, "nb", unsigned), static p => p.Nb.Contains("§ 59", StringComparison.Ordinal));
    }
}
