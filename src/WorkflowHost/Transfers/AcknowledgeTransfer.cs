using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>Takes the receipt of the municipality that took over: it must be for this hand-over and for the file that was made. With it the task of confirming the takeover is done (L-109).</summary>
internal sealed class AcknowledgeTransfer(IpDbContext db, CompleteTask complete)
{
    /// <summary>Name of the field that holds the receipt.</summary>
    public const string FileField = "receipt";

    /// <summary>The answer that says that the other municipality has taken over.</summary>
    private const string Confirmed = "Bekreftet";

    private const string Form = "transfer";

    /// <returns>Why it was not taken; null when it was.</returns>
    public async Task<Refusal?> RunAsync(CurrentUser user, CaseId caseId, TransferReceipt? receipt, CancellationToken cancellationToken)
    {
        if (receipt is not { Format: TransferReceipt.FormatName, SchemaVersion: TransferBundle.Version, Contact: not null })
        {
            return Refusal.OfField(FileField, new(
                "Dette er ikke en kvittering for en overføring. Velg fila som den nye kommunen sendte tilbake.", "Dette er ikkje ei kvittering for ei overføring. Vel fila som den nye kommunen sende tilbake.",
                "This is not the receipt of a hand-over. Choose the file that the new municipality sent back."));
        }

        var id = new TransferId(receipt.TransferId);
        var transfer = await db.Set<Transfer>().FirstOrDefaultAsync(t => t.Id == id && t.CaseId == caseId, cancellationToken);
        if (transfer is null || transfer.ExportSha256 != receipt.Sha256)
        {
            return Refusal.OfField(FileField, new(
                "Kvitteringen gjelder en annen overføring, eller en eldre fil enn den som ble laget sist.", "Kvitteringa gjeld ei anna overføring, eller ei eldre fil enn den som vart laga sist.",
                "The receipt is for another hand-over, or for an older file than the one made last."));
        }

        var open = await db.HumanTasks.Where(t => t.CaseId == caseId && t.EndedAt == null && t.FormKey == Form).ToListAsync(cancellationToken);
        if (open.FirstOrDefault(static t => t.Outcomes.Any(static o => o.Value == Confirmed)) is not { } takeover)
        {
            return transfer.State == TransferState.Acknowledged
                ? null
                : new Refusal(ProblemKind.Conflict, new(
                    "Registrer først at saken er sendt. Da kan kvitteringen tas imot.", "Registrer først at saka er send. Då kan kvitteringa takast imot.", "First register that the case has been sent. Then the receipt can be taken."));
        }

        var values = new JsonObject { ["acknowledgedOn"] = receipt.ReceivedOn.ToString("yyyy-MM-dd", null), ["receivingContact"] = receipt.Contact };
        return await complete.RunAsync(takeover.Id, $"transfer-receipt:{receipt.TransferId}", Confirmed, values, user.Actor, "Kvittering fra den nye kommunen.", null, cancellationToken) is CompleteTask.Outcome.Completed
            ? null
            : new Refusal(ProblemKind.Conflict, new(
                "Kvitteringen kan ikke tas imot nå. Last siden på nytt og prøv igjen.", "Kvitteringa kan ikkje takast imot no. Last sida på nytt og prøv igjen.", "The receipt cannot be taken now. Reload the page and try again."));
    }

    /// <summary>What was sent as a receipt; null when it is none.</summary>
    public static TransferReceipt? Read(byte[]? file)
    {
        try
        {
            return file is { Length: > 0 and <= 100_000 } ? JsonSerializer.Deserialize<TransferReceipt>(file, TransferArchive.Json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
