using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Deadlines;

public sealed class DeadlineTests
{
    public static TheoryData<DeadlineState, DeadlineOperation> Cells => Walk.Of<DeadlineState, DeadlineOperation>();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(DeadlineState from, DeadlineOperation step)
    {
        // Meeting a missed deadline is told apart below: the breach stays and the day is kept.
        if ((from, step) == (DeadlineState.Missed, DeadlineOperation.Meet))
        {
            return;
        }

        var late = Given.On("2027-03-05");
        Walk.Step(DeadlineTransitions.Table, Start(Given.On("2027-01-29")), from, step, (deadline, operation) =>
        {
            switch (operation)
            {
                case DeadlineOperation.Meet: deadline.Meet(Given.Day("2027-02-01"), late); break;
                case DeadlineOperation.Miss: deadline.Miss(late); break;
                default: deadline.Stop(late); break;
            }
        });
    }

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(DeadlineTransitions.Table, """
        Running: Meet>Met Miss>Missed Stop>Stopped
        Met: Meet=
        Missed: Miss=
        Stopped: Stop=
        """);

    [Fact]
    public void Start_StoresEverythingThatExplainsTheDate()
    {
        var operation = Given.On("2027-03-04");
        var deadline = Deadline.Start(
            new DeadlineId(Guid.Empty), Given.Case, Given.Law, "D-3", "SOC-28", "decision-notified", Given.Day("2027-03-04"), operation);

        Assert.Equal(("D-3", "decision-notified", "no-2022"), (deadline.Key, deadline.StartEvent, deadline.RuleSet));
        Assert.Equal((Given.Day("2027-03-25"), Given.Day("2027-03-30")), (deadline.RawOn, deadline.EffectiveOn));
        Assert.StartsWith("Maundy Thursday", deadline.RolledBecause);
        Assert.Equal((DeadlineBasis.Statutory, DeadlineOwner.Person), (deadline.Basis, deadline.Owner));
        Assert.Equal(DateTimeOffset.Parse("2027-03-30T22:00:00Z"), deadline.ExpiresAt);
        Assert.Equal("2027-03-30", (string?)operation.Details("deadline-started")["effectiveOn"]);
    }

    [Theory]
    [InlineData("SOC-28", DeadlineBasis.Statutory)]
    [InlineData("HEALTH-MUN", DeadlineBasis.LocalServicePromise)]
    public void The_one_month_clock_runs_on_every_track_and_tells_why(string track, DeadlineBasis basis)
    {
        Assert.Equal(basis, Start(Given.On("2027-01-29"), track).Basis);
    }

    [Fact]
    public void Miss_OnTheLastDay_DoesNothingYet()
    {
        var deadline = Start(Given.On("2027-01-29"));

        deadline.Miss(Given.At(DateTimeOffset.Parse("2027-02-28T22:59:59Z")));
        Assert.Equal(DeadlineState.Running, deadline.State);

        deadline.Miss(Given.At(DateTimeOffset.Parse("2027-02-28T23:00:00Z")));
        Assert.Equal(DeadlineState.Missed, deadline.State);
    }

    [Fact]
    public void A_breach_stays_even_after_the_answer()
    {
        var deadline = Start(Given.On("2027-01-29"));
        deadline.Miss(Given.On("2027-03-01"));
        var answer = Given.On("2027-03-19");

        deadline.Meet(Given.Day("2027-03-19"), answer);
        deadline.Meet(Given.Day("2027-03-22"), answer);

        Assert.Equal((DeadlineState.Missed, Given.Day("2027-03-19")), (deadline.State, deadline.MetOn));
        Assert.Equal(["missed-deadline-answered"], answer.Names());
    }

    [Fact]
    public void Meet_AfterTheLastDayBeforeAnyoneNoticed_IsABreachToo()
    {
        var deadline = Start(Given.On("2027-01-29"));
        var operation = Given.On("2027-03-02");

        deadline.Meet(Given.Day("2027-03-02"), operation);

        Assert.Equal(DeadlineState.Missed, deadline.State);
        Assert.Equal(["deadline-missed", "missed-deadline-answered"], operation.Names());
    }

    private static Deadline Start(Operation operation, string track = "SOC-28") =>
        Deadline.Start(new DeadlineId(Guid.Empty), Given.Case, Given.Law, "D-1", track, "request-received", operation.Today, operation);
}
