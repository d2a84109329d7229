using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Activities;

public sealed class ScheduleRevisionTests
{
    [Fact]
    public void Six_months_from_approval_roll_over_the_weekend_and_the_work_begins_30_days_before()
    {
        var run = new ActivityRun(Schedule(), "2027-03-05T12:00:00+01:00");

        run.MoveTo("2027-08-07 05:59");
        var waiting = run.State.Status;
        run.MoveTo("2027-08-07 06:00");

        var set = run.Single<SetNextRevision>();
        Assert.Equal((new DateOnly(2027, 9, 5), new DateOnly(2027, 9, 6)), (set.Computed.RawOn, set.Computed.EffectiveOn));
        Assert.Contains("Sunday", set.Computed.RolledBecause, StringComparison.Ordinal);
        Assert.Equal((WorkflowStatus.Running, "Due"), (waiting, run.Single<WriteOutput>().Line));
    }

    [Fact]
    public void A_request_for_revision_is_heard_at_once()
    {
        var run = new ActivityRun(Schedule(), "2027-03-05T12:00:00+01:00");

        run.Raise("revision-requested", new JsonObject { ["trigger"] = "LifeChange" });

        Assert.Equal("LifeChange", run.Single<WriteOutput>().Line);
        Assert.Empty(run.State.Waits);
    }

    [Theory]
    [InlineData("2027-06-01", "2027-06-01")]
    [InlineData("2029-01-01", "2028-03-06")]
    [InlineData("2027-01-01", "2027-09-06")]
    public void A_named_date_counts_within_the_limits_of_the_rule(string named, string expected)
    {
        var run = new ActivityRun(Schedule(("source", $"js:({{nextRevisionOn:'{named}'}})")), "2027-03-05T12:00:00+01:00");

        Assert.Equal(expected, run.Single<SetNextRevision>().Computed.EffectiveOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_thousand_revisions_do_not_make_the_instance_grow()
    {
        var run = new ActivityRun(
            new Drawing()
                .Step("schedule", "ScheduleRevision", ("interval", "P1M"), ("openBefore", "P7D"))
                .Step("evaluate", "CaseTask", ("title", "Evaluer"), ("role", "Coordinator"), ("dueIn", "P7D"), ("remindBefore", new[] { "P0D" }), ("result", "Evaluation"))
                .Step("record", "RecordRevision", ("source", "js:getVariable('Evaluation')"), ("outcome", "NoChange"))
                .Connect("schedule", "Due", "evaluate")
                .Connect("schedule", "Requested", "evaluate")
                .Connect("evaluate", "Utført", "record")
                .Connect("record", "Done", "schedule"),
            "2027-03-05T12:00:00+01:00");
        var sizes = new List<int>();

        for (var i = 0; i < 1_000; i++)
        {
            run.Raise("revision-requested", new JsonObject { ["trigger"] = "Asked" });
            run.Answer("Utført", new JsonObject { ["evaluation"] = "som før" });
            sizes.Add(WorkflowStateJson.Write(run.State).Length);
            run.Commands.Clear();
        }

        Assert.Empty(run.State.Incidents);
        Assert.Equal(2, run.State.Waits.Count);
        Assert.InRange(sizes[^1], 1, sizes[0] + 40);
    }

    private static Drawing Schedule(params (string Name, object Value)[] inputs) => new Drawing()
        .Step("schedule", "ScheduleRevision", [("result", "Schedule"), .. inputs])
        .Add("due", "Elsa.WriteLine", ("text", "Due"))
        .Add("asked", "Elsa.WriteLine", ("text", "js:getVariable('Schedule').request.trigger"))
        .Connect("schedule", "Due", "due")
        .Connect("schedule", "Requested", "asked");
}
