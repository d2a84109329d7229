using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.Extensions.DependencyInjection;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Office;

/// <summary>An office in which something of every kind has fallen out, for tests that only look.</summary>
public sealed class OfficeInTrouble : IAsyncLifetime
{
    /// <summary>Names that no leader may read.</summary>
    public static readonly string[] Names = ["GRANSKOG", "FJELLREV", "MÅKE", "RYPE", "HESTEHOV"];

    internal Journey Journey { get; } = new("2027-01-11 08:00");

    public async Task InitializeAsync()
    {
        var when = new When(Journey);
        var given = new Given(Journey, when);
        await given.AnActivePlan(Granskog, receivedAt: "2027-01-11 09:30", approvedAt: "2027-03-05 10:00");
        await when.CoordinatingUnit.Tells("coordinator-left", new { lastDayOn = "2027-08-31", reason = "LeftJob" });
        await given.ARequest(Fjellrev, "2027-07-30 09:00");
        await given.ARequest(Måke, "2027-08-10 09:00");
        await given.AGrantedCase(Rype, "2027-08-20 09:00", "2027-08-23 09:00");
        await when.CaseManager.Completes("ask-consent", "Given", Values.Consent);
        await given.ARequest(Hestehov, "2027-09-01 09:00", track: "HEALTH-MUN", services: ["municipal-health"]);
        var last = Journey.CaseId;
        Journey.Person = Granskog;
        Journey.CaseId = (await Journey.GetAsync("granskog", "/api/cases"))["items"]![0]!["caseId"]!.ToString();
        await when.TimeIs("2027-09-08 09:00");
        await when.Person.Tells("appeal-received", new { type = "Content", points = new[] { "e" }, grounds = "Planen sier for lite.", wantedChange = "Mer hjelp", isSigned = true, knowledgeOn = "2027-09-01" });
        await Journey.PostAsync("leader", "/api/workflow-definitions/publish", JsonNode.Parse(new Drawing("failing").Add("bad", "Elsa.Fault", ("message", "String", "The archive gave no answer")).ToJson()));
        await Journey.Services.GetRequiredService<WorkWriter>().RunAsync(
            new Operation(Actor.System, "test", Journey.Now), (work, token) => work.Flows.StartAsync("failing", null, new CaseId(Guid.Parse(last)), token), CancellationToken.None);
    }

    public async Task DisposeAsync() => await Journey.DisposeAsync();
}
