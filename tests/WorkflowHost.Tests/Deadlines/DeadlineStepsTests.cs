using IndividualPlan.WorkflowHost.Tests.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Deadlines;

/// <summary>Scenario 4: the one-month clock, its warnings, and the preliminary reply that meets it.</summary>
public sealed class DeadlineStepsTests : IAsyncLifetime
{
    private CaseOnHost _case = null!;

    public async Task InitializeAsync() => _case = await CaseOnHost.OpenAsync("2027-01-29 12:00");

    public async Task DisposeAsync() => await _case.DisposeAsync();

    [Fact]
    public async Task Two_branches_on_one_deadline_share_the_row_and_warn_once_for_each_rung()
    {
        await _case.StartAsync(Clock());

        await _case.MoveToAsync("2027-02-26 06:00");

        await using var db = _case.Read();
        Assert.Equal(new DateOnly(2027, 2, 28), (await db.Deadlines.SingleAsync()).RawOn);
        Assert.Equal(2, await db.Notifications.CountAsync(n => n.Kind == "DeadlineWarning"));
        Assert.Equal("Svar nå", Assert.Single(await _case.OpenTasksAsync()).Title);
    }

    [Fact]
    public async Task A_preliminary_reply_in_time_meets_the_deadline_and_there_is_no_breach()
    {
        await _case.StartAsync(Clock());
        await _case.MoveToAsync("2027-02-26 06:00");

        await _case.AnswerAsync("Utført");
        await _case.MoveToAsync("2027-03-02 06:00");

        await using var db = _case.Read();
        var deadline = await db.Deadlines.SingleAsync();
        Assert.Empty(await _case.IncidentsAsync());
        Assert.Equal((DeadlineState.Met, new DateOnly(2027, 2, 26)), (deadline.State, deadline.MetOn!.Value));
        Assert.Equal("preliminary-reply", (await db.Letters.SingleAsync()).TemplateKey);
        Assert.Equal(1, await db.Outbox.CountAsync());
        Assert.DoesNotContain("deadline-missed", await _case.EventsAsync());
    }

    [Fact]
    public async Task Nothing_sent_by_the_raw_date_is_a_breach_that_history_keeps()
    {
        await _case.StartAsync(Clock());

        await _case.MoveToAsync("2027-03-01 00:00");

        Assert.Equal(DeadlineState.Missed, (await _case.DeadlineAsync("D-1")).State);
        Assert.Contains("deadline-missed", await _case.EventsAsync());
    }

    private static Drawing Clock() => new Drawing()
        .Add("both", "Elsa.FlowFork", ("branches", new[] { "A", "B" }))
        .Step("act", "WaitForDeadline", ("deadline", "D-1"), ("startsOn", "2027-01-29"), ("point", "ActBy"))
        .Step("breach", "WaitForDeadline", ("deadline", "D-1"), ("startsOn", "2027-01-29"), ("point", "AfterEffective"))
        .Step("reply", "CaseTask", ("title", "Svar nå"), ("role", "CaseManager"))
        .Step("send", "SendLetter", ("template", "preliminary-reply"), ("settles", "D-1"))
        .Connect("both", "A", "act").Connect("both", "B", "breach")
        .Connect("act", "Reached", "reply").Connect("reply", "Utført", "send");
}
