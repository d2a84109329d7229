using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IndividualPlan.WorkflowHost.Telemetry;

/// <summary>
/// What the product measures of itself, for whatever the operator watches machines with. Labels are codes of ours, such as the key of a workflow; nothing that is
/// about a person or a case is ever one.
/// </summary>
internal sealed class Instruments : IDisposable
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "IndividualPlan";

    private readonly ActivitySource _source = new(Name);
    private readonly Meter _meter;
    private readonly Histogram<double> _operation;
    private readonly Counter<long> _conflicts;
    private readonly Histogram<double> _advance;
    private readonly Histogram<double> _timerLag;
    private readonly Histogram<double> _outboxLag;
    private readonly Counter<long> _deliveryFailures;

    public Instruments(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _operation = _meter.CreateHistogram<double>("individualplan.operation.duration", "s", "From the moment that a change is asked for until it is safely on disk, waiting included.");
        _conflicts = _meter.CreateCounter<long>("individualplan.operation.conflicts", "{conflict}", "Operations that were run again because another one was faster.");
        _advance = _meter.CreateHistogram<double>("individualplan.advance.duration", "s", "One step of a workflow: what the engine decides and what is done about it.");
        _timerLag = _meter.CreateHistogram<double>("individualplan.timer.lag", "s", "From the instant at which a timer was due until it fired.");
        _outboxLag = _meter.CreateHistogram<double>("individualplan.outbox.lag", "s", "From the moment that a message was decided until it was delivered.");
        _deliveryFailures = _meter.CreateCounter<long>("individualplan.outbox.failures", "{attempt}", "Attempts to deliver a message that failed.");
    }

    /// <summary>A change is asked for.</summary>
    /// <returns>What measures it until it is disposed.</returns>
    public Measured Operation() => new(_source.StartActivity("operation"), _operation, []);

    /// <summary>A step of a workflow begins.</summary>
    /// <param name="definitionId">The workflow's key.</param>
    /// <param name="version">Its version.</param>
    public Measured Advance(string definitionId, int version)
    {
        var activity = _source.StartActivity("advance " + definitionId);
        activity?.SetTag("workflow", definitionId).SetTag("workflow.version", version);
        return new(activity, _advance, new TagList { { "workflow", definitionId } });
    }

    /// <summary>A message is about to be delivered.</summary>
    /// <param name="kind">What kind of delivery.</param>
    public Activity? Delivery(string kind) => _source.StartActivity("deliver " + kind, ActivityKind.Client);

    /// <summary>Another operation was faster.</summary>
    public void Conflict() => _conflicts.Add(1);

    /// <summary>A timer fired.</summary>
    public void TimerFired(TimeSpan late) => _timerLag.Record(late.TotalSeconds);

    /// <summary>A message was delivered.</summary>
    public void Delivered(string kind, TimeSpan late) => _outboxLag.Record(late.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));

    /// <summary>A message could not be delivered.</summary>
    public void DeliveryFailed(string kind) => _deliveryFailures.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }

    /// <summary>Something whose time is taken.</summary>
    internal struct Measured(Activity? activity, Histogram<double> histogram, TagList tags) : IDisposable
    {
        private readonly long _begun = Stopwatch.GetTimestamp();

        public readonly void Dispose()
        {
            histogram.Record(Stopwatch.GetElapsedTime(_begun).TotalSeconds, tags);
            activity?.Dispose();
        }
    }
}
