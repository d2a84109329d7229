using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Auth;

/// <summary>Who is known outside demo mode: those who have signed in with a role that is held at work.</summary>
[Trait("Database", "Both")]
public sealed class UserDirectoryTests : IAsyncLifetime
{
    private readonly TestDatabase _file = new();
    private readonly FakeClock _clock = new();
    private HostFixture _host = null!;

    private UserDirectory Directory => _host.Get<StoredUsers>();

    public async Task InitializeAsync() => _host = await HostFixture.StartAsync(_file, _clock, configure: static services =>
    {
        services.AddSingleton(new DirectoryOptions());
        services.AddSingleton<StoredUsers>();
        services.AddSingleton<StartSession>();
        services.AddSingleton<EndSession>();
    });

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task A_case_manager_who_has_signed_in_is_found_by_id_role_service_and_name()
    {
        await SignInAsync("u1", "Åse Ødegård", [Roles.CaseManager, Roles.Approver], ["nav", "municipal-health"]);
        await SignInAsync("u2", "Bjørn Li", [Roles.Coordinator], ["municipal-health"]);

        Assert.Equal("Åse Ødegård", Directory.NameOf("u1"));
        Assert.Equal([Roles.CaseManager, Roles.Approver], (await Directory.FindAsync("u1", default))!.Roles);
        Assert.Equal(["u1"], IdsOf(await Directory.ByRoleAsync(Roles.Approver, null, default)));
        Assert.Equal(["u2", "u1"], IdsOf(await Directory.InServiceAsync("municipal-health", default)));
        Assert.Empty(await Directory.ByRoleAsync(Roles.Coordinator, "nav", default));
        Assert.Equal(["u1"], IdsOf(await Directory.SearchAsync("ødeg", default)));
        Assert.Empty(await Directory.SearchAsync(" ", default));
    }

    [Fact]
    public async Task A_code_that_is_part_of_another_is_not_taken_for_it()
    {
        await SignInAsync("u1", "Signe Vik", [Roles.ChildCoordinator], ["nav-east"]);

        Assert.Empty(await Directory.ByRoleAsync(Roles.Coordinator, null, default));
        Assert.Empty(await Directory.InServiceAsync("nav", default));
    }

    [Fact]
    public async Task A_service_recipient_is_never_kept()
    {
        await SignInAsync("p1", "Glad Fjellrev", [Roles.Person], []);

        Assert.Null(await Directory.FindAsync("p1", default));
        Assert.Equal("p1", Directory.NameOf("p1"));
    }

    [Fact]
    public async Task A_new_name_and_new_roles_replace_the_old_ones_and_history_tells_who_got_which_roles_but_no_names()
    {
        await SignInAsync("u1", "Kari Dal", [Roles.CaseManager], ["nav"]);
        _clock.Advance(TimeSpan.FromDays(1));
        await SignInAsync("u1", "Kari Dal", [Roles.CaseManager], ["nav"]);
        await SignInAsync("u1", "Kari Li", [Roles.OfficeLeader], ["nav"]);

        var known = await Directory.FindAsync("u1", default);
        await using var db = _host.Read();
        var history = await db.History.OrderBy(h => h.Id).ToListAsync();

        Assert.Equal("Kari Li", known!.Name);
        Assert.Equal([Roles.OfficeLeader], known.Roles);
        Assert.Equal(_clock.GetUtcNow(), known.LastSignInAt);
        Assert.Equal(["user-signed-in", "user-registered", "user-signed-in", "user-signed-in", "user-roles-changed"], history.Select(h => h.Event));
        Assert.All(history, h => Assert.Equal("u1", h.Actor));
        Assert.DoesNotContain(history, h => h.Details.Contains("Kari", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_back_without_a_role_or_stays_away_for_a_year_is_no_longer_listed_but_still_has_a_name()
    {
        await SignInAsync("u1", "Kari Dal", [Roles.CaseManager], ["nav"]);
        await SignInAsync("u2", "Ola Dal", [Roles.CaseManager], ["nav"]);

        await _host.Get<StartSession>().RefusedAsync("u1", default);
        var afterLoss = IdsOf(await Directory.AllAsync(default));
        _clock.Advance(TimeSpan.FromDays(366));

        Assert.Equal(["u2"], afterLoss);
        Assert.Empty(await Directory.AllAsync(default));
        Assert.Equal("Kari Dal", Directory.NameOf("u1"));
        Assert.Equal("Ola Dal", Directory.NameOf("u2"));
    }

    [Fact]
    public async Task The_invented_people_are_the_directory_of_demo_mode_without_those_who_receive_services()
    {
        UserDirectory demo = ListedUsers.Demo();

        Assert.Equal(["casemanager2", "casemanager"], IdsOf(await demo.ByRoleAsync(Roles.CaseManager, "nav", default)));
        Assert.Equal("Glad Fjellrev", demo.NameOf("person"));
        Assert.Null(await demo.FindAsync("person", default));
    }

    [Fact]
    public async Task An_ended_session_is_over_and_rows_go_when_nobody_could_use_them()
    {
        var sessions = _host.Get<EndSession>();
        var first = await SignInAsync("u1", "Kari Dal", [Roles.CaseManager], ["nav"], "key-1");
        var second = await SignInAsync("u2", "Ola Dal", [Roles.CaseManager], ["nav"], "key-2");
        Assert.True(await sessions.IsOpenAsync(first, default));

        await sessions.RunAsync(first, new Actor("u1", Roles.CaseManager), default);
        Assert.Equal(1, await sessions.EndAtProviderAsync("key-2", default));
        Assert.Equal(0, await sessions.EndAtProviderAsync("not-ours", default));

        Assert.False(await sessions.IsOpenAsync(first, default));
        Assert.False(await sessions.IsOpenAsync(second, default));
        _clock.Advance(TimeSpan.FromHours(9));
        var third = await SignInAsync("u1", "Kari Dal", [Roles.CaseManager], ["nav"]);
        await using var db = _host.Read();
        Assert.Equal([third], await db.Sessions.Select(s => s.Id).ToListAsync());
    }

    private static IEnumerable<string> IdsOf(IReadOnlyList<Colleague> people) => people.Select(p => p.UserId);

    private async Task<Guid> SignInAsync(string userId, string name, string[] roles, string[] services, string? providerKey = null)
    {
        var now = _clock.GetUtcNow();
        var session = new UserSession { Id = _host.Get<WorkflowHost.Platform.Ids>().New(), ProviderKey = providerKey, StartedAt = now, GoodUntil = now + TimeSpan.FromHours(8) };
        await _host.Get<StartSession>().RunAsync(new CurrentUser(userId, name, roles, services.FirstOrDefault(), null, null), userId + "@example.com", services, null, session, default);
        return session.Id;
    }
}
