using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.HumanTasks;

public sealed class HumanTaskTests
{
    public static TheoryData<HumanTaskState, HumanTaskOperation> Cells => Walk.Of<HumanTaskState, HumanTaskOperation>();

    /// <summary>What the table allows succeeds; what it forbids is answered, because another person may just have been quicker.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_step_follows_the_table(HumanTaskState from, HumanTaskOperation step)
    {
        var task = In(from);
        var answer = Take(task, step, "cm-1");
        var expected = HumanTaskTransitions.Table.Next(from, step);

        if (from is HumanTaskState.Completed or HumanTaskState.Cancelled)
        {
            Assert.Equal(from, task.State);
            Assert.Equal(step == HumanTaskOperation.Cancel && from == HumanTaskState.Cancelled, answer.IsSuccess);
            return;
        }

        Assert.True(answer.IsSuccess);
        Assert.Equal(expected ?? (step, from) switch
        {
            (HumanTaskOperation.Claim, HumanTaskState.OnHold) => HumanTaskState.Claimed,
            _ => from,
        }, task.State);
    }

    [Fact]
    public void The_table_is_as_written() => Walk.Matrix(HumanTaskTransitions.Table, """
        Open: Claim>Claimed Release= Assign>Claimed Hold>OnHold Complete>Completed Cancel>Cancelled
        Claimed: Claim= Release>Open Assign= Hold>OnHold Resume= Complete>Completed Cancel>Cancelled
        OnHold: Release>Open Assign>Claimed Hold= Resume>Claimed Complete>Completed Cancel>Cancelled
        Completed: Complete=
        Cancelled: Cancel=
        """);

    [Fact]
    public void Complete_SameOperationIdAgain_IsSuccessAndDoesNothing()
    {
        var task = In(HumanTaskState.Open);
        var operation = Given.On("2027-01-11");

        Assert.IsType<TaskAnswer.Done>(task.Complete("op-1", "Utført", [], operation));
        Assert.IsType<TaskAnswer.Repeated>(task.Complete("op-1", "Utført", [], operation));
        Assert.Single(operation.Names(), "task-completed");
    }

    [Fact]
    public void Complete_BySomeoneLater_IsToldWhoDidItAndWhen()
    {
        var task = In(HumanTaskState.Open);
        var first = Given.On("2027-01-11");
        task.Complete("op-1", "Utført", [], first);

        var answer = task.Complete("op-2", "Utført", [], Given.On("2027-01-11", "cm-2"));

        Assert.Equal(new TaskAnswer.AlreadyCompletedBy("cm-1", first.Now, "Utført"), answer);
    }

    [Fact]
    public void Complete_ClaimedByAnother_IsRefused()
    {
        var task = In(HumanTaskState.Claimed);

        Assert.Equal(new TaskAnswer.ClaimedByOther("cm-1"), task.Complete("op-1", "Utført", [], Given.On("2027-01-11", "cm-2")));
    }

    [Fact]
    public void Complete_UnknownOutcome_ListsTheOnesItHas()
    {
        var answer = In(HumanTaskState.Open).Complete("op-1", "Kanskje", [], Given.On("2027-01-11"));

        Assert.Equal(["Utført", "Avvist"], Assert.IsType<TaskAnswer.UnknownOutcome>(answer).Allowed);
    }

    [Theory]
    [InlineData("drafter", Roles.CaseManager, typeof(TaskAnswer.ExcludedUser))]
    [InlineData("coord", Roles.Coordinator, typeof(TaskAnswer.RoleDemanded))]
    [InlineData("cm-9", Roles.CaseManager, typeof(TaskAnswer.Done))]
    public void Claim_OnlyByTheRoleAndNotByTheExcluded(string user, string role, Type answer)
    {
        var task = Open(excluded: "drafter");

        Assert.IsType(answer, task.Claim(Given.On("2027-01-11", user, role)));
    }

    [Fact]
    public void Assign_NeedsAReasonAndNeverGoesToTheExcluded()
    {
        var task = Open(excluded: "drafter");

        Assert.Throws<ArgumentException>(() => task.Assign("cm-2", Given.On("2027-01-11", "leader", Roles.OfficeLeader, "")));
        Assert.IsType<TaskAnswer.ExcludedUser>(task.Assign("drafter", Given.On("2027-01-11", "leader", Roles.OfficeLeader)));
        Assert.IsType<TaskAnswer.Done>(task.Assign("cm-2", Given.On("2027-01-11", "leader", Roles.OfficeLeader)));
        Assert.IsType<TaskAnswer.Done>(task.Assign("cm-3", Given.On("2027-01-12", "leader", Roles.OfficeLeader)));
        Assert.Equal("cm-3", task.Assignee);
    }

    [Fact]
    public void Open_WithAssignee_StartsAsTheirs()
    {
        var description = new TaskDescription("confirm", "Bekreft", null, null, "school-1", "confirm-participation", [new("Confirmed", "Vi deltar")]);
        var task = HumanTask.Open(new HumanTaskId(Guid.Empty), new WorkflowInstanceId(Guid.Empty), 1, Given.Case, description, Given.On("2027-02-03"));

        Assert.Equal((HumanTaskState.Claimed, "school-1"), (task.State, task.Assignee));
        Assert.IsType<TaskAnswer.Done>(task.Complete("op-1", "Confirmed", new JsonObject { ["contribution"] = "x" }, Given.On("2027-02-04", "school-1", Roles.Participant)));
        Assert.Equal("x", (string?)task.Values!["contribution"]);
    }

    [Fact]
    public void Reminders_are_counted_while_the_task_is_open_and_stop_with_it()
    {
        var task = In(HumanTaskState.Open);

        Assert.True(task.CountReminder(Given.On("2027-08-07")));
        task.Complete("op-1", "Utført", [], Given.On("2027-08-08"));

        Assert.False(task.CountReminder(Given.On("2027-08-23")));
        Assert.Equal(1, task.RemindersSent);
    }

    private static TaskAnswer Take(HumanTask task, HumanTaskOperation step, string user)
    {
        var operation = Given.On("2027-01-12", user);
        return step switch
        {
            HumanTaskOperation.Claim => task.Claim(operation),
            HumanTaskOperation.Release => task.Release(operation),
            HumanTaskOperation.Assign => task.Assign(user, operation),
            HumanTaskOperation.Hold => task.Hold(Given.Day("2027-02-01"), operation),
            HumanTaskOperation.Resume => task.Resume(operation),
            HumanTaskOperation.Complete => task.Complete("op-9", "Utført", [], operation),
            _ => task.Cancel("NotNeeded", operation),
        };
    }

    private static HumanTask In(HumanTaskState state)
    {
        var task = Open(null);
        var operation = Given.On("2027-01-11");
        _ = state switch
        {
            HumanTaskState.Claimed => task.Claim(operation),
            HumanTaskState.OnHold => task.Hold(Given.Day("2027-02-01"), operation),
            HumanTaskState.Completed => task.Complete("op-0", "Utført", [], operation),
            HumanTaskState.Cancelled => task.Cancel("Deceased", operation),
            _ => null,
        };
        Assert.Equal(state, task.State);
        return task;
    }

    private static HumanTask Open(string? excluded) => HumanTask.Open(
        new HumanTaskId(Guid.Empty),
        new WorkflowInstanceId(Guid.Empty),
        1,
        Given.Case,
        new TaskDescription("assess", "Vurder", null, Roles.CaseManager, null, "assessment", [new("Utført", "Utført"), new("Avvist", "Avvist")], ExcludedUserId: excluded),
        Given.On("2027-01-11"));
}
