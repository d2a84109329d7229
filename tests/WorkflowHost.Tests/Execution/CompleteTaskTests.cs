using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Tests.Execution;

/// <summary>Tasks are completed once, whoever asks and however often (elsa-core#7223, #6419 are the failures to beat).</summary>
[Trait("Database", "Both")]
public sealed class CompleteTaskTests : IAsyncLifetime
{
    private readonly TestDatabase _file = new();
    private HostFixture _host = null!;

    public async Task InitializeAsync() => _host = await HostFixture.StartAsync(_file, new FakeClock());

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task Five_tasks_are_completed_one_after_another_and_the_flow_ends()
    {
        await _host.PublishAsync(Drawing.OfTasks("five", 5));
        var instanceId = await _host.StartFlowAsync("five");

        for (var i = 1; i <= 5; i++)
        {
            var task = Assert.Single(await _host.OpenTasksAsync());
            Assert.Equal($"t{i}", task.Title);
            Assert.IsType<CompleteTask.Outcome.Completed>(await _host.CompleteAsync(task.Id, $"op{i}"));
        }

        var instance = await _host.InstanceAsync(instanceId);
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Finished), (instance.Status, instance.SubStatus));
        await AssertNothingIsLeftAsync();
        await using var db = _host.Read();
        Assert.Equal(5, await db.History.CountAsync(static h => h.Event == "task-completed" && h.Actor == "kari" && h.Reason == ""));
    }

    [Fact]
    public async Task Two_clients_at_once_one_wins_and_the_other_is_told_who()
    {
        await _host.PublishAsync(Drawing.OfTasks("one", 1));
        await _host.StartFlowAsync("one");
        var task = Assert.Single(await _host.OpenTasksAsync());

        var outcomes = await Task.WhenAll(
            Task.Run(() => _host.CompleteAsync(task.Id, "a", new Actor("kari", Roles.CaseManager))),
            Task.Run(() => _host.CompleteAsync(task.Id, "b", new Actor("ola", Roles.CaseManager))));

        var won = Assert.Single(outcomes.OfType<CompleteTask.Outcome.Completed>());
        var lost = Assert.Single(outcomes.OfType<CompleteTask.Outcome.Refused>());
        Assert.Equal(won.Task.CompletedBy, Assert.IsType<TaskAnswer.AlreadyCompletedBy>(lost.Answer).UserId);
    }

    [Fact]
    public async Task The_same_operation_again_is_success_and_does_nothing()
    {
        await _host.PublishAsync(Drawing.OfTasks("two", 2));
        await _host.StartFlowAsync("two");
        var task = Assert.Single(await _host.OpenTasksAsync());
        await _host.CompleteAsync(task.Id, "same");
        var before = await CountHistoryAsync();

        var again = await _host.CompleteAsync(task.Id, "same");

        Assert.IsType<CompleteTask.Outcome.Completed>(again);
        Assert.Equal(before, await CountHistoryAsync());
        Assert.Equal("t2", Assert.Single(await _host.OpenTasksAsync()).Title);
    }

    [Fact]
    public async Task An_operation_id_completes_one_task_only()
    {
        await _host.PublishAsync(Drawing.OfTasks("two", 2));
        await _host.StartFlowAsync("two");
        await _host.CompleteAsync((await _host.OpenTasksAsync())[0].Id, "same");

        var outcome = await _host.CompleteAsync((await _host.OpenTasksAsync())[0].Id, "same");

        Assert.IsType<CompleteTask.Outcome.OperationIdTaken>(outcome);
        Assert.Equal("t2", Assert.Single(await _host.OpenTasksAsync()).Title);
    }

    [Fact]
    public async Task A_task_that_does_not_exist_is_not_found_and_a_foreign_one_is_refused()
    {
        await _host.PublishAsync(Drawing.OfTasks("one", 1));
        await _host.StartFlowAsync("one");
        var task = Assert.Single(await _host.OpenTasksAsync());

        Assert.IsType<CompleteTask.Outcome.NotFound>(await _host.CompleteAsync(new HumanTaskId(Guid.Empty), "x"));
        var foreign = Assert.IsType<CompleteTask.Outcome.Refused>(await _host.CompleteAsync(task.Id, "y", new Actor("per", Roles.Auditor)));
        Assert.IsType<TaskAnswer.RoleDemanded>(foreign.Answer);
        var unknown = Assert.IsType<CompleteTask.Outcome.Refused>(await _host.CompleteAsync(task.Id, "z", outcome: "Maybe"));
        Assert.IsType<TaskAnswer.UnknownOutcome>(unknown.Answer);
    }

    [Fact]
    public async Task Two_hundred_tasks_over_two_hundred_instances_none_lost_none_twice()
    {
        await _host.PublishAsync(Drawing.OfTasks("one", 1));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => _host.StartFlowAsync("one")));

        await CompleteAllTwiceAsync();

        await using var db = _host.Read();
        Assert.Equal(200, await db.WorkflowInstances.CountAsync(static i => i.SubStatus == WorkflowSubStatus.Finished));
        Assert.Equal(200, await db.History.CountAsync(static h => h.Event == "task-completed"));
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task Two_hundred_parallel_tasks_of_one_instance_none_lost_none_twice()
    {
        await _host.PublishAsync(Drawing.OfBranches("wide", 200));
        var instanceId = await _host.StartFlowAsync("wide");

        await CompleteAllTwiceAsync();

        Assert.Equal(WorkflowSubStatus.Finished, (await _host.InstanceAsync(instanceId)).SubStatus);
        await using var db = _host.Read();
        Assert.Equal(200, await db.History.CountAsync(static h => h.Event == "task-completed"));
        await AssertNothingIsLeftAsync();
    }

    /// <summary>Eight clients complete all tasks in different orders, so that each task is asked for more than once.</summary>
    private async Task CompleteAllTwiceAsync()
    {
        var tasks = await _host.OpenTasksAsync();
        Assert.Equal(200, tasks.Count);
        var won = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(client => Task.Run(async () =>
        {
            foreach (var task in tasks.OrderBy(t => HashCode.Combine(t.Id, client % 4)))
            {
                switch (await _host.CompleteAsync(task.Id, $"{client}-{task.Id}"))
                {
                    case CompleteTask.Outcome.Completed:
                        Interlocked.Increment(ref won);
                        break;

                    case CompleteTask.Outcome.Refused { Answer: TaskAnswer.AlreadyCompletedBy }:
                        break;

                    case var other:
                        Assert.Fail(other.ToString());
                        break;
                }
            }
        })));

        Assert.Equal(200, won);
    }

    private async Task<int> CountHistoryAsync()
    {
        await using var db = _host.Read();
        return await db.History.CountAsync();
    }

    private async Task AssertNothingIsLeftAsync()
    {
        await using var db = _host.Read();
        Assert.Equal(0, await db.Waits.CountAsync());
        Assert.Equal(0, await db.HumanTasks.CountAsync(static t => t.EndedAt == null));
        Assert.Equal(0, await db.WorkflowInstances.CountAsync(static i => i.Status == WorkflowStatus.Running));
        Assert.Equal(0, await db.Incidents.CountAsync());
    }
}
