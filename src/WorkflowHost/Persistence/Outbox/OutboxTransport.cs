using System.Security.Cryptography;
using System.Text;
using IndividualPlan.WorkflowHost.Execution;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>A way out of the process for one kind of message. Called by <see cref="OutboxDispatcher"/> and by nobody else.</summary>
internal abstract class OutboxTransport
{
    /// <summary>The kind of message that it takes, <see cref="OutboxKinds"/>.</summary>
    public abstract string Kind { get; }

    /// <summary>Delivers. May be called again for a message that was delivered before (a crash came between); the receiver knows it by <see cref="OutboxMessage.Key"/>.</summary>
    /// <returns>What the receiver answered, for <see cref="RecordAsync"/>; null when it said nothing of use.</returns>
    public abstract Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken);

    /// <summary>Stores what follows from the delivery, in the transaction that marks the message as sent.</summary>
    public virtual Task RecordAsync(Work work, OutboxMessage message, string? answer, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>32 characters that stand for a text: the same for the same text, and nothing of it can be read.</summary>
    protected static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
