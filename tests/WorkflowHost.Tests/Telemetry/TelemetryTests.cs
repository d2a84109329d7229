using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.WorkflowHost.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace IndividualPlan.WorkflowHost.Tests.Telemetry;

/// <summary>What the product measures of itself, and that nothing about people goes with it.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task It_is_measured_how_late_timers_and_messages_are_and_how_long_steps_take()
    {
        using var database = new TestDatabase();
        var clock = new FakeClock();
        await using var host = await HostFixture.StartAsync(database, clock);
        using var heard = new Heard(host.Services);
        await host.PublishAsync(new Drawing("pausing").Delay("pause", TimeSpan.FromHours(1)).Task("last").Connect("pause", "last"));
        await host.StartFlowAsync("pausing");
        await host.Get<WorkWriter>().RunAsync(
            host.Operation(),
            (work, _) =>
            {
                work.Db.Add(OutboxMessage.New(Guid.NewGuid(), "letter:1", OutboxKinds.Letter, new() { ["letterId"] = Guid.NewGuid().ToString() }, work.Operation.Now));
                work.Db.Add(OutboxMessage.New(Guid.NewGuid(), "odd:1", "odd", [], work.Operation.Now));
                return Task.CompletedTask;
            },
            CancellationToken.None);

        clock.Advance(TimeSpan.FromHours(3));
        await host.Get<BackgroundWork>().RunOnceAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.FromHours(2).TotalSeconds, Assert.Single(heard.Of("individualplan.timer.lag")).Value);
        Assert.Equal((TimeSpan.FromHours(3).TotalSeconds, "kind=letter"), Assert.Single(heard.Of("individualplan.outbox.lag")));
        Assert.Equal((1, "kind=odd"), Assert.Single(heard.Of("individualplan.outbox.failures")));
        Assert.Equal(2, heard.Of("individualplan.advance.duration").Count(static m => m.Labels == "workflow=pausing"));
        Assert.All(heard.Of("individualplan.operation.duration"), static m => Assert.True(m.Value > 0));
        Assert.NotEmpty(heard.Of("individualplan.operation.duration"));
    }

    [Fact]
    public async Task A_collector_gets_measurements_and_traces_without_names_or_numbers_of_people()
    {
        await using var collector = await Collector.StartAsync();
        await using (var journey = new Journey("2027-01-11 09:00", new TestDatabase(), new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        }))
        {
            await new Given(journey, new When(journey)).ARequest(SyntheticPerson.Fjellrev, "2027-01-11 09:00");
            await journey.GetAsync("casemanager", "/api/cases?q=Fjellrev");

            // What is at hand is sent now: a host that ends sends it too, but only for as long as it takes to end.
            Assert.True(journey.Services.GetRequiredService<MeterProvider>().ForceFlush(), "The measurements could not be sent.");
            Assert.True(journey.Services.GetRequiredService<TracerProvider>().ForceFlush(), "The traces could not be sent.");
        }

        var metrics = collector.Received("/v1/metrics");
        var traces = collector.Received("/v1/traces");
        Assert.Contains("individualplan.operation.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("advance request-handling", traces, StringComparison.Ordinal);
        Assert.Contains("/api/requests", traces, StringComparison.Ordinal);
        Assert.All(
            [SyntheticPerson.Fjellrev.FamilyName, SyntheticPerson.Fjellrev.GivenName, SyntheticPerson.Fjellrev.Number],
            secret => Assert.DoesNotContain(secret, metrics + traces, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Listens to what one host measures.</summary>
    private sealed class Heard : IDisposable
    {
        private readonly ConcurrentQueue<(string Name, double Value, string Labels)> _all = [];
        private readonly MeterListener _listener;

        public Heard(IServiceProvider services)
        {
            var scope = services.GetRequiredService<IMeterFactory>();
            _listener = new MeterListener
            {
                InstrumentPublished = (instrument, listener) =>
                {
                    if (instrument.Meter.Name == Instruments.Name && instrument.Meter.Scope == scope)
                    {
                        listener.EnableMeasurementEvents(instrument);
                    }
                },
            };
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
            _listener.Start();
        }

        public IReadOnlyList<(double Value, string Labels)> Of(string name) => [.. _all.Where(m => m.Name == name).Select(static m => (m.Value, m.Labels))];

        public void Dispose() => _listener.Dispose();

        private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _all.Enqueue((instrument.Name, value, string.Join(',', tags.ToArray().Select(static t => $"{t.Key}={t.Value}"))));
    }

    /// <summary>Takes what is sent over OTLP.</summary>
    private sealed class Collector(Receiver receiver, ConcurrentQueue<(string Path, byte[] Body)> received) : IAsyncDisposable
    {
        public string Address => receiver.Address.ToString();

        public static async Task<Collector> StartAsync()
        {
            ConcurrentQueue<(string, byte[])> received = [];
            return new Collector(
                await Receiver.StartAsync(async context =>
                {
                    using var body = new MemoryStream();
                    await context.Request.Body.CopyToAsync(body);
                    received.Enqueue((context.Request.Path, body.ToArray()));
                }),
                received);
        }

        /// <summary>All that came to a path, as far as it is text.</summary>
        public string Received(string path) => string.Concat(received.Where(r => r.Path == path).Select(static r => Encoding.UTF8.GetString(r.Body)));

        public ValueTask DisposeAsync() => receiver.DisposeAsync();
    }
}
