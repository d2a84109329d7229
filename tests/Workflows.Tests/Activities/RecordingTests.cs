using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Activities;

/// <summary>Steps that record: what they read, what they issue, by which port they leave.</summary>
public sealed class RecordingTests
{
    [Theory]
    [InlineData("Met", "Met", "Met", "Met", null, "Admissible")]
    [InlineData("Met", "Met", "NotMet", "Met", null, "NeedsCorrection")]
    [InlineData("Met", "NotMet", "Met", "Met", null, "NeedsCorrection")]
    [InlineData("NotMet", "Met", "Met", "Met", null, "Inadmissible")]
    [InlineData("Met", "Met", "Met", "NotMet", "NotToBlame", "Admissible")]
    [InlineData("Met", "Met", "Met", "NotMet", "SpecialReason", "Admissible")]
    [InlineData("Met", "Met", "Met", "NotMet", "None", "Inadmissible")]
    public void The_formal_check_chooses_the_port(string party, string concrete, string signed, string inTime, string? exception, string port)
    {
        var run = Check(Values(party, concrete, signed, inTime, exception));

        Assert.Equal(port, run.Single<WriteOutput>().Line);
        Assert.Equal(port == "NeedsCorrection", run.Single<KeepFormalCheck>().NeedsCorrection);
    }

    [Theory]
    [InlineData("NotAnswered", null)]
    [InlineData("NotMet", null)]
    public void A_late_or_unanswered_appeal_without_a_documented_choice_is_never_accepted_silently(string inTime, string? exception)
    {
        var run = Check(Values("Met", "Met", "Met", inTime, exception));

        Assert.Contains("must be answered", run.Fault, StringComparison.Ordinal);
        Assert.Empty(run.All<KeepFormalCheck>());
    }

    [Fact]
    public void After_a_year_from_the_decision_no_exception_helps()
    {
        var facts = new JsonObject
        {
            ["appeal"] = new JsonObject { ["decisionMadeOn"] = "2027-01-04", ["receivedAt"] = "2028-01-10T10:00:00+01:00" },
        };
        var run = Check(Values("Met", "Met", "Met", "NotMet", "SpecialReason"), facts);

        Assert.Equal("Inadmissible", run.Single<WriteOutput>().Line);
    }

    [Fact]
    public void A_correction_is_asked_for_once()
    {
        var facts = new JsonObject { ["appeal"] = new JsonObject { ["correctionTried"] = true } };
        var run = Check(Values("Met", "Met", "NotMet", "Met", null), facts);

        Assert.Equal("Inadmissible", run.Single<WriteOutput>().Line);
    }

    [Theory]
    [InlineData("Granted", null, false)]
    [InlineData("Refused", null, true)]
    [InlineData("Granted", "Reversal", true)]
    public void A_draft_says_whether_a_second_person_is_needed(string outcome, string? kind, bool needsApproval)
    {
        var inputs = new List<(string, object)> { ("stage", "Draft"), ("outcome", outcome), ("result", "Drafted") };
        if (kind is not null)
        {
            inputs.Add(("kind", kind));
        }

        var run = new ActivityRun(new Drawing().Step("draft", "RecordDecision", [.. inputs])
            .Add("say", "Elsa.WriteLine", ("text", "js:String(getVariable('Drafted').needsApproval)")).Connect("draft", "Done", "say"));

        Assert.Equal(needsApproval ? "true" : "false", run.Single<WriteOutput>().Line);
        Assert.Equal((DecisionStage.Draft, Enum.Parse<DecisionOutcome>(outcome)), (run.Single<AdvanceDecision>().Stage, run.Single<AdvanceDecision>().Outcome));
    }

