using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Letters;

/// <summary>Where one copy of a letter goes.</summary>
/// <param name="Kind">Kind of recipient.</param>
/// <param name="Channel">How.</param>
/// <param name="Key">Who among several of the kind, or null.</param>
public sealed record LetterAddress(LetterRecipientKind Kind, LetterChannel Channel, string? Key = null);

/// <summary>Decides who gets a letter to the person, and how (L-24, L-25, P-33).</summary>
public static class LetterRecipients
{
    /// <summary>
    /// The copies of a letter to the person. The representative and, as long as they have a say, the parents get what the person gets; a child too young to be heard gets none of its own
    /// (L-24, L-57; FVL §§ 12, 16 and 27). Neither's own reservation is known here, so paper is the safe way to both.
    /// </summary>
    /// <param name="own">Where the person's own goes.</param>
    /// <param name="required">Who consents at the person's age.</param>
    /// <param name="representative">Key of the representative, or null when nobody stands in for the person.</param>
    public static IReadOnlyList<LetterAddress> Copies(LetterAddress own, RequiredConsent required, string? representative)
    {
        var copies = new List<LetterAddress>();
        if (required.Rule.PersonConsents || required.Rule.PersonIsHeard)
        {
            copies.Add(own);
        }

        if (required.Rule.ParentsConsent)
        {
            copies.Add(new LetterAddress(LetterRecipientKind.Guardian, LetterChannel.Paper));
        }

        if (representative is not null)
        {
            copies.Add(new LetterAddress(LetterRecipientKind.Representative, LetterChannel.Paper, representative));
        }

        return copies;
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
