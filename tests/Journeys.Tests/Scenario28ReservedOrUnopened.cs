using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 28: reserved, unopened, old contact data (P-33, D-9, D-22).</summary>
public sealed class Scenario28ReservedOrUnopened() : JourneyTest("2027-05-10 08:00", ("Outbox:LetterTransport", "Folder"), ("Outbox:LetterFolder", Folder))
{
    /// <summary>Each run of the class has its own; it lies beside the databases of the tests.</summary>
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "individual-plan-tests", "letters-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Kvitveis_does_not_open_the_decision_and_is_alerted_again_after_a_week_while_the_deadline_stands()
    {
        await Given.ARequest(Kvitveis, "2027-05-10 09:00");
        await When.CaseManager.Tells("contact-data-read", new { isReserved = false, confirmedOn = "2027-03-01", reason = "Kontakt- og reservasjonsregisteret" });
        await DecideAsync("2027-05-28 10:00");

        // Friday 28 May: made available, and the alert goes out the same day, so three weeks run from it (D-3).
        await Then.TheDeadline("D-3", startedOn: "2027-05-28", rawOn: "2027-06-18", effectiveOn: "2027-06-18", state: "Running", rolled: false);
        var manifest = await ManifestAsync("digital-mailbox", "letter", "decision-granted");
        Then.Same("channel", "Digital", manifest["channel"]!.ToString());
        Then.Same("arrives", "2027-05-28", manifest["estimatedArrivalOn"]!.ToString());
        Then.Same("recipient", "Person", manifest["recipientKind"]!.ToString());
        await TheFileIsWholeAsync("digital-mailbox", manifest);

        // The manifest names nobody (P-20).
        Assert.DoesNotContain("Kvitveis", manifest.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("07879049800", manifest.ToJsonString(), StringComparison.Ordinal);

        // A week is up on Friday 4 June, and not before; the server may restart in between, and one alert goes out, not two.
        await When.TimeIs("2027-06-03 23:00");
        Assert.Equal([], await AlertsAsync());
        await When.TimeIs("2027-06-04 07:00");
        await When.TheServerRestarts();
        await When.TimeIs("2027-06-10 12:00");
        Assert.Contains("2027-06-04 decision-granted", await AlertsAsync());
        Assert.Single(await AlertsAsync(), line => line.EndsWith("decision-granted", StringComparison.Ordinal));
        var alert = await ManifestAsync("digital-mailbox", "second-alert", "decision-granted");
        Assert.Null(alert["file"]);
        await Then.TheDeadline("D-3", startedOn: "2027-05-28", rawOn: "2027-06-18", effectiveOn: "2027-06-18", state: "Running", rolled: false);

        // The office looking at it is no opening; hers is, and it is noted once.
        var letter = (await Then.LetterItems()).Single(l => l["template"]!.ToString() == "decision-granted");
        Assert.Null((await Then.Journey.GetAsync("casemanager", $"/api/letters/{letter["letterId"]}"))["openedAt"]);
        await Then.Journey.GetAsync(Kvitveis.User, $"/api/letters/{letter["letterId"]}");
        await Then.Journey.GetAsync(Kvitveis.User, $"/api/letters/{letter["letterId"]}/pdf");
        Assert.NotNull((await Then.Journey.GetAsync("casemanager", $"/api/letters/{letter["letterId"]}"))["openedAt"]);
        Assert.Single(await Then.History(), line => line.EndsWith("letter-opened", StringComparison.Ordinal));
        await Then.NothingIsStuck();
    }

    [Theory]
    [InlineData(true, "2027-03-01")] // Reserved.
    [InlineData(false, "2025-11-27")] // Confirmed eighteen months and a day before.
    public async Task When_she_is_reserved_or_the_contact_data_are_old_the_decision_goes_on_paper_and_its_arrival_is_estimated(bool isReserved, string confirmedOn)
    {
        await Given.ARequest(Kvitveis, "2027-05-10 09:00");
        await When.CaseManager.Tells("contact-data-read", new { isReserved, confirmedOn });
        await DecideAsync("2027-05-28 10:00");

        // Five working days by post from Friday 28 May; three weeks from then.
        var manifest = await ManifestAsync("print", "letter", "decision-granted");
        Then.Same("channel", "Paper", manifest["channel"]!.ToString());
        Then.Same("arrives", "2027-06-04", manifest["estimatedArrivalOn"]!.ToString());
        await TheFileIsWholeAsync("print", manifest);
        await Then.TheDeadline("D-3", startedOn: "2027-06-04", rawOn: "2027-06-25", effectiveOn: "2027-06-25", state: "Running", rolled: false);

        // Paper is not alerted about.
        await When.TimeIs("2027-06-15 12:00");
        Assert.Empty(await AlertsAsync());
        await Then.NothingIsStuck();
    }

    private async Task DecideAsync(string at)
    {
        await When.TimeIs(at);
        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await Then.AllIsDelivered();
    }

    /// <summary>The second alerts so far: <c>day template</c>.</summary>
    private async Task<IReadOnlyList<string>> AlertsAsync() =>
        [.. (await Then.HistoryItems()).Where(item => item["event"]!.ToString() == "letter-alerted-again").Select(item => $"{Then.Day(item)} {item["details"]!["template"]}")];

    private async Task<JsonNode> ManifestAsync(string route, string kind, string template)
    {
        var letterId = (await Then.LetterItems()).Single(letter => letter["template"]!.ToString() == template)["letterId"]!.ToString();
        return Directory.GetFiles(Path.Combine(Folder, route), "*.json").Select(file => JsonNode.Parse(File.ReadAllText(file))!)
            .Single(manifest => manifest["letterId"]!.ToString() == letterId && manifest["kind"]!.ToString() == kind);
    }

    private static async Task TheFileIsWholeAsync(string route, JsonNode manifest)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(Folder, route, manifest["file"]!.ToString()));
        Assert.Equal("%PDF"u8.ToArray(), content[..4]);
        Then.Same("hash", Convert.ToHexStringLower(SHA256.HashData(content)), manifest["sha256"]!.ToString());
    }
}
