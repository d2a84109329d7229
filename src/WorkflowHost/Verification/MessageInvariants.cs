using System.Runtime.CompilerServices;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Verification;

/// <summary>A message that left says when.</summary>
internal sealed class SentMessagesSayWhen : Invariant
{
    public override string Key => "message-sent";

    public override string Sentence => "A message has a time of sending exactly when it was sent, and at least one attempt.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wrong = db.Outbox.Where(static m => (m.State == OutboxState.Sent) != (m.SentAt != null) || (m.State == OutboxState.Sent && m.Attempts == 0));

        await foreach (var id in wrong.Select(static m => m.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"message {id}";
        }
    }
}

/// <summary>A letter that waits to be sent has a message that will send it, and one that was sent has one that did.</summary>
internal sealed class LettersHaveTheirMessages : Invariant
{
    public override string Key => "letter-messages";

    public override string Sentence => "A queued letter has one message that was not sent yet, and a letter sent has one that was.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<Guid, List<OutboxState>> messages = [];

        await foreach (var message in db.Outbox.Where(static m => m.Kind == OutboxKinds.Letter).Select(static m => new { m.Payload, m.State }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (System.Text.Json.Nodes.JsonNode.Parse(message.Payload)?["letterId"]?.ToString() is { } text && Guid.TryParse(text, out var id))
            {
                (messages.TryGetValue(id, out var states) ? states : messages[id] = []).Add(message.State);
            }
        }

        await foreach (var letter in db.Letters.Where(static l => l.State == LetterState.Queued || l.State == LetterState.Sent).Select(static l => new { l.Id, l.State }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (messages.GetValueOrDefault(letter.Id.Value) is not [var state] || (state == OutboxState.Sent) != (letter.State == LetterState.Sent))
            {
                yield return $"letter {letter.Id}: {letter.State}";
            }
        }
    }
}
