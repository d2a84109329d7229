using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Plans;

/// <summary>Consent, coordinator, participants, plan and revision, as the drawings put them together (scenarios 1, 11, 12).</summary>
public sealed class PlanStepsTests : IAsyncLifetime
{
    private CaseOnHost _case = null!;

    public async Task InitializeAsync() => _case = await CaseOnHost.OpenAsync("2027-02-02 09:00");

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task Without_consent_no_plan_can_be_opened_and_nothing_is_half_done()
    {
        await _case.StartAsync(new Drawing().Step("open", "OpenPlan"));

        Assert.Contains("L-49", Assert.Single(await _case.IncidentsAsync()), StringComparison.Ordinal);
        await using var db = _case.Read();
        Assert.Empty(await db.Plans.ToListAsync());
    }

    [Fact]
    public async Task From_consent_to_an_approved_version_and_the_next_revision()
    {
        await ApprovedPlanAsync();

        await using var db = _case.Read();
        var plan = await db.Plans.SingleAsync();
        var version = await db.PlanVersions.SingleAsync();
        var revision = await _case.DeadlineAsync("D-17");
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((PlanState.Active, 1), (plan.State, plan.VersionNumber));
        Assert.Equal(("jobb", ApprovalForm.Digital), (version.Content.Goals[0].Text, version.Approval.Form));
        Assert.Equal((new DateOnly(2027, 9, 5), new DateOnly(2027, 9, 6)), (revision.RawOn, revision.EffectiveOn));
        Assert.Equal((revision.EffectiveOn, revision.Id), (plan.NextRevisionOn!.Value, plan.RevisionDeadlineId!.Value));
        Assert.Equal("ola", (await db.CoordinatorPeriods.SingleAsync()).UserId);
        Assert.Equal(AgreementState.InForce, (await db.CooperationAgreements.SingleAsync()).State);
    }

    [Fact]
    public async Task A_small_adjustment_becomes_a_version_without_renewed_approval_and_the_deadline_is_met()
    {
        await ApprovedPlanAsync();
        await _case.MoveToAsync("2027-08-07 06:00");

        await _case.AnswerAsync("Mindre justering", new JsonObject { ["evaluation"] = "godt på vei" }, new("ola", Workflows.Audit.Roles.Coordinator));

        await using var db = _case.Read();
        var old = await db.Deadlines.Where(d => d.Key == "D-17").OrderBy(d => d.Id).FirstAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal(DeadlineState.Met, old.State);
        Assert.Equal([1, 2], await db.PlanVersions.OrderBy(v => v.Number).Select(v => v.Number).ToListAsync());
        Assert.Equal(RevisionOutcome.Adjusted, (await db.Revisions.SingleAsync()).Outcome);
        Assert.Equal(DeadlineState.Running, (await _case.DeadlineAsync("D-17")).State);
    }

    [Fact]
    public async Task A_service_that_loses_its_sharing_consent_still_takes_part_with_what_is_its_own()
    {
        await _case.StartAsync(new Drawing()
            .Step("invite", "InviteParticipants", ("source", "js:({values:{participants:[{service:'gym',contactUserId:'trener'}]}})"))
            .Step("share", "AskForConsent", ("consentType", "Sharing"), ("recipientService", "gym"))
            .Step("agree", "AgreeCooperation")
            .Step("withdraw", "WithdrawConsent", ("consentType", "Sharing"), ("recipientService", "gym"))
            .Add("both", "Elsa.FlowFork", ("branches", new[] { "A", "B" }))
            .Step("go", "CaseTask", ("title", "Trekk"), ("role", "CaseManager"), ("taskKey", "withdraw-now"))
            .Connect("invite", "Done", "share").Connect("share", "Given", "both")
            .Connect("both", "A", "agree").Connect("both", "B", "go").Connect("go", "Utført", "withdraw"));
        await _case.AnswerAsync("Given", new JsonObject { ["channel"] = "Oral" });

        await _case.AnswerAsync("Utført", key: "withdraw-now");
        var left = await _case.OpenTasksAsync();
        await _case.AnswerAsync("Confirmed", new JsonObject { ["contribution"] = "trening" }, new("trener", Workflows.Audit.Roles.Participant));

        await using var db = _case.Read();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal("trener", Assert.Single(left).Assignee);
        Assert.Equal(ConsentState.Withdrawn, (await db.Consents.SingleAsync()).State);
        Assert.Equal(ParticipantState.Confirmed, (await db.PlanParticipants.SingleAsync()).State);
    }

    [Fact]
    public async Task Withdrawing_the_consent_to_the_plan_stops_the_work_and_keeps_the_history()
    {
        await ApprovedPlanAsync();
        await _case.PublishAsync(new Drawing("end").Step("withdraw", "WithdrawConsent"));

        await _case.DoAsync(CaseOnHost.Citizen, (work, token) => work.Flows.StartAsync("end", null, _case.CaseId, token));

        await using var db = _case.Read();
        Assert.Equal(ConsentState.Withdrawn, (await db.Consents.SingleAsync(c => c.Type == ConsentType.Plan)).State);
        Assert.All(await db.PlanParticipants.ToListAsync(), p => Assert.Equal(ParticipantState.Removed, p.State));
        Assert.Single(await db.PlanVersions.ToListAsync());
        Assert.Contains("plan-work-stopped", await _case.EventsAsync());
    }

