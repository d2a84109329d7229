using System.Net;
using IndividualPlan.Testing.Mail;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;
using IndividualPlan.WorkflowHost.Tests.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Operations;

/// <summary>Jobs that fail are tried again with growing pauses, keep no other from running, and are seen; what was given up can be sent again.</summary>
public sealed class OperationsTests(MailFixture mail) : IClassFixture<MailFixture>
{
    [Fact]
    public async Task A_job_that_fails_is_tried_again_with_growing_pauses_and_keeps_no_other_from_running()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.EndHostsAsync();
        var moody = new Moody();
        await office.StartHostAsync(services => services.AddSingleton<RecurringJob>(moody));
        foreach (var now in new[] { "09:00", "09:01", "09:02", "09:03", "09:06", "09:07" })
        {
            await office.AtAsync("2027-03-01 " + now);
        }

        // At 9:00, two minutes later, and four minutes after that.
        Assert.Equal(3, moody.Runs);
        await using (var db = office.Host.Read())
        {
            var row = await db.Jobs.SingleAsync(j => j.Key == moody.Key);
            Assert.Equal((3, nameof(InvalidOperationException)), (row.Failures, row.LastError));
            Assert.Equal(0, (await db.Jobs.SingleAsync(j => j.Key == "outbox")).Failures);
        }

        moody.IsWell = true;
        await office.AtAsync("2027-03-01 09:20");
        await office.AtAsync("2027-03-01 10:00");
        Assert.Equal(4, moody.Runs);
        await using var after = office.Host.Read();
        var well = await after.Jobs.SingleAsync(j => j.Key == moody.Key);
        Assert.Equal((0, 7), (well.Failures, well.LastCount));
    }

    [Fact]
    public async Task Of_two_hosts_one_runs_a_job_that_is_due()
    {
        await using var office = await RemindingHost.OpenAsync(mail.Server, "2027-03-01 09:00");
        await office.EndHostsAsync();
        var job = new Moody { IsWell = true };
        await office.StartHostAsync(services => services.AddSingleton<RecurringJob>(job));
        await office.StartHostAsync(services => services.AddSingleton<RecurringJob>(job));
        await Task.WhenAll(office.Hosts.Select(host => Task.Run(() => host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None))));

        Assert.Equal(1, job.Runs);
    }

    [Fact]
    public async Task The_page_tells_how_jobs_go_runs_one_and_sends_again_what_was_given_up()
    {
        using var host = new TestHost();
        using var admin = await host.VisitorAsync("admin");
        using var leader = await host.VisitorAsync("leader");
        var writer = host.Services.GetRequiredService<WorkWriter>();
        var id = host.Services.GetRequiredService<Ids>().New();
        await writer.RunAsync(new(Workflows.Audit.Actor.System, "", Now(host)), (work, _) =>
        {
            var message = OutboxMessage.New(id, "http:given-up", OutboxKinds.Http, new() { ["url"] = "http://nowhere.example.com/" }, work.Operation.Now);
            (message.State, message.Attempts, message.LastError) = (OutboxState.Failed, 12, "HttpRequestException");
            work.Db.Add(message);
            return Task.CompletedTask;
        }, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync("/operations")).StatusCode);
        Assert.Contains("href=\"/operations\"", await admin.PageAsync("/operations"), StringComparison.Ordinal);
        Assert.Contains("Gitt opp etter mange forsøk (1)", Html.Text(await admin.PageAsync("/operations")), StringComparison.Ordinal);
        Assert.Equal("Healthy", await admin.GetStringAsync("/health/ready"));

        Assert.Equal("/operations", (await admin.SendFormAsync("/operations", "/operations/jobs/drafts/run")).Headers.Location!.OriginalString);
        Assert.Matches("Gamle kladder .* I orden", Html.Text(await admin.PageAsync("/operations")));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SendFormAsync("/operations", "/operations/jobs/nothing/run")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.SendFormAsync("/operations", $"/operations/messages/{id}/resend")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SendFormAsync("/operations", $"/operations/messages/{Guid.Empty}/resend")).StatusCode);
        await using (var db = Read(host))
        {
            Assert.Equal(["job-run-by-hand", "outbox-message-resent"], await db.History.Where(h => h.Actor == "admin").OrderBy(h => h.Id).Select(h => h.Event).ToListAsync());
            Assert.NotEqual(OutboxState.Failed, (await db.Outbox.SingleAsync(m => m.Id == id)).State);
        }
    }

    [Fact]
    public async Task Health_is_degraded_when_a_job_fails_again_and_again_and_when_the_outbox_lags()
    {
        using var host = new TestHost();
        using var anybody = host.CreateClient();
        var writer = host.Services.GetRequiredService<WorkWriter>();
        await anybody.GetStringAsync("/health/ready");
        await writer.RunAsync(new(Workflows.Audit.Actor.System, "", Now(host)), (work, _) =>
        {
            work.Db.Add(new JobRow { Key = "gone", NextAt = Now(host).AddDays(1), Failures = 3 });
            return Task.CompletedTask;
        }, CancellationToken.None);
        Assert.Equal("Degraded", await anybody.GetStringAsync("/health/ready"));

        await writer.RunAsync(new(Workflows.Audit.Actor.System, "", Now(host)), async (work, token) =>
        {
            (await work.Db.Jobs.FindAsync(["gone"], token))!.Failures = 0;
            var message = OutboxMessage.New(work.Ids.New(), "http:late", OutboxKinds.Http, [], Now(host).AddHours(-1));
            message.ClaimedUntil = Now(host).AddDays(1);
            work.Db.Add(message);
        }, CancellationToken.None);
        Assert.Equal("Degraded", await anybody.GetStringAsync("/health/ready"));
        Assert.Equal("Healthy", await anybody.GetStringAsync("/health/live"));
    }

    private static DateTimeOffset Now(TestHost host) => host.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    private static IpDbContext Read(TestHost host) => host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();

    /// <summary>A job that fails until it is well.</summary>
    private sealed class Moody : RecurringJob
    {
        private int _runs;

        public bool IsWell { get; set; }

        public int Runs => _runs;

        public override string Key => "moody";

        public override LocalizedText Name => new("Lunefull", "Lunefull", "Moody");

        public override LocalizedText Purpose => Name;

        public override TimeSpan Interval => TimeSpan.FromHours(1);

        public override Task<int> RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _runs);
            return IsWell ? Task.FromResult(7) : throw new InvalidOperationException("Not today.");
        }
    }
}
