using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Activities;

public sealed class CaseTaskTests
{
    [Fact]
    public void The_task_carries_what_the_drawing_says_and_its_answer_chooses_the_port()
    {
        var run = new ActivityRun(Assess().Connect("assess", "Avslås", "no").Add("no", "Elsa.WriteLine", ("text", "js:getVariable('Answer').values.reasons")));

        var task = run.Single<OpenTask>();
        run.Answer("Avslås", new JsonObject { ["reasons"] = "én tjeneste" });

        Assert.Equal(("assess", "Vurder", "CaseManager", "assessment"), (task.TaskKey, task.Title, task.Role, task.Form));
        Assert.Equal(["Innvilges", "Avslås"], task.Outcomes.Select(outcome => outcome.Value));
        Assert.Equal(TaskAssignment.CaseManager, task.AssignTo);
        Assert.Equal(new DateOnly(2027, 1, 25), task.DueOn);
        Assert.Equal("én tjeneste", run.Single<WriteOutput>().Line);
        Assert.Equal(WorkflowStatus.Finished, run.State.Status);
        Assert.Empty(run.State.Waits);
    }

    [Fact]
    public void An_answer_that_is_no_outcome_faults_instead_of_leaving_by_no_port()
    {
        var run = new ActivityRun(Assess());

        run.Answer("Kanskje");

        Assert.Contains("none of Innvilges, Avslås", run.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Working_days_step_over_easter()
    {
        var run = new ActivityRun(new Drawing().Step("agree", "CaseTask", ("title", "Avklar"), ("role", "CoordinatingUnit"), ("dueIn", "10 arbeidsdager")), "2027-03-19T09:00:00+01:00");

        Assert.Equal(new DateOnly(2027, 4, 7), run.Single<OpenTask>().DueOn);
    }

    [Fact]
    public void Without_a_date_of_its_own_the_legal_deadline_is_the_due_date_and_D1_is_acted_on_by_the_working_day_before()
    {
        var facts = Facts("D-1", "2027-01-29", "2027-02-28", "2027-02-28", "2027-02-26");
        var run = new ActivityRun(new Drawing().Step("reply", "CaseTask", ("title", "Svar"), ("role", "CaseManager"), ("deadline", "D-1")), facts: facts);

        Assert.Equal(new DateOnly(2027, 2, 26), run.Single<OpenTask>().DueOn);
        Assert.Equal(new DateOnly(2027, 2, 28), run.Single<OpenTask>().LegalDeadlineOn);
    }

    /// <summary>A leader sees every rung ahead without the state of the flow being opened.</summary>
    [Fact]
    public void The_timer_of_a_ladder_tells_of_every_rung_ahead_with_whom_it_goes_to_and_how()
    {
        var run = new ActivityRun(new Drawing().Step(
            "do", "CaseTask", ("title", "Gjør"), ("role", "CaseManager"), ("dueOn", "2027-03-12"), ("remindBefore", new[] { "P3D", "P0D" }), ("remindEvery", "P7D"), ("remindTo", "CoordinatingUnit"),
            ("remindBy", "InApp"), ("escalateAfter", "P14D"), ("escalateBy", "EMail")));

        var next = NextRung.Read(run.State.Waits.Single(static w => w.Kind == WaitKind.Timer).Name)!;
        run.MoveTo("2027-03-09 06:00");

        Assert.Equal(
            ["03-09 Remind CoordinatingUnit InApp", "03-12 Remind CoordinatingUnit InApp", "03-19 Remind CoordinatingUnit InApp", "03-26 Remind CoordinatingUnit InApp", "03-26 Escalate OfficeLeader EMail"],
            next.Until(new DateOnly(2027, 3, 9), new DateOnly(2027, 3, 27)).Select(static r => $"{r.On:MM-dd} {r.Rung.Kind} {r.Rung.Role} {r.Rung.Channel}"));
        var reminded = run.Single<RemindTask>();
        Assert.Equal(("CoordinatingUnit", RungChannel.InApp), (reminded.Role, reminded.Channel));
    }

    [Fact]
    public void Reminders_come_on_their_days_weekly_after_and_the_leader_hears_at_14_days()
    {
        var run = Revision();

        run.MoveTo("2027-09-25");

        Assert.Equal(
            ["before:P30D 2027-08-07", "before:P14D 2027-08-23", "before:P0D 2027-09-06", "every:1 2027-09-13", "every:2 2027-09-20"],
            run.All<RemindTask>().Select(rung => $"{rung.Rung} {rung.On:yyyy-MM-dd}"));
        Assert.Equal("escalate:P14D 2027-09-20 OfficeLeader", run.All<EscalateTask>().Select(rung => $"{rung.Rung} {rung.On:yyyy-MM-dd} {rung.Role}").Single());
    }

    [Fact]
    public void After_an_outage_each_missed_rung_fires_once_and_the_weekly_series_keeps_its_weekday()
    {
        var run = Revision();

        run.WakeAt("2027-09-22 14:00");
        run.WakeAt("2027-09-22 15:00");
        run.MoveTo("2027-09-27 06:00");

        Assert.Equal(["before:P30D", "before:P14D", "before:P0D", "every:1", "every:2", "every:3"], run.All<RemindTask>().Select(rung => rung.Rung));
        Assert.Equal(new DateOnly(2027, 9, 27), run.All<RemindTask>().Last().On);
        Assert.Single(run.All<EscalateTask>());
    }

    [Fact]
    public void A_completed_task_ends_the_series()
    {
        var run = Revision();
        run.MoveTo("2027-09-14");

        run.Answer("Utført");
        run.MoveTo("2028-09-14");

        Assert.Equal(4, run.All<RemindTask>().Count());
        Assert.Empty(run.State.Waits);
    }

    [Fact]
    public void A_year_of_weekly_reminders_leaves_the_state_as_small_as_the_first_week()
    {
        var run = Revision();
        run.MoveTo("2027-09-14");
        var first = WorkflowStateJson.Write(run.State).Length;

        run.MoveTo("2028-09-14");

        Assert.Equal(3 + 53, run.All<RemindTask>().Count());
        Assert.InRange(WorkflowStateJson.Write(run.State).Length, 1, first + 20);
        Assert.Equal(2, run.State.Waits.Count);
    }

    [Fact]
    public void Rungs_of_days_before_the_task_opened_are_left_out_and_one_of_the_same_day_counts()
    {
        var run = new ActivityRun(
            new Drawing().Step("do", "CaseTask", ("title", "Gjør"), ("role", "CaseManager"), ("dueIn", "P7D"), ("remindBefore", new[] { "P14D", "P7D", "P0D" })));

        run.MoveTo("2027-02-01");

        Assert.Equal(["before:P7D", "before:P0D"], run.All<RemindTask>().Select(rung => rung.Rung));
    }

    [Fact]
    public void Cancelling_the_instance_takes_the_ladder_with_the_task()
    {
        var run = Revision();

        run.Give(new Stimulus.Cancel("Deceased"));

        Assert.Empty(run.State.Waits);
        Assert.Equal(2, run.All<CloseWait>().Count(close => close.Reason == WaitCloseReason.InstanceCancelled));
    }

    /// <summary>Example 17: raw Sunday 5 September, rolled to Monday; opened 30 days before.</summary>
    private static ActivityRun Revision() => new(
        new Drawing().Step("evaluate", "CaseTask", ("title", "Evaluer"), ("role", "Coordinator"), ("deadline", "D-17")),
        "2027-08-07T06:00:00+02:00",
        Facts("D-17", "2027-03-05", "2027-09-05", "2027-09-06", "2027-09-06"));

    private static Drawing Assess() => new Drawing().Step(
        "assess",
        "CaseTask",
        ("title", "Vurder"),
        ("role", "CaseManager"),
        ("assignTo", "CaseManager"),
        ("form", "assessment"),
        ("dueIn", "P14D"),
        ("outcomes", new[] { "Innvilges", "Avslås" }),
        ("result", "Answer"));

    private static JsonObject Facts(string key, string startedOn, string rawOn, string effectiveOn, string actByOn) => new()
    {
        ["deadlines"] = new JsonArray(new JsonObject
        {
            ["key"] = key, ["startedOn"] = startedOn, ["rawOn"] = rawOn, ["effectiveOn"] = effectiveOn, ["actByOn"] = actByOn, ["state"] = "Running",
        }),
    };
}
