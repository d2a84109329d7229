using IndividualPlan.Testing.Mail;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IndividualPlan.WorkflowHost.Tests.Notifications;

/// <summary>One mail server for the tests of a class.</summary>
public sealed class MailFixture : IAsyncLifetime
{
    public MailServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await MailServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

/// <summary>Each rung is sent once, counted at a real mail server. The failures named are those of the engine whose drawings we run.</summary>
public sealed class SentOnceTests(MailFixture mail) : IClassFixture<MailFixture>
{
    private static readonly (string, object)[] ThreeDaysBefore = [("dueOn", "2027-03-12"), ("remindBefore", new[] { "P3D" })];

    /// <summary>elsa-core#8156: start-up registered every schedule anew, and each start sent one more.</summary>
    [Fact]
    public async Task Elsa_core_8156_starting_five_times_sends_one_message()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(ThreeDaysBefore);
        for (var start = 1; start <= 5; start++)
        {
            await office.RestartAsync();
            await office.AtAsync($"2027-03-0{1 + start} 09:00");
        }

        Assert.Empty(await mail.Server.TakenAsync());
        for (var start = 1; start <= 5; start++)
        {
            await office.RestartAsync();
            await office.AtAsync($"2027-03-09 0{4 + start}:00");
        }

        var sent = Assert.Single(await mail.Server.TakenAsync());
        Assert.Equal("kari@example.com", sent.To);
        Assert.Equal("Du har en oppgave som venter", sent.Subject);
        Assert.Matches("https://plan\\.example\\.com/tasks/[0-9a-f-]{36}", sent.Body);
        Assert.DoesNotContain("Fjellrev", sent.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("fastlegen", sent.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("IP-2027", sent.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("senere enn planlagt", sent.Body, StringComparison.Ordinal);
        Assert.Equal("auto-generated", sent.Header("Auto-Submitted"));
    }

    /// <summary>elsa-core#5454: a date that had come fired again after a restart.</summary>
    [Fact]
    public async Task Elsa_core_5454_a_day_that_has_come_does_not_come_again_after_a_restart()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P0D" }), ("escalateAfter", "P0D"));
        await office.AtAsync("2027-03-12 06:00");
        await office.RestartAsync();
        await office.AtAsync("2027-03-12 06:01");
        await office.RestartAsync();
        await office.AtAsync("2027-05-01 06:00");

        // The leader of another unit must not know of the case.
        Assert.Equal(["berit@example.com", "kari@example.com"], (await mail.Server.TakenAsync()).Select(m => m.To).Order());
    }

    /// <summary>elsa-core#3110: with several nodes the same timer fired on each.</summary>
    [Fact]
    public async Task Elsa_core_3110_two_hosts_on_one_database_send_one_message()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P3D", "P2D", "P1D", "P0D" }), ("remindEvery", "P7D"));
        await office.StartHostAsync();
        foreach (var day in new[] { "09", "10", "11", "12", "19", "26" })
        {
            office.Clock.Set($"2027-03-{day} 06:00");
            await Task.WhenAll(office.Hosts.SelectMany(host => Enumerable.Repeat(host, 3)).Select(host => Task.Run(() => host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None))));
        }

        Assert.Equal(["before:P0D", "before:P1D", "before:P2D", "before:P3D", "every:1", "every:2"], await office.RungsAsync());
        var taken = await mail.Server.TakenAsync();
        Assert.Equal(6, taken.Count);
        Assert.Equal(6, taken.DistinctBy(m => m.MessageId).Count());
    }

    /// <summary>elsa-extensions#211: scheduling anew left the old job running beside the new one.</summary>
    [Fact]
    public async Task Elsa_extensions_211_publishing_the_flow_anew_leaves_one_series()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(ThreeDaysBefore);
        await office.PublishAsync(RemindingHost.Task(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P5D", "P3D", "P1D" })));
        await office.RestartAsync();
        await office.AtAsync("2027-03-08 06:00");
        await office.AtAsync("2027-03-09 06:00");
        await office.AtAsync("2027-03-12 06:00");

        Assert.Equal(["before:P3D"], await office.RungsAsync());
        Assert.Single(await mail.Server.TakenAsync());
    }

    [Fact]
    public async Task A_clock_that_goes_back_and_forth_sends_nothing_twice()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P3D" }), ("remindEvery", "P7D"));
        foreach (var now in new[] { "2027-03-09 06:00", "2027-02-01 06:00", "2027-03-09 06:00", "2027-03-19 07:00", "2027-03-08 07:00", "2027-03-19 07:00", "2027-03-20 07:00" })
        {
            await office.AtAsync(now);
        }

        Assert.Equal(["before:P3D", "every:1"], await office.RungsAsync());
        Assert.Equal(2, (await mail.Server.TakenAsync()).Count);
    }

    [Fact]
    public async Task What_was_missed_while_nothing_ran_is_sent_once_late_and_says_so()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P3D", "P0D" }));
        await office.EndHostsAsync();
        office.Clock.Set("2027-03-12 10:00");
        await office.StartHostAsync();
        await office.AtAsync("2027-03-12 10:00");
        await office.AtAsync("2027-03-12 11:00");

