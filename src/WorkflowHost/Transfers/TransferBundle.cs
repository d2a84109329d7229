using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Transfers;

/// <summary>
/// What a municipality hands over to another when the person moves and agrees to it (L-109): <c>transfer.json</c> in the transfer file, beside the plan and the letters as PDF. It holds no address
/// and no staff (P-20); the identity number is in it, since the receiver must find the person.
/// </summary>
/// <param name="Format">Always <see cref="FormatName"/>.</param>
/// <param name="SchemaVersion">Goes up when a field changes its meaning or goes away; see <see cref="Version"/>.</param>
/// <param name="TransferId">The hand-over; the receipt names it.</param>
/// <param name="FromReference">Reference of the case where it comes from.</param>
/// <param name="ExportedOn">Norwegian date of the export.</param>
/// <param name="Person">Whose case it is.</param>
/// <param name="Track">Track of the case.</param>
/// <param name="Services">Services that were named in the requests.</param>
/// <param name="Plan">The plan in use as far as the person lets it be handed over; null when there is none.</param>
/// <param name="Participants">Services that take part.</param>
/// <param name="Consents">Consents that were in force. They do not follow the person: the receiver asks anew.</param>
/// <param name="Documents">The files beside it.</param>
internal sealed record TransferBundle(
    string Format, int SchemaVersion, Guid TransferId, string FromReference, DateOnly ExportedOn, TransferredPerson Person, string Track, IReadOnlyList<string> Services, TransferredPlan? Plan,
    IReadOnlyList<TransferredParticipant> Participants, IReadOnlyList<TransferredConsent> Consents, IReadOnlyList<TransferredDocument> Documents)
{
    public const string FormatName = "individualplan/transfer";

    public const int Version = 1;
}

internal sealed record TransferredPerson(string NationalIdentityNumber, string GivenName, string FamilyName, DateOnly BornOn, string Language, string? InterpreterLanguage);

internal sealed record TransferredPlan(int Version, DateOnly? ApprovedOn, DateOnly? NextRevisionOn, PlanContent Content);

internal sealed record TransferredParticipant(string Service, string? Role);

internal sealed record TransferredConsent(ConsentType Type, string? RecipientService, DateOnly? FromOn, DateOnly? ToOn);

internal sealed record TransferredDocument(string File, string Kind, string Title, DateOnly DatedOn, string Sha256);

/// <summary>What the receiver gives back: which hand-over it got, whole, when, and who is in charge of it there. The sender's case closes on it.</summary>
internal sealed record TransferReceipt(string Format, int SchemaVersion, Guid TransferId, string Sha256, DateOnly ReceivedOn, string Reference, string Contact)
{
    public const string FormatName = "individualplan/transfer-receipt";
}
