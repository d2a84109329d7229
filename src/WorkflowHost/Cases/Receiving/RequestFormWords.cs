using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>What the fields of a new request are called, and what must be corrected in them, in sentences that name the field.</summary>
internal static class RequestFormWords
{
    public static readonly LocalizedText NotADate = new("Skriv datoen slik: 31.01.2027.", "Skriv datoen slik: 31.01.2027.", "Write the date like this: 31.01.2027.");

    private static readonly Dictionary<string, LocalizedText> Labels = new(StringComparer.Ordinal)
    {
        [RequestForm.NumberField] = new("Fødselsnummer eller d-nummer", "Fødselsnummer eller d-nummer", "National identity number"),
        [RequestForm.GivenNameField] = new("Fornavn", "Førenamn", "Given name"),
        [RequestForm.FamilyNameField] = new("Etternavn", "Etternamn", "Family name"),
        [RequestForm.BornOnField] = new("Født", "Fødd", "Born"),
        [RequestForm.LanguageField] = new("Språk i brev", "Språk i brev", "Language of letters"),
        [RequestForm.TrackField] = new("Lovspor", "Lovspor", "Legal track"),
        [RequestForm.ChannelField] = new("Hvordan kom henvendelsen?", "Korleis kom førespurnaden?", "How did the request come?"),
        [RequestForm.ReceivedField] = new("Mottatt", "Motteken", "Received"),
        [RequestForm.RoleField] = new("Hvem henvender seg?", "Kven vender seg til oss?", "Who is asking?"),
        [RequestForm.NameField] = new("Navn på den som henvender seg", "Namn på den som vender seg til oss", "Name of the one who asks"),
        [RequestForm.ServiceField] = new("Tjenesten som henvender seg", "Tenesta som vender seg til oss", "The service that asks"),
        [RequestForm.AuthorizationField] = new("Skriftlig fullmakt", "Skriftleg fullmakt", "Written authorization"),
        [RequestForm.ServicesField] = new("Tjenester personen har eller trenger", "Tenester personen har eller treng", "Services that the person has or needs"),
        [RequestForm.WishesField] = new("Hva ønsker personen?", "Kva ønskjer personen?", "What does the person wish?"),
    };

    /// <summary>What is wrong where nothing is filled in, for fields that are no plain text.</summary>
    private static readonly Dictionary<string, LocalizedText> Missing = new(StringComparer.Ordinal)
    {
        [RequestForm.RoleField] = new("Velg hvem som henvender seg.", "Vel kven som vender seg til oss.", "Choose who is asking."),
        [RequestForm.ChannelField] = new("Velg hvordan henvendelsen kom.", "Vel korleis førespurnaden kom.", "Choose how the request came."),
        [RequestForm.TrackField] = new("Velg lovspor.", "Vel lovspor.", "Choose the legal track."),
        [RequestForm.ReceivedField] = new("Fyll inn datoen henvendelsen kom.", "Fyll inn datoen førespurnaden kom.", "Fill in the date on which the request came."),
        [RequestForm.BornOnField] = new("Fyll inn når personen er født.", "Fyll inn når personen er fødd.", "Fill in when the person was born."),
    };

    /// <summary>Fields in the order in which they stand on the page.</summary>
    public static readonly IReadOnlyList<string> Order =
    [
        RequestForm.NumberField, RequestForm.JoinsField, RequestForm.GivenNameField, RequestForm.FamilyNameField, RequestForm.BornOnField, RequestForm.LanguageField,
        RequestForm.RoleField, RequestForm.AuthorizationField, RequestForm.NameField, RequestForm.ServiceField, RequestForm.ChannelField, RequestForm.ReceivedField, RequestForm.TrackField,
        RequestForm.ServicesField, RequestForm.WishesField,
    ];

    public static LocalizedText Label(string field) => Labels.GetValueOrDefault(field) ?? new(field, field, field);

    /// <summary>A message of the back end as the page says it: with the field's name in it, since the summary of errors has only the message.</summary>
    public static LocalizedText Correct(string field, LocalizedText message) =>
        !Labels.TryGetValue(field, out var label) ? message
        : message != Messages.Required ? Named(label, message.WithinSentence())
        : Missing.GetValueOrDefault(field) ?? FillIn(label.WithinSentence());

    /// <summary>That the open case must be seen before a further request is added to it.</summary>
    public static LocalizedText MustJoin(string reference) => Messages.Format(
        new("Bekreft at henvendelsen skal legges til i saken {0}.", "Stadfest at førespurnaden skal leggjast til i saka {0}.", "Confirm that the request is to be added to the case {0}."), reference);

    private static LocalizedText Named(LocalizedText label, LocalizedText message) =>
        new($"{label.Nb.TrimEnd('?')}: {message.Nb}", $"{label.Nn.TrimEnd('?')}: {message.Nn}", $"{label.En.TrimEnd('?')}: {message.En}");

    private static LocalizedText FillIn(LocalizedText label) => new($"Fyll inn {label.Nb}.", $"Fyll inn {label.Nn}.", $"Fill in: {label.En}.");
}