    [Fact]
    public void Reasons_for_no_plan_may_be_fixed_or_come_from_the_form()
    {
        var byDrawing = new ActivityRun(new Drawing().Step("why", "RecordNoPlanReason", ("codes", new[] { "N05" })));
        var byForm = new ActivityRun(new Drawing().Step("why", "RecordNoPlanReason", ("source", "js:({values:{noPlanReason:'N09',noPlanReasons:['N09','N11']}})")));
        var none = new ActivityRun(new Drawing().Step("why", "RecordNoPlanReason"));

        Assert.Equal([NoPlanReasonCode.N05PrefersCoordinatorOnly], byDrawing.Single<ChangeNoPlanReasons>().Codes);
        Assert.Equal([NoPlanReasonCode.N09NotEntitledSingleService, NoPlanReasonCode.N11AwaitingClarification], byForm.Single<ChangeNoPlanReasons>().Codes);
        Assert.Contains("No reason", none.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_draft_without_the_hard_points_is_incomplete_and_what_was_drafted_before_stays()
    {
        var run = Draft([], []);

        Assert.Equal("Incomplete", run.Single<WriteOutput>().Line);
        Assert.Equal("jobb", run.Single<ReplacePlanContent>().Content.Goals[0].Text);
        Assert.Equal("h", string.Concat(run.State.Variables["Checked"]!["missing"]!.AsArray().Select(point => point!.GetValue<string>()).Where(point => point == "h")));
    }

    [Fact]
    public void With_consent_coordinator_participants_and_period_the_draft_is_complete()
    {
        var run = Draft(
            new JsonObject { ["planPeriodFrom"] = "2027-03-01", ["revisionIntervalMonths"] = 6, ["needs"] = "bolig\nøkonomi", ["measures"] = "Kurs | nav | 2 dager i uka | gruppe" },
            new JsonObject
            {
                ["planConsent"] = "Given",
                ["mainResponsibleService"] = "nav",
                ["age"] = 38,
                ["coordinator"] = new JsonObject { ["periodId"] = "11111111-1111-7111-8111-111111111111" },
                ["participants"] = new JsonArray(new JsonObject { ["participantId"] = "22222222-2222-7222-8222-222222222222", ["service"] = "nav", ["status"] = "Confirmed" }),
            });

        var content = run.Single<ReplacePlanContent>().Content;
        Assert.Equal("Complete", run.Single<WriteOutput>().Line);
        Assert.Equal(["bolig", "økonomi"], content.Needs.Select(need => need.Text));
        Assert.Equal(("Kurs", "nav", "2 dager i uka", "gruppe"), (content.Measures[0].Title, content.Measures[0].ResponsibleService, content.Measures[0].Extent, content.Measures[0].Implementation));
        Assert.Equal(6, content.Period!.RevisionMonths);
    }

    [Fact]
    public void An_event_about_another_subject_is_not_ours()
    {
        var run = new ActivityRun(new Drawing().Step("wait", "WaitForCaseEvent", ("eventName", "appeal-corrected"), ("subject", "a1")));

        run.Raise("appeal-corrected", new JsonObject { ["appealId"] = "b2" });
        var waiting = run.State.Status;
        run.Raise("appeal-corrected", new JsonObject { ["appealId"] = "a1" });

        Assert.Equal((WorkflowStatus.Running, WorkflowStatus.Finished), (waiting, run.State.Status));
    }

    private static ActivityRun Check(JsonObject values, JsonObject? facts = null) => new(
        new Drawing()
            .Step("check", "RecordFormalCheck", ("source", $"js:({{values:{values.ToJsonString()}}})"), ("result", "Checked"))
            .Add("yes", "Elsa.WriteLine", ("text", "Admissible")).Connect("check", "Admissible", "yes")
            .Add("fix", "Elsa.WriteLine", ("text", "NeedsCorrection")).Connect("check", "NeedsCorrection", "fix")
            .Add("no", "Elsa.WriteLine", ("text", "Inadmissible")).Connect("check", "Inadmissible", "no"),
        facts: facts);

    private static JsonObject Values(string party, string concrete, string signed, string inTime, string? exception) => new()
    {
        ["isParty"] = party, ["isConcrete"] = concrete, ["isSigned"] = signed, ["isInTime"] = inTime, ["lateException"] = exception,
    };

    [Fact]
    public void Completing_the_task_with_blank_fields_keeps_what_the_editor_wrote()
    {
        var run = Draft(new JsonObject { ["goals"] = "", ["measures"] = "  ", ["needs"] = null, ["planPeriodFrom"] = "2027-03-05" }, []);

        var content = run.Single<ReplacePlanContent>().Content;
        Assert.Equal(("m1", "jobb", true), (content.Goals[0].Key, content.Goals[0].Text, content.Goals[0].IsPersonsOwn));
        Assert.Equal(new DateOnly(2027, 3, 5), content.Period!.FromOn);
    }

    [Fact]
    public void A_line_that_says_what_the_draft_says_is_the_same_goal_and_an_empty_list_clears()
    {
        var run = Draft(new JsonObject { ["goals"] = "bolig\njobb" }, []);
        var cleared = Draft(new JsonObject { ["goals"] = new JsonArray() }, []);

        Assert.Equal([("", "bolig"), ("m1", "jobb")], run.Single<ReplacePlanContent>().Content.Goals.Select(goal => (goal.Key, goal.Text)));
        Assert.True(run.Single<ReplacePlanContent>().Content.Goals[1].IsPersonsOwn);
        Assert.Empty(cleared.Single<ReplacePlanContent>().Content.Goals);
    }

    private static ActivityRun Draft(JsonObject values, JsonObject facts)
    {
        facts["plan"] = new JsonObject { ["draft"] = new JsonObject { ["goals"] = new JsonArray(new JsonObject { ["key"] = "m1", ["text"] = "jobb", ["isPersonsOwn"] = true }) } };
        return new ActivityRun(
            new Drawing()
                .Step("save", "SavePlanDraft", ("source", $"js:({{values:{values.ToJsonString()}}})"), ("result", "Checked"))
                .Add("yes", "Elsa.WriteLine", ("text", "Complete")).Connect("save", "Complete", "yes")
                .Add("no", "Elsa.WriteLine", ("text", "Incomplete")).Connect("save", "Incomplete", "no"),
            facts: facts);
    }
}
