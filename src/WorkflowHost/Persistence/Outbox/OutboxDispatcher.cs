using System.Collections.Frozen;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Telemetry;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>Delivers what the outbox holds: claims a batch, delivers outside any transaction, and stores how it went. At least once; the key lets receivers drop repeats.</summary>
internal sealed class OutboxDispatcher(
    WorkWriter writer, ContextOptions options, OutboxOptions settings, IEnumerable<OutboxTransport> transports, TimeProvider clock, Instruments instruments,
    ILogger<OutboxDispatcher> logger)
{
    private const int Batch = 50;
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromMinutes(2.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(12);
    private readonly FrozenDictionary<string, OutboxTransport> _transports = transports.ToFrozenDictionary(static t => t.Kind);

    /// <summary>Delivers all that is due now.</summary>
    /// <returns>How many were delivered.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;

        while (await HasDueAsync(cancellationToken))
        {
            var claimed = await writer.RunAsync(Now(), ClaimAsync, cancellationToken);

            if (claimed.Count == 0)
            {
                break;
            }

            // What there may be no time left for is another's when the claim ends: delivering it now could make two of it.
            foreach (var message in claimed.TakeWhile(m => Now().Now < m.ClaimedUntil - LongestDelivery))
            {
                delivered += await DeliverAsync(message, cancellationToken) ? 1 : 0;
            }
        }

        return delivered;
    }

    private async Task<bool> HasDueAsync(CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(options.Default);
        var now = clock.GetUtcNow();
        return await db.Outbox.AnyAsync(m => m.State == OutboxState.Waiting && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil <= now), cancellationToken);
    }

    private static async Task<List<OutboxMessage>> ClaimAsync(Work work, CancellationToken cancellationToken)
    {
        var claimed = await work.Db.TakeDueMessagesAsync(work.Operation.Now, Batch, cancellationToken);
        claimed.ForEach(m => m.ClaimedUntil = work.Operation.Now + ClaimTime);
        return claimed;
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var transport = _transports.GetValueOrDefault(message.Kind) ?? throw new InvalidOperationException($"There is no transport for {message.Kind}.");
            using var delivery = instruments.Delivery(message.Kind);
            var answer = await transport.DeliverAsync(message, cancellationToken);
            await writer.RunAsync(Now(), (work, token) => RecordSentAsync(work, message.Id, transport, answer, token), cancellationToken);
            instruments.Delivered(message.Kind, clock.GetUtcNow() - message.CreatedAt);
            return true;
        }
#pragma warning disable CA1031 // A receiver that cannot be reached is tried again later; other messages go on.
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            instruments.DeliveryFailed(message.Kind);
            Log.DeliveryFailed(logger, message.Id, message.Kind, message.Attempts + 1, failure);
            await writer.RunAsync(Now(), (work, token) => RecordFailureAsync(work, message.Id, failure, token), cancellationToken);
            return false;
        }
    }

    private static async Task RecordSentAsync(Work work, Guid id, OutboxTransport transport, string? answer, CancellationToken cancellationToken)
    {
        var message = await work.Db.Outbox.FirstAsync(m => m.Id == id, cancellationToken);

        if (message.State != OutboxState.Sent)
        {
            message.State = OutboxState.Sent;
            message.SentAt = work.Operation.Now;
            message.Attempts++;
            await transport.RecordAsync(work, message, answer, cancellationToken);
        }
    }

    private async Task RecordFailureAsync(Work work, Guid id, Exception failure, CancellationToken cancellationToken)
    {
        var message = await work.Db.Outbox.FirstAsync(m => m.Id == id, cancellationToken);
        message.Attempts++;
        message.ClaimedUntil = null;
        message.LastError = failure.GetType().Name;
        message.DueAt = work.Operation.Now + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, message.Attempts), LongestPause.TotalMinutes));

        if (message.Attempts >= settings.MaxAttempts)
        {
            message.State = OutboxState.Failed;
        }
    }

    private Operation Now() => new(Actor.System, "", clock.GetUtcNow());
}
