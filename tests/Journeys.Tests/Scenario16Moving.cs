using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 16: the person moves to another municipality (L-108, L-109).</summary>
public sealed class Scenario16Moving() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Bergknaus_agrees_and_the_case_closes_only_when_the_new_municipality_has_taken_over()
    {
        await Given.AnActivePlan(Bergknaus, receivedAt: "2027-01-11 09:00", approvedAt: "2027-03-05 10:00");

        await When.TimeIs("2027-06-01 09:00");
        await When.CaseManager.Tells("moved", new { movesOn = "2027-06-01", receivingMunicipality = "Havnes" });
        await Then.TheOpenTasksAre("ask-transfer-consent");
        await When.Coordinator.Completes("ask-transfer-consent", "Given", Values.Consent);
        await Then.TheStateIs("TransferPending");

        await When.TimeIs("2027-06-03 09:00");
        await When.CoordinatingUnit.Completes("send", "Sendt", new { receivingMunicipality = "Havnes", receivingContact = "Koordinerende enhet i Havnes" });

        // Havnes is told that the plan is sent, and when he comes; the letter names nobody.
        Assert.Equal(["2027-06-03 ReceivingUnit"], await Then.TheLettersOf("transfer-handover"));
        var handover = await Then.TheLetterText("transfer-handover");
        Assert.Contains("flytter til dere 1. juni 2027", handover, StringComparison.Ordinal);
        Assert.DoesNotContain("BERGKNAUS", handover, StringComparison.OrdinalIgnoreCase);

        // Until Havnes confirms, the old coordinator stays and the case is open.
        await When.TimeIs("2027-06-09 09:00");
        await Then.TheStateIs("TransferPending");
        Then.Same("coordinator", "coordinator", (await Then.TheCase())["coordinator"]!["userId"]!.ToString());

        await When.TimeIs("2027-06-10 09:00");
        await When.CoordinatingUnit.Completes("takeover", "Bekreftet", new { acknowledgedOn = "2027-06-10", receivingContact = "Ny koordinator" });
        await When.Coordinator.Completes("evaluate", "Enig", new { evaluation = "Planen følger med til Havnes." });

        await Then.TheStateIs("Closed");
        Then.Same("reason", "Moved", (await Then.TheCase())["closeReason"]!.ToString());
        Assert.Contains("2027-06-10 closing", await Then.Letters());
        await Then.TheOpenTasksAre();
        await Then.TheHistoryTells(
            "2027-06-01 casemanager event-reported", "2027-06-01 casemanager transfer-begun", "2027-06-01 coordinator consent-given", "2027-06-03 coordinatingunit transfer-sent",
            "2027-06-10 coordinatingunit transfer-acknowledged", "2027-06-10 coordinator case-closed");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task When_he_refuses_nothing_is_sent_and_he_is_told_how_to_ask_in_the_new_municipality()
    {
        await Given.AnActivePlan(Bergknaus, receivedAt: "2027-01-11 09:00", approvedAt: "2027-03-05 10:00");
        await When.TimeIs("2027-06-01 09:00");
        await When.CaseManager.Tells("moved", new { movesOn = "2027-06-01", receivingMunicipality = "Havnes" });

        await When.Coordinator.Completes("ask-transfer-consent", "Refused", new { channel = "Oral", givenBy = "Person" });

        var history = await Then.History();
        Assert.Contains("2027-06-01 coordinator transfer-consent-refused", history);
        Assert.DoesNotContain(history, line => line.EndsWith("transfer-sent", StringComparison.Ordinal));
        Assert.Equal(["Person"], await Then.TheRecipientsOf("transfer"));
        Assert.Empty(await Then.TheLettersOf("transfer-handover"));
        Assert.Contains("ny", await Then.TheLetterText("transfer"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(await Then.OpenTasks(), key => key is "send" or "takeover");
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task What_he_agreed_to_goes_as_a_file_to_another_installation_which_opens_a_case_and_sends_a_receipt_back()
    {
        await Given.AnActivePlan(Bergknaus, receivedAt: "2027-01-11 09:00", approvedAt: "2027-03-05 10:00");
        var address = $"/api/cases/{Then.Journey.CaseId}/transfer";

        // Nothing leaves before he has agreed.
        await When.TimeIs("2027-06-01 09:00");
        Assert.Equal(HttpStatusCode.Conflict, (await Then.Journey.TryAsync(HttpMethod.Get, "coordinatingunit", address + "/file")).Status);
        await When.CaseManager.Tells("moved", new { movesOn = "2027-06-01", receivingMunicipality = "Havnes" });
        Assert.Equal(HttpStatusCode.Conflict, (await Then.Journey.TryAsync(HttpMethod.Get, "coordinatingunit", address + "/file")).Status);
        await When.Coordinator.Completes("ask-transfer-consent", "Given", Values.Consent);

        // The file: what the receiver needs, and no address and no staff.
        Assert.Equal(HttpStatusCode.Forbidden, (await Then.Journey.TryAsync(HttpMethod.Get, "casemanager", address + "/file")).Status);
        var file = await Then.Journey.BytesAsync("coordinatingunit", address + "/file");
        var (index, names) = Open(file);
        Then.Same("format", "individualplan/transfer", index["format"]!.ToString());
        Then.Same("schema version", "1", index["schemaVersion"]!.ToString());
        Then.Same("plan version", "1", index["plan"]!["version"]!.ToString());
        Then.Same("approved", "2027-03-05", index["plan"]!["approvedOn"]!.ToString());
        Assert.Contains("plan.pdf", names);
        Assert.Contains("letters/001.pdf", names);
        Assert.DoesNotContain("casemanager", index.ToJsonString(), StringComparison.Ordinal);
        await When.TimeIs("2027-06-03 09:00");
        await When.CoordinatingUnit.Completes("send", "Sendt", new { receivingMunicipality = "Havnes", receivingContact = "Koordinerende enhet i Havnes" });

        // Havnes runs an installation of its own. The case opens there on 10 June, and the month runs from that day; he is asked anew, and his plan is what the new one begins from.
        await using var havnes = new Journey("2027-06-10 09:00");
        var receipt = await havnes.UploadAsync("coordinatingunit", "/api/transfers", file, "application/zip");
        var again = await havnes.UploadAsync("coordinatingunit", "/api/transfers", file, "application/zip");
        Then.Same("receipt", receipt.ToJsonString(), again.ToJsonString());
        Then.Same("received on", "2027-06-10", receipt["receivedOn"]!.ToString());
        var there = new Then(havnes);
        var theirs = new When(havnes);
        havnes.Person = Bergknaus;
        havnes.CaseId = (await havnes.GetAsync("coordinatingunit", "/api/cases"))["items"]!.AsArray().Single()!["caseId"]!.ToString();
        await there.TheDeadline("D-1", startedOn: "2027-06-10", rawOn: "2027-07-10", effectiveOn: "2027-07-10", state: "Running", rolled: false);
        await theirs.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await theirs.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await theirs.CaseManager.Completes("ask-consent", "Given", Values.Consent);
        await theirs.CoordinatingUnit.Completes("appoint-coordinator", "Appointed", Values.Coordinator);
        Assert.Contains("Komme i arbeid", (await havnes.GetAsync("coordinator", $"/api/cases/{havnes.CaseId}/plan/draft")).ToJsonString(), StringComparison.Ordinal);
        await there.NothingIsStuck();

        // A receipt for another file is refused; the right one confirms the takeover, and the case here closes as moved.
        await When.TimeIs("2027-06-10 12:00");
        var wrong = receipt.DeepClone();
        wrong["sha256"] = new string('0', 64);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Then.Journey.TryAsync(HttpMethod.Post, "coordinatingunit", address + "/receipt", wrong)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await Then.Journey.TryAsync(HttpMethod.Post, "coordinatingunit", address + "/receipt", receipt)).Status);
        await When.Coordinator.Completes("evaluate", "Enig", new { evaluation = "Planen følger med til Havnes." });
        await Then.TheStateIs("Closed");
        Then.Same("reason", "Moved", (await Then.TheCase())["closeReason"]!.ToString());
        await Then.TheHistoryTells("2027-06-01 coordinatingunit transfer-exported", "2027-06-03 coordinatingunit transfer-sent", "2027-06-10 coordinatingunit transfer-acknowledged", "2027-06-10 coordinator case-closed");
        await Then.NothingIsStuck();
    }

    private static (JsonNode Index, IReadOnlyList<string> Names) Open(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var index = archive.GetEntry("transfer.json")!.Open();
        return (JsonNode.Parse(index)!, [.. archive.Entries.Select(entry => entry.FullName)]);
    }
}
