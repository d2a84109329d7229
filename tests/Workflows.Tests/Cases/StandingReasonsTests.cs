using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Tests.Audit;
using static IndividualPlan.Workflows.Cases.NoPlanReasonCode;

namespace IndividualPlan.Workflows.Tests.Cases;

/// <summary>Why there is no plan: several reasons, one of them the main one; and what coordinates instead (domain §5.3, §5.5).</summary>
public sealed class StandingReasonsTests
{
    private int _ids;

    [Fact]
    public void The_main_reason_takes_that_place_from_another_and_what_stands_is_not_recorded_again()
    {
        var first = Given.On("2027-03-01");
        var standing = StandingReasons.Record([], Given.Case, [N04InformedUndecided, N18CompetingPriorities], N18CompetingPriorities, "note", NewId, first);
        Assert.Equal([false, true], standing.Select(static r => r.IsPrimary));

        var second = Given.On("2027-04-01");
        var added = StandingReasons.Record(standing, Given.Case, [N04InformedUndecided, N12NoCoordinatorAvailable], N12NoCoordinatorAvailable, null, NewId, second);

        Assert.Equal(N12NoCoordinatorAvailable, Assert.Single(added).Code);
        Assert.Equal([false, false, true], standing.Concat(added).Select(static r => r.IsPrimary));
        Assert.Equal(["no-plan-reason-ranked", "no-plan-reason-recorded"], second.Events.Select(static e => e.Event));
    }

    [Fact]
    public void When_the_main_reason_ends_the_oldest_of_those_left_takes_its_place()
    {
        var standing = StandingReasons.Record([], Given.Case, [N12NoCoordinatorAvailable, N18CompetingPriorities], N12NoCoordinatorAvailable, null, NewId, Given.On("2027-03-01"));
        var later = Given.On("2027-05-01");

        StandingReasons.End(standing, static r => r.Code == N12NoCoordinatorAvailable, later);

        Assert.Equal(new DateOnly(2027, 5, 1), standing[0].EndedOn);
        Assert.True(standing[1].IsPrimary);
        Assert.Equal(["no-plan-reason-ended", "no-plan-reason-ranked"], later.Events.Select(static e => e.Event));
    }

    [Fact]
    public void The_main_reason_is_one_of_those_given() =>
        Assert.Throws<ArgumentException>(() => StandingReasons.Record([], Given.Case, [N04InformedUndecided], N18CompetingPriorities, null, NewId, Given.On("2027-03-01")));

    [Fact]
    public void Every_reason_and_every_instrument_has_its_words_and_every_reason_its_short_code()
    {
        Assert.All(Enum.GetValues<NoPlanReasonCode>(), static code => Assert.NotEmpty(NoPlanReasonNames.Of(code).Nn));
        Assert.All(Enum.GetValues<CoordinationKind>(), static kind => Assert.NotEmpty(CoordinationNames.Of(kind).Nn));
        Assert.Equal(["N01", "N26"], [NoPlanReasonNames.Short(N01NotIdentified), NoPlanReasonNames.Short(N26DutySuspended)]);
    }

    [Fact]
    public void Coordination_counts_from_its_first_day_to_its_last_and_does_not_end_before_it_begins()
    {
        var operation = Given.On("2027-03-01");
        var team = Coordination.Record(
            new CoordinationId(Guid.Empty), new PersonId(Guid.Empty), Given.Case, CoordinationKind.CareTeam, "municipal-health", new(2027, 3, 1), null, null, operation);

        Assert.Throws<ArgumentException>(() => team.End(Given.Case, new(2027, 2, 28), operation));
        team.End(Given.Case, new(2027, 4, 1), operation);
        team.End(Given.Case, new(2027, 4, 1), operation);

        Assert.Equal([false, true, true, false], ((DateOnly[])[new(2027, 2, 28), new(2027, 3, 1), new(2027, 4, 1), new(2027, 4, 2)]).Select(team.IsOn));
        Assert.Equal(["coordination-recorded", "coordination-ended"], operation.Events.Select(static e => e.Event));
    }

    private NoPlanReasonId NewId() => new(new Guid(++_ids, 0, 0, new byte[8]));
}
