using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Cases.History;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

public sealed partial class HistoryWordsTests
{
    /// <summary>What stands in no case's history: it belongs to a person, a colleague, a session or a drawing.</summary>
    private static readonly Regex Elsewhere = new("^(user-|sessions-|workflow-definition-|workflow-alterations-|workflow-instance-deleted|person-|identifier-|login-|language-|contact-preferences-|address-protection-|death-registered|absence-|job-run-by-hand|notification-choice-made|outbox-message-resent|reminders-set|retention-set|disposal-|journal-extracted)");

    [Fact]
    public void Everything_that_is_recorded_about_a_case_is_told_in_a_sentence_of_its_own()
    {
        var recorded = Directory.EnumerateFiles(Path.Combine(TestHost.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(static f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(static f => Recorded().Matches(File.ReadAllText(f)).Select(static m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value))
            .Distinct().Where(static name => !Elsewhere.IsMatch(name)).ToList();

        Assert.True(recorded.Count > 60, $"only {recorded.Count} events were found");
        Assert.Empty(recorded.Where(static name => !HistoryWords.Knows(name)).Order());
    }

    [Theory]
    [InlineData("consent-withdrawn", """{"type":"Sharing","recipientService":"gp"}""", "Trakk tilbake samtykke til å dele opplysninger med Fastlegen")]
    [InlineData("deadline-started", """{"key":"D-1","ruleSet":"no-2022","effectiveOn":"2027-02-11"}""", "Fristen «Foreløpig svar» begynte å løpe, siste dag 11.02.2027")]
    [InlineData("case-state-changed", """{"from":"Requested","to":"UnderAssessment"}""", "Saken står nå som «Til vurdering»")]
    [InlineData("coordinator-ended", """{"userId":"maja","toOn":"2027-05-31","endReason":"LeftJob"}""", "Maja slutter som koordinator, siste dag 31.05.2027 (sluttet i jobben)")]
    [InlineData("event-reported", """{"event":"moved"}""", "Meldt fra: personen flytter")]
    public void A_sentence_says_what_happened_without_codes(string name, string details, string expected)
    {
        var told = HistoryWords.Tell(name, new HistoryDetails((JsonObject)JsonNode.Parse(details)!, static id => id == "maja" ? "Maja" : id, static _ => null));

        Assert.Equal(expected, told.Nb);
    }

    [Fact]
    public void An_event_of_a_later_version_is_told_all_the_same()
    {
        var told = HistoryWords.Tell("something-new", new HistoryDetails([], static id => id, static _ => null));

        Assert.Equal("Noe ble registrert i saken", told.Nb);
    }

    [GeneratedRegex("""Record\(\s*(?:[A-Za-z.?()]+,\s*)?"([a-z]+(?:-[a-z]+)+)"|"([a-z]+(?:-[a-z]+)+)", operation""")]
    private static partial Regex Recorded();
}
