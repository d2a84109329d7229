using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>A letter that a message is about, with what decides by which way it goes.</summary>
internal sealed class LetterOnItsWay
{
    public required Letter Letter { get; init; }

    /// <summary>Reference of its case.</summary>
    public required string Reference { get; init; }

    /// <summary>How the address is protected at this minute.</summary>
    public required AddressProtection Protection { get; init; }

    public required DateOnly? DeceasedOn { get; init; }

    /// <summary>The letter that a message names.</summary>
    public static LetterId IdOf(OutboxMessage message) => new((Guid)JsonNode.Parse(message.Payload)!["letterId"]!);

    /// <summary>The letter that a message names; none when it is not there.</summary>
    public static IQueryable<LetterOnItsWay> Of(IpDbContext db, OutboxMessage message)
    {
        var id = IdOf(message);
        return from letter in db.Letters
               where letter.Id == id
               join its in db.Cases on letter.CaseId equals its.Id
               join person in db.Persons on its.PersonId equals person.Id
               select new LetterOnItsWay { Letter = letter, Reference = its.Reference, Protection = person.AddressProtection, DeceasedOn = person.DeceasedOn };
    }
}