    [Fact]
    public async Task A_new_coordinator_ends_the_old_period_with_a_handover_and_takes_over_the_tasks()
    {
        await _case.StartAsync(new Drawing()
            .Step("first", "AppointCoordinator")
            .Step("work", "CaseTask", ("title", "Følg opp"), ("role", "Coordinator"), ("assignTo", "Coordinator"), ("taskKey", "work"))
            .Step("second", "AppointCoordinator", ("taskKey", "second"))
            .Add("both", "Elsa.FlowFork", ("branches", new[] { "A", "B" }))
            .Connect("first", "Appointed", "both").Connect("both", "A", "work").Connect("both", "B", "second"));
        await _case.AnswerAsync("Appointed", Coordinator("ola"), CaseOnHost.Unit);
        await _case.MoveToAsync("2027-05-31 12:00");

        await _case.AnswerAsync("Appointed", Coordinator("mia", "2027-06-01", "alt ligger klart", "LeftJob"), CaseOnHost.Unit, "second");

        await using var db = _case.Read();
        var periods = await db.CoordinatorPeriods.OrderBy(p => p.FromOn).ToListAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((new DateOnly(2027, 5, 31), CoordinatorEndReason.LeftJob, "alt ligger klart"), (periods[0].ToOn!.Value, periods[0].EndReason!.Value, periods[0].HandoverNote));
        Assert.Equal(("mia", CoordinatorState.Appointed), (periods[1].UserId, periods[1].State));
        Assert.Equal("mia", Assert.Single(await _case.OpenTasksAsync()).Assignee);
    }

    private async Task ApprovedPlanAsync()
    {
        await _case.StartAsync(new Drawing()
            .Step("ask", "AskForConsent")
            .Step("appoint", "AppointCoordinator")
            .Step("open", "OpenPlan")
            .Step("invite", "InviteParticipants", ("source", "js:({values:{service:'school',contactUserId:'rektor',participantRole:'rådgiver',isObliged:true}})"))
            .Step("pause", "CaseTask", ("title", "Skriv"), ("role", "Coordinator"), ("form", "plan-draft"), ("result", "Draft"))
            .Step("agree", "AgreeCooperation")
            .Step("save", "SavePlanDraft", ("source", "js:getVariable('Draft')"))
            .Step("approve", "ApprovePlan")
            .Step("schedule", "ScheduleRevision")
            .Step("evaluate", "CaseTask", ("title", "Evaluer"), ("role", "Coordinator"), ("form", "revision"), ("deadline", "D-17"), ("outcomes", new[] { "Mindre justering" }), ("result", "Evaluation"))
            .Step("record", "RecordRevision", ("outcome", "Adjusted"), ("source", "js:getVariable('Evaluation')"))
            .Step("again", "ScheduleRevision")
            .Connect("ask", "Given", "appoint").Connect("appoint", "Appointed", "open").Connect("open", "Done", "invite").Connect("invite", "Done", "pause")
            .Connect("pause", "Utført", "agree").Connect("agree", "AllConfirmed", "save")
            .Connect("save", "Complete", "approve").Connect("approve", "Approved", "schedule")
            .Connect("schedule", "Due", "evaluate").Connect("evaluate", "Mindre justering", "record").Connect("record", "Done", "again"));
        await _case.AnswerAsync("Given", new JsonObject { ["channel"] = "Digital" });
        await _case.AnswerAsync("Appointed", Coordinator("ola"), CaseOnHost.Unit);
        await _case.MoveToAsync("2027-03-05 09:00");
        await _case.AnswerAsync(
            "Utført",
            new JsonObject
            {
                ["goals"] = "jobb", ["needs"] = "bolig", ["contributions"] = "school | oppfølging", ["measures"] = "Kurs | school | 2 dager | gruppe",
                ["coordinatorOffer"] = "Appointed", ["planPeriodFrom"] = "2027-03-05", ["revisionIntervalMonths"] = 6, ["cooperationNeeds"] = "fastlege",
            },
            new("ola", Workflows.Audit.Roles.Coordinator));
        await _case.AnswerAsync("Confirmed", new JsonObject { ["contribution"] = "rådgiver" }, new("rektor", Workflows.Audit.Roles.Participant));
        Assert.Empty(await _case.IncidentsAsync());
        await _case.AnswerAsync("Approved", new JsonObject { ["approvalForm"] = "Digital" }, CaseOnHost.Citizen);
    }

    private static JsonObject Coordinator(string userId, string? fromOn = null, string? handover = null, string? reason = null)
    {
        var values = new JsonObject
        {
            ["coordinatorUserId"] = userId, ["service"] = "health", ["acceptedByCoordinator"] = true, ["acceptedByManager"] = true,
        };

        foreach (var (name, value) in new[] { ("fromOn", fromOn), ("handoverNote", handover), ("endReason", reason) })
        {
            if (value is not null)
            {
                values[name] = value;
            }
        }

        return values;
    }
}
