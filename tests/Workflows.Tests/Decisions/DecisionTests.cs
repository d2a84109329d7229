using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Decisions;

public sealed class DecisionTests
{
    public static TheoryData<DecisionState, DecisionOperation> Cells => Walk.Of<DecisionState, DecisionOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(DecisionState from, DecisionOperation step) =>
        Walk.Step(DecisionTransitions.Table, Draft(DecisionOutcome.Granted), from, step, (decision, operation) =>
        {
            var by = Given.On("2027-01-27");
            switch (operation)
            {
                case DecisionOperation.Submit: decision.Submit(Given.Law, by); break;
                case DecisionOperation.Return: decision.Return(by); break;
                case DecisionOperation.Approve: decision.Approve("ap-1", by); break;
                case DecisionOperation.Make: decision.Make(Given.Law, by); break;
                case DecisionOperation.Notify: decision.Notify(DecisionNotice.Sent(Given.Law.Arrival, LetterChannel.Digital, by.Today), by); break;
                case DecisionOperation.Discard: decision.Discard(by); break;
                default: decision.Mark(operation, null, by); break;
            }
        });

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(DecisionTransitions.Table, """
        Draft: Submit>AwaitingApproval Return= Make>Made Discard>Discarded
        AwaitingApproval: Submit= Return>Draft Approve>Made Discard>Discarded
        Made: Approve= Make= Notify>Notified
        Notified: Notify= Change>Changed Reverse>Reversed Annul>Annulled Uphold>Upheld
        Changed: Change=
        Reversed: Reverse=
        Annulled: Annul=
        Upheld: Reverse>Reversed Uphold=
        Discarded: Discard=
        """);

    [Theory]
    [InlineData(DecisionOutcome.Granted, DecisionSubject.Entitlement, false)]
    [InlineData(DecisionOutcome.NotPursued, DecisionSubject.Entitlement, false)]
    [InlineData(DecisionOutcome.Forwarded, DecisionSubject.Entitlement, false)]
    [InlineData(DecisionOutcome.Refused, DecisionSubject.Entitlement, true)]
    [InlineData(DecisionOutcome.Dismissed, DecisionSubject.AppealDismissal, true)]
    [InlineData(DecisionOutcome.Granted, DecisionSubject.OwnReversal, true)]
    [InlineData(DecisionOutcome.Refused, DecisionSubject.PlanEnding, true)]
    public void A_second_person_is_demanded_for_refusals_dismissals_and_own_reversals(DecisionOutcome outcome, DecisionSubject subject, bool demanded)
    {
        var decision = Draft(outcome, subject: subject);

        Assert.Equal(demanded, decision.RequiresApproval);
        if (demanded)
        {
            Assert.Equal("approval-required", Assert.Throws<SeparationOfDutiesException>(() => decision.Make(Given.Law, Given.On("2027-01-27"))).Rule);
        }
    }

    [Fact]
    public void The_drafter_cannot_approve_and_nothing_has_changed()
    {
        var decision = Draft(DecisionOutcome.Refused);
        decision.Submit(Given.Law, Given.On("2027-03-01"));
        var operation = Given.On("2027-03-01", "cm-1", Roles.Approver);

        Assert.Equal("approver-is-drafter", Assert.Throws<SeparationOfDutiesException>(() => decision.Approve("cm-1", operation)).Rule);
        Assert.Equal((DecisionState.AwaitingApproval, 0), (decision.State, operation.Events.Count));
    }

    [Theory]
    [InlineData(Roles.CaseManager, false)]
    [InlineData(Roles.Approver, true)]
    [InlineData(Roles.OfficeLeader, true)]
    public void Whoever_approves_in_person_holds_the_role(string role, bool mayApprove)
    {
        var decision = Draft(DecisionOutcome.Refused);
        decision.Submit(Given.Law, Given.On("2027-03-01"));
        var operation = Given.On("2027-03-01", "ap-1", role);

        if (mayApprove)
        {
            decision.Approve("ap-1", operation);
            Assert.Equal(["decision-approved", "decision-made"], operation.Names());
            Assert.Equal((DecisionState.Made, "ap-1", Given.Day("2027-03-01")), (decision.State, decision.ApprovedBy, decision.MadeOn));
        }
        else
        {
            Assert.Equal("role-demanded", Assert.Throws<SeparationOfDutiesException>(() => decision.Approve("ap-1", operation)).Rule);
        }
    }

    [Theory]
    [InlineData(DecisionOutcome.Refused, true)]
    [InlineData(DecisionOutcome.Dismissed, true)]
    [InlineData(DecisionOutcome.Granted, false)]
    [InlineData(DecisionOutcome.NotPursued, false)]
    public void A_refusal_needs_reasons(DecisionOutcome outcome, bool demanded)
    {
        var decision = Draft(outcome, reasons: " ");

        var e = Record.Exception(() => decision.Submit(Given.Law, Given.On("2027-03-01")));

        Assert.Equal(demanded, e is DecisionIncompleteException);
    }

