using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Plans;
using IndividualPlan.Workflows.Tests.Audit;
using IndividualPlan.Workflows.Tests.Decisions;
using static IndividualPlan.Workflows.Appeals.FormalAnswer;

namespace IndividualPlan.Workflows.Tests.Appeals;

public sealed class AppealTests
{
    private static readonly FormalCheck AllMet = new(Met, Met, Met, Met);

    public static TheoryData<AppealState, AppealOperation> Cells => Walk.Of<AppealState, AppealOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(AppealState from, AppealOperation step)
    {
        // A formal check while a correction is awaited is the return to checking, told apart below.
        if ((from, step) == (AppealState.AwaitingCorrection, AppealOperation.Check))
        {
            return;
        }

        var appeal = Receive("2027-03-29");
        typeof(Appeal).GetProperty(nameof(Appeal.Verdict))!.SetValue(appeal, FormalVerdict.Hear);
        Walk.Step(AppealTransitions.Table, appeal, from, step, (subject, operation) => Take(subject, operation, Given.On("2027-04-09")));
    }

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(AppealTransitions.Table, """
        Received: Check>FormalCheck Withdraw>Withdrawn Lapse>Lapsed
        FormalCheck: Check= AskForCorrection>AwaitingCorrection ReturnToCheck= Accept>UnderAssessment Dismiss>Dismissed Withdraw>Withdrawn Lapse>Lapsed
        AwaitingCorrection: AskForCorrection= ReturnToCheck>FormalCheck Dismiss>Dismissed Withdraw>Withdrawn Lapse>Lapsed
        UnderAssessment: Accept= Dismiss>Dismissed Reverse>ReversedByFirstInstance Uphold>Upheld Withdraw>Withdrawn Lapse>Lapsed
        ReversedByFirstInstance: Reverse= Forward>Forwarded
        Upheld: Reverse>ReversedByFirstInstance Uphold= Forward>Forwarded Withdraw>Withdrawn Lapse>Lapsed
        Forwarded: Forward= ConfirmReceipt>AtAppealBody Decide>Decided Withdraw>Withdrawn Lapse>Lapsed
        AtAppealBody: ConfirmReceipt= Decide>Decided Withdraw>Withdrawn Lapse>Lapsed
        Decided: Decide=
        Dismissed: Dismiss=
        Withdrawn: Withdraw=
        Lapsed: Lapse=
        """);

    /// <summary>Scenario 5: refusal, electronic appeal on Easter Monday, upheld, forwarded, changed by the appeal body.</summary>
    [Fact]
    public void An_appeal_upheld_by_the_first_instance_is_changed_by_the_appeal_body()
    {
        var decision = DecisionTests.Notified(DecisionOutcome.Refused, "2027-03-04");
        var deadline = decision.AppealDeadline(Given.Law)!;
        var appeal = Receive("2027-03-29", deadline: "2027-03-30", at: new TimeOnly(21, 40));
        Assert.Equal((Given.Day("2027-03-30"), true), (deadline.EffectiveOn, appeal.CameInTime));

        Assert.Equal(FormalVerdict.Hear, appeal.RecordFormalCheck(AllMet, decision.MadeOn, Given.Law, Given.On("2027-04-05")));
        appeal.Accept(Given.On("2027-04-05"));
        appeal.AssignHandler("cm-2", decision, Given.On("2027-04-05"));
        appeal.Uphold(Given.On("2027-04-09"));
        appeal.WriteForwarding(new ForwardingTexts("q", "i", "s", "a", "v", ["SOT-28"]), Given.On("2027-04-09"));
        appeal.Forward(Given.On("2027-04-12"));
        appeal.Decide(AppealOutcome.Changed, AppealExtent.Full, Given.Day("2027-06-21"), null, Given.On("2027-06-21"));
        decision.Mark(AppealRules.EffectOn(appeal.Outcome!.Value)!.Value, appeal.Id.Value, Given.On("2027-06-21"));
        appeal.Implement(Given.On("2027-06-22"));

        Assert.Equal((AppealState.Decided, Given.Day("2027-04-12"), Given.Day("2027-06-21")), (appeal.State, appeal.ForwardedOn, appeal.AppealBodyDecidedOn));
        Assert.Equal((DecisionState.Changed, DecisionOutcome.Refused), (decision.State, decision.Outcome));
        Assert.True(AppealRules.OffersCosts(AppealOutcome.Changed));
        Assert.False(appeal.IsOpen);
    }

    /// <summary>Scenario 6: a full reversal is never forwarded.</summary>
    [Fact]
    public void A_full_reversal_by_the_first_instance_is_not_forwarded_and_a_partial_one_may_be()
    {
        var full = Assessed();
        full.Reverse(AppealExtent.Full, Given.On("2027-04-09"));
        Assert.Throws<AppealTransitionException>(() => full.Forward(Given.On("2027-04-12")));
        Assert.Equal((AppealOutcome.ReversedByFirstInstance, AppealExtent.Full), (full.Outcome, full.Extent));

        var partly = Assessed();
        partly.Reverse(AppealExtent.Partly, Given.On("2027-04-09"));
        partly.Forward(Given.On("2027-04-12"));
        Assert.Equal(AppealState.Forwarded, partly.State);
    }

