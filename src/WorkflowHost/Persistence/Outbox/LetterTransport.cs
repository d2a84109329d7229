using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>
/// Letters leave as files with a manifest in the folder of their way (digital mailbox, print, protected post), or not at all when there is no transport: then someone prints them
/// from the case. A letter that was stopped after it was queued stays here.
/// </summary>
internal sealed class LetterTransport(OutboxOptions options, ContextOptions contexts, RuleBook law, LetterPdf pdf, TimeProvider clock) : OutboxTransport
{
    public override string Kind => OutboxKinds.Letter;

    public override async Task<string?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (options.LetterTransport != OutboxOptions.Folder)
        {
            return null;
        }

        await using var db = new IpDbContext(contexts.Default);
        if (await LetterOnItsWay.Of(db, message).FirstOrDefaultAsync(static l => l.Letter.State != LetterState.Stopped, cancellationToken) is not { } found)
        {
            return null;
        }

        // The key decides the name, so delivering again overwrites the same letter instead of making a second one. The grade of protection is that of this minute.
        var name = Digest(message.Key);
        var route = LetterManifest.RouteOf(found.Letter, found.Protection);
        var folder = Path.Combine(options.LetterFolder, route);
        var content = pdf.Write(found.Letter);
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var arrivesOn = Arrival.Assume(law.For(today).Arrival, found.Letter.Channel, today);
        var manifest = LetterManifest.Write(found.Letter, found.Reference, route, LetterManifest.Letter, today, arrivesOn, name + ".pdf", content);
        await LetterFolder.PutAsync(folder, name + ".pdf", content, cancellationToken);
        await LetterFolder.PutAsync(folder, name + ".json", Encoding.UTF8.GetBytes(manifest), cancellationToken);
        return null;
    }

    /// <summary>The letter is sent; when it counts as arrived is for the rule set of the day (D-22). One that was stopped meanwhile stays stopped.</summary>
    public override async Task RecordAsync(Work work, OutboxMessage message, string? answer, CancellationToken cancellationToken)
    {
        var id = LetterOnItsWay.IdOf(message);
        if (await work.Db.Letters.AsTracking().FirstOrDefaultAsync(l => l.Id == id, cancellationToken) is { State: LetterState.Queued } letter)
        {
            var sentOn = work.Operation.Today;
            letter.MarkSent(work.Operation.Now, Arrival.Assume(work.Law.For(sentOn).Arrival, letter.Channel, sentOn), work.Operation);
        }
    }
}