        await using var db = office.Host.Read();
        Assert.Equal(
            [("before:P0D", false, new DateOnly(2027, 3, 12)), ("before:P3D", true, new DateOnly(2027, 3, 9))],
            (await db.Notifications.OrderBy(n => n.Rung).ToListAsync()).Select(n => (n.Rung, n.IsLate, n.PlannedOn!.Value)));
        var taken = await mail.Server.TakenAsync();
        Assert.Equal(2, taken.Count);
        Assert.Single(taken, m => m.Body.Contains("Varselet kommer senere enn planlagt", StringComparison.Ordinal));
        Assert.All(await db.NotificationRecipients.ToListAsync(), r => Assert.NotNull(r.MailedAt));
    }

    [Fact]
    public async Task A_host_killed_between_delivery_and_marking_sends_the_same_message_again_under_the_same_id()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(ThreeDaysBefore);
        await office.EndHostsAsync();
        using var kill = new CancellationTokenSource();
        await office.StartHostAsync(services =>
        {
            services.RemoveAll<OutboxTransport>();
            services.AddSingleton<MailTransport>();
            services.AddSingleton<OutboxTransport>(provider => new KilledAfterDelivery(provider.GetRequiredService<MailTransport>(), kill));
        });
        office.Clock.Set("2027-03-09 06:00");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => office.Host.Get<BackgroundWork>().RunOnceAsync(kill.Token));
        await office.RestartAsync();
        await office.AtAsync("2027-03-09 06:01");
        Assert.Single(await mail.Server.TakenAsync());
        await office.AtAsync("2027-03-09 06:10");
        await office.AtAsync("2027-03-10 06:10");

        var taken = await mail.Server.TakenAsync();
        Assert.Equal(2, taken.Count);
        Assert.Single(taken.Select(m => m.MessageId).Distinct());
        Assert.Single(taken.Select(m => m.Body).Distinct());
        Assert.Equal(["before:P3D"], await office.RungsAsync());
    }

    [Fact]
    public async Task A_server_that_takes_nothing_is_tried_again_and_gets_it_once()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(ThreeDaysBefore);
        await mail.Server.RefuseAsync(true);
        await office.AtAsync("2027-03-09 06:00");
        await office.AtAsync("2027-03-09 06:01");
        await office.AtAsync("2027-03-09 06:05");
        Assert.Empty(await mail.Server.TakenAsync());
        await mail.Server.RefuseAsync(false);
        await office.AtAsync("2027-03-09 07:00");
        await office.AtAsync("2027-03-09 08:00");

        Assert.Single(await mail.Server.TakenAsync());
    }

    [Fact]
    public async Task The_series_stops_when_the_task_is_done_and_an_e_mail_that_had_not_left_yet_stays()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P3D" }), ("remindEvery", "P7D"));
        office.Clock.Set("2027-03-09 06:00");
        await office.Host.Get<DueTimers>().DrainDueAsync(office.Clock.GetUtcNow(), CancellationToken.None);
        await office.CompleteAsync();
        await office.AtAsync("2027-03-09 06:05");
        await office.AtAsync("2027-06-09 06:05");

        Assert.Equal(["before:P3D"], await office.RungsAsync());
        Assert.Empty(await mail.Server.TakenAsync());
    }

    /// <summary>Scenario 20: no "your plan is overdue" ever goes out after a death (W-11).</summary>
    [Fact]
    public async Task After_a_death_nothing_more_is_sent()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.StartTaskAsync(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P3D" }), ("remindEvery", "P7D"));
        office.Clock.Set("2027-03-09 06:00");
        await office.Host.Get<DueTimers>().DrainDueAsync(office.Clock.GetUtcNow(), CancellationToken.None);
        await office.DoAsync(async (work, token) =>
        {
            (await work.Db.Cases.FindAsync([office.CaseId], token))!.Close(CloseReason.Deceased, work.Operation);
            await work.Flows.CancelCaseAsync(office.CaseId, new HashSet<string>(), null, "Deceased", token);
        });
        await office.AtAsync("2027-03-09 07:00");
        await office.AtAsync("2027-12-09 07:00");

        Assert.Empty(await mail.Server.TakenAsync());
        Assert.Equal(["before:P3D"], await office.RungsAsync());

        // The work that a death leaves behind is reminded of.
        await office.StartTaskAsync(("dueOn", "2027-12-13"), ("remindBefore", new[] { "P0D" }));
        await office.AtAsync("2027-12-13 06:00");
        Assert.Equal("kari@example.com", Assert.Single(await mail.Server.TakenAsync()).To);
    }

    /// <summary>Choices are kept; whoever wants no e-mail still has it in the product.</summary>
    [Fact]
    public async Task E_mail_can_be_chosen_away_and_has_the_language_that_was_chosen()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.DoAsync((work, _) =>
        {
            work.Db.Add(new NotificationChoice { UserId = "kari", WantsMail = false });
            work.Db.Add(new NotificationChoice { UserId = "berit", Language = "nn" });
            return Task.CompletedTask;
        });
        await office.StartTaskAsync(("dueOn", "2027-03-12"), ("remindBefore", new[] { "P0D" }), ("escalateAfter", "P0D"));
        await office.AtAsync("2027-03-12 06:00");

        var sent = Assert.Single(await mail.Server.TakenAsync());
        Assert.Equal(("berit@example.com", "Du har ei oppgåve som ventar"), (sent.To, sent.Subject));
        await using var db = office.Host.Read();
        Assert.Equal(["berit", "kari"], await db.NotificationRecipients.OrderBy(r => r.UserId).Select(r => r.UserId).ToListAsync());
    }

    /// <summary>Delivers, and the process is gone before it could say so.</summary>
    private sealed class KilledAfterDelivery(MailTransport inner, CancellationTokenSource kill) : OutboxTransport
    {
        public override string Kind => inner.Kind;

        public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            await inner.DeliverAsync(message, CancellationToken.None);
            await kill.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("It should have been killed.");
        }
    }
}