    /// <summary>Scenario 7: late, with and without an exception, and after a year.</summary>
    [Theory]
    [InlineData("2027-02-10", LateException.CannotBeBlamed, FormalVerdict.Hear)]
    [InlineData("2027-02-10", LateException.NoException, FormalVerdict.DismissLate)]
    [InlineData("2027-02-10", null, FormalVerdict.Incomplete)]
    [InlineData("2028-01-10", LateException.CannotBeBlamed, FormalVerdict.DismissPastAbsoluteLimit)]
    public void A_late_appeal_is_a_documented_choice(string receivedOn, LateException? exception, FormalVerdict expected)
    {
        var appeal = Receive(receivedOn, deadline: "2027-01-26");
        Assert.False(appeal.CameInTime);

        var verdict = appeal.RecordFormalCheck(new FormalCheck(Met, Met, Met, NotMet, exception), Given.Day("2027-01-04"), Given.Law, Given.On("2028-01-11"));

        Assert.Equal(expected, verdict);
        if (expected != FormalVerdict.Hear)
        {
            Assert.Equal(expected, Assert.Throws<FormalCheckException>(() => appeal.Accept(Given.On("2028-01-11"))).Verdict);
        }
    }

    /// <summary>Scenario 27: the defective appeal that is put right on day 13 counts from its original date.</summary>
    [Fact]
    public void A_correction_within_the_time_counts_from_the_original_date()
    {
        var appeal = Receive("2027-03-15", deadline: "2027-03-16");
        Assert.Equal(FormalVerdict.AskForCorrection, appeal.RecordFormalCheck(new FormalCheck(Met, NotMet, NotMet, Met), Given.Day("2027-02-20"), Given.Law, Given.On("2027-03-16")));
        var due = DeadlineCalendar.Compute(Given.Day("2027-03-17"), Given.Law.Deadline("D-8"));
        appeal.AskForCorrection(due.EffectiveOn, Given.On("2027-03-17"));

        appeal.ReceiveCorrection(Given.Day("2027-03-30"), Given.On("2027-03-30"));

        Assert.Equal(Given.Day("2027-03-31"), due.EffectiveOn);
        Assert.Equal((Given.Day("2027-03-15"), true, true), (appeal.ReceivedOn, appeal.CameInTime, appeal.WasCorrectedInTime));
        Assert.Equal(FormalVerdict.Hear, appeal.RecordFormalCheck(AllMet, Given.Day("2027-02-20"), Given.Law, Given.On("2027-03-31")));
    }

    [Fact]
    public void Without_a_correction_the_appeal_is_dismissed()
    {
        var appeal = Receive("2027-03-15");
        appeal.RecordFormalCheck(new FormalCheck(Met, Met, NotMet, Met), null, Given.Law, Given.On("2027-03-16"));
        appeal.AskForCorrection(Given.Day("2027-03-31"), Given.On("2027-03-17"));

        Assert.Equal(FormalVerdict.DismissDefective, appeal.RecordFormalCheck(new FormalCheck(Met, Met, NotMet, Met), null, Given.Law, Given.On("2027-04-01")));
        appeal.Dismiss(Given.On("2027-04-01"));

        Assert.Equal((AppealState.Dismissed, AppealOutcome.DismissedByFirstInstance, false), (appeal.State, appeal.Outcome, appeal.WasCorrectedInTime));
    }

    [Theory]
    [InlineData("cm-1", null, false)]
    [InlineData("cm-1", "cm-1", false)]
    [InlineData("cm-1", "cm-2", true)]
    [InlineData("cm-2", null, true)]
    public void Whoever_wrote_the_decision_does_not_prepare_its_appeal_alone(string user, string? together, bool may)
    {
        var decision = DecisionTests.Notified(DecisionOutcome.Refused, "2027-03-04");

        Assert.Equal(may, AppealRules.MayHandle(user, decision, together));
        if (!may)
        {
            Assert.Throws<SeparationOfDutiesException>(() => Receive("2027-03-29").AssignHandler(user, decision, Given.On("2027-04-05"), together));
        }
    }

