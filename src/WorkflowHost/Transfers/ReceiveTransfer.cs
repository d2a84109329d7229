using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>
/// Takes over a case that another municipality hands over (L-108, L-109): the file is a request that opens a case here, and the one-month clock runs from its receipt. The plan in it is what the
/// new plan begins from once the person consents here. Receiving the same file again gives the same receipt.
/// </summary>
internal sealed class ReceiveTransfer(RegisterRequest register, IpDbContext db, UserDirectory users, WorkWriter writer, TimeProvider clock)
{
    /// <summary>Name of the field that holds the file.</summary>
    public const string FileField = "file";

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Received(CaseId CaseId, TransferReceipt Receipt) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    public async Task<Outcome> RunAsync(byte[]? file, CurrentUser user, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 })
        {
            return Wrong(new("Velg overføringsfila fra den andre kommunen.", "Vel overføringsfila frå den andre kommunen.", "Choose the transfer file from the other municipality."));
        }

        if (file.Length > TransferArchive.MaxBytes)
        {
            return new Outcome.Refused(new Refusal(ProblemKind.TooLarge, ProblemKind.TooLarge.Title));
        }

        if (await TransferArchive.ReadAsync(file, cancellationToken) is not { } bundle)
        {
            return Wrong(new(
                "Dette er ikke en hel overføringsfil. Be den andre kommunen om å laste den ned på nytt og sende den uendret.",
                "Dette er ikkje ei heil overføringsfil. Be den andre kommunen om å laste ho ned på nytt og sende ho uendra.",
                "This is not a whole transfer file. Ask the other municipality to download it again and send it unchanged."));
        }

        var person = bundle.Person;
        var body = new RequestBody(
            new PersonBody(person.NationalIdentityNumber, person.GivenName, person.FamilyName, person.BornOn, person.Language), bundle.Track, null, nameof(RequestChannel.Digital),
            new RequesterBody(nameof(RequesterRole.CoordinatingUnit), null, "coordinating-unit", false), null, [.. bundle.Services],
            $"Personen har flyttet hit. Saken er overført fra en annen kommune (referanse der: {bundle.FromReference}).", "Overført fra en annen kommune.");
        switch (await register.RunAsync(body, new RequestId(bundle.TransferId), user, new CallReason(null), cancellationToken))
        {
            case RegisterRequest.Outcome.Registered { Receipt.CaseId: { } caseId }:
                await KeepAsync(file, bundle, caseId, user, cancellationToken);
                return new Outcome.Received(caseId, (await FindReceiptAsync(caseId, cancellationToken))!);
            case RegisterRequest.Outcome.Refused { Refusal: { Errors: null } refusal }:
                return new Outcome.Refused(refusal);
            default:
                return Wrong(new(
                    "Opplysningene om personen eller saken i fila kan ikke brukes her. Spør den andre kommunen.", "Opplysningane om personen eller saka i fila kan ikkje brukast her. Spør den andre kommunen.",
                    "The data about the person or the case in the file cannot be used here. Ask the other municipality."));
        }
    }

    /// <summary>The receipt for the transfer that a case came by; null when it came by none.</summary>
    public async Task<TransferReceipt?> FindReceiptAsync(CaseId caseId, CancellationToken cancellationToken) =>
        await db.ReceivedTransfers.Where(t => t.CaseId == caseId).OrderByDescending(t => t.ReceivedAt).Select(t => new { t.TransferId, t.Sha256, t.ReceivedAt, t.ReceivedBy })
            .FirstOrDefaultAsync(cancellationToken) is { } received
            ? new TransferReceipt(
                TransferReceipt.FormatName, TransferBundle.Version, received.TransferId.Value, received.Sha256, NorwegianTime.DateOf(received.ReceivedAt),
                await db.Cases.Where(c => c.Id == caseId).Select(c => c.Reference).FirstAsync(cancellationToken), users.NameOf(received.ReceivedBy))
            : null;

    private Task KeepAsync(byte[] file, TransferBundle bundle, CaseId caseId, CurrentUser user, CancellationToken cancellationToken) =>
        writer.RunAsync(new Operation(user.Actor, "Overført fra en annen kommune.", clock.GetUtcNow()), async (work, token) =>
        {
            var id = new TransferId(bundle.TransferId);
            if (await work.Db.ReceivedTransfers.AnyAsync(t => t.TransferId == id, token))
            {
                return;
            }

            work.Db.Add(new ReceivedTransfer
            {
                TransferId = id,
                CaseId = caseId,
                FromReference = bundle.FromReference.Length > TextLimits.Name ? bundle.FromReference[..TextLimits.Name] : bundle.FromReference,
                Sha256 = TransferArchive.Sha256Of(file),
                Content = file,
                ReceivedBy = user.UserId,
                ReceivedAt = work.Operation.Now,
            });
            work.Operation.Record(caseId, "transfer-received", ("transferId", id), ("documents", bundle.Documents.Count));
        }, cancellationToken);

    private static Outcome.Refused Wrong(LocalizedText why) => new(Refusal.OfField(FileField, why));
}
