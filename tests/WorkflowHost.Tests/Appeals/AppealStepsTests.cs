using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Cases;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Appeals;

/// <summary>Appeals, from receipt to what they do to the decision (scenarios 5, 7, 27).</summary>
public sealed class AppealStepsTests : IAsyncLifetime
{
    private CaseOnHost _case = null!;

    public async Task InitializeAsync()
    {
        _case = await CaseOnHost.OpenAsync("2027-03-01 09:00");
        await _case.PublishAsync(new Drawing("refused")
            .Step("draft", "RecordDecision", ("stage", "Draft"), ("outcome", "Refused"), ("source", "js:({values:{reasons:'én tjeneste'},completedBy:'kari'})"))
            .Step("make", "RecordDecision", ("stage", "Make"), ("source", "js:({completedBy:'lars',values:{}})"))
            .Step("notify", "RecordDecision", ("stage", "Notify"), ("source", "js:({values:{channel:'Paper',arrivedOn:'2027-03-04'}})"))
            .Connect("draft", "Done", "make").Connect("make", "Done", "notify"));
        await _case.DoAsync(CaseOnHost.Kari, (work, token) => work.Flows.StartAsync("refused", null, _case.CaseId, token));
        Assert.Empty(await _case.IncidentsAsync());
    }

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task An_appeal_on_easter_monday_is_in_time_and_the_appeal_bodys_change_marks_the_decision()
    {
        await AppealAsync("2027-03-29T21:40:00+02:00");
        await _case.AnswerAsync("Prøvd", Check("Met", "Met"));
        await _case.AnswerAsync("Opprettholdes", Upholding(), new("siri", Workflows.Audit.Roles.CaseManager));
        await _case.AnswerAsync("Sendt");
        await _case.AnswerAsync("Registrert", new JsonObject { ["outcome"] = "ChangedFully", ["decidedOn"] = "2027-03-01", ["reasons"] = "rett til plan" });

        await using var db = _case.Read();
        var appeal = await db.Appeals.SingleAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((true, new DateOnly(2027, 3, 30)), (appeal.CameInTime, appeal.DeadlineOn!.Value));
        Assert.Equal((AppealState.Decided, AppealOutcome.Changed, "siri"), (appeal.State, appeal.Outcome!.Value, appeal.HandledBy));
        Assert.Equal((DecisionState.Changed, "én tjeneste"), ((await db.Decisions.SingleAsync()).State, (await db.Decisions.SingleAsync()).Reasons));
        Assert.Equal(DeadlineState.Running, (await _case.DeadlineAsync("D-10")).State);
        Assert.Contains("appeal-forwarded", await _case.EventsAsync());
    }

