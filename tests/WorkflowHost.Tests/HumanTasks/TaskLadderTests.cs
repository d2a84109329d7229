using IndividualPlan.WorkflowHost.Tests.Cases;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>Scenario 18: exactly one reminder for each step, whatever happens to the process.</summary>
public sealed class TaskLadderTests : IAsyncLifetime
{
    private CaseOnHost _case = null!;

    public async Task InitializeAsync() => _case = await CaseOnHost.OpenAsync("2027-08-07 06:00");

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task Every_rung_is_sent_once_also_when_the_process_restarts_and_was_down_for_weeks()
    {
        await _case.StartAsync(Evaluate());
        await _case.MoveToAsync("2027-08-23 06:00");
        await _case.RestartAsync();
        await _case.WakeAtAsync("2027-08-23 08:00");
        await _case.WakeAtAsync("2027-09-21 12:00");
        await _case.RestartAsync();
        await _case.WakeAtAsync("2027-09-21 13:00");

        Assert.Equal(
            ["before:P0D", "before:P14D", "before:P30D", "escalate:P14D", "every:1", "every:2"],
            await RungsAsync());
        Assert.Equal(5, (await _case.EventsAsync()).Count(e => e == "task-reminder-sent"));
        Assert.Single(await _case.EventsAsync(), "task-escalated");
    }

    [Fact]
    public async Task When_the_task_is_done_the_series_stops()
    {
        await _case.StartAsync(Evaluate());
        await _case.MoveToAsync("2027-08-10 06:00");

        await _case.AnswerAsync("Utført", by: new("ola", Workflows.Audit.Roles.Coordinator));
        await _case.MoveToAsync("2028-08-10 06:00");

        Assert.Equal(["before:P30D"], await RungsAsync());
        await using var db = _case.Read();
        Assert.Empty(await db.Waits.ToListAsync());
    }

    [Fact]
    public async Task A_task_is_put_on_the_case_manager_of_the_case()
    {
        await _case.StartAsync(new Drawing().Step("do", "CaseTask", ("title", "Gjør"), ("role", "CaseManager"), ("assignTo", "CaseManager")));

        Assert.Equal("kari", Assert.Single(await _case.OpenTasksAsync()).Assignee);
    }

    [Fact]
    public async Task A_reminder_reaches_the_one_who_does_the_work_while_the_assignee_is_away()
    {
        await _case.StartAsync(new Drawing().Step(
            "do", "CaseTask", ("title", "Gjør"), ("role", "CaseManager"), ("assignTo", "CaseManager"), ("dueOn", "2027-08-20"), ("remindBefore", new[] { "P7D", "P1D" })));
        await _case.DoAsync(CaseOnHost.Kari, (work, _) =>
        {
            var why = new Operation(CaseOnHost.Kari, "Avtalt", work.Operation.Now);
            work.Db.Add(Absence.Register(work.Ids.NewAbsenceId(), "kari", new(2027, 8, 13), new(2027, 8, 13), "ola", why));
            return Task.CompletedTask;
        });

        await _case.MoveToAsync("2027-08-20 12:00");

        await using var db = _case.Read();
        Assert.Equal(
            [("before:P1D", "kari"), ("before:P7D", "kari"), ("before:P7D:substitute", "ola")],
            (await db.Notifications.OrderBy(n => n.Rung).ToListAsync()).Select(n => (n.Rung, n.UserId)));
    }

    private async Task<List<string>> RungsAsync()
    {
        await using var db = _case.Read();
        return await db.Notifications.Select(static n => n.Rung).OrderBy(static r => r).ToListAsync();
    }

    private static Drawing Evaluate() => new Drawing().Step(
        "evaluate",
        "CaseTask",
        ("title", "Evaluer"),
        ("role", "Coordinator"),
        ("dueOn", "2027-09-06"),
        ("remindBefore", new[] { "P30D", "P14D", "P0D" }),
        ("remindEvery", "P7D"),
        ("escalateAfter", "P14D"));
}