    /// <summary>Scenario 21: an appeal on content names the points and the plan version; there is no decision whose year could pass.</summary>
    [Fact]
    public void An_appeal_on_content_names_points_and_plan_version()
    {
        var version = new PlanVersionId(Guid.Parse("01900000-0000-7000-8000-0000000000bb"));
        var deadline = DeadlineCalendar.Compute(Given.Day("2027-03-30"), Given.Law.AppealDeadline("HEALTH-MUN"));
        var operation = Given.On("2027-04-20");
        var appeal = Appeal.Receive(
            new AppealId(Guid.Empty),
            Given.Case,
            new AppealReceived(AppealType.Content, null, version, ["e", "h"], operation.Now, null, RequestChannel.Digital, RequesterRole.Person),
            deadline.EffectiveOn,
            operation);

        Assert.Equal((Given.Day("2027-04-27"), true), (appeal.DeadlineOn, appeal.CameInTime));
        Assert.Equal((AppealType.Content, version), (appeal.Type, appeal.PlanVersionId));
        Assert.Equal("[\"e\",\"h\"]", operation.Details("appeal-received")["pointsAttacked"]!.ToJsonString());
        Assert.Equal(FormalVerdict.Hear, appeal.RecordFormalCheck(AllMet, null, Given.Law, operation));
    }

    [Fact]
    public void A_letter_posted_in_time_is_in_time_whenever_it_comes()
    {
        var received = new AppealReceived(
            AppealType.EntitlementRefusal, null, null, [], Given.On("2027-04-02").Now, Given.Day("2027-03-30"), RequestChannel.Paper, RequesterRole.Person);

        Assert.True(Appeal.Receive(new AppealId(Guid.Empty), Given.Case, received, Given.Day("2027-03-30"), Given.On("2027-04-02")).CameInTime);
    }

    [Fact]
    public void The_letter_to_the_appeal_body_tells_what_is_still_missing_and_is_locked_when_sent()
    {
        var appeal = Assessed();
        appeal.Uphold(Given.On("2027-04-09"));
        var texts = new ForwardingTexts("q", " ", "s", "a", "", []);

        Assert.Equal(["investigation", "assessment"], texts.Missing());
        appeal.WriteForwarding(texts, Given.On("2027-04-09"));
        appeal.Forward(Given.On("2027-04-12"));
        Assert.Throws<AppealTransitionException>(() => appeal.WriteForwarding(texts, Given.On("2027-04-13")));
    }

    [Theory]
    [InlineData(AppealOutcome.Upheld, DecisionOperation.Uphold)]
    [InlineData(AppealOutcome.Changed, DecisionOperation.Change)]
    [InlineData(AppealOutcome.AnnulledAndRemitted, DecisionOperation.Annul)]
    [InlineData(AppealOutcome.ReversedByFirstInstance, DecisionOperation.Reverse)]
    [InlineData(AppealOutcome.DismissedByAppealBody, null)]
    [InlineData(AppealOutcome.DismissedByFirstInstance, null)]
    [InlineData(AppealOutcome.Withdrawn, null)]
    [InlineData(AppealOutcome.Lapsed, null)]
    public void An_outcome_marks_the_decision_or_leaves_it(AppealOutcome outcome, DecisionOperation? effect)
    {
        Assert.Equal(effect, AppealRules.EffectOn(outcome));
    }

    private static void Take(Appeal appeal, AppealOperation step, Operation by)
    {
        switch (step)
        {
            case AppealOperation.Check: appeal.RecordFormalCheck(AllMet, null, Given.Law, by); break;
            case AppealOperation.AskForCorrection: appeal.AskForCorrection(by.Today, by); break;
            case AppealOperation.ReturnToCheck: appeal.ReceiveCorrection(by.Today, by); break;
            case AppealOperation.Accept: appeal.Accept(by); break;
            case AppealOperation.Dismiss: appeal.Dismiss(by); break;
            case AppealOperation.Reverse: appeal.Reverse(AppealExtent.Full, by); break;
            case AppealOperation.Uphold: appeal.Uphold(by); break;
            case AppealOperation.Forward: appeal.Forward(by); break;
            case AppealOperation.ConfirmReceipt: appeal.ConfirmReceipt(by); break;
            case AppealOperation.Decide: appeal.Decide(AppealOutcome.Upheld, null, by.Today, null, by); break;
            case AppealOperation.Withdraw: appeal.Withdraw(by); break;
            default: appeal.Lapse(by); break;
        }
    }

    private static Appeal Assessed()
    {
        var appeal = Receive("2027-03-29");
        appeal.RecordFormalCheck(AllMet, null, Given.Law, Given.On("2027-04-05"));
        appeal.Accept(Given.On("2027-04-05"));
        return appeal;
    }

    private static Appeal Receive(string on, string? deadline = null, TimeOnly? at = null) => Appeal.Receive(
        new AppealId(Guid.Empty),
        Given.Case,
        new AppealReceived(
            AppealType.EntitlementRefusal, new DecisionId(Guid.Empty), null, [], NorwegianTime.At(Given.Day(on), at ?? new TimeOnly(12, 0)), null, RequestChannel.Digital, RequesterRole.Person),
        deadline is null ? null : Given.Day(deadline),
        Given.On(on));
}
