using System.Net;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Two servers on one PostgreSQL, and a case that neither of them owns.</summary>
public sealed class CaseOnTwoNodesTests : IAsyncLifetime
{
    private const string Start = "2027-01-11 08:00";
    private readonly Journey _a;
    private readonly Journey _b;

    public CaseOnTwoNodesTests()
    {
        var database = TestDatabase.PostgreSql();
        _a = new Journey(Start, database);
        _b = new Journey(Start, database.Borrowed());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _b.DisposeAsync();
        await _a.DisposeAsync();
    }

    [Fact]
    public async Task A_case_goes_on_at_whichever_node_people_come_to_and_nothing_happens_twice()
    {
        await new Given(_a, new When(_a)).ARequest(Fjellrev, receivedAt: "2027-01-11 07:30", services: ["nav", "municipal-health"]);
        (_b.CaseId, _b.Person) = (_a.CaseId, _a.Person);
        object agreed = new { mainResponsibleService = "nav", parties = "nav, municipal-health" };

        // Done at one node, it is done at the other, which says so.
        var seen = await new When(_a).CoordinatingUnit.Finds("agree");
        await new When(_b).CoordinatingUnit.Completes("agree", "Enige", agreed);
        var (status, problem) = await CompleteAsync(_a, "coordinatingunit", seen, "Enige", agreed);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.NotNull(problem!["detail"]);

        // The month passes at both: reminders, warnings and the deadline itself come once.
        await Task.WhenAll(_a.MoveToAsync("2027-02-20 09:00"), _b.MoveToAsync("2027-02-20 09:00"));
        var told = (await new Then(_a).HistoryItems()).Where(static i => i["event"]!.ToString() is "task-reminder-sent" or "task-escalated" or "deadline-warning-sent" or "deadline-overdue")
            .Select(static i => $"{i["event"]} {i["details"]!.ToJsonString()}").ToList();
        Assert.NotEmpty(told);
        Assert.Equal(told.Distinct(), told);
        Assert.Empty((await _b.GetAsync("leader", "/api/incidents"))["items"]!.AsArray());

        // Of many who answer the same task at the same moment, one is heard.
        var task = await new When(_b).CaseManager.Finds("assess");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            CompleteAsync(i % 2 == 0 ? _a : _b, "casemanager", task, "Innvilges", new { reasons = "Langvarig behov." }))));
        Assert.Single(answers, static a => a.Status == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(static a => a.Status == HttpStatusCode.Conflict));
        Assert.Single(await new Then(_b).HistoryItems(), static i => i["event"]!.ToString() == "task-completed" && i["details"]!["key"]?.ToString() == "assess");
    }

    private static Task<(HttpStatusCode Status, JsonNode? Body)> CompleteAsync(Journey node, string user, JsonNode task, string outcome, object values) =>
        node.TryAsync(HttpMethod.Post, user, $"/api/tasks/{task["taskId"]}/complete", new { operationId = Guid.NewGuid(), outcome, values });
}