    [Fact]
    public async Task Forwarding_builds_the_file_with_every_document_and_an_index()
    {
        await AppealAsync("2027-03-29T21:40:00+02:00");
        await _case.AnswerAsync("Prøvd", Check("Met", "Met"));
        await _case.AnswerAsync("Opprettholdes", Upholding(), new("siri", Workflows.Audit.Roles.CaseManager));
        await _case.AnswerAsync("Sendt");

        await using var db = _case.Read();
        var file = await db.AppealFiles.SingleAsync();
        var index = JsonNode.Parse(file.IndexJson)!;
        var text = PdfText.Of(file.Pdf);
        var documents = index["documents"]!.AsArray();
        Assert.Contains("appeal-file-built", await _case.EventsAsync());
        Assert.Equal(["appeal", "formal-check", "statement", "decision"], documents.Select(static d => (string)d!["kind"]!));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file.Pdf)), (string)index["file"]!["sha256"]!);
        Assert.Equal((2, "2027-03-30", true), ((int)documents[0]!["page"]!, (string)index["appeal"]!["deadlineOn"]!, (bool)index["appeal"]!["cameInTime"]!));

        // L-112: five texts; the internal note stays here. L-113: appeal, check, decision and evidence of notice.
        foreach (var part in new[] { "uenig", "rett til plan", "samtale", "SOT § 28", "flere tjenester", "fastholdes", "én tjeneste", "4. mars 2027", "21.40", "1. Klagen" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("bare for oss", text + file.IndexJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_appeal_is_dismissed_only_by_a_documented_choice()
    {
        await AppealAsync("2027-04-10T10:00:00+02:00");

        await _case.AnswerAsync("Prøvd", Check("Met", "NotMet", "None"));

        await using var db = _case.Read();
        var appeal = await db.Appeals.SingleAsync();
        Assert.Equal((false, FormalVerdict.DismissLate), (appeal.CameInTime, appeal.Verdict));
        Assert.Equal("dismissed", (await db.Notifications.SingleAsync()).Kind);
    }

    [Fact]
    public async Task An_unsigned_appeal_is_sent_for_correction_once()
    {
        await AppealAsync("2027-03-05T10:00:00+01:00");

        await _case.AnswerAsync("Prøvd", Check("NotMet", "Met"));
        await _case.AnswerAsync("Prøvd", Check("NotMet", "Met"));

        await using var db = _case.Read();
        var appeal = await db.Appeals.SingleAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((FormalVerdict.DismissDefective, new DateOnly(2027, 3, 15)), (appeal.Verdict, appeal.CorrectionDueOn!.Value));
    }

    [Fact]
    public async Task Whoever_wrote_the_decision_does_not_handle_the_appeal_alone()
    {
        await AppealAsync("2027-03-05T10:00:00+01:00");
        await _case.AnswerAsync("Prøvd", Check("Met", "Met"));

        Assert.Equal("kari", Assert.Single(Assert.Single(await _case.OpenTasksAsync()).ExcludedUserIds));
    }

    private async Task AppealAsync(string receivedAt)
    {
        await _case.StartAsync(new Drawing()
            .Step("open", "OpenAppeal", ("source", $"js:({{type:'EntitlementRefusal',receivedAt:'{receivedAt}',grounds:'uenig'}})"))
            .Step("check", "CaseTask", ("title", "Prøv"), ("role", "CaseManager"), ("form", "formal-check"), ("outcomes", new[] { "Prøvd" }), ("result", "Check"))
            .Step("record", "RecordFormalCheck", ("source", "js:getVariable('Check')"))
            .Step("assess", "CaseTask", ("title", "Vurder"), ("role", "CaseManager"), ("form", "appeal-assessment"), ("exclude", "DecisionCaseworker"), ("outcomes", new[] { "Opprettholdes" }), ("result", "Assessment"))
            .Step("uphold", "ResolveAppeal", ("stage", "FirstInstance"), ("outcome", "Uphold"), ("source", "js:getVariable('Assessment')"))
            .Step("send", "CaseTask", ("title", "Send"), ("role", "CaseManager"), ("form", "forwarding"), ("outcomes", new[] { "Sendt" }), ("result", "Sent"))
            .Step("forward", "ResolveAppeal", ("stage", "Forward"), ("source", "js:getVariable('Sent')"))
            .Step("result", "CaseTask", ("title", "Registrer"), ("role", "CaseManager"), ("form", "appeal-result"), ("outcomes", new[] { "Registrert" }), ("result", "Result"))
            .Step("decided", "ResolveAppeal", ("stage", "AppealBody"), ("source", "js:getVariable('Result')"))
            .Step("dismissed", "RaiseAlert", ("kind", "dismissed"), ("text", "x"))
            .Connect("open", "Done", "check").Connect("check", "Prøvd", "record")
            .Connect("record", "Admissible", "assess").Connect("record", "NeedsCorrection", "check").Connect("record", "Inadmissible", "dismissed")
            .Connect("assess", "Opprettholdes", "uphold").Connect("uphold", "Done", "send").Connect("send", "Sendt", "forward")
            .Connect("forward", "Done", "result").Connect("result", "Registrert", "decided"));
        Assert.Empty(await _case.IncidentsAsync());
    }

    /// <summary>The five texts of the forwarding (L-112).</summary>
    private static JsonObject Upholding() => new()
    {
        ["questions"] = "rett til plan", ["investigation"] = "samtale", ["legalSources"] = "SOT § 28", ["arguments"] = "flere tjenester", ["assessment"] = "fastholdes", ["internalNote"] = "bare for oss",
    };

    private static JsonObject Check(string signed, string inTime, string? exception = null)
    {
        var values = new JsonObject { ["isParty"] = "Met", ["isConcrete"] = "Met", ["isSigned"] = signed, ["isInTime"] = inTime, ["reasoning"] = "vurdert" };

        if (exception is not null)
        {
            values["lateException"] = exception;
        }

        return values;
    }
}
