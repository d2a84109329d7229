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

    [Fact]
    public void TakeOver_WantsAReason_KeepsFourEyesAndTellsWhoHadIt()
    {
        var task = Open(excluded: "drafter");
        task.Claim(Given.On("2027-01-11"));
        var operation = Given.On("2027-01-12", "cm-2");

        Assert.Throws<ArgumentException>(() => task.TakeOver(Given.On("2027-01-12", "cm-2", Roles.CaseManager, "")));
        Assert.IsType<TaskAnswer.ExcludedUser>(task.TakeOver(Given.On("2027-01-12", "drafter")));
        Assert.IsType<TaskAnswer.RoleDemanded>(task.TakeOver(Given.On("2027-01-12", "coord", Roles.Coordinator)));
        Assert.IsType<TaskAnswer.Done>(task.TakeOver(operation));
        Assert.IsType<TaskAnswer.Repeated>(task.TakeOver(Given.On("2027-01-12", "cm-2")));
        Assert.Equal("cm-2", task.Assignee);
        var taken = Assert.Single(operation.Events, e => e.Event == "task-taken-over");
        Assert.Equal(("cm-2", "cm-1"), ((string?)taken.Details["assignee"], (string?)taken.Details["before"]));
    }

    [Fact]
    public void TakeOver_OfWhatWasPutOnOneUserByName_IsForThoseWhoAssign()
    {
        var description = new TaskDescription("confirm", "Bekreft", null, null, "school-1", "confirm-participation", [new("Confirmed", "Vi deltar")]);
        var task = HumanTask.Open(new HumanTaskId(Guid.Empty), new WorkflowInstanceId(Guid.Empty), 1, Given.Case, description, Given.On("2027-02-03"));

        Assert.IsType<TaskAnswer.RoleDemanded>(task.TakeOver(Given.On("2027-02-04", "school-2", Roles.Participant)));
        Assert.Equal("school-1", task.Assignee);
    }

    [Fact]
    public void Hold_IsOverOnItsDay_WithoutAnythingHavingToHappen()
    {
        var task = In(HumanTaskState.OnHold);

        Assert.Equal(HumanTaskState.OnHold, task.StateOn(Given.Day("2027-01-31")));
        Assert.Equal(HumanTaskState.Claimed, task.StateOn(Given.Day("2027-02-01")));
        Assert.IsType<TaskAnswer.Done>(task.Complete("op-1", "Utført", [], Given.On("2027-02-02")));
        Assert.Null(task.HoldUntil);
    }

    [Theory]
    [InlineData("2027-01-11")]
    [InlineData("2027-01-10")]
    public void Hold_UntilTodayOrEarlier_IsNoHold(string until) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Open(null).Hold(Given.Day(until), Given.On("2027-01-11")));

    [Fact]
    public void Three_dates_are_kept_apart_and_the_legal_one_never_moves()
    {
        var task = Dated("2027-02-11", "2027-02-04");
        var operation = Given.On("2027-01-12");

        Assert.IsType<TaskAnswer.Done>(task.FollowUp(Given.Day("2027-01-20"), operation));
        Assert.IsType<TaskAnswer.Repeated>(task.FollowUp(Given.Day("2027-01-20"), operation));
        task.Hold(Given.Day("2027-03-01"), operation);

        Assert.Equal((Given.Day("2027-02-11"), Given.Day("2027-02-04"), Given.Day("2027-01-20")), (task.LegalDeadlineOn, task.DueOn, task.FollowUpOn));
        Assert.False(task.IsOverdueOn(Given.Day("2027-02-04")));
        Assert.True(task.IsOverdueOn(Given.Day("2027-02-05")));
        Assert.True(task.IsOverdueOn(Given.Day("2027-02-12")));
    }

    [Fact]
    public void The_nearest_legal_deadline_comes_first_and_what_has_no_date_last()
    {
        string[] ordered = [
            Dated("2027-02-11", "2027-02-04").Urgency, Dated("2027-02-11", null).Urgency, Dated("2027-02-12", "2027-01-12").Urgency,
            Dated(null, "2027-01-12").Urgency, Dated(null, null).Urgency,
        ];

        Assert.Equal(ordered.Order(StringComparer.Ordinal), ordered);
        Assert.All(ordered, urgency => Assert.Equal(TaskUrgency.Length, urgency.Length));
    }

    [Fact]
    public void A_substitute_may_do_what_lies_with_the_absent_one_but_four_eyes_hold()
    {
        var task = Open(excluded: "drafter");
        task.Assign("cm-1", Given.On("2027-01-11", "leader", Roles.OfficeLeader));

        Assert.IsType<TaskAnswer.ClaimedByOther>(task.Complete("op-1", "Utført", [], Given.On("2027-01-12", "cm-2")));
        Assert.IsType<TaskAnswer.ExcludedUser>(task.Complete("op-1", "Utført", [], For("drafter", "cm-1")));
        Assert.IsType<TaskAnswer.RoleDemanded>(task.Complete("op-1", "Utført", [], For("coord", "cm-1", Roles.Coordinator)));
        Assert.IsType<TaskAnswer.Done>(task.Complete("op-1", "Utført", [], For("cm-2", "cm-1")));
        Assert.Equal("cm-2", task.CompletedBy);
    }

    [Fact]
    public void Nobody_acts_for_the_one_who_must_keep_off()
    {
        var task = Open(excluded: "drafter");

        Assert.IsType<TaskAnswer.ExcludedUser>(task.Claim(For("cm-2", "drafter")));
    }

    private static Operation For(string user, string absent, string role = Roles.CaseManager) =>
        new(new Actor(user, [role], "nav", absent), "Vikar", Given.On("2027-01-12").Now);

    private static HumanTask Dated(string? legal, string? due) => HumanTask.Open(
        new HumanTaskId(Guid.Empty),
        new WorkflowInstanceId(Guid.Empty),
        1,
        Given.Case,
        new TaskDescription(
            "assess", "Vurder", null, Roles.CaseManager, null, "assessment", [new("Utført", "Utført")],
            due is null ? null : Given.Day(due), legal is null ? null : Given.Day(legal)),
        Given.On("2027-01-11"));

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
        new TaskDescription("assess", "Vurder", null, Roles.CaseManager, null, "assessment", [new("Utført", "Utført"), new("Avvist", "Avvist")], Excluded: excluded is null ? null : [excluded]),
        Given.On("2027-01-11"));
}
