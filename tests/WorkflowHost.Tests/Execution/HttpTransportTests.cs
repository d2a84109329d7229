using System.Collections.Concurrent;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Execution;

/// <summary>A workflow reaches the hosts that the operator has listed and no other, by no way; what they answer resumes it.</summary>
public sealed class HttpTransportTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly ConcurrentQueue<string> _asked = [];
    private Receiver _server = null!;
    private HostFixture _host = null!;

    private int Port => _server.Address.Port;

    public async Task InitializeAsync()
    {
        _server = await Receiver.StartAsync(async context =>
        {
            _asked.Enqueue($"{context.Request.Host.Host} {context.Request.Path} {context.Request.Headers["Idempotency-Key"].Count}");

            if (context.Request.Path == "/away")
            {
                context.Response.Redirect($"http://localhost:{Port}/inside");
                return;
            }

            await context.Response.WriteAsJsonAsync(new { here = true });
        });
        _host = await HostFixture.StartAsync(_database, new FakeClock(), configure: static services => services.AddSingleton(new OutboxOptions { HttpHosts = ["127.0.0.1"] }));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task The_answer_of_a_listed_host_resumes_the_flow()
    {
        await CallAsync($"http://127.0.0.1:{Port}/here");

        Assert.Equal("127.0.0.1 /here 1", Assert.Single(_asked));
        Assert.Equal("after", Assert.Single(await _host.OpenTasksAsync()).Key);
    }

    [Fact]
    public async Task Where_a_listed_host_sends_on_to_is_not_followed()
    {
        await CallAsync($"http://127.0.0.1:{Port}/away");

        Assert.Equal("127.0.0.1 /away 1", Assert.Single(_asked));
        Assert.Empty(await _host.Get<VerifyDatabase>().RunAsync(CancellationToken.None).ToListAsync());
    }

    [Theory]
    [InlineData("http://localhost:{0}/inside")]
    [InlineData("http://127.0.0.1.example:{0}/inside")]
    [InlineData("http://127.0.0.1@localhost:{0}/inside")]
    [InlineData("file:///etc/passwd")]
    public async Task A_host_that_is_not_listed_is_never_asked(string address)
    {
        await CallAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Port));

        Assert.Empty(_asked);
        Assert.Empty(await _host.Get<VerifyDatabase>().RunAsync(CancellationToken.None).ToListAsync());
    }

    private async Task CallAsync(string url)
    {
        await _host.PublishAsync(new Drawing("calling").Add("call", "Elsa.SendHttpRequest", ("url", "Uri", url)).Task("after").Connect("call", "after"));
        await _host.StartFlowAsync("calling");
        await _host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None);
    }
}
