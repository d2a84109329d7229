using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Plans;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Plans;

public sealed class PlanVisibilityTests
{
    private static readonly DateTimeOffset Now = Given.On("2027-04-01").Now;

    [Fact]
    public void A_participant_without_sharing_consent_sees_own_measures_only()
    {
        var seen = PlanVisibility.For(PlanTests.Full, "housing", [Share("health", "plan")], Now);

        Assert.Equal(["t1"], seen.Measures.Select(measure => measure.Key));
        Assert.Null(seen.Measures[0].GoalKey);
        Assert.Empty(seen.Goals);
        Assert.Empty(seen.Needs);
        Assert.Empty(seen.Contributions);
        Assert.NotNull(seen.Period);
    }

    [Fact]
    public void A_sharing_consent_opens_what_it_covers_and_no_more()
    {
        var seen = PlanVisibility.For(PlanTests.Full, "housing", [Share("housing", "goals")], Now);

        Assert.Equal((1, "m1", 0), (seen.Goals.Count, seen.Measures[0].GoalKey, seen.Needs.Count));
    }

    [Fact]
    public void Consent_to_the_whole_plan_shows_the_whole_plan()
    {
        var seen = PlanVisibility.For(PlanTests.Full, "housing", [Share("housing", "plan")], Now);

        Assert.Equal((2, 1, 1, 1), (seen.Measures.Count, seen.Goals.Count, seen.CooperationNeeds.Count, seen.CoordinatorOffers.Count));
    }

    [Fact]
    public void Withdrawal_closes_in_the_same_instant()
    {
        var consent = Share("housing", "plan");
        consent.Withdraw(Given.On("2027-04-01"));

        Assert.Empty(PlanVisibility.For(PlanTests.Full, "housing", [consent], Now).Goals);
    }

    [Fact]
    public void Access_ends_with_the_consent_to_the_plan_and_with_the_participation()
    {
        var participant = PlanParticipant.Invite(new ParticipantId(Guid.Empty), Given.Case, "housing", "h-1", null, false, Given.On("2027-02-03"));
        var plan = ConsentRecord.Give(
            new ConsentId(Guid.Empty), Given.Case, ConsentType.Plan, new ConsentScope("plan", null, []), new Consenter(ConsenterKind.Person), ConsentChannel.Digital, null, null, Given.On("2027-02-02"));

        Assert.True(PlanVisibility.HasAccess(participant, [plan], Now));

        participant.Remove(Given.On("2027-03-01"));
        Assert.False(PlanVisibility.HasAccess(participant, [plan], Now));
    }

    private static ConsentRecord Share(string service, string category) => ConsentRecord.Give(
        new ConsentId(Guid.Empty), Given.Case, ConsentType.Sharing, new ConsentScope("samarbeid", service, [category]), new Consenter(ConsenterKind.Person),
        ConsentChannel.Digital, null, null, Given.On("2027-02-02"));
}
