using IndividualPlan.Workflows.Plans;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Plans;

public sealed class CooperationTests
{
    private static readonly ParticipantId School = new(Guid.Parse("01900000-0000-7000-8000-0000000000a1"));
    private static readonly ParticipantId Gym = new(Guid.Parse("01900000-0000-7000-8000-0000000000a2"));

    public static TheoryData<ParticipantState, ParticipantOperation> ParticipantCells => Walk.Of<ParticipantState, ParticipantOperation>();

    [Theory]
    [MemberData(nameof(ParticipantCells))]
    public void Every_step_of_a_participant_follows_the_table(ParticipantState from, ParticipantOperation step) =>
        Walk.Step(ParticipantTransitions.Table, Invite(), from, step, (participant, operation) =>
        {
            var by = Given.On("2027-02-10");
            switch (operation)
            {
                case ParticipantOperation.Invite: participant.InviteAgain(by); break;
                case ParticipantOperation.Confirm: participant.Confirm("hjelp", by); break;
                case ParticipantOperation.Decline: participant.Decline("ikke tid", by); break;
                default: participant.Remove(by); break;
            }
        });

    [Fact]
    public void The_participant_table_is_as_written() => Walk.Matrix(ParticipantTransitions.Table, """
        Invited: Invite= Confirm>Confirmed Decline>Declined Remove>Removed
        Confirmed: Confirm= Decline>Declined Remove>Removed
        Declined: Invite>Invited Confirm>Confirmed Decline= Remove>Removed
        Removed: Invite>Invited Remove=
        """);

    [Fact]
    public void The_agreement_table_is_as_written() => Walk.Matrix(AgreementTransitions.Table, """
        Proposed: BringIntoForce>InForce Supersede>Superseded End>Ended
        InForce: BringIntoForce= Supersede>Superseded End>Ended
        Superseded: Supersede=
        Ended: End=
        """);

    [Fact]
    public void An_agreement_is_in_force_when_the_last_party_has_confirmed()
    {
        var agreement = Propose();
        var operation = Given.On("2027-02-12");

        agreement.Confirm(School, Given.On("2027-02-11"));
        Assert.Equal(AgreementState.Proposed, agreement.State);

        agreement.Confirm(Gym, operation);
        agreement.Confirm(Gym, operation);
        Assert.Equal((AgreementState.InForce, Given.Day("2027-02-12")), (agreement.State, agreement.InForceFromOn));
        Assert.Equal(["cooperation-agreement-confirmed", "cooperation-agreement-in-force"], operation.Names());
    }

    [Fact]
    public void One_that_declines_is_released_and_the_others_agreement_stands()
    {
        var agreement = Propose();
        agreement.Confirm(School, Given.On("2027-02-11"));

        agreement.Release(Gym, Given.On("2027-02-12"));

        Assert.Equal(AgreementState.InForce, agreement.State);
    }

    [Fact]
    public void An_agreement_without_anyone_left_does_not_come_into_force()
    {
        var agreement = Propose();
        agreement.Release(School, Given.On("2027-02-11"));
        agreement.Release(Gym, Given.On("2027-02-12"));

        Assert.Equal(AgreementState.Proposed, agreement.State);
    }

    [Fact]
    public void A_new_version_replaces_the_old_one_which_can_no_longer_be_confirmed()
    {
        var agreement = Propose();
        var next = agreement.Replace(new AgreementId(Guid.Empty), [new(School, "mer")], null, Given.On("2027-03-01"));

        Assert.Equal((2, AgreementState.Superseded), (next.Number, agreement.State));
        Assert.Throws<AgreementTransitionException>(() => agreement.Confirm(School, Given.On("2027-03-02")));
    }

    [Fact]
    public void A_stranger_cannot_confirm()
    {
        Assert.Throws<ArgumentException>(() => Propose().Confirm(new ParticipantId(Guid.Empty), Given.On("2027-02-11")));
    }

    private static PlanParticipant Invite() => PlanParticipant.Invite(School, Given.Case, "school", "t-1", null, true, Given.On("2027-02-03"));

    private static CooperationAgreement Propose() => CooperationAgreement.Propose(
        new AgreementId(Guid.Empty), Given.Case, 1, [new(School, "oppfølging"), new(Gym, "trening")], "Møte hver måned", Given.On("2027-02-10"));
}
