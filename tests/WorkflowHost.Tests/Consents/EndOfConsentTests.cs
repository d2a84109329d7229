using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Cases;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Consents;

/// <summary>L-55: without the consent to the plan, access and open work end at once, and no flow is left waiting for them.</summary>
public sealed class EndOfConsentTests : IAsyncLifetime
{
    private CaseOnHost _case = null!;

    public async Task InitializeAsync() => _case = await CaseOnHost.OpenAsync("2027-02-02 09:00");

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task Without_consent_to_the_plan_participants_lose_access_and_tasks_and_the_flow_goes_on_without_them()
    {
        await _case.StartAsync(new Drawing()
            .Step("ask", "AskForConsent")
            .Step("invite", "InviteParticipants", ("source", "js:({values:{participants:[{service:'school',contactUserId:'rektor'},{service:'gym',contactUserId:'trener'}]}})"))
            .Step("agree", "AgreeCooperation")
            .Step("go", "CaseTask", ("title", "Trekk"), ("role", "CaseManager"), ("taskKey", "withdraw-now"))
            .Step("withdraw", "WithdrawConsent")
            .Step("some", "RaiseAlert", ("kind", "SomeDeclined"), ("text", "x"))
            .Add("both", "Elsa.FlowFork", ("branches", new[] { "A", "B" }))
            .Connect("invite", "Done", "ask").Connect("ask", "Given", "both")
            .Connect("both", "A", "agree").Connect("both", "B", "go").Connect("go", "Utført", "withdraw")
            .Connect("agree", "SomeDeclined", "some"));
        await _case.AnswerAsync("Given", new JsonObject { ["channel"] = "Oral" });

        await _case.AnswerAsync("Utført", key: "withdraw-now");

        await using var db = _case.Read();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Empty(await _case.OpenTasksAsync());
        Assert.Empty(await db.Waits.ToListAsync());
        Assert.All(await db.PlanParticipants.ToListAsync(), p => Assert.Equal(ParticipantState.Removed, p.State));
        Assert.Equal(1, await db.Notifications.CountAsync(n => n.Kind == "SomeDeclined"));
    }
}