    [Theory]
    [InlineData("SOC-28", "2027-01-28", "2027-02-18")]
    [InlineData("SOC-28", "2027-03-04", "2027-03-30")]
    [InlineData("HEALTH-MUN", "2027-02-12", "2027-03-12")]
    public void The_appeal_deadline_counts_from_arrival_by_the_tracks_own_rule(string track, string sent, string deadline)
    {
        var decision = Notified(DecisionOutcome.Granted, sent, track);

        Assert.Equal(Given.Day(deadline), decision.AppealDeadline(Given.Law)!.EffectiveOn);
    }

    [Fact]
    public void A_known_arrival_moves_the_deadline_and_is_kept_beside_the_assumption()
    {
        var decision = Notified(DecisionOutcome.Granted, "2027-02-24", channel: LetterChannel.Paper);
        Assert.Equal(Given.Day("2027-03-03"), decision.Notice!.ArrivedOn);

        decision.ConfirmArrival(Given.Day("2027-03-04"), "kvittering", Given.On("2027-03-10"));

        Assert.Equal((Given.Day("2027-03-03"), Given.Day("2027-03-04")), (decision.Notice.AssumedArrivalOn, decision.Notice.ActualArrivalOn));
        Assert.Equal(Given.Day("2027-03-30"), decision.AppealDeadline(Given.Law)!.EffectiveOn);
    }

    [Fact]
    public void On_the_health_track_the_deadline_counts_from_knowledge()
    {
        var notice = new DecisionNotice(LetterChannel.Digital, Given.Day("2027-03-01"), null, Given.Day("2027-03-01"), KnowledgeOn: Given.Day("2027-03-30"));

        Assert.Equal(Given.Day("2027-03-30"), notice.AppealStartsOn(AppealStart.KnowledgeGained));
        Assert.Equal(Given.Day("2027-03-01"), notice.AppealStartsOn(AppealStart.NoticeArrived));
    }

    [Fact]
    public void What_the_person_did_not_want_is_no_refusal_and_cannot_be_appealed()
    {
        Assert.Null(Notified(DecisionOutcome.NotPursued, "2027-02-10").AppealDeadline(Given.Law));
    }

    [Fact]
    public void A_decision_changed_by_the_appeal_body_is_kept_and_marked()
    {
        var decision = Notified(DecisionOutcome.Refused, "2027-03-04");
        var appeal = Guid.Parse("01900000-0000-7000-8000-0000000000aa");
        var operation = Given.On("2027-06-21");

        decision.Mark(DecisionOperation.Change, appeal, operation);
        decision.Mark(DecisionOperation.Change, appeal, operation);

        Assert.Equal((DecisionState.Changed, DecisionOutcome.Refused, "fordi"), (decision.State, decision.Outcome, decision.Reasons));
        Assert.Equal(appeal, decision.ChangedByAppealId);
        Assert.Equal(["decision-changed"], operation.Names());
    }

    [Fact]
    public void A_draft_sent_back_can_be_rewritten_and_a_made_one_cannot()
    {
        var decision = Draft(DecisionOutcome.Refused);
        decision.Submit(Given.Law, Given.On("2027-03-01"));
        decision.Return(Given.On("2027-03-01"));
        decision.Redraft(DecisionOutcome.Granted, null, Given.Law, Given.On("2027-03-02"));

        Assert.False(decision.RequiresApproval);
        decision.Make(Given.Law, Given.On("2027-03-02"));
        Assert.Throws<DecisionTransitionException>(() => decision.Redraft(DecisionOutcome.Refused, "x", Given.Law, Given.On("2027-03-03")));
    }

    internal static Decision Notified(DecisionOutcome outcome, string sent, string track = "SOC-28", LetterChannel channel = LetterChannel.Digital)
    {
        var decision = Draft(outcome, track: track);
        var operation = Given.On(sent, "ap-1", Roles.Approver);
        if (decision.RequiresApproval)
        {
            decision.Submit(Given.Law, operation);
            decision.Approve("ap-1", operation);
        }
        else
        {
            decision.Make(Given.Law, operation);
        }

        decision.Notify(DecisionNotice.Sent(Given.Law.Arrival, channel, operation.Today), operation);
        return decision;
    }

    private static Decision Draft(
        DecisionOutcome outcome, string? reasons = "fordi", string track = "SOC-28", DecisionSubject subject = DecisionSubject.Entitlement) =>
        Decision.Draft(new DecisionId(Guid.Empty), Given.Case, subject, outcome, reasons, track, Given.Law, "cm-1", Given.On("2027-01-25"));
}
