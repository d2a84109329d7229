using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

public sealed class CaseStepsTests : IAsyncLifetime
{
    private CaseOnHost _case = null!;

    public async Task InitializeAsync() => _case = await CaseOnHost.OpenAsync(state: CaseState.Identified);

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task Information_with_an_interpreter_and_a_no_is_documented_with_its_reason()
    {
        await _case.StartAsync(new Drawing()
            .Step("inform", "CaseTask", ("title", "Informer"), ("role", "CaseManager"), ("form", "information"), ("outcomes", new[] { "Takker nei" }), ("result", "Information"))
            .Step("record", "RecordInformation", ("source", "js:(function(){var t=getVariable('Information');t.values.response='Declines';return t;})()"))
            .Step("why", "RecordNoPlanReason", ("codes", new[] { "N03" }))
            .Step("state", "SetCaseState", ("state", "NotPursued"))
            .Connect("inform", "Takker nei", "record").Connect("record", "Done", "why").Connect("why", "Done", "state"));

        await _case.AnswerAsync("Takker nei", new JsonObject { ["channel"] = "Meeting", ["language"] = "en", ["interpreterUsed"] = true });

        await using var db = _case.Read();
        var record = await db.InformationRecords.SingleAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((InformationResponse.Declines, true, "kari"), (record.Response, record.InterpreterUsed, record.InformedBy));
        Assert.Equal(CaseState.NotPursued, (await _case.CaseAsync()).State);
        Assert.Equal(NoPlanReasonCode.N03InformedDeclined, (await db.NoPlanReasons.SingleAsync()).Code);
    }

    [Fact]
    public async Task A_state_that_the_table_forbids_is_an_incident_and_what_came_before_in_the_operation_stays()
    {
        await _case.StartAsync(new Drawing()
            .Step("alert", "RaiseAlert", ("kind", "Before"), ("text", "x"))
            .Step("state", "SetCaseState", ("state", "Active"))
            .Connect("alert", "Done", "state"));

        await using var db = _case.Read();
        Assert.Single(await _case.IncidentsAsync());
        Assert.Equal(CaseState.Identified, (await _case.CaseAsync()).State);
        Assert.Equal("Before", (await db.Notifications.SingleAsync()).Kind);
    }

    [Fact]
    public async Task A_wish_that_staff_write_down_starts_the_flows_that_handle_requests()
    {
        await _case.PublishAsync(Handling());

        await _case.StartAsync(new Drawing().Step("wish", "RegisterRequest", ("source", "js:({values:{wishes:'plan'}})"), ("channel", "Phone")));

        await using var db = _case.Read();
        var request = await db.Requests.SingleAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((RequestChannel.Phone, new DateOnly(2027, 1, 11)), (request.Channel, request.ReceivedOn));
        Assert.Equal(CaseState.Requested, (await _case.CaseAsync()).State);
        Assert.Equal("Behandle", Assert.Single(await _case.OpenTasksAsync()).Title);
    }

    [Fact]
    public async Task Closing_stops_what_runs_keeps_the_persons_own_time_limits_and_leaves_no_task()
    {
        await _case.PublishAsync(new Drawing("other")
            .Step("clock", "WaitForDeadline", ("deadline", "D-12"))
            .Step("task", "CaseTask", ("title", "Annet"), ("role", "CaseManager"))
            .Step("limit", "WaitForDeadline", ("deadline", "D-3"))
            .Add("both", "Elsa.FlowFork", ("branches", new[] { "A", "B", "C" }))
            .Connect("both", "A", "clock").Connect("both", "B", "task").Connect("both", "C", "limit"));
        await _case.DoAsync(CaseOnHost.Kari, (work, token) => work.Flows.StartAsync("other", null, _case.CaseId, token));

        await _case.StartAsync(new Drawing().Step("close", "CloseCase", ("reason", "NotWanted")));

        await using var db = _case.Read();
        var ended = await _case.CaseAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((CaseState.Closed, CloseReason.NotWanted), (ended.State, ended.CloseReason!.Value));
        Assert.Equal((DeadlineState.Stopped, DeadlineState.Running), ((await _case.DeadlineAsync("D-12")).State, (await _case.DeadlineAsync("D-3")).State));
        Assert.Equal(HumanTaskState.Cancelled, (await db.HumanTasks.SingleAsync()).State);
        Assert.Empty(await db.Waits.ToListAsync());
        Assert.Equal(WorkflowSubStatus.Cancelled, (await db.WorkflowInstances.SingleAsync(i => i.DefinitionId == "other")).SubStatus);
        Assert.Equal(WorkflowSubStatus.Finished, (await db.WorkflowInstances.SingleAsync(i => i.DefinitionId == "drawing")).SubStatus);
    }

    [Fact]
    public async Task The_facts_of_a_case_name_nobody()
    {
        await _case.StartAsync(new Drawing()
            .Step("show", "RaiseAlert", ("kind", "Facts"), ("text", "js:JSON.stringify(theCase).substring(0,3000)")));

        await using var db = _case.Read();
        var facts = JsonNode.Parse((await db.Notifications.SingleAsync()).Text)!;
        Assert.Equal(("Identified", "SOC-28", "None"), ((string)facts["state"]!, (string)facts["track"]!, (string)facts["planConsent"]!));
        Assert.Equal(37, (int)facts["age"]!);
        Assert.DoesNotContain("Fjellrev", facts.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("1989", facts.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_is_sent_only_after_consent_and_closes_when_the_receiver_has_taken_over()
    {
        await _case.StartAsync(new Drawing()
            .Step("start", "RecordTransfer", ("stage", "Start"), ("source", "js:({receivingMunicipality:'Havnes',movesOn:'2027-06-01'})"))
            .Step("send", "RecordTransfer", ("stage", "Send"))
            .Step("done", "RecordTransfer", ("stage", "Acknowledge"), ("source", "js:({values:{acknowledgedOn:'2027-06-10'}})"))
            .Connect("start", "Done", "send").Connect("send", "Done", "done"));

        await using var db = _case.Read();
        var transfer = await db.Transfers.SingleAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((TransferState.Acknowledged, "Havnes", new DateOnly(2027, 6, 10)), (transfer.State, transfer.Receiver, transfer.AcknowledgedOn!.Value));
    }

    private static Drawing Handling() => new Drawing("handling")
        .Starts("received", "request-received")
        .Step("handle", "CaseTask", ("title", "Behandle"), ("role", "CaseManager"))
        .Connect("received", "Done", "handle");
}
