using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Definitions;

/// <summary>The drawings from coordinator to closing, and the appeal, run in the pure engine.</summary>
public sealed class PlanFlowRunTests
{
    [Fact]
    public void Coordinator_NobodyFound_RaisesTheAlarmAndTriesAgain()
    {
        var run = DrawingRun.Start("coordinator");
        run.Answer("appoint", "NotAppointed").Answer("capacity", "Avklart").Answer("appoint", "Appointed", Coordinator());

        Assert.Contains("noOne", run.Path);
        Assert.Equal(["plan-making"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Coordinator_WithoutPlan_IsFollowedUpEveryYear()
    {
        var run = DrawingRun.Start("coordinator", input: new JsonObject { ["Only"] = true }).Answer("appoint", "Appointed", Coordinator());
        Assert.Equal(["coordinator-follow-up"], run.Children);

        var years = DrawingRun.Start("coordinator-follow-up");
        for (var year = 0; year < 20; year++)
        {
            years.TimePasses("year").Answer("followUp", "Fortsetter");
        }

        Assert.Equal(20, years.Path.Count(step => step == "followUp"));
    }

    [Fact]
    public void CoordinatorChange_SuccessorInTime_CancelsTheAlarm()
    {
        var run = DrawingRun.StartByEvent("coordinator-change", "coordinator-left", LastDay());
        Assert.Equal(["lastDay", "replace"], run.Waiting);

        run.Answer("replace", "Appointed", Coordinator());

        Assert.DoesNotContain("noOne", run.Path);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void CoordinatorChange_NoSuccessor_RaisesTheAlarmTheDayAfterTheLastDay()
    {
        var run = DrawingRun.StartByEvent("coordinator-change", "coordinator-left", LastDay()).TimePasses("lastDay");

        Assert.Equal(new DateTimeOffset(2027, 6, 1, 5, 0, 0, TimeSpan.Zero), run.Now);
        Assert.Contains("noOne", run.Path);
        Assert.Equal(["replace"], run.Waiting);
    }

    [Fact]
    public void CoordinatorChange_OnWish_IsDecidedAndAnswered()
    {
        var refused = DrawingRun.StartByEvent("coordinator-change", "coordinator-change-requested").Answer("choose", "Byttes ikke");
        var changed = DrawingRun.StartByEvent("coordinator-change", "coordinator-change-requested").Answer("choose", "Byttes").Answer("replace", "Appointed", Coordinator());

        Assert.Equal(["coordinator-change-refused"], refused.Letters);
        Assert.Equal(["coordinator-changed"], changed.Letters);
        Assert.True(refused.IsFinished && changed.IsFinished);
    }

    [Theory]
    [InlineData("Enige", "recordAgreement")]
    [InlineData("Uenige", "recordRuling")]
    public void Responsibility_IsAgreedOrDecided(string outcome, string recorded)
    {
        var facts = DrawingRun.Facts();
        facts["services"] = new JsonArray("nav", "municipal-health");
        var run = DrawingRun.Start("responsibility-agreement", facts).Answer("agree", outcome, new JsonObject { ["mainResponsibleService"] = "nav" });
        if (outcome == "Uenige")
        {
            run.Answer("rule", "Bestemt", new JsonObject { ["mainResponsibleService"] = "nav" });
        }

        Assert.Contains(recorded, run.Path);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Responsibility_NoAgreementInTime_GoesToTheLeader()
    {
        var facts = DrawingRun.Facts();
        facts["services"] = new JsonArray("nav", "municipal-health");
        var run = DrawingRun.Start("responsibility-agreement", facts).TimePasses("limit");

        Assert.Equal(["rule"], run.Waiting);
    }

    [Fact]
    public void Responsibility_OneService_IsGiven() => Assert.True(DrawingRun.Start("responsibility-agreement").IsFinished);

    [Fact]
    public void PlanMaking_TwoParticipants_GetConsentAndAgreementBeforeThePlanIsWritten()
    {
        var run = DrawingRun.Start("plan-making");
        run.Answer("map", "Kartlagt").Answer("invite", "Inviter", Service("gp")).Answer("invite", "Inviter", Service("school"));
        run.Assume("participants", new JsonArray(Invited("p1", "gp"), Invited("p2", "school"))).Answer("invite", "Ferdig");
        Assert.Equal(["askSharing"], run.Waiting);

        run.Answer("askSharing", "Given").Answer("askSharing", "Refused").Answer("agree", "Confirmed").Answer("agree", "Confirmed").ChildEnds("write");

        Assert.Equal(["consent-sharing-form", "consent-sharing-form", "participant-invitation", "participant-invitation"], run.Letters);
        Assert.Equal(["plan-approval", "revision"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void PlanMaking_WhatIsMapped_StandsInThePlanWhenItIsToBeWritten()
    {
        var run = DrawingRun.Start("plan-making").Answer("map", "Kartlagt", new JsonObject { ["goals"] = "Bo selv\nFå jobb", ["needs"] = "Tolk" });

        Assert.Contains("keepMapped", run.Path);
        Assert.Equal(["invite"], run.Waiting);
    }

    [Fact]
    public void PlanMaking_OneDeclines_TheGapIsNoted()
    {
        var run = DrawingRun.Start("plan-making");
        run.Answer("map", "Kartlagt").Answer("invite", "Inviter", Service("gp")).Assume("participants", new JsonArray(Invited("p1", "gp"))).Answer("invite", "Ferdig")
            .Answer("askSharing", "Given").Answer("agree", "Declined").Answer("uncovered", "Notert").ChildEnds("write");

        Assert.True(run.IsFinished);
    }

    [Fact]
    public void PlanMaking_NoParticipants_GoesStraightToThePlan()
    {
        var run = DrawingRun.Start("plan-making");
        run.Answer("map", "Kartlagt").Answer("invite", "Ferdig").ChildEnds("write");

        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Revision_TwentyYears_IsOneInstanceThatDoesNotGrow()
    {
        var run = DrawingRun.Start("revision");
        var sizes = new List<int>();
        for (var round = 0; round < 48; round++)
        {
            run.TimePasses("schedule").Answer("evaluate", round % 4 == 3 ? "Ny versjon" : "Ingen endring", new JsonObject { ["evaluation"] = "Sett på" });
            if (round % 4 == 3)
            {
                run.ChildEnds("newVersion");
            }

            sizes.Add(WorkflowStateJson.Write(run.State).Length);
        }

        Assert.Equal(48, run.Path.Count(step => step == "record"));
        Assert.InRange(sizes[^1], 0, sizes[7] + 16);
        Assert.True(run.Now.Year >= 2046);
    }

    [Fact]
    public void Revision_AskedFor_ComesAtOnce_AndMayEndThePlan()
    {
        var run = DrawingRun.Start("revision").Event("revision-requested", new JsonObject { ["reason"] = "Hospital" });

        run.Answer("evaluate", "Avslutte planen", new JsonObject { ["evaluation"] = "Ferdig" });

        Assert.Equal(["closing"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Revision_PersonIsReminded_WhenItComesBySchedule_AndNotWhenSomeoneAsks()
    {
        var planned = DrawingRun.Start("revision").TimePasses("schedule");
        var asked = DrawingRun.Start("revision").Event("revision-requested");

        Assert.Equal(["revision-reminder"], planned.Letters);
        Assert.Empty(asked.Letters);
    }

    [Fact]
    public void Meeting_IsCalled_AndTheMinutesComeOnTheDay()
    {
        var call = new JsonObject { ["meetingOn"] = "2027-03-10", ["participants"] = new JsonArray("p1", "p2") };
        var run = DrawingRun.StartByEvent("meeting", "meeting-called", call);
        Assert.Equal(["meeting-call", "meeting-call", "meeting-call"], run.Letters);

        run.TimePasses("day").Answer("minutes", "Møtet er holdt");

        Assert.Equal(new DateTimeOffset(2027, 3, 10, 5, 0, 0, TimeSpan.Zero), run.Now);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Appeal_Upheld_IsForwardedAndTheBodysOutcomeIsCarriedOut()
    {
        var run = DrawingRun.StartByEvent("appeal", "appeal-received", Appeal());
        run.Answer("check", "Prøvd", Check()).Answer("assess", "Opprettholdes", Texts()).ChildEnds("forward", new JsonObject { ["Outcome"] = new JsonObject { ["outcome"] = "ChangedFully" } }).ChildEnds("implement");

        Assert.Equal(["appeal-forwarding", "appeal-implementation"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Appeal_Reversed_IsNeverForwarded()
    {
        var run = DrawingRun.StartByEvent("appeal", "appeal-received", Appeal());
        run.Answer("check", "Prøvd", Check()).Answer("assess", "Omgjøres helt", Texts()).ChildEnds("reverse").ChildEnds("implement");

        Assert.Equal(["appeal-reversal", "appeal-implementation"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Appeal_ReversalNotApproved_IsAssessedAgain()
    {
        var run = DrawingRun.StartByEvent("appeal", "appeal-received", Appeal());
        run.Answer("check", "Prøvd", Check()).Answer("assess", "Omgjøres helt", Texts()).ChildEnds("reverse", new JsonObject { ["Returned"] = new JsonObject() })
            .Answer("assess", "Opprettholdes", Texts()).ChildEnds("forward").ChildEnds("implement");

        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Appeal_Defective_IsCorrectedAndCheckedAgain()
    {
        var run = DrawingRun.StartByEvent("appeal", "appeal-received", Appeal());
        run.Answer("check", "Prøvd", Check(isSigned: "NotMet")).ChildEnds("correction").Answer("check", "Prøvd", Check()).Answer("assess", "Opprettholdes", Texts());

        Assert.Equal(["appeal-correction", "appeal-forwarding"], run.Children);
    }

    [Fact]
    public void Appeal_LateWithoutExcuse_IsDismissed()
    {
        var run = DrawingRun.StartByEvent("appeal", "appeal-received", Appeal());
        run.Answer("check", "Prøvd", Check(isInTime: "NotMet"));

        Assert.Equal(["appeal-dismissal"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Appeal_Withdrawn_Ends()
    {
        var run = DrawingRun.StartByEvent("appeal", "appeal-received", Appeal()).Event("appeal-withdrawn");

        Assert.Contains("recordWithdrawn", run.Path);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void AppealCorrection_InTimeOrLate_TellsTheAppeal()
    {
        var inTime = DrawingRun.Start("appeal-correction").Event("appeal-corrected");
        var late = DrawingRun.Start("appeal-correction").TimePasses("limit");

        Assert.Null(inTime.State.Output["Expired"]);
        Assert.NotNull(late.State.Output["Expired"]);
        Assert.True(inTime.IsFinished && late.IsFinished);
    }

    [Fact]
    public void AppealForwarding_WaitsForTheBody()
    {
        var run = DrawingRun.Start("appeal-forwarding", input: new JsonObject { ["Assessment"] = Answered("Opprettholdes", Texts()) });
        run.Answer("send", "Sendt").TimePasses("chase").Answer("result", "Registrert", new JsonObject { ["outcome"] = "Upheld", ["decidedOn"] = "2027-06-21" });

        Assert.Contains("chaser", run.Path);
        Assert.Equal("Upheld", run.State.Output["Outcome"]!["outcome"]!.GetValue<string>());
        Assert.True(run.IsFinished);
    }

    [Theory]
    [InlineData("ChangedFully", "EntitlementRefusal", "consent")]
    [InlineData("ReversedFully", "Coordinator", "coordinator")]
    [InlineData("ReversedFully", "Content", "plan-approval")]
    [InlineData("AnnulledAndRemitted", "EntitlementRefusal", "one-month-clock")]
    public void AppealImplementation_OpensTheCaseWhereItStopped(string outcome, string type, string child)
    {
        var run = DrawingRun.Start("appeal-implementation", input: new JsonObject { ["Outcome"] = outcome, ["Type"] = type });

        Assert.Equal(child, run.Children[0]);
    }

    [Theory]
    [InlineData("AwaitingConsent")]
    [InlineData("Mapping")]
    [InlineData("Active")]
    public void AppealImplementation_BeginsNothingThatIsUnderWay(string state)
    {
        // An appeal against the decision that is upheld when the case has gone on meanwhile must not ask for consent, and make the plan, a second time.
        var theCase = DrawingRun.Facts();
        theCase["state"] = state;
        var run = DrawingRun.Start("appeal-implementation", theCase, new JsonObject { ["Outcome"] = "ReversedFully", ["Type"] = "EntitlementRefusal" });

        Assert.Empty(run.Children);
        Assert.Equal(["case-costs"], run.Letters);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Transfer_WithConsent_ClosesOnlyAfterTakeover()
    {
        var run = DrawingRun.StartByEvent("transfer", "moved", new JsonObject { ["receivingMunicipality"] = "Havnes" });
        run.Answer("ask", "Given").Answer("send", "Sendt");
        Assert.Empty(run.Children);
        Assert.Equal(["transfer-handover"], run.Letters);

        run.Answer("takeover", "Bekreftet");

        Assert.Equal(["closing"], run.Children);
    }

    [Fact]
    public void Closing_PersonAgrees_IsArchived()
    {
        var run = DrawingRun.Start("closing", input: new JsonObject { ["Reason"] = "NeedEnded" }).Answer("evaluate", "Enig");

        Assert.Equal(["evaluate", "letter", "close"], run.Path);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Closing_PersonDisagrees_IsADecisionWithAppealRight()
    {
        var run = DrawingRun.Start("closing", input: new JsonObject { ["Reason"] = "NeedEnded" });
        run.Answer("evaluate", "Uenig").Answer("decide", "Avsluttes", new JsonObject { ["reasons"] = "Ikke lenger behov" }).Answer("approve", "Godkjennes").Answer("notice", "Sendt");

        Assert.Contains("closeEnded", run.Path);
        Assert.True(run.IsFinished);
    }

    private static JsonObject Answered(string outcome, JsonObject values) => new() { ["outcome"] = outcome, ["values"] = values };

    private static JsonObject Coordinator() => new() { ["coordinatorUserId"] = "coordinator", ["service"] = "municipal-health" };

    private static JsonObject LastDay() => new() { ["lastDayOn"] = "2027-05-31" };

    private static JsonObject Service(string service) => new() { ["service"] = service, ["contactUserId"] = "participant" };

    private static JsonObject Invited(string id, string service) =>
        new() { ["participantId"] = id, ["service"] = service, ["contactUserId"] = "participant", ["status"] = "Invited", ["sharing"] = false };

    private static JsonObject Appeal() => new() { ["appealId"] = "a1", ["type"] = "EntitlementRefusal", ["receivedOn"] = "2027-03-29" };

    private static JsonObject Check(string isSigned = "Met", string isInTime = "Met") => new()
    {
        ["isParty"] = "Met", ["isConcrete"] = "Met", ["isSigned"] = isSigned, ["isInTime"] = isInTime, ["lateException"] = "None", ["reasoning"] = "Prøvd",
    };

    private static JsonObject Texts() => new()
    {
        ["questions"] = "q", ["investigation"] = "i", ["legalSources"] = "l", ["arguments"] = "a", ["assessment"] = "v",
    };
}
