using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Tests.Letters;

public sealed class LetterTemplateTests
{
    private static readonly string[] Languages = ["nb", "nn", "en"];
    private readonly LetterRenderer _renderer = new();

    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var key in LetterTemplateKey.All)
            {
                foreach (var language in Languages)
                {
                    data.Add(key, language);
                }
            }

            return data;
        }
    }

    private static JsonObject Data => new()
    {
        ["reference"] = "IP-2027-00042",
        ["name"] = "Glad Fjellrev",
        ["receivedOn"] = "2027-01-11",
        ["preliminaryReplyOn"] = "2027-02-11",
        ["appealDeadlineOn"] = "2027-02-18",
        ["appealBody"] = "Statsforvalteren",
        ["appealWeeks"] = 3,
        ["reason"] = "Vi venter på en uttalelse.",
        ["expectedOn"] = "2027-03-19",
        ["decision"] = new JsonObject { ["outcome"] = "Granted", ["madeOn"] = "2027-01-27", ["reasons"] = "Behovet er langvarig." },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Template_IsThereInEachLanguageAndLeavesNoPlaceholder(string key, string language)
    {
        foreach (var data in new[] { Data, [] })
        {
            var letter = _renderer.Render(key, language, data);

            Assert.NotEmpty(letter.Subject);
            Assert.NotEmpty(letter.Body);
            Assert.DoesNotContain("{", letter.Subject + letter.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("#", letter.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain("Fjellrev", letter.Subject, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("decision-granted")]
    [InlineData("decision-refused")]
    [InlineData("decision-dismissed")]
    [InlineData("appeal-dismissed")]
    public void Decision_SaysHowToAppeal(string key)
    {
        // L-43: right, deadline, body, procedure, documents, deferred implementation, guidance, legal aid and costs.
        var body = _renderer.Render(key, "nb", Data).Body;

        foreach (var must in new[] { "Du kan klage", "18. februar 2027", "Statsforvalteren", "Send klagen til oss", "se dokumentene", "ikke settes i verk", "hjelper deg", "fri rettshjelp", "kostnader", "Behovet er langvarig." })
        {
            Assert.Contains(must, body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("nb", "gir i seg selv ingen tjenester")]
    [InlineData("nn", "gjev i seg sjølv ingen tenester")]
    [InlineData("en", "in itself gives no services")]
    public void Granted_GivesNoService(string language, string sentence) =>
        Assert.Contains(sentence, _renderer.Render(LetterTemplateKey.DecisionGranted, language, Data).Body, StringComparison.Ordinal); // L-45

    [Fact]
    public void NotPursued_IsNoRefusalAndCannotBeAppealed()
    {
        // L-44, scenario 3: confirms that the person may change their mind, and has no appeal text.
        var body = _renderer.Render(LetterTemplateKey.NotPursued, "nb", Data).Body;

        Assert.Contains("ombestemme deg", body, StringComparison.Ordinal);
        Assert.DoesNotContain("klage", body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("receipt-third-party")]
    [InlineData("authorization-missing")]
    public void ThirdParty_LearnsNothing(string key)
    {
        // L-25, SOT § 44: nothing that confirms or denies that the person is known, not even a case reference.
        foreach (var language in Languages)
        {
            var letter = _renderer.Render(key, language, Data);
            foreach (var secret in new[] { "IP-2027", "Fjellrev", "2027", "saken din", "saka di", "your case" })
            {
                Assert.DoesNotContain(secret, letter.Subject + letter.Body, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public void PreliminaryReply_GivesReasonAndExpectedDate()
    {
        var body = _renderer.Render(LetterTemplateKey.PreliminaryReply, "nn", Data).Body; // L-30

        Assert.Contains("Vi venter på en uttalelse.", body, StringComparison.Ordinal);
        Assert.Contains("19. mars 2027", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Reversal_TellsOfCosts() =>
        Assert.Contains("tre uker", _renderer.Render(LetterTemplateKey.AppealReversed, "nb", Data).Body, StringComparison.Ordinal); // D-10, L-100
}
