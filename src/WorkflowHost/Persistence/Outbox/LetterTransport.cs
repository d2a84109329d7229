using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>Letters leave as files in a folder, or not at all when there is no transport: then someone prints them from the case. A letter that was stopped after it was queued stays here.</summary>
internal sealed class LetterTransport(OutboxOptions options, ContextOptions contexts) : OutboxTransport
{
    public override string Kind => OutboxKinds.Letter;

    public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (options.LetterTransport == OutboxOptions.Folder && await IsToBeSentAsync(message, cancellationToken))
        {
            Directory.CreateDirectory(options.LetterFolder);

            // The key decides the name, so delivering again overwrites the same letter instead of making a second one.
            var name = Digest(message.Key) + ".json";
            var path = Path.Combine(options.LetterFolder, name);
            await File.WriteAllTextAsync(path + ".part", message.Payload, cancellationToken);
            File.Move(path + ".part", path, overwrite: true);
        }

        return null;
    }

    /// <summary>The letter is sent; when it counts as arrived is for the rule set of the day (D-22). One that was stopped meanwhile stays stopped.</summary>
    public override async Task RecordAsync(Work work, OutboxMessage message, string? answer, CancellationToken cancellationToken)
    {
        var id = IdOf(message);
        if (await work.Db.Letters.AsTracking().FirstOrDefaultAsync(l => l.Id == id, cancellationToken) is { State: LetterState.Queued } letter)
        {
            var sentOn = work.Operation.Today;
            letter.MarkSent(work.Operation.Now, Arrival.Assume(work.Law.For(sentOn).Arrival, letter.Channel, sentOn), work.Operation);
        }
    }

    private async Task<bool> IsToBeSentAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(contexts.Default);
        var id = IdOf(message);
        return !await db.Letters.AnyAsync(l => l.Id == id && l.State == LetterState.Stopped, cancellationToken);
    }

    private static LetterId IdOf(OutboxMessage message) => new((Guid)JsonNode.Parse(message.Payload)!["letterId"]!);
}
