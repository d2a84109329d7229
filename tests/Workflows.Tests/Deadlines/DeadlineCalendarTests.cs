using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Deadlines;

public sealed class DeadlineCalendarTests
{
    /// <summary>The seventeen worked examples of the domain description, counted with the rules that the law in force has for them.</summary>
    [Theory]
    [InlineData(1, "D-3", "2027-01-28", "2027-02-18", "2027-02-18", null)]
    [InlineData(2, "D-3", "2027-03-04", "2027-03-25", "2027-03-30", "Maundy Thursday, Good Friday, Saturday, Easter Sunday, Easter Monday")]
    [InlineData(3, "D-3", "2026-12-04", "2026-12-25", "2026-12-28", "Christmas Day, Boxing Day, Sunday")]
    [InlineData(4, "D-3", "2026-12-03", "2026-12-24", "2026-12-24", null)]
    [InlineData(5, "D-3", "2026-12-10", "2026-12-31", "2026-12-31", null)]
    [InlineData(6, "D-3", "2026-12-11", "2027-01-01", "2027-01-04", "New Year's Day, Saturday, Sunday")]
    [InlineData(7, "D-3", "2027-04-10", "2027-05-01", "2027-05-03", "Labour Day, Sunday")]
    [InlineData(8, "D-3", "2027-04-26", "2027-05-17", "2027-05-18", "Whit Monday/Constitution Day")]
    [InlineData(9, "D-3", "2027-04-24", "2027-05-15", "2027-05-18", "Saturday, Whit Sunday, Whit Monday/Constitution Day")]
    [InlineData(10, "D-4", "2027-02-12", "2027-03-12", "2027-03-12", null)]
    [InlineData(11, "D-4", "2026-12-04", "2027-01-01", "2027-01-04", "New Year's Day, Saturday, Sunday")]
    [InlineData(12, "D-4", "2027-03-02", "2027-03-30", "2027-03-30", null)]
    [InlineData(13, "D-1", "2027-01-29", "2027-02-28", "2027-02-28", null)]
    [InlineData(14, "D-1", "2027-01-31", "2027-02-28", "2027-02-28", null)]
    [InlineData(15, "D-1", "2028-01-31", "2028-02-29", "2028-02-29", null)]
    [InlineData(16, "D-1", "2026-12-31", "2027-01-31", "2027-01-31", null)]
    [InlineData(17, "D-17", "2027-03-05", "2027-09-05", "2027-09-06", "Sunday")]
    public void Worked_example(int number, string rule, string start, string raw, string effective, string? because)
    {
        var computed = DeadlineCalendar.Compute(Given.Day(start), Given.Law.Deadline(rule));

        Assert.InRange(number, 1, 17);
        Assert.Equal((Given.Day(raw), Given.Day(effective), because), (computed.RawOn, computed.EffectiveOn, computed.RolledBecause));
    }

    [Theory]
    [InlineData("2027-01-29", "2027-02-26")]
    [InlineData("2027-01-31", "2027-02-26")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2026-12-31", "2027-01-29")]
    [InlineData("2027-01-11", "2027-02-11")]
    [InlineData("2027-04-01", "2027-04-30")]
    public void The_preliminary_reply_is_to_be_sent_by_the_working_day_on_or_before_the_raw_date(string received, string actBy)
    {
        Assert.Equal(Given.Day(actBy), DeadlineCalendar.Compute(Given.Day(received), Given.Law.Deadline("D-1")).ActByOn);
    }

    [Fact]
    public void Rolled_as_an_ordinary_deadline_the_same_month_would_end_on_the_Monday()
    {
        var rule = Given.Law.Deadline("D-1") with { Rolls = true };

        Assert.Equal(Given.Day("2027-03-01"), DeadlineCalendar.Compute(Given.Day("2027-01-29"), rule).EffectiveOn);
    }

    [Fact]
    public void The_one_month_clock_is_warned_of_14_and_3_working_days_before_the_act_by_day()
    {
        var rule = Given.Law.Deadline("D-1");
        var warnings = DeadlineCalendar.Compute(Given.Day("2027-01-29"), rule).Warnings(rule);

        Assert.Equal([Given.Day("2027-02-08"), Given.Day("2027-02-23"), Given.Day("2027-02-28")], warnings.Select(warning => warning.On));
    }

    [Fact]
    public void The_revision_is_warned_of_30_14_and_0_days_before_then_weekly_and_escalated_after_14_days()
    {
        var rule = Given.Law.Deadline("D-17");
        var warnings = DeadlineCalendar.Compute(Given.Day("2027-03-05"), rule).Warnings(rule);

        Assert.Equal(
            [("Remind", "2027-08-07", false), ("Remind", "2027-08-23", false), ("Remind", "2027-09-06", false), ("Remind", "2027-09-13", true), ("Escalate", "2027-09-20", false)],
            warnings.Select(warning => (warning.Step.Kind.ToString(), warning.On.ToString("yyyy-MM-dd"), warning.Step.Repeats)));
    }

    [Theory]
    [InlineData(PeriodUnit.Day, 14, "2027-03-04", "2027-03-18")]
    [InlineData(PeriodUnit.Week, 1, "2028-02-23", "2028-03-01")]
    [InlineData(PeriodUnit.Month, 1, "2027-03-31", "2027-04-30")]
    [InlineData(PeriodUnit.Year, 1, "2028-02-29", "2029-02-28")]
    [InlineData(PeriodUnit.WorkingDay, 10, "2027-03-22", "2027-04-08")]
    public void Periods_end_as_the_courts_act_says(PeriodUnit unit, int amount, string start, string end)
    {
        Assert.Equal(Given.Day(end), DeadlineCalendar.RawEnd(Given.Day(start), amount, unit));
    }

    [Fact]
    public void Compute_BeyondTheMaximum_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineCalendar.Compute(Given.Day("2027-03-05"), Given.Law.Deadline("D-17"), 13));
    }

    [Fact]
    public void Compute_RuleWithoutLength_IsRefusedAndNamedDateIsTaken()
    {
        var promised = Given.Law.Deadline("D-2");

        Assert.Throws<ArgumentException>(() => DeadlineCalendar.Compute(Given.Day("2027-02-26"), promised));
        Assert.Equal(Given.Day("2027-03-19"), DeadlineCalendar.Named(Given.Day("2027-02-26"), Given.Day("2027-03-19"), promised).EffectiveOn);
    }
}
