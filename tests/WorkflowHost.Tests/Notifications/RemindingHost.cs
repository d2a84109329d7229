using System.Globalization;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Mail;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Drawing = IndividualPlan.Workflows.Tests.Activities.Drawing;

namespace IndividualPlan.WorkflowHost.Tests.Notifications;

/// <summary>A clock that can be set to any time, also back.</summary>
internal sealed class SetClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(string localTime) => _now = At(localTime);

    public static DateTimeOffset At(string localTime) => NorwegianTime.At(
        DateOnly.Parse(localTime[..10], CultureInfo.InvariantCulture), TimeOnly.Parse(localTime[11..], CultureInfo.InvariantCulture));
}

/// <summary>A database with one case, hosts that can be started, ended and started again on it, and a mail server that keeps what it gets.</summary>
internal sealed class RemindingHost : IAsyncDisposable
{
    public static readonly Actor Kari = new("kari", Roles.CaseManager, "nav");

    private static readonly Colleague[] People =
    [
        new("kari", "Kari Lyngmo", [Roles.CaseManager], ["nav"]) { Email = "kari@example.com" },
        new("berit", "Berit Storhei", [Roles.OfficeLeader], ["nav"]) { Email = "berit@example.com" },
        new("torunn", "Torunn Eikås", [Roles.OfficeLeader], ["child-welfare"]) { Email = "torunn@example.com" },
    ];

    private readonly TestDatabase _file = new();
    private readonly List<HostFixture> _hosts = [];
    private int _operations;

    private RemindingHost(MailServer server, string now)
    {
        Server = server;
        Clock = new SetClock(SetClock.At(now));
    }

    public MailServer Server { get; }

    public SetClock Clock { get; }

    public CaseId CaseId { get; private set; }

    public IReadOnlyList<HostFixture> Hosts => _hosts;

    public HostFixture Host => _hosts[0];

    public static async Task<RemindingHost> OpenAsync(MailServer server, string now)
    {
        await server.RefuseAsync(false);
        await server.ForgetAsync();
        var opened = new RemindingHost(server, now);
        await opened.StartHostAsync();
        await opened.DoAsync(async (work, token) =>
        {
            var person = Person.Register(work.Ids.NewPersonId(), "Glad", "Fjellrev", new DateOnly(1989, 3, 14), "nb", work.Operation);
            var ipCase = IpCase.Open(work.Ids.NewCaseId(), await work.NextCaseReferenceAsync(token), person.Id, "SOC-28", "no-2022", work.Operation);
            ipCase.AssignCaseManager(Kari.UserId, work.Operation);
            ipCase.MoveToUnit("nav", work.Operation);
            ipCase.MoveTo(CaseState.Requested, work.Operation);
            work.Db.Add(person);
            work.Db.Add(ipCase);
            opened.CaseId = ipCase.Id;
        });
        return opened;
    }

    /// <summary>One more host on the same database.</summary>
    public async Task StartHostAsync(Action<IServiceCollection>? configure = null) => _hosts.Add(await HostFixture.StartAsync(_file, Clock, configure: services =>
    {
        services.Replace(ServiceDescriptor.Singleton<UserDirectory>(new ListedUsers(People)));
        services.Replace(ServiceDescriptor.Singleton(new SiteOptions { PublicAddress = "https://plan.example.com" }));
        services.Replace(ServiceDescriptor.Singleton(new MailOptions { Server = "127.0.0.1", Port = Server.Port, UseTls = false, From = "plan@office.example.com" }));
        configure?.Invoke(services);
    }));

    /// <summary>All hosts end; one new one starts on the database.</summary>
    public async Task RestartAsync()
    {
        await EndHostsAsync();
        await StartHostAsync();
    }

    public async Task EndHostsAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        _hosts.Clear();
    }

    public Task DoAsync(Func<Work, CancellationToken, Task> act) =>
        Host.Get<WorkWriter>().RunAsync(new Operation(Kari, "", Clock.GetUtcNow()), act, CancellationToken.None);

    public async Task PublishAsync(Drawing drawing)
    {
        var outcome = await Host.Get<PublishDefinition>().PublishAsync(drawing.ToJson(), new Operation(Kari, "", Clock.GetUtcNow()), CancellationToken.None);
        Assert.True(outcome is DefinitionOutcome.Saved, outcome is DefinitionOutcome.Refused refused ? string.Join("; ", refused.Problems.Select(static p => p.Message.En)) : "");
    }

    /// <summary>Publishes a flow with one task of the case manager's, and starts it in the case.</summary>
    public async Task StartTaskAsync(params (string Name, object Value)[] inputs)
    {
        await PublishAsync(Task(inputs));
        await DoAsync((work, token) => work.Flows.StartAsync("drawing", null, CaseId, token));
    }

    public static Drawing Task(params (string Name, object Value)[] inputs) =>
        new Drawing().Step("do", "CaseTask", [("title", "Ring fastlegen"), ("role", "CaseManager"), ("assignTo", "CaseManager"), .. inputs]);

    /// <summary>The clock is set, and every host does what is due.</summary>
    public async Task AtAsync(string localTime)
    {
        Clock.Set(localTime);
        foreach (var host in _hosts)
        {
            await host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None);
        }
    }

    public async Task CompleteAsync()
    {
        var task = (await Host.OpenTasksAsync())[0];
        var done = await Host.Get<CompleteTask>().RunAsync(
            task.Id, string.Create(CultureInfo.InvariantCulture, $"op{++_operations}"), "Utført", [], Kari, "", together: null, CancellationToken.None);
        Assert.IsType<CompleteTask.Outcome.Completed>(done);
    }

    /// <summary>The rungs that have been told, with whom each e-mail went to.</summary>
    public async Task<IReadOnlyList<string>> RungsAsync()
    {
        await using var db = Host.Read();
        return await db.Notifications.OrderBy(n => n.Rung).Select(n => n.Rung).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EndHostsAsync();
        _file.Dispose();
    }
}
