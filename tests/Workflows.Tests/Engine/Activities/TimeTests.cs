using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Activities;

public sealed class TimeTests
{
    private readonly EngineHost host = new() { Now = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero) };

    [Theory]
    [InlineData("00:00:00", "2026-01-31T08:00:00Z")]
    [InlineData("31.00:00:00", "2026-03-03T08:00:00Z")]
    [InlineData("3650.00:00:00", "2036-01-29T08:00:00Z")]
    [InlineData("12:30", "2026-01-31T20:30:00Z")]
    [InlineData("P1M", "2026-02-28T08:00:00Z")]
    [InlineData("P2Y", "2028-01-31T08:00:00Z")]
    [InlineData("P1DT2H", "2026-02-01T10:00:00Z")]
    [InlineData("P3W", "2026-02-21T08:00:00Z")]
    public void Delay_waits_until_it_is_due(string span, string due)
    {
        var instance = host.Start(host.Publish(Flow().With(Activity("Delay", "d", ("timeSpan", span)), Line("z")).Connect("d -> z").Json()));

        var wait = Assert.Single(instance.Waits);
        Assert.Equal(WaitKind.Timer, wait.Kind);
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), wait.DueAt);
    }

    [Fact]
    public void Delay_may_be_computed()
    {
        var instance = host.Start(host.Publish(Flow().With(Activity("Delay", "d", ("timeSpan", Js("TimeSpan.FromDays(2)")))).Json()));

        Assert.Equal(host.Now.AddDays(2), instance.Waits[0].DueAt);
    }

    [Fact]
    public void Delay_that_nobody_can_read_is_an_incident_not_a_short_delay()
    {
        var instance = host.Start(host.Publish(Flow().With(Activity("Delay", "d", ("timeSpan", "a month"))).Json()));

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        Assert.Contains("a month", instance.State.Incidents[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StartAt_waits_for_the_future_and_passes_the_past()
    {
        var flow = Flow().With(Activity("StartAt", "past", ("dateTime", "2026-01-01T00:00:00Z")), Activity("StartAt", "future", ("dateTime", "2026-03-01T00:00:00+01:00")))
            .Connect("past -> future");
        var instance = host.Start(host.Publish(flow.Json()));

        var wait = Assert.Single(instance.Waits);
        Assert.Equal("future", wait.ActivityId);
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 23, 0, 0, TimeSpan.Zero), wait.DueAt);
    }

    [Fact]
    public void Timer_and_cron_wait_in_the_middle_and_have_waited_as_triggers()
    {
        var flow = Flow().With(Activity("Timer", "t", ("interval", "01:00:00")), Activity("Cron", "c", ("cronExpression", "0 12 1 * *")), Line("z")).Connect("t -> c", "c -> z");
        var definition = host.Publish(flow.Json());

        var waiting = host.Start(definition);
        var triggered = host.Start(definition, trigger: "t");

        Assert.Equal(host.Now.AddHours(1), waiting.Waits[0].DueAt);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), triggered.Waits[0].DueAt);
    }

    [Theory]
    [InlineData("*/15 * * * *", "2026-01-31T08:15:00Z")]
    [InlineData("30 */5 * * * *", "2026-01-31T08:00:30Z")]
    [InlineData("0 9 * * MON-FRI", "2026-02-02T09:00:00Z")]
    [InlineData("0 9 L * *", "2026-01-31T09:00:00Z")]
    [InlineData("0 9 LW * *", "2026-02-27T09:00:00Z")]
    [InlineData("0 9 15W * *", "2026-02-16T09:00:00Z")]
    [InlineData("0 9 * * 1#2", "2026-02-09T09:00:00Z")]
    [InlineData("0 9 * * 5L", "2026-02-27T09:00:00Z")]
    [InlineData("0 0 29 FEB ?", "2028-02-29T00:00:00Z")]
    [InlineData("0 22-2 * * *", "2026-01-31T22:00:00Z")]
    [InlineData("@monthly", "2026-02-01T00:00:00Z")]
    [InlineData("0 9 * * 7", "2026-02-01T09:00:00Z")]
    public void A_cron_schedule_finds_its_next_instant(string schedule, string next)
    {
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), CronSchedule.Parse(schedule).Next(host.Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("61 * * * *")]
    [InlineData("x * * * *")]
    [InlineData("*/0 * * * *")]
    public void A_cron_schedule_that_is_none_is_refused(string schedule) =>
        Assert.Throws<FormatException>(() => CronSchedule.Parse(schedule));

    [Fact]
    public void A_cron_schedule_that_never_comes_round_is_refused() =>
        Assert.Throws<FormatException>(() => CronSchedule.Parse("0 0 30 2 *").Next(host.Now));
}
