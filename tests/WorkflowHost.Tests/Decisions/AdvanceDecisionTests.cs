using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Tests.Cases;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Decisions;

/// <summary>From assessment to notice: four eyes, the state of the case, and the clocks that start and stop (scenarios 1, 4, 5).</summary>
public sealed class AdvanceDecisionTests : IAsyncLifetime
{
    private CaseOnHost _case = null!;

    public async Task InitializeAsync() => _case = await CaseOnHost.OpenAsync("2027-02-15 09:00");

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task A_refusal_needs_a_second_person_and_its_notice_starts_D3_over_easter()
    {
        await _case.StartAsync(Refusal());
        await _case.AnswerAsync("Avslås", new JsonObject { ["reasons"] = "Bare én tjeneste", ["noPlanReason"] = "N09" });

        var own = await _case.TryAnswerAsync("Godkjennes", by: new IndividualPlan.Workflows.Audit.Actor("kari", IndividualPlan.Workflows.Audit.Roles.Approver));
        await _case.AnswerAsync("Godkjennes", by: CaseOnHost.Leader);
        await _case.AnswerAsync("Sendt", new JsonObject { ["channel"] = "Paper", ["sentOn"] = "2027-02-15", ["arrivedOn"] = "2027-03-04" });

        Assert.Equal(new TaskAnswer.ExcludedUser(), Assert.IsType<CompleteTask.Outcome.Refused>(own).Answer);
        await using var db = _case.Read();
        var decision = await db.Decisions.SingleAsync();
        Assert.Equal((DecisionState.Notified, "kari", "lars"), (decision.State, decision.DraftedBy, decision.ApprovedBy));
        var appeal = await _case.DeadlineAsync("D-3");
        Assert.Equal((new DateOnly(2027, 3, 25), new DateOnly(2027, 3, 30)), (appeal.RawOn, appeal.EffectiveOn));
        Assert.Equal(new DateOnly(2028, 2, 15), (await _case.DeadlineAsync("D-6")).RawOn);
        Assert.Equal(CaseState.Refused, (await _case.CaseAsync()).State);
        Assert.Equal(NoPlanReasonCode.N09NotEntitledSingleService, (await db.NoPlanReasons.SingleAsync()).Code);
        Assert.Equal("decision-drafted decision-submitted decision-approved decision-made decision-notified", string.Join(' ', (await _case.EventsAsync()).Where(e => e.StartsWith("decision-", StringComparison.Ordinal))));
        Assert.Empty(await _case.IncidentsAsync());
    }

    [Fact]
    public async Task Notice_in_time_meets_the_one_month_clock_and_late_notice_does_not_undo_the_breach()
    {
        await _case.StartAsync(new Drawing()
            .Step("clock", "WaitForDeadline", ("deadline", "D-1"), ("startsOn", "2027-01-29"), ("point", "AfterEffective"))
            .Step("task", "CaseTask", ("title", "Svar"), ("role", "CaseManager"))
            .Step("draft", "RecordDecision", ("stage", "Draft"), ("outcome", "Granted"))
            .Step("make", "RecordDecision", ("stage", "Make"))
            .Step("notify", "RecordDecision", ("stage", "Notify"))
            .Connect("clock", "Reached", "task").Connect("task", "Utført", "draft").Connect("draft", "Done", "make").Connect("make", "Done", "notify"));

        await _case.MoveToAsync("2027-02-28 23:59");
        var before = (await _case.DeadlineAsync("D-1")).State;
        await _case.MoveToAsync("2027-03-01 00:00");
        await _case.AnswerAsync("Utført");

        var deadline = await _case.DeadlineAsync("D-1");
        Assert.Equal((DeadlineState.Running, DeadlineState.Missed), (before, deadline.State));
        Assert.Equal(new DateOnly(2027, 3, 1), deadline.MetOn);
        Assert.Equal(CaseState.Granted, (await _case.CaseAsync()).State);
    }

    [Fact]
    public async Task Returning_and_drafting_again_keeps_one_decision()
    {
        await _case.StartAsync(Refusal());
        await _case.AnswerAsync("Avslås", new JsonObject { ["reasons"] = "for kort", ["noPlanReason"] = "N10" });
        await _case.AnswerAsync("Sendes tilbake", new JsonObject { ["comment"] = "grundigere" }, CaseOnHost.Leader);
        await _case.AnswerAsync("Avslås", new JsonObject { ["reasons"] = "grundig begrunnet", ["noPlanReason"] = "N10" });

        await using var db = _case.Read();
        var decision = await db.Decisions.SingleAsync();

        Assert.Equal((DecisionState.AwaitingApproval, "grundig begrunnet"), (decision.State, decision.Reasons));
    }

    private static Drawing Refusal() => new Drawing()
        .Step("assess", "CaseTask", ("title", "Vurder"), ("role", "CaseManager"), ("form", "assessment"), ("outcomes", new[] { "Avslås" }), ("result", "Assessment"))
        .Step("draft", "RecordDecision", ("stage", "Draft"), ("outcome", "Refused"), ("source", "js:getVariable('Assessment')"))
        .Step("why", "RecordNoPlanReason", ("source", "js:getVariable('Assessment')"))
        .Step("approve", "CaseTask", ("title", "Godkjenn"), ("role", "Approver"), ("form", "approval"), ("exclude", "DecisionDrafter"), ("outcomes", new[] { "Godkjennes", "Sendes tilbake" }), ("result", "Approval"))
        .Step("back", "RecordDecision", ("stage", "Return"))
        .Step("make", "RecordDecision", ("stage", "Make"), ("source", "js:getVariable('Approval')"))
        .Step("send", "CaseTask", ("title", "Send"), ("role", "CaseManager"), ("form", "notice"), ("outcomes", new[] { "Sendt" }), ("result", "Notice"))
        .Step("notify", "RecordDecision", ("stage", "Notify"), ("source", "js:getVariable('Notice')"))
        .Connect("assess", "Avslås", "draft").Connect("draft", "Done", "why").Connect("why", "Done", "approve")
        .Connect("approve", "Sendes tilbake", "back").Connect("back", "Done", "assess")
        .Connect("approve", "Godkjennes", "make").Connect("make", "Done", "send").Connect("send", "Sendt", "notify");
}
