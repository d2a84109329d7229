using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Tests.Api;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;

/// <summary>An open viewer moves while the case moves.</summary>
public sealed class InstanceHubTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Completing_a_task_moves_the_open_viewer()
    {
        await _host.PublishAsync(new Drawing("two").Task("first").Task("second").Connect("first", "second"));
        var id = await _host.StartAsync("two");
        using var manager = await _host.AsAsync("casemanager");
        await using var viewer = await ConnectAsync("leader");
        var (stats, journal, instance) = (new TaskCompletionSource<JsonObject>(), new TaskCompletionSource(), new TaskCompletionSource<string?>());
        viewer.On<JsonObject>("ActivityExecutionLogUpdatedAsync", message => stats.TrySetResult(message));
        viewer.On<JsonObject>("WorkflowExecutionLogUpdatedAsync", _ => journal.TrySetResult());
        viewer.On<JsonObject>("WorkflowInstanceUpdatedAsync", message => instance.TrySetResult((string?)message["workflowInstanceId"]));
        await viewer.InvokeAsync("ObserveInstanceAsync", id);

        await manager.CompleteTaskOfAsync(_host, id);

        var told = (await stats.Task.WaitAsync(Patience))["stats"]!.AsArray().Select(s => s!.AsObject()).ToList();
        Assert.Equal((1, 1, 0, false, false), told.Badge("first"));
        Assert.Equal((1, 0, 1, true, false), told.Badge("second"));
        await journal.Task.WaitAsync(Patience);
        Assert.Equal(id, await instance.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_web_socket_brings_its_token_in_the_query()
    {
        await _host.PublishAsync(new Drawing("one").Task("first"));
        var id = await _host.StartAsync("one");
        using var leader = await _host.AsAsync("leader");
        var sockets = _host.Server.CreateWebSocketClient();
        await using var viewer = new HubConnectionBuilder().WithUrl(new Uri(_host.Server.BaseAddress, "/elsa/hubs/workflow-instance"), options =>
        {
            options.SkipNegotiation = true;
            options.Transports = HttpTransportType.WebSockets;
            options.WebSocketFactory = async (context, token) =>
                await sockets.ConnectAsync(new Uri(context.Uri + "?access_token=" + leader.DefaultRequestHeaders.Authorization!.Parameter), token);
        }).Build();
        await viewer.StartAsync();
        var told = new TaskCompletionSource<string?>();
        viewer.On<JsonObject>("WorkflowInstanceUpdatedAsync", message => told.TrySetResult((string?)message["workflowInstanceId"]));
        await viewer.InvokeAsync("ObserveInstanceAsync", id);

        await leader.PostAsync($"/elsa/api/cancel/workflow-instances/{id}", null);

        Assert.Equal(id, await told.Task.WaitAsync(Patience));
        await Assert.ThrowsAnyAsync<Exception>(() => sockets.ConnectAsync(new Uri("ws://localhost/elsa/hubs/workflow-instance?access_token=nonsense"), CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_follows_what_he_may_not_read()
    {
        using var manager = await _host.AsAsync("casemanager");
        var caseId = (string)(await _host.RegisterAsync())["caseId"]!;
        var id = (await _host.InstancesOfAsync(caseId))["decision"];
        await using (var db = _host.Read())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE persons SET address_protection = 'StrictlyConfidential'");
            await db.Database.ExecuteSqlRawAsync("UPDATE cases SET case_manager_id = NULL");
        }

        await using var viewer = await ConnectAsync("leader");

        var refused = await Assert.ThrowsAsync<HubException>(() => viewer.InvokeAsync("ObserveInstanceAsync", id));
        await Assert.ThrowsAsync<HubException>(() => viewer.InvokeAsync("ObserveInstanceAsync", "nothing"));
        await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync("coordinator"));
        Assert.Contains("Denne saken gjelder noen andre", refused.Message, StringComparison.Ordinal);
        Assert.True(_host.Services.GetRequiredService<InstanceChanges>().IsQuiet);
    }

    [Fact]
    public void A_watch_ends_when_its_last_watcher_leaves()
    {
        var changes = new InstanceChanges();
        var id = new Workflows.HumanTasks.WorkflowInstanceId(Guid.Parse("0198c0de-0000-7000-8000-000000000001"));

        changes.Watch(id);
        changes.Watch(id);
        changes.Unwatch(id);
        var stillWatched = changes.IsWatched(id);
        changes.Unwatch(id);
        changes.Unwatch(id);

        Assert.True(stillWatched);
        Assert.True(changes.IsQuiet);
    }

    private async Task<HubConnection> ConnectAsync(string user)
    {
        using var client = await _host.AsAsync(user);
        var token = client.DefaultRequestHeaders.Authorization!.Parameter;
        var connection = new HubConnectionBuilder().WithUrl(new Uri(_host.Server.BaseAddress, "/elsa/hubs/workflow-instance"), options =>
        {
            options.HttpMessageHandlerFactory = _ => _host.Server.CreateHandler();
            options.Transports = HttpTransportType.LongPolling;
            options.AccessTokenProvider = () => Task.FromResult(token);
        }).Build();
        await connection.StartAsync();
        return connection;
    }
}
