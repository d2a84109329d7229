using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>Second alerts about unopened letters (D-9) leave as manifests in the digital mailbox's folder: the mailbox has the person's contact data, the product has not.</summary>
internal sealed class AlertTransport(OutboxOptions options, ContextOptions contexts, TimeProvider clock) : OutboxTransport
{
    public override string Kind => OutboxKinds.Alert;

    /// <summary>The key of the alert about a letter; the same however often it is made.</summary>
    public static string KeyOf(LetterId letterId) => $"alert:{letterId}";

    /// <summary>One that was opened meanwhile, or whose person has died, needs no alert.</summary>
    public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (options.LetterTransport != OutboxOptions.Folder)
        {
            return null;
        }

        await using var db = new IpDbContext(contexts.Default);
        var found = await LetterOnItsWay.Of(db, message).FirstOrDefaultAsync(static l => l.Letter.OpenedAt == null && l.DeceasedOn == null, cancellationToken);
        if (found is not null)
        {
            var route = LetterManifest.RouteOf(found.Letter, found.Protection);
            var manifest = LetterManifest.Write(found.Letter, found.Reference, route, LetterManifest.SecondAlert, NorwegianTime.DateOf(clock.GetUtcNow()), null, null, null);
            await LetterFolder.PutAsync(Path.Combine(options.LetterFolder, route), Digest(message.Key) + ".json", Encoding.UTF8.GetBytes(manifest), cancellationToken);
        }

        return null;
    }
}
