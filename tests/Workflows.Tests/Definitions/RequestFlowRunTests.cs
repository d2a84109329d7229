using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Tests.Definitions;

/// <summary>The drawings from need to consent, run in the pure engine.</summary>
public sealed class RequestFlowRunTests
{
    [Fact]
    public void Information_WantsPlan_RegistersTheWish()
    {
        var run = DrawingRun.StartByEvent("identification-and-information", "need-signalled");
        Assert.Equal(["inform"], run.Waiting);

        run.Answer("inform", "Ønsker plan");

        Assert.Equal(["signalled", "inform", "record", "answer", "handle"], run.Path);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Information_WantsToThink_IsAskedAgainAfterHalfAYear()
    {
        var run = DrawingRun.StartByEvent("identification-and-information", "need-signalled");

        run.Answer("inform", "Vil tenke").TimePasses("later").Answer("inform", "Ikke nådd").TimePasses("later").Answer("inform", "Takker nei");

        Assert.Equal(["information-offer", "information-offer", "not-pursued"], run.Letters);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Request_FromThePerson_GetsReceiptClockAndAssessment()
    {
        var run = DrawingRun.StartByEvent("request-handling", "request-received").ChildEnds("responsibility");

        Assert.Equal(["receipt"], run.Letters);
        Assert.Equal(["one-month-clock", "responsibility-agreement", "decision"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Request_FromARepresentativeWithoutAuthorization_IsClarifiedFirst()
    {
        var facts = DrawingRun.Facts();
        facts["requesterRole"] = "Representative";
        var run = DrawingRun.StartByEvent("request-handling", "request-received", theCase: facts);
        Assert.Equal(["authorization"], run.Waiting);

        run.Answer("authorization", "Personen bekrefter").ChildEnds("responsibility");

        Assert.Equal(["one-month-clock", "responsibility-agreement", "decision"], run.Children);
    }

    [Fact]
    public void Request_InAnOpenCase_IsLookedAt()
    {
        var run = DrawingRun.StartByEvent("request-handling", "request-joined", new JsonObject { ["requestId"] = "r2" });

        run.Answer("look", "Sett");

        Assert.Equal(["receipt"], run.Letters);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Clock_AnsweredInTime_StopsWithoutPreliminaryReply()
    {
        var run = DrawingRun.Start("one-month-clock").Event("decision-notified");

        Assert.Empty(run.Letters);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Clock_Delayed_SendsPreliminaryReplyAndOneNoticePerSlippedDate()
    {
        var run = DrawingRun.Start("one-month-clock");

        run.TimePasses("limit").Answer("preliminary", "Send foreløpig svar", Promise("2027-03-19"))
            .TimePasses("promised").Answer("delayed", "Send melding", Promise("2027-04-02"))
            .TimePasses("promised").Answer("delayed", "Send melding", Promise("2027-04-16"))
            .Event("decision-notified");

        Assert.Equal(["preliminary-reply", "delay-notice", "delay-notice"], run.Letters);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Clock_NothingSent_TellsTheLeaderAndGoesOn()
    {
        var run = DrawingRun.Start("one-month-clock").TimePasses("limit").TimePasses("breach");

        Assert.Contains("alarm", run.Path);
        Assert.Equal(["answered", "preliminary"], run.Waiting);
    }

    [Fact]
    public void Decision_Granted_GoesToConsentWithoutASecondPair_OfEyes()
    {
        var run = DrawingRun.Start("decision");
        run.Answer("assess", "Innvilges", Reasons()).Answer("notice", "Sendt", new JsonObject { ["channel"] = "Digital" });

        Assert.DoesNotContain("approve", run.Path);
        Assert.Equal(["consent"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Decision_RefusedAndReturnedOnce_IsApprovedInTheEnd()
    {
        var run = DrawingRun.Start("decision");
        run.Answer("assess", "Avslås", Reasons()).Answer("approve", "Sendes tilbake").Answer("assess", "Avslås", Reasons()).Answer("approve", "Godkjennes")
            .Answer("notice", "Sendt", new JsonObject { ["channel"] = "Digital" });

        Assert.Equal(["decision-refused"], run.Letters);
        Assert.Empty(run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Decision_ForAKvpParticipant_HasNoNeedTest()
    {
        var facts = DrawingRun.Facts();
        facts["isKvp"] = true;
        var run = DrawingRun.Start("decision", facts).Answer("notice", "Sendt");

        Assert.DoesNotContain("assess", run.Path);
        Assert.Equal(["consent"], run.Children);
    }

    [Fact]
    public void Consent_Given_LeadsToACoordinator()
    {
        var run = DrawingRun.Start("consent").Answer("ask", "Given");

        Assert.Equal(["coordinator"], run.Children);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Consent_RefusedButCoordinatorWanted_LeadsToACoordinatorOnly()
    {
        var run = DrawingRun.Start("consent").Answer("ask", "Refused").Answer("coordinatorOnly", "Ja");

        Assert.Equal(["coordinator"], run.Children);
        Assert.Contains("reasonCoordinator", run.Path);
    }

    [Fact]
    public void Consent_NotAnswered_IsAskedAgain()
    {
        var run = DrawingRun.Start("consent").Answer("ask", "NotAnswered").TimePasses("later").Answer("ask", "Refused").Answer("coordinatorOnly", "Nei");

        Assert.Equal(["consent-form", "consent-form", "not-pursued"], run.Letters);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Consent_PlanConsentWithdrawn_StopsAndAsksAboutCoordinator()
    {
        var run = DrawingRun.StartByEvent("consent", "consent-withdrawn", new JsonObject { ["type"] = "Plan" });

        run.Answer("continueOnly", "Avslutte");

        Assert.Contains("stop", run.Path);
        Assert.Equal(["closing"], run.Children);
    }

    [Fact]
    public void Consent_SharingConsentWithdrawn_LetsThePlanGoOn()
    {
        var run = DrawingRun.StartByEvent("consent", "consent-withdrawn", new JsonObject { ["type"] = "Sharing" });

        run.Answer("consequences", "Vurdert");

        Assert.DoesNotContain("stop", run.Path);
        Assert.Empty(run.Children);
    }

    [Fact]
    public void Kvp_Declines_IsNotPursuedWithAFriendlyLetter()
    {
        var run = DrawingRun.StartByEvent("kvp-link", "kvp-decided").Answer("inform", "Takker nei");

        Assert.Equal(["not-pursued"], run.Letters);
        Assert.Contains("reasonNo", run.Path);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Kvp_WantsAPlan_RegistersTheWish()
    {
        var run = DrawingRun.StartByEvent("kvp-link", "kvp-decided").Answer("inform", "Ønsker plan");

        Assert.Contains("handle", run.Path);
        Assert.True(run.IsFinished);
    }

    [Fact]
    public void Kvp_Ended_AsksWhetherTheNeedGoesOn()
    {
        var run = DrawingRun.StartByEvent("kvp-link", "kvp-ended").Answer("need", "Behovet består", Reasons());

        Assert.Equal(["ended", "need", "newBasis"], run.Path);
    }

    private static JsonObject Promise(string on) => new() { ["reason"] = "Venter på uttalelse", ["expectedOn"] = on };

    private static JsonObject Reasons() => new() { ["reasons"] = "Begrunnelse" };
}
