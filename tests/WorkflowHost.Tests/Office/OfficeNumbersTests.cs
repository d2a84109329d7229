using System.Text.Json.Nodes;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Office;

/// <summary>The leader's numbers at their limits: a day lasts to its end in Norway (D-26), and what is answered, closed or hidden counts nowhere.</summary>
public sealed class OfficeNumbersTests : IAsyncLifetime
{
    private static readonly string[] All =
        ["overdueDeadlines", "deadlinesDueSoon", "unassignedTasks", "overdueTasks", "casesWithoutCoordinator", "overdueRevisions", "openAppeals", "stoppedFlows"];

    private readonly Journey _journey = new("2027-01-11 08:00");

    private When When => new(_journey);

    private Given Given => new(_journey, When);

    private Then Then => new(_journey);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _journey.DisposeAsync();

    [Fact]
    public async Task A_preliminary_reply_is_soon_from_seven_days_before_and_broken_from_the_day_after_until_it_is_answered()
    {
        // One month from 11 January is Thursday 11 February (D-1, L-30).
        await Given.ARequest(Fjellrev, "2027-01-11 09:00");

        await When.TimeIs("2027-02-03 23:59");
        await TheNumberIs("deadlinesDueSoon", 0);
        await When.TimeIs("2027-02-04 00:01");
        await TheNumberIs("deadlinesDueSoon", 1);
        await When.TimeIs("2027-02-11 23:59");
        await TheNumberIs("deadlinesDueSoon", 1);
        await TheNumberIs("overdueDeadlines", 0);

        // In Greenwich it is still 11 February.
        await When.TimeIs("2027-02-12 00:01");
        await TheNumberIs("deadlinesDueSoon", 0);
        await TheNumberIs("overdueDeadlines", 1);
        Then.Same("days left", "-1", (await Only("overdue-deadlines"))["daysLeft"]!.ToString());

        // The breach is recorded by the flow, and stays on the list until the case manager answers.
        await Then.TheDeadline("D-1", startedOn: "2027-01-11", rawOn: "2027-02-11", effectiveOn: "2027-02-11", state: "Missed", rolled: false);
        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await TheNumberIs("overdueDeadlines", 1);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        await TheNumberIs("overdueDeadlines", 0);
    }

    [Fact]
    public async Task A_promised_date_that_a_later_promise_has_overtaken_is_not_what_the_person_waits_for()
    {
        await Given.ARequest(Rype, "2027-01-11 11:00");
        await When.TimeIs("2027-02-10 09:00");
        await When.CaseManager.Completes("preliminary", "Send foreløpig svar", new { reason = "Venter på sykehuset.", expectedOn = "2027-03-05" });
        await When.TimeIs("2027-03-05 10:00");
        await When.CaseManager.Completes("delayed", "Send melding", new { reason = "Uttalelsen er ikke kommet.", expectedOn = "2027-03-19" });

        // The first promise has passed, but she has been told again (L-33).
        await When.TimeIs("2027-03-06 09:00");
        await TheNumberIs("overdueDeadlines", 0);
        await When.TimeIs("2027-03-20 09:00");

        var promise = await Only("overdue-deadlines");
        Then.Same("promise", "D-2 2027-03-19", $"{promise["key"]} {promise["effectiveOn"]}");
    }

    [Fact]
    public async Task Time_limits_of_the_person_are_not_the_offices_to_break()
    {
        // The appeal deadline (D-3) runs out on 2 February unused.
        await Given.AGrantedCase(Rype, receivedAt: "2027-01-11 09:00", decidedAt: "2027-01-12 10:00");

        await When.TimeIs("2027-01-30 09:00");
        await TheNumberIs("deadlinesDueSoon", 0);
        await When.TimeIs("2027-02-20 09:00");
        await TheNumberIs("overdueDeadlines", 0);
    }

