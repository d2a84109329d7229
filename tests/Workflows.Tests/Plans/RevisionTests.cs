using IndividualPlan.Workflows.Plans;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Plans;

public sealed class RevisionTests
{
    private static readonly RevisionFindings Findings = new(["person"], [new("m1", GoalResult.Progressing)], "Det går bedre", null);

    public static TheoryData<RevisionState, RevisionOperation> Cells => Walk.Of<RevisionState, RevisionOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(RevisionState from, RevisionOperation step) =>
        Walk.Step(RevisionTransitions.Table, Plan(), from, step, (revision, operation) =>
        {
            var by = Given.On("2027-09-06");
            switch (operation)
            {
                case RevisionOperation.Start: revision.Start(by); break;
                case RevisionOperation.Complete: revision.Complete(RevisionOutcome.NoChange, Findings, Given.Day("2028-03-06"), by); break;
                default: revision.Cancel(by); break;
            }
        });

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(RevisionTransitions.Table, """
        Planned: Start>Started Complete>Completed Cancel>Cancelled
        Started: Start= Complete>Completed Cancel>Cancelled
        Completed: Complete=
        Cancelled: Cancel=
        """);

    [Theory]
    [InlineData(null, "2027-09-05", "2027-09-06")]
    [InlineData(3, "2027-06-05", "2027-06-07")]
    [InlineData(12, "2028-03-05", "2028-03-06")]
    public void Next_UsesThePlansOwnIntervalOrSixMonths(int? months, string raw, string effective)
    {
        var computed = RevisionSchedule.Next(Given.Law, Given.Day("2027-03-05"), new PlanPeriod(Given.Day("2027-03-05"), null, months, []));

        Assert.Equal((Given.Day(raw), Given.Day(effective)), (computed.RawOn, computed.EffectiveOn));
    }

    [Fact]
    public void Next_TakesAnEarlierDateThatThePlanNames()
    {
        var period = new PlanPeriod(Given.Day("2027-03-05"), null, 6, [Given.Day("2027-12-01"), Given.Day("2027-05-17"), Given.Day("2027-01-01")]);

        Assert.Equal(Given.Day("2027-05-18"), RevisionSchedule.Next(Given.Law, Given.Day("2027-03-05"), period).EffectiveOn);
    }

    [Fact]
    public void Chosen_BeyondTwelveMonthsOrNotAhead_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RevisionSchedule.Chosen(Given.Law, Given.Day("2027-03-05"), Given.Day("2028-03-06")));
        Assert.Throws<ArgumentOutOfRangeException>(() => RevisionSchedule.Chosen(Given.Law, Given.Day("2027-03-05"), Given.Day("2027-03-05")));
        Assert.Equal(Given.Day("2028-03-06"), RevisionSchedule.Chosen(Given.Law, Given.Day("2027-03-05"), Given.Day("2028-03-05")).EffectiveOn);
    }

    [Fact]
    public void A_late_revision_tells_how_many_days()
    {
        var revision = Plan();
        var operation = Given.On("2027-10-01");

        Assert.Equal(4, revision.OverdueDays(Given.Day("2027-09-10")));
        revision.Complete(RevisionOutcome.NewVersion, Findings, Given.Day("2028-04-03"), operation);

        Assert.Equal(25, revision.OverdueDays(Given.Day("2030-01-01")));
        Assert.Equal(25, (int?)operation.Details("revision-completed")["overdueDays"]);
    }

    [Fact]
    public void Only_a_plan_that_is_to_end_needs_no_next_date()
    {
        Assert.Throws<ArgumentException>(() => Plan().Complete(RevisionOutcome.NoChange, Findings, null, Given.On("2027-09-06")));
        Plan().Complete(RevisionOutcome.Close, Findings, null, Given.On("2027-09-06"));
    }

    [Fact]
    public void Deferring_needs_a_reason()
    {
        Assert.Throws<ArgumentException>(() => Plan().Defer(Given.Day("2027-10-01"), Given.On("2027-09-01", reason: "")));
    }

    private static Revision Plan() =>
        Revision.Plan(new RevisionId(Guid.Empty), Given.Case, new PlanId(Guid.Empty), RevisionTrigger.Planned, Given.Day("2027-09-06"), Given.On("2027-03-05"));
}
