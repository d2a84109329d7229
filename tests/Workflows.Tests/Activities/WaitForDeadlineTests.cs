using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Activities;

/// <summary>The clocks of scenario 4: received Friday 29 January 2027, one month is Sunday 28 February.</summary>
public sealed class WaitForDeadlineTests
{
    [Fact]
    public void The_deadline_is_tracked_with_its_raw_date_and_the_day_to_act_by()
    {
        var run = Wait("ActBy");

        var tracked = run.Single<TrackDeadline>();

        Assert.Equal(("D-1", "request-received", "no-2022"), (tracked.Computed.RuleKey, tracked.StartEvent, tracked.RuleSet));
        Assert.Equal(new DateOnly(2027, 2, 28), tracked.Computed.RawOn);
        Assert.Equal(new DateOnly(2027, 2, 26), tracked.Computed.ActByOn);
    }

    [Theory]
    [InlineData("ActBy", "2027-02-26 05:59", "2027-02-26 06:00")]
    [InlineData("Effective", "2027-02-28 05:59", "2027-02-28 06:00")]
    [InlineData("AfterEffective", "2027-02-28 23:59", "2027-03-01 00:00")]
    public void Each_point_comes_at_its_own_hour(string point, string before, string at)
    {
        var run = Wait(point);

        run.MoveTo(before);
        var waiting = run.State.Status;
        run.MoveTo(at);

        Assert.Equal(WorkflowStatus.Running, waiting);
        Assert.Equal("Reached", run.Single<WriteOutput>().Line);
    }

    [Fact]
    public void After_the_last_day_a_running_deadline_is_missed_and_before_it_is_not()
    {
        var run = Wait("AfterEffective");

        run.MoveTo("2027-02-28 23:59");
        var early = run.All<MissDeadline>().Count();
        run.MoveTo("2027-03-01 00:00");

        Assert.Equal(0, early);
        Assert.Equal("D-1", run.Single<MissDeadline>().Key);
    }

    [Fact]
    public void A_deadline_that_was_met_meanwhile_leaves_by_Settled()
    {
        var run = Wait("AfterEffective");
        run.Facts["deadlines"] = new JsonArray(new JsonObject { ["key"] = "D-1", ["startedOn"] = "2027-01-29", ["rawOn"] = "2027-02-28", ["effectiveOn"] = "2027-02-28", ["state"] = "Met" });

        run.MoveTo("2027-03-01 00:00");

        Assert.Equal("Settled", run.Single<WriteOutput>().Line);
        Assert.Empty(run.All<MissDeadline>());
        Assert.Empty(run.All<WarnDeadline>());
    }

    [Fact]
    public void Warnings_come_14_and_3_working_days_before_the_day_to_act_by_and_are_no_ports()
    {
        var run = Wait("Effective");

        run.MoveTo("2027-02-27");

        Assert.Equal([new DateOnly(2027, 2, 8), new DateOnly(2027, 2, 23)], run.All<WarnDeadline>().Select(warning => warning.On));
        Assert.Equal(2, run.All<WarnDeadline>().Select(warning => warning.Rung).Distinct().Count());
        Assert.Empty(run.All<WriteOutput>());
    }

    [Fact]
    public void The_last_warning_as_point_comes_on_that_day_and_the_warning_is_still_given()
    {
        var run = Wait("LastWarning");

        run.MoveTo("2027-02-23 06:00");

        Assert.Equal(2, run.All<WarnDeadline>().Count());
        Assert.Equal("Reached", run.Single<WriteOutput>().Line);
    }

    [Fact]
    public void An_empty_list_of_warnings_switches_them_off()
    {
        var run = Wait("Effective", ("warnBefore", Array.Empty<string>()));

        run.MoveTo("2027-03-02");

        Assert.Empty(run.All<WarnDeadline>());
    }

    [Fact]
    public void A_promised_date_is_a_deadline_of_its_own()
    {
        var run = new ActivityRun(
            new Drawing().Step("wait", "WaitForDeadline", ("deadline", "D-2"), ("endsOn", "2027-03-19")), "2027-02-26T10:00:00+01:00");

        run.MoveTo("2027-03-19 06:00");

        Assert.Equal(new DateOnly(2027, 3, 19), run.Single<TrackDeadline>().Computed.EffectiveOn);
        Assert.Equal(WorkflowStatus.Finished, run.State.Status);
    }

    [Fact]
    public void A_year_is_no_trouble()
    {
        var facts = new JsonObject { ["decision"] = new JsonObject { ["madeOn"] = "2027-01-04" } };
        var run = new ActivityRun(new Drawing().Step("wait", "WaitForDeadline", ("deadline", "D-6"), ("point", "AfterEffective")), facts: facts);

        run.MoveTo("2028-01-04");
        var waiting = run.State.Status;
        run.MoveTo("2028-01-05 00:00");

        Assert.Equal((WorkflowStatus.Running, WorkflowStatus.Finished), (waiting, run.State.Status));
    }

    private static ActivityRun Wait(string point, params (string Name, object Value)[] inputs) => new(
        new Drawing()
            .Step("wait", "WaitForDeadline", [("deadline", "D-1"), ("point", point), .. inputs])
            .Add("reached", "Elsa.WriteLine", ("text", "Reached"))
            .Add("settled", "Elsa.WriteLine", ("text", "Settled"))
            .Connect("wait", "Reached", "reached")
            .Connect("wait", "Settled", "settled"),
        "2027-01-29T12:00:00+01:00",
        new JsonObject { ["receivedOn"] = "2027-01-29", ["track"] = "SOC-28" });
}