    [Fact]
    public async Task A_task_is_overdue_from_the_day_after_its_date_as_in_the_work_list_and_unassigned_until_someone_takes_it()
    {
        await Given.ARequest(Fjellrev, "2027-01-11 09:00");
        var task = await When.CaseManager.Finds("assess");
        await TheNumberIs("unassignedTasks", 1);
        Then.Same("legal deadline", "2027-02-11", task["legalDeadlineOn"]!.ToString());

        await _journey.PostAsync("casemanager", $"/api/tasks/{task["taskId"]}/claim");
        await TheNumberIs("unassignedTasks", 0);
        await _journey.PostAsync("casemanager", $"/api/tasks/{task["taskId"]}/hold", new { until = "2027-03-01" });

        foreach (var at in (string[])["2027-02-10 23:59", "2027-02-11 23:59", "2027-02-12 00:01"])
        {
            await When.TimeIs(at);
            var inWorkList = (await _journey.GetAsync("leader", "/api/tasks?overdue=true&state=open"))["total"]!.ToString();
            await TheNumberIs("overdueTasks", int.Parse(inWorkList, null));
        }

        // Put aside or not, the date runs on (L-111).
        Assert.Contains((await _journey.GetAsync("leader", "/api/office/overdue-tasks"))["items"]!.AsArray(), t => t!["key"]!.ToString() == "assess" && t["state"]!.ToString() == "OnHold");
    }

