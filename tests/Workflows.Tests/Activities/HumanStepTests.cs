using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Activities;

/// <summary>The human steps with a meaning of their own.</summary>
public sealed class HumanStepTests
{
    private const string School = "11111111-1111-7111-8111-111111111111";
    private const string Gym = "22222222-2222-7222-8222-222222222222";

    [Theory]
    [InlineData("Given", true)]
    [InlineData("Refused", false)]
    public void A_yes_and_a_no_are_both_recorded(string answer, bool isGiven)
    {
        var run = new ActivityRun(new Drawing().Step("ask", "AskForConsent", ("consentType", "Sharing"), ("recipientService", "school")));

        run.Answer(answer, new JsonObject { ["channel"] = "Oral" });

        var consent = run.Single<RecordConsent>();
        Assert.Equal((ConsentType.Sharing, isGiven, "school"), (consent.Type, consent.IsGiven, consent.RecipientService));
        Assert.Equal(WorkflowStatus.Finished, run.State.Status);
    }

    [Fact]
    public void No_answer_is_no_refusal_and_waiting_ends_by_itself_when_the_drawing_says_so()
    {
        var run = new ActivityRun(
            new Drawing().Step("ask", "AskForConsent", ("dueIn", "P14D"), ("giveUpAfter", "P30D"), ("result", "Answer"))
                .Connect("ask", "NotAnswered", "end").Add("end", "Elsa.WriteLine", ("text", "js:getVariable('Answer').outcome")));

        run.MoveTo("2027-02-24 06:00");

        Assert.Equal("NotAnswered", run.Single<WriteOutput>().Line);
        Assert.Empty(run.All<RecordConsent>());
        Assert.Empty(run.State.Waits);
    }

    [Fact]
    public void A_coordinator_is_appointed_only_by_that_answer()
    {
        var appointed = new ActivityRun(new Drawing().Step("appoint", "AppointCoordinator"));
        var not = new ActivityRun(new Drawing().Step("appoint", "AppointCoordinator"));

        appointed.Answer("Appointed", new JsonObject { ["coordinatorUserId"] = "ola", ["service"] = "health" });
        not.Answer("NotAppointed");

        Assert.Equal("ola", appointed.Single<BeginCoordinatorPeriod>().Result.Text("coordinatorUserId"));
        Assert.Equal("CoordinatingUnit", appointed.Single<OpenTask>().Role);
        Assert.Empty(not.All<BeginCoordinatorPeriod>());
    }

    [Fact]
    public void The_plan_is_put_before_the_person_before_the_task_opens()
    {
        var run = new ActivityRun(new Drawing().Step("approve", "ApprovePlan"));

        run.Answer("Approved", new JsonObject { ["approvalForm"] = "Digital" });

        Assert.True(run.Commands.FindIndex(command => command is SubmitPlan) < run.Commands.FindIndex(command => command is OpenTask));
        Assert.Equal("Person", run.Single<OpenTask>().Role);
        run.Single<FixPlanVersion>();
    }

    [Fact]
    public void Wishes_for_changes_send_the_plan_back()
    {
        var run = new ActivityRun(new Drawing().Step("approve", "ApprovePlan"));

        run.Answer("Changes", new JsonObject { ["comment"] = "mer om jobb" });

        Assert.Equal("mer om jobb", run.Single<ReturnPlan>().Result.Text("comment"));
        Assert.Empty(run.All<FixPlanVersion>());
    }

    [Fact]
    public void Each_invited_participant_gets_a_task_and_the_last_answer_decides()
    {
        var run = Agree();

        run.Answer("Confirmed", new JsonObject { ["contribution"] = "oppfølging" }, School);
        var waiting = run.State.Status;
        run.Answer("Declined", new JsonObject { ["declineReason"] = "ikke kapasitet" }, Gym);

        Assert.Equal(WorkflowStatus.Running, waiting);
        Assert.Equal(["rektor", "trener"], run.All<OpenTask>().Select(task => task.AssigneeId));
        Assert.Equal([true, false], run.All<RecordParticipation>().Select(answer => answer.IsConfirmed));
        run.Single<RecordAgreement>();
        Assert.Equal("SomeDeclined", run.Single<WriteOutput>().Line);
    }

    [Fact]
    public void A_silent_service_with_a_duty_goes_up_the_ladder_and_a_voluntary_one_is_only_reminded()
    {
        var run = Agree();

        run.MoveTo("2027-03-15");

        var gym = run.All<OpenTask>().Single(task => task.SubjectId == Gym).WaitId;
        Assert.Equal(2, run.All<RemindTask>().Count());
        Assert.DoesNotContain(run.All<EscalateTask>(), rung => rung.WaitId == gym);
        Assert.Equal(
            ["leader 2027-02-01 OfficeLeader", "unit 2027-02-08 CoordinatingUnit", "municipality 2027-02-22 OfficeLeader"],
            run.All<EscalateTask>().Select(rung => $"{rung.Rung} {rung.On:yyyy-MM-dd} {rung.Role}"));
    }

    [Fact]
    public void Without_participants_there_is_nothing_to_agree()
    {
        var run = new ActivityRun(new Drawing().Step("agree", "AgreeCooperation").Connect("agree", "NoParticipants", "none").Add("none", "Elsa.WriteLine", ("text", "none")));

        Assert.Equal("none", run.Single<WriteOutput>().Line);
        Assert.Empty(run.All<OpenTask>());
    }

    private static ActivityRun Agree() => new(
        new Drawing().Step("agree", "AgreeCooperation", ("dueIn", "P14D"))
            .Connect("agree", "SomeDeclined", "some").Add("some", "Elsa.WriteLine", ("text", "SomeDeclined")),
        facts: new JsonObject
        {
            ["participants"] = new JsonArray(
                Participant(School, "school", "rektor", true),
                Participant(Gym, "gym", "trener", false),
                new JsonObject { ["participantId"] = "33333333-3333-7333-8333-333333333333", ["status"] = "Confirmed" }),
        });

    private static JsonObject Participant(string id, string service, string contact, bool isObliged) =>
        new() { ["participantId"] = id, ["service"] = service, ["contactUserId"] = contact, ["status"] = "Invited", ["isObliged"] = isObliged };
}
