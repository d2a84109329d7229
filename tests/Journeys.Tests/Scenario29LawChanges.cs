using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 29: the law changes while cases run (domain §2.3; FVL25 §§ 59 and 63, D-22).</summary>
[Trait("Database", "Both")]
public sealed class Scenario29LawChanges() : JourneyTest("2027-06-10 08:00", ("Law:InForceFrom:no-fvl2025", "2027-07-01"))
{
    [Fact]
    public async Task Kvitveis_asks_under_the_old_act_and_is_answered_under_the_new_one()
    {
        await Given.ARequest(Kvitveis, receivedAt: "2027-06-10 09:00");
        var flows = await Flows();

        await When.TimeIs("2027-07-05 10:00");

        await TheOfficeMovesTheCaseToADrawingForTheNewAct();

        // The request and its clock are counted by the act that was in force when it came.
        var clock = (await Then.TheCase())["deadlines"]!.AsArray().Single(deadline => deadline!["key"]!.ToString() == "D-1")!;
        Then.Same("rule set of the clock", "no-2022", clock["ruleSet"]!.ToString());

        await When.CaseManager.Completes("assess", "Avslås", Values.Refused);
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("name-the-responsible", "Sendt", new { channel = "Digital" });
        await TheMoveIsNoLongerUndone();
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        // The decision is of the new one: its notice names who handled the case and who answers for it.
        var decision = await Then.TheDecision("Refused");
        Then.Same("rule set of the decision", "no-fvl2025", decision["ruleSet"]!.ToString());

        var letter = await Then.TheLetterText("decision-refused");
        Assert.Contains("Kari Lyngmo", letter, StringComparison.Ordinal);
        Assert.Contains("Olav Granmo", letter, StringComparison.Ordinal);

        // What was done before the move was done once.
        var history = await Then.HistoryItems();
        Assert.Single(history, item => item["event"]!.ToString() == "task-opened" && item["details"]!["key"]!.ToString() == "assess");
        Assert.Single(history, item => item["event"]!.ToString() == "case-state-changed" && item["details"]!["to"]!.ToString() == "UnderAssessment");

        // Both stand in the file, and what nobody moved stays on the drawings that it began with.
        var appeal = (await Then.TheCase())["deadlines"]!.AsArray().Single(deadline => deadline!["key"]!.ToString() == "D-3")!;
        Then.Same("rule set of the appeal deadline", "no-fvl2025", appeal["ruleSet"]!.ToString());
        Then.Same("rule set of the case", "no-2022", (await Then.TheCase())["ruleSet"]!.ToString());
        Assert.Subset((await Flows()).ToHashSet(), flows.Where(static flow => flow != "decision 2").Append("decision 3").ToHashSet());
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task Before_the_day_the_decision_is_of_the_old_act()
    {
        await Given.ARefusal(Kvitveis, receivedAt: "2027-06-10 09:00");

        Then.Same("rule set", "no-2022", (await Then.TheDecision("Refused"))["ruleSet"]!.ToString());
    }

    private const string Moves = "/api/workflow-definitions/decision/migrations";

    private string _move = "";

    /// <summary>
    /// The leader draws the new act into the flow of the decision, sees what moving would mean, moves, takes it back, and moves for good. The task of the case
    /// manager is the same all the time, with the draft that was begun.
    /// </summary>
    private async Task TheOfficeMovesTheCaseToADrawingForTheNewAct()
    {
        var task = await When.CaseManager.Finds("assess");
        await Journey.PutAsync("casemanager", $"/api/tasks/{task["taskId"]}/draft", new { outcome = "Avslås", values = new { notes = "Hun har én tjeneste." } });
        task = await When.CaseManager.Finds("assess");
        var reminders = await Then.Reminders("assess");
        await DrawTheNewAct();

        // It stays on its version until someone moves it.
        Assert.Contains("decision 2", await Flows());
        var preview = await Journey.GetAsync("leader", Moves + "/preview?from=2&to=3");
        var group = Assert.Single(preview["groups"]!.AsArray())!;
        Then.Same("stands at", "«Vurder retten til plan»", group["standsAt"]!.ToString());
        Then.Same("can be moved", "1", preview["movable"]!.ToString());

        var report = await Move();
        Then.Same("result", "Moved", report["instances"]!["items"]![0]!["result"]!.ToString());
        Assert.Contains("decision 3", await Flows());
        await TheTaskIsStill(task, reminders);

        var undone = await Journey.PostAsync("leader", $"{Moves}/{report["migration"]!["migrationId"]}/undo", new { reason = "Rundskrivet er ikke kommet." });
        Then.Same("result", "TakenBack", undone["instances"]!["items"]![0]!["result"]!.ToString());
        Assert.Contains("decision 2", await Flows());
        await TheTaskIsStill(task, reminders);
        Assert.Empty(await Journey.ViolationsAsync());

        _move = (await Move())["migration"]!["migrationId"]!.ToString();
        await TheTaskIsStill(task, reminders);
    }

    private async Task<JsonNode> Move() => await Journey.PostAsync("leader", Moves, new { from = 2, to = 3, reason = "Ny forvaltningslov fra 1. juli." });

    private async Task TheMoveIsNoLongerUndone()
    {
        Then.Same("can undo", "0", (await Journey.GetAsync("leader", $"{Moves}/{_move}"))["canUndo"]!.ToString());
        var report = await Journey.PostAsync("leader", $"{Moves}/{_move}/undo", new { reason = "Prøver likevel." });
        Then.Same("result", "KeptMoved", report["instances"]!["items"]![0]!["result"]!.ToString());
        Assert.Contains("har gått videre", report["instances"]!["items"]![0]!["whyNot"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("decision 3", await Flows());
    }

    private async Task TheTaskIsStill(JsonNode before, IReadOnlyList<string> reminders)
    {
        var now = await When.CaseManager.Finds("assess");
        Assert.Equal(before.ToJsonString(), now.ToJsonString());
        Then.Same("draft", "Hun har én tjeneste.", (await Journey.GetAsync("casemanager", $"/api/tasks/{now["taskId"]}/draft"))["values"]!["notes"]!.ToString());
        Assert.Equal(reminders, await Then.Reminders("assess"));
    }

    private async Task DrawTheNewAct()
    {
        var flow = (await Journey.GetAsync("leader", "/api/workflow-definitions/decision")).AsObject();
        var (steps, ways) = (flow["root"]!["activities"]!.AsArray(), flow["root"]!["connections"]!.AsArray());
        var added = steps.First(step => step!["id"]!.ToString() == "notice")!.DeepClone().AsObject();
        (added["id"], added["name"], added["nodeId"]) = ("nameTheResponsible", "nameTheResponsible", added["nodeId"]!.ToString().Replace(":notice", ":nameTheResponsible", StringComparison.Ordinal));
        added["metadata"]!["displayText"] = "Nevn hvem som svarer for saken";
        added["customProperties"]!.AsObject().Remove("requiredByLaw");
        added["taskKey"]!["expression"]!["value"] = "name-the-responsible";
        steps.Add((JsonNode)added);
        var approved = ways.First(way => way!["source"]!["activity"]!.ToString() == "approve" && way["source"]!["port"]!.ToString() == "Godkjennes")!;
        var onward = approved.DeepClone();
        (onward["source"]!["activity"], onward["source"]!["port"]) = ("nameTheResponsible", "Sendt");
        approved["target"]!["activity"] = "nameTheResponsible";
        ways.Add(onward);
        await Journey.PostAsync("leader", "/api/workflow-definitions/publish?reason=Ny%20lov", flow);
    }

    private async Task<IReadOnlyList<string>> Flows() => [.. (await Then.TheCase())["workflows"]!.AsArray().Select(flow => $"{flow!["definition"]} {flow["version"]}")];
}