    [Fact]
    public async Task Tasks_are_overdue_by_whichever_of_their_dates_has_passed()
    {
        await Given.ARequest(Fjellrev, "2027-01-11 09:00");
        await Given.AGrantedCase(Rype, "2027-01-11 10:00", "2027-01-12 09:00");
        await Given.ACoordinator(Granskog, "2027-01-13 09:00");

        foreach (var at in (string[])["2027-01-20 09:00", "2027-01-27 09:00", "2027-02-05 09:00", "2027-02-15 09:00", "2027-03-01 09:00"])
        {
            await When.TimeIs(at);
            var today = at[..10];
            var open = (await _journey.GetAsync("leader", "/api/tasks?state=open"))["items"]!.AsArray();
            var overdue = open.Where(t => IsBefore(t!["dueOn"], today) || IsBefore(t["legalDeadlineOn"], today)).Select(t => t!["taskId"]!.ToString());
            var listed = (await _journey.GetAsync("leader", "/api/office/overdue-tasks"))["items"]!.AsArray().Select(t => t!["taskId"]!.ToString());
            Assert.Equal(overdue.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        }

        static bool IsBefore(JsonNode? date, string today) => date is not null && string.CompareOrdinal(date.ToString(), today) < 0;
    }

    [Fact]
    public async Task A_task_that_waits_for_the_person_is_not_one_that_nobody_has_taken()
    {
        await Given.APlanToWrite(Granskog, "2027-01-11 09:00");
        await When.Coordinator.Completes("draft", "Klar for godkjenning", Values.Plan);

        Assert.Contains("approve-plan", await Then.OpenTasks());
        await TheNumberIs("unassignedTasks", 0);
    }

    [Fact]
    public async Task A_case_is_without_coordinator_from_the_day_after_the_last_one_until_a_successor_is_there()
    {
        await Given.ACoordinator(Måke, at: "2027-01-11 09:00");
        await When.TimeIs("2027-05-03 09:00");
        await When.CoordinatingUnit.Tells("coordinator-left", new { lastDayOn = "2027-05-31", reason = "LeftJob" });

        await When.TimeIs("2027-05-31 23:59");
        await TheNumberIs("casesWithoutCoordinator", 0);
        await When.TimeIs("2027-06-01 00:01");
        await TheNumberIs("casesWithoutCoordinator", 1);
        Then.Same("since", "2027-06-01", (await Summary())["withoutCoordinatorSinceOn"]!.ToString());
        var gap = await Only("cases-without-coordinator");
        Then.Same("gap", "2027-06-01 True replace-coordinator", $"{gap["sinceOn"]} {gap["hasHadCoordinator"]!.GetValue<bool>()} {await KeyOf(gap["task"]!)}");

        await When.TimeIs("2027-06-03 09:00");
        await When.CoordinatingUnit.Completes("replace-coordinator", "Appointed", Values.Successor);
        await TheNumberIs("casesWithoutCoordinator", 0);
    }

    [Fact]
    public async Task A_case_that_waits_for_its_first_coordinator_says_since_when_it_was_asked_for()
    {
        await Given.AGrantedCase(Rype, receivedAt: "2027-01-11 09:00", decidedAt: "2027-01-12 10:00");
        await TheNumberIs("casesWithoutCoordinator", 0);

        await When.TimeIs("2027-01-14 10:00");
        await When.CaseManager.Completes("ask-consent", "Given", Values.Consent);

        var gap = await Only("cases-without-coordinator");
        Then.Same("gap", "2027-01-14 False CoordinatingUnit", $"{gap["sinceOn"]} {gap["hasHadCoordinator"]!.GetValue<bool>()} {gap["holder"]!["role"]}");
        Assert.Null((await Summary())["withoutCoordinatorSinceOn"]);
    }

    [Fact]
    public async Task A_revision_is_overdue_from_the_day_after_the_plans_own_date_until_the_plan_is_evaluated()
    {
        // Approved 5 March; six months are Sunday 5 September, which rolls to Monday the 6th (D-17).
        await Given.AnActivePlan(Granskog, receivedAt: "2027-01-11 09:30", approvedAt: "2027-03-05 10:00");

        await When.TimeIs("2027-08-30 23:59");
        await TheNumberIs("deadlinesDueSoon", 1);
        await When.TimeIs("2027-09-06 23:59");
        await TheNumberIs("overdueRevisions", 0);
        await When.TimeIs("2027-09-07 00:01");
        await TheNumberIs("overdueRevisions", 1);
        await TheNumberIs("overdueDeadlines", 0);
        Then.Same("holder", "coordinator", (await Only("overdue-revisions"))["holder"]!["userId"]!.ToString());

        await When.Coordinator.Completes("evaluate", "Ingen endring", Values.Evaluation);
        await TheNumberIs("overdueRevisions", 0);
    }

    [Fact]
    public async Task An_appeal_is_open_until_it_is_decided_and_near_from_seven_days_before_it_should_be_sent_on()
    {
        await Given.AGrantedCase(Hestehov, receivedAt: "2027-01-11 09:00", decidedAt: "2027-01-12 10:00", track: "HEALTH-MUN");
        await When.CaseManager.Completes("ask-consent", "Given", Values.Consent);
        await When.TimeIs("2027-01-15 10:00");
        await When.Person.Tells("appeal-received", new { type = "Coordinator", grounds = "Jeg har ikke fått koordinator.", wantedChange = "Koordinator", isSigned = true });

        // Fourteen days from 15 January are 29 January (D-12).
        await When.TimeIs("2027-01-21 23:59");
        await TheNumberIs("openAppeals", 1);
        await TheNumberIs("appealsNearDeadline", 0);
        await When.TimeIs("2027-01-22 00:01");
        await TheNumberIs("appealsNearDeadline", 1);
        var appeal = await Only("open-appeals");
        Then.Same("appeal", "Coordinator DecideOrForward 2027-01-29 7", $"{appeal["type"]} {appeal["next"]} {appeal["nextOn"]} {appeal["daysLeft"]}");

        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Omgjøres helt", new { assessment = "Koordinator skulle vært oppnevnt." });
        await When.Approver.Completes("approve", "Godkjennes");
        await TheNumberIs("openAppeals", 0);
    }

    [Fact]
    public async Task When_the_person_has_died_the_case_counts_with_nothing_but_what_the_leader_must_see_to()
    {
        await BreakEverythingAsync(Granskog);
        Assert.All(await NumbersAsync("overdueTasks", "casesWithoutCoordinator", "overdueRevisions", "openAppeals"), n => Assert.True(n > 0));

        await When.CaseManager.Tells("deceased");

        // That all has stopped, and an appeal that a person must decide (scenario 20).
        Assert.Equal(2, Assert.Single(await NumbersAsync("unassignedTasks")));
        Assert.All(await NumbersAsync([.. All.Where(static name => name != "unassignedTasks")]), n => Assert.Equal(0, n));
    }

    [Fact]
    public async Task The_case_of_a_strictly_protected_person_is_in_nobodys_numbers_but_the_case_managers()
    {
        await BreakEverythingAsync(Granskog);

        await ChangeAsync(async (work, token) =>
        {
            var id = new CaseId(Guid.Parse(_journey.CaseId));
            var ipCase = await work.Db.Cases.AsTracking().SingleAsync(c => c.Id == id, token);
            (await work.Db.Persons.AsTracking().SingleAsync(p => p.Id == ipCase.PersonId, token)).Protect(AddressProtection.StrictlyConfidential, work.Operation);
        });

        foreach (var user in (string[])["leader", "coordinatingunit", "auditor"])
        {
            var summary = await _journey.GetAsync(user, "/api/office/summary");
            Assert.All(All.Select(n => summary[n]).OfType<JsonNode>(), n => Assert.Equal(0, n.GetValue<int>()));
        }
    }

    [Fact]
    public async Task Numbers_and_lists_are_narrowed_by_service_and_track()
    {
        await Given.ARequest(Fjellrev, "2027-01-11 09:00");
        await Given.ARequest(Hestehov, "2027-01-11 10:00", track: "HEALTH-MUN", services: ["municipal-health"]);
        await When.TimeIs("2027-02-15 09:00");

        await TheNumberIs("overdueDeadlines", 2);
        Then.Same("of the track", "1", (await Summary("?track=HEALTH-MUN"))["overdueDeadlines"]!.ToString());
        Then.Same("of the service", "1", (await Summary("?service=nav"))["overdueDeadlines"]!.ToString());
        Then.Same("of both", "0", (await Summary("?service=nav&track=HEALTH-MUN"))["overdueDeadlines"]!.ToString());
        Then.Same("listed", "1", (await _journey.GetAsync("leader", "/api/office/overdue-deadlines?track=HEALTH-MUN"))["total"]!.ToString());
        Assert.Equal(422, (int)(await _journey.TryAsync(HttpMethod.Get, "leader", "/api/office/summary?track=NO-SUCH")).Status);
    }

    /// <summary>A plan in use whose coordinator has left, whose revision is overdue, and on which there is an appeal.</summary>
    private async Task BreakEverythingAsync(SyntheticPerson person)
    {
        await Given.AnActivePlan(person, receivedAt: "2027-01-11 09:30", approvedAt: "2027-03-05 10:00");
        await When.CoordinatingUnit.Tells("coordinator-left", new { lastDayOn = "2027-09-01", reason = "LeftJob" });
        await When.TimeIs("2027-09-08 09:00");
        await When.Person.Tells("appeal-received", new { type = "Content", points = new[] { "e" }, grounds = "Planen sier for lite.", wantedChange = "Mer hjelp", isSigned = true, knowledgeOn = "2027-09-01" });
    }

    private Task ChangeAsync(Func<Work, CancellationToken, Task> change) => _journey.Services.GetRequiredService<WorkWriter>().RunAsync(
        new Operation(new Actor("register", Roles.System), "", _journey.Now),
        async (work, token) =>
        {
            await change(work, token);
            return true;
        },
        CancellationToken.None);

    private Task<JsonNode> Summary(string query = "") => _journey.GetAsync("leader", "/api/office/summary" + query);

    private async Task<IReadOnlyList<int>> NumbersAsync(params string[] names)
    {
        var summary = await Summary();
        return [.. names.Select(n => summary[n]!.GetValue<int>())];
    }

    private async Task TheNumberIs(string name, int expected) => Then.Same(name, expected.ToString(null, null), (await Summary())[name]!.ToString());

    private async Task<JsonNode> Only(string block) => Assert.Single((await _journey.GetAsync("leader", "/api/office/" + block))["items"]!.AsArray())!;

    private async Task<string> KeyOf(JsonNode task) => (await _journey.GetAsync("leader", $"/api/tasks/{task["taskId"]}"))["key"]!.ToString();
}
