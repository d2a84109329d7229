using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Letters;

/// <summary>Where one copy of a letter goes.</summary>
/// <param name="Kind">Kind of recipient.</param>
/// <param name="Channel">How.</param>
/// <param name="Key">Who among several of the kind, or null.</param>
public sealed record LetterAddress(LetterRecipientKind Kind, LetterChannel Channel, string? Key = null);

/// <summary>Whom a representative stands in for in letters (FVL § 12).</summary>
/// <param name="CoversLetters">Whether the authorization covers the matter of the letter.</param>
/// <param name="PersonWantsCopies">Whether the person asked to get messages too.</param>
/// <param name="PersonWantsAllInstead">Whether the person asked to get messages instead.</param>
/// <param name="Key">User id or other key of the representative, or null.</param>
public sealed record RepresentationInLetters(bool CoversLetters, bool PersonWantsCopies = false, bool PersonWantsAllInstead = false, string? Key = null);

/// <summary>Decides who gets a letter to the person, and how (L-24, L-25, P-33).</summary>
public static class LetterRecipients
{
    /// <summary>The addresses of a letter meant for the person; empty when nothing may go out because the person has died.</summary>
    /// <param name="person">The person.</param>
    /// <param name="representation">A representative in order, or null.</param>
    /// <param name="rules">How old contact data may be.</param>
    /// <param name="on">The day.</param>
    public static IReadOnlyList<LetterAddress> ForPerson(Person person, RepresentationInLetters? representation, ArrivalRules rules, DateOnly on)
    {
        if (person.DeceasedOn is not null)
        {
            return [];
        }

        var own = new LetterAddress(LetterRecipientKind.Person, ChannelFor(person, rules, on));
        if (representation is not { CoversLetters: true, PersonWantsAllInstead: false })
        {
            return [own];
        }

        // The representative's own reservation is not known here, so paper is the safe way unless there is a login.
        var channel = representation.Key is null ? LetterChannel.Paper : LetterChannel.Digital;
        var representative = new LetterAddress(LetterRecipientKind.Representative, channel, representation.Key);
        return representation.PersonWantsCopies ? [representative, own] : [representative];
    }

    /// <summary>Digital when the person is not reserved and contact data are confirmed recently enough; else paper (P-33). Protected addresses go as the host's protected route, on paper.</summary>
    public static LetterChannel ChannelFor(Person person, ArrivalRules rules, DateOnly on) =>
        person.ContactDataConfirmedOn is null || MustBePaper(person, rules, on) ? LetterChannel.Paper : LetterChannel.Digital;

    /// <summary>The way that someone chose, unless the law says paper (P-33): whoever knows that the person reads digitally may choose so where the register knows nothing, but not against it.</summary>
    public static LetterChannel ChannelFor(Person person, LetterChannel? chosen, ArrivalRules rules, DateOnly on) => chosen switch
    {
        null => ChannelFor(person, rules, on),
        LetterChannel.Digital when MustBePaper(person, rules, on) => LetterChannel.Paper,
        { } channel => channel,
    };

    /// <summary>Whether digital letters may not be used: reserved, contact data that are too old, or a strictly protected address.</summary>
    public static bool MustBePaper(Person person, ArrivalRules rules, DateOnly on) =>
        person.IsReservedAgainstDigital
        || person.ContactDataConfirmedOn?.AddMonths(rules.ContactDataMaximumAgeMonths) < on
        || person.AddressProtection >= AddressProtection.StrictlyConfidential;

    /// <summary>Whether letters still go to such a recipient when the person has died: only the appeal body's do, since an appeal may be heard all the same (domain §1.15, L-93).</summary>
    public static bool StaysAfterDeath(LetterRecipientKind kind) => kind == LetterRecipientKind.AppealBody;

    /// <summary>Whether a letter is still written when the person has died: besides what stays, only the word to participants that their part is over (scenario 20).</summary>
    public static bool IsWrittenAfterDeath(LetterRecipientKind kind, string template) => StaysAfterDeath(kind) || template == LetterTemplateKey.ParticipationEnded;

    /// <summary>What a helper without authorization gets: a neutral receipt that neither confirms nor denies (L-25). The person and services that notify get the ordinary receipts.</summary>
    public static string ReceiptTemplateFor(CaseRequest request) =>
        request is { Requester.Role: RequesterRole.Person or RequesterRole.Parent or RequesterRole.Guardian }
        or { Requester.Role: RequesterRole.Representative, Authorization: AuthorizationState.Shown }
            ? LetterTemplateKey.Receipt
            : LetterTemplateKey.ReceiptThirdParty;
}
