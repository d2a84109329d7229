using IndividualPlan.Testing.Mail;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Reminders;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;
using IndividualPlan.WorkflowHost.Tests.Notifications;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Reminders;

/// <summary>The office's own reminders count where a step says nothing, from their day on; what has begun goes on.</summary>
public sealed class OfficeReminderTests(MailFixture mail) : IClassFixture<MailFixture>
{
    private static readonly CurrentUser Berit = new("berit", "Berit Storhei", [Roles.OfficeLeader], "nav", null, null);

    [Fact]
    public async Task A_step_that_says_nothing_takes_the_reminders_of_the_office_and_one_that_does_keeps_its_own()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(("dueOn", "2027-03-20"));
        var set = new SetReminders(office.Host.Get<WorkflowHost.Execution.WorkWriter>(), office.Clock);
        Assert.Null(await set.RunAsync(Berit, new("task", "2027-03-02", false, "3 arbeidsdager\n0 dager", "1 uke", "14 dager", Roles.OfficeLeader, "Flere glemmer."), default));
        await office.AtAsync("2027-03-02 09:00");
        await office.StartTaskAsync(("dueOn", "2027-03-19"));
        await office.PublishAsync(new Drawing("other").Step("do", "CaseTask", ("title", "Skriv"), ("role", "CaseManager"), ("assignTo", "CaseManager"), ("dueOn", "2027-03-19"), ("remindBefore", new[] { "P1D" })));
        await office.DoAsync((work, token) => work.Flows.StartAsync("other", null, office.CaseId, token));
        foreach (var day in new[] { "2027-03-16", "2027-03-18", "2027-03-19", "2027-03-26", "2027-04-02" })
        {
            await office.AtAsync(day + " 06:00");
        }

        // The task that was there before has no reminders; the drawing's own are the drawing's.
        Assert.Equal(["before:3 arbeidsdager", "before:P0D", "before:P1D", "escalate:P14D", "every:1", "every:2"], await office.RungsAsync());
    }

    /// <summary>Of e-mail alone whoever gets it has nothing to mark as read; whoever cannot get it is told in the product. In the product alone no e-mail leaves.</summary>
    [Fact]
    public async Task Whom_a_rung_goes_to_and_how_is_said_by_the_step_and_else_how_by_the_office()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        var set = new SetReminders(office.Host.Get<WorkflowHost.Execution.WorkWriter>(), office.Clock);
        Assert.Null(await set.RunAsync(Berit, new("task", "2027-03-01", false, "", "", "", Roles.OfficeLeader, "Færre e-poster.") { RemindBy = "InApp", EscalateBy = "EMail" }, default));
        await office.StartTaskAsync(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P3D" }), ("escalateAfter", "P0D"));
        await office.PublishAsync(new Drawing("other").Step(
            "do", "CaseTask", ("title", "Skriv"), ("role", "CaseManager"), ("assignTo", "CaseManager"), ("dueOn", "2027-03-12"), ("remindBefore", new[] { "P2D" }), ("remindTo", "OfficeLeader"), ("remindBy", "Both")));
        await office.DoAsync((work, token) => work.Flows.StartAsync("other", null, office.CaseId, token));
        foreach (var day in new[] { "2027-03-09", "2027-03-10", "2027-03-12" })
        {
            await office.AtAsync(day + " 06:00");
        }

        // Kari is told by the office's choice in the product alone; Berit by the step's in both; of what is overdue she is told by e-mail alone.
        Assert.Equal(["berit@example.com", "berit@example.com"], (await mail.Server.TakenAsync()).Select(static m => m.To));
        await using var db = office.Host.Read();
        var told = await db.Notifications.Join(db.NotificationRecipients, n => n.Id, r => r.NotificationId, (n, r) => new { n.Rung, r.UserId, IsRead = r.ReadAt != null }).OrderBy(r => r.Rung).ToListAsync();
        Assert.Equal([("before:P2D", "berit", false), ("before:P3D", "kari", false), ("escalate:P0D", "berit", true)], told.Select(static t => (t.Rung, t.UserId, t.IsRead)));

        await office.DoAsync((work, _) =>
        {
            work.Db.Add(new NotificationChoice { UserId = "berit", WantsMail = false });
            return Task.CompletedTask;
        });
        await office.StartTaskAsync(("dueOn", "2027-03-15"), ("escalateAfter", "P0D"));
        await office.AtAsync("2027-03-15 06:00");
        Assert.Equal(2, await db.NotificationRecipients.CountAsync(static r => r.UserId == "berit" && r.ReadAt == null));
    }

    [Fact]
    public async Task A_leader_sets_them_on_a_page_from_a_day_on_with_a_reason()
    {
        using var host = new TestHost();
        using var leader = await host.VisitorAsync("leader");
        using var unit = await host.VisitorAsync("coordinatingunit");

        var page = Html.Text(await leader.PageAsync("/reminders/defaults"));
        Assert.Matches("Foreløpig svar 14 arbeidsdager, 3 arbeidsdager – kontorleder, siste dag I systemet og på e-post Vanlig i systemet", page);
        Assert.DoesNotContain("Endre for kontoret", Html.Text(await unit.PageAsync("/reminders/defaults")), StringComparison.Ordinal);
        Assert.Equal(403, (int)(await unit.SendFormAsync("/reminders/defaults", "/reminders/defaults", ("kind", "D-1"))).StatusCode);

        var refused = await leader.SendFormAsync("/reminders/defaults", "/reminders/defaults", ("kind", "D-1"), ("fromOn", "2020-01-01"), ("before", "snart"), ("every", "0 dager"), ("escalateTo", "OfficeLeader"), ("remindTo", "Person"), ("remindBy", "Due"), ("reason", ""));
        var again = Html.Text(await refused.PageAsync());
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("Skriv en dato fra og med i dag.", again, StringComparison.Ordinal);
        Assert.Contains("Skriv en lengde", again, StringComparison.Ordinal);
        Assert.Contains("snart", again, StringComparison.Ordinal);
        Assert.Contains("Skriv hvorfor dette endres.", again, StringComparison.Ordinal);
        Assert.Contains("Velg hvem som skal varsles.", again, StringComparison.Ordinal);
        Assert.Contains("Velg hvordan det skal varsles.", again, StringComparison.Ordinal);

        var saved = await leader.SendFormAsync(
            "/reminders/defaults", "/reminders/defaults", ("kind", "D-1"), ("fromOn", "2027-01-11"), ("before", "10 dager"), ("every", ""), ("escalateAfter", "1 dag"), ("escalateTo", "OfficeLeader"),
            ("remindTo", "OfficeLeader"), ("remindBy", "InApp"), ("escalateBy", "EMail"), ("reason", "Vi vil ha det tidligere."));
        Assert.Equal("/reminders/defaults", saved.Headers.Location!.OriginalString);
        Assert.Matches("Foreløpig svar 10 dager – kontorleder, 1 dag etter Bare i systemet, til kontorleder; varsles videre bare på e-post Kontoret, fra 11.01.2027", Html.Text(await leader.PageAsync("/reminders/defaults")));

        // A case that comes now is warned of as the office says: ten days before 11 February.
        var caseId = (string)(await host.RequestAsync())["caseId"]!;
        Assert.Matches("01.02.2027 Påminnelse Foreløpig svar 11.02.2027 Kontorleder Bare i systemet", Html.Text(await leader.PageAsync($"/reminders?days=90&case={caseId}")));
    }
}
