using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>
/// What a mailbox or printing service is told about a letter, beside the letter itself. It says what kind of recipient it is and which case, and no name or address: whoever
/// delivers looks those up by the reference, where the address protection of the day is known (P-20).
/// </summary>
internal static class LetterManifest
{
    /// <summary>Goes up when a field changes its meaning or goes away.</summary>
    public const int SchemaVersion = 1;

    /// <summary>A letter that is to be made available or printed.</summary>
    public const string Letter = "letter";

    /// <summary>The second alert about a letter that lies unopened (D-9).</summary>
    public const string SecondAlert = "second-alert";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Folder of the way by which a letter goes: one for each service that empties it.</summary>
    public static string RouteOf(Letter letter, AddressProtection protection) => (letter.Channel, protection) switch
    {
        (LetterChannel.Digital, _) => "digital-mailbox",
        (_, >= AddressProtection.StrictlyConfidential) => "protected-post",
        _ => "print",
    };

    public static string Write(Letter letter, string reference, string route, string kind, DateOnly on, DateOnly? estimatedArrivalOn, string? file, byte[]? content) => new JsonObject
    {
        ["schemaVersion"] = SchemaVersion,
        ["kind"] = kind,
        ["letterId"] = letter.Id.ToString(),
        ["caseReference"] = reference,
        ["journalNumber"] = letter.Journal.Number,
        ["recipientKind"] = letter.RecipientKind.ToString(),
        ["language"] = letter.Language,
        ["channel"] = letter.Channel.ToString(),
        ["route"] = route,
        ["sentOn"] = Iso(on),
        ["estimatedArrivalOn"] = Iso(estimatedArrivalOn),
        ["file"] = file,
        ["sha256"] = content is null ? null : Convert.ToHexStringLower(SHA256.HashData(content)),
    }.ToJsonString(Indented);

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
