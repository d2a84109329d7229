using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Coordinators;

public sealed class CoordinatorTests
{
    public static TheoryData<CoordinatorState, CoordinatorOperation> Cells => Walk.Of<CoordinatorState, CoordinatorOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(CoordinatorState from, CoordinatorOperation step) =>
        Walk.Step(CoordinatorTransitions.Table, Propose("2027-02-03"), from, step, (period, operation) =>
        {
            var by = Given.On("2027-02-03");
            switch (operation)
            {
                case CoordinatorOperation.Appoint: period.Appoint(true, true, 20, by); break;
                case CoordinatorOperation.Decline: period.Decline(by); break;
                default: period.End(by.Today, CoordinatorEndReason.LeftJob, by); break;
            }
        });

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(CoordinatorTransitions.Table, """
        Proposed: Appoint>Appointed Decline>Declined
        Appointed: Appoint= End>Ended
        Declined: Decline=
        Ended: End=
        """);

    [Fact]
    public void A_coordinator_with_a_last_day_ahead_is_in_place_until_then()
    {
        var period = Appoint("2027-02-03");
        period.End(Given.Day("2027-05-31"), CoordinatorEndReason.LeftJob, Given.On("2027-05-10"));

        Assert.True(period.IsInPlaceOn(Given.Day("2027-05-31")));
        Assert.False(period.IsInPlaceOn(Given.Day("2027-06-01")));
        Assert.Null(CoordinatorCoverage.FindGap([period], Given.Day("2027-05-31")));
        Assert.Equal(new CoordinatorGap(Given.Day("2027-06-01"), null), CoordinatorCoverage.FindGap([period], Given.Day("2027-06-03")));
        Assert.Equal(Given.Day("2027-06-01"), CoordinatorCoverage.NextGap([period], Given.Day("2027-05-10"))!.FromOn);
    }

    [Fact]
    public void A_successor_from_the_next_day_leaves_no_gap_and_a_later_one_leaves_a_gap_of_known_length()
    {
        var leaver = Appoint("2027-02-03");
        leaver.End(Given.Day("2027-05-31"), CoordinatorEndReason.LeftJob, Given.On("2027-05-10"));

        Assert.Null(CoordinatorCoverage.NextGap([leaver, Appoint("2027-06-01")], Given.Day("2027-05-10")));
        Assert.Equal(
            new CoordinatorGap(Given.Day("2027-06-01"), Given.Day("2027-06-14")),
            CoordinatorCoverage.NextGap([leaver, Appoint("2027-06-15")], Given.Day("2027-05-10")));
    }

    [Fact]
    public void A_specialist_health_coordinator_or_a_proposal_fills_no_gap()
    {
        var hospital = CoordinatorPeriod.Appoint(
            new CoordinatorPeriodId(Guid.Empty), Given.Case, "doctor", "hospital", CoordinatorType.SpecialistHealth, Given.Day("2027-01-01"), false, true, Given.On("2027-01-01"));

        Assert.NotNull(CoordinatorCoverage.FindGap([hospital, Propose("2027-01-01")], Given.Day("2027-02-01")));
    }

    [Fact]
    public void When_two_overlap_the_one_appointed_last_is_in_place()
    {
        var leaver = Appoint("2027-02-03");
        leaver.End(Given.Day("2027-05-31"), CoordinatorEndReason.LeftJob, Given.On("2027-05-10"));
        var successor = Appoint("2027-05-20");

        Assert.Same(leaver, CoordinatorCoverage.InPlaceOn([leaver, successor], Given.Day("2027-05-19")));
        Assert.Same(successor, CoordinatorCoverage.InPlaceOn([leaver, successor], Given.Day("2027-05-20")));
    }

    [Fact]
    public void A_period_that_never_came_about_fills_no_day()
    {
        var period = Appoint("2027-06-01");
        period.End(Given.Day("2027-05-20"), CoordinatorEndReason.PersonsWish, Given.On("2027-05-20"));

        Assert.NotNull(CoordinatorCoverage.FindGap([period], Given.Day("2027-06-01")));
    }

    private static CoordinatorPeriod Propose(string from) => CoordinatorPeriod.Propose(
        new CoordinatorPeriodId(Guid.Empty), Given.Case, "coord-1", "health", CoordinatorType.Municipal, Given.Day(from), true, Given.On("2027-02-03"));

    private static CoordinatorPeriod Appoint(string from) => CoordinatorPeriod.Appoint(
        new CoordinatorPeriodId(Guid.Empty), Given.Case, "coord-1", "health", CoordinatorType.Municipal, Given.Day(from), true, true, Given.On("2027-02-03"));
}
