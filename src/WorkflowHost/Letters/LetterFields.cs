using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Letters;
using static IndividualPlan.WorkflowHost.Letters.LetterFieldKind;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>All that letter templates may fill in. Nothing else gets into a letter: <see cref="LetterData"/> drops what is not listed here, and a template that names something else is refused.</summary>
internal static class LetterFields
{
    public static IReadOnlyList<LetterField> All { get; } =
    [
        Text("reference", "Referansen til saken", "Referansen til saka", "Reference of the case", "IP-2027-00042"),
        Date("today", "Datoen i dag", "Datoen i dag", "Today's date", "2027-03-01"),
        Text("name", "Navnet på personen", "Namnet på personen", "The person's name", "Glad Fjellrev"),
        Told("office", "Kontoret som skriver", "Kontoret som skriv", "The office that writes", new("NAV-kontoret", "NAV-kontoret", "NAV office"), revealsPlace: true),
        Text("caseworker", "Saksbehandleren", "Saksbehandlaren", "The caseworker", "Kari Bergknaus"),
        Text("responsible", "Den som har godkjent vedtaket", "Den som har godkjent vedtaket", "Whoever approved the decision", "Lars Storfjell"),
        Text("right", "Det saken gjelder: «individuell plan», «koordinator» …", "Det saka gjeld: «individuell plan», «koordinator» …", "What the case is about: “an individual plan”, “a coordinator” …", ""),
        Flag("isPlan", "Om saken gjelder en plan", "Om saka gjeld ein plan", "Whether the case is about a plan"),
        Flag("isIndividualDecision", "Om avgjørelsen er et enkeltvedtak (ikke på helseområdet)", "Om avgjerda er eit enkeltvedtak (ikkje på helseområdet)", "Whether the decision is an individual decision (not on the health tracks)"),
        Text("legalBasis", "Reglene som gir retten", "Reglane som gjev retten", "The statutes that give the right", ""),
        Text("appealBody", "Den som avgjør klager", "Den som avgjer klager", "Who decides appeals", ""),
        Text("appealWeeks", "Klagefristen i uker, med bokstaver", "Klagefristen i veker, med bokstavar", "The deadline for appeal in weeks, in letters", ""),
        Date("appealDeadlineOn", "Siste dag for å klage, når den er kjent", "Siste dag for å klage, når han er kjend", "Last day for an appeal, once it is known", "2027-03-22"),
        Date("receivedOn", "Når henvendelsen kom", "Når førespurnaden kom", "When the request came", "2027-01-11"),
        Date("preliminaryReplyOn", "Når et foreløpig svar senest skal sendes", "Når eit førebels svar seinast skal sendast", "When a preliminary reply is due", "2027-02-11"),
        Told("reason", "Grunnen som er skrevet i oppgaven", "Grunnen som er skriven i oppgåva", "The reason written in the task", new("Vi venter på en uttalelse fra sykehuset.", "Vi ventar på ei fråsegn frå sjukehuset.", "We are waiting for a statement from the hospital.")),
        Told("reasons", "Begrunnelsen som er skrevet i oppgaven", "Grunngivinga som er skriven i oppgåva", "The reasons written in the task", new("Samarbeidet har nettopp kommet i gang.", "Samarbeidet har nettopp kome i gang.", "The cooperation has only just begun.")),
        Date("expectedOn", "Når svaret kan ventes", "Når svaret kan ventast", "When an answer is expected", "2027-04-09"),
        Told("existingPlan", "Planen personen har et annet sted", "Planen personen har ein annan stad", "The plan that the person has elsewhere", new("ettervern i barnevernet", "ettervern i barnevernet", "aftercare in child welfare"), revealsPlace: true),
        Told("receiver", "Hvem henvendelsen er sendt til", "Kven førespurnaden er send til", "Where the request was sent", new("kommunens helse- og omsorgstjeneste", "helse- og omsorgstenesta i kommunen", "the municipal health service"), revealsPlace: true),
        Told("decision.reasons", "Begrunnelsen for vedtaket", "Grunngivinga for vedtaket", "The reasons for the decision", new("Du har behov for tjenester over tid, og de må samordnes.", "Du har behov for tenester over tid, og dei må samordnast.", "You need services over time, and they must be coordinated.")),
        Date("decision.madeOn", "Datoen for vedtaket", "Datoen for vedtaket", "The date of the decision", "2027-02-25"),
        Told("mainResponsibleService", "Tjenesten med hovedansvar", "Tenesta med hovudansvar", "The service with main responsibility", new("Kommunal helse og omsorg", "Kommunal helse og omsorg", "Municipal health and care"), revealsPlace: true),
        Text("coordinator", "Navnet på koordinatoren", "Namnet på koordinatoren", "The coordinator's name", "Anne Lyngmo"),
        Told("service", "Tjenesten koordinatoren kommer fra", "Tenesta koordinatoren kjem frå", "The coordinator's service", new("Kommunal helse og omsorg", "Kommunal helse og omsorg", "Municipal health and care"), revealsPlace: true),
        Date("fromOn", "Fra når koordinatoren er på plass", "Frå når koordinatoren er på plass", "From when the coordinator is in place", "2027-03-04"),
        Told("informationCategories", "Opplysningene et samtykke gjelder", "Opplysningane eit samtykke gjeld", "The information that a consent covers", new("mål, tiltak og avtaler i planen", "mål, tiltak og avtalar i planen", "goals, measures and agreements in the plan")),
        Told("services", "Tjenestene som får opplysninger", "Tenestene som får opplysningar", "The services that get information", new("fastlegen og Solbakken skole", "fastlegen og Solbakken skule", "the GP and Solbakken school"), revealsPlace: true),
        Told("exceptions", "Det som er unntatt fra et samtykke", "Det som er unnateke frå eit samtykke", "What is excepted from a consent", new("helseopplysninger fra før 2020", "helseopplysningar frå før 2020", "health information from before 2020")),
        Date("endsOn", "Siste dag et samtykke gjelder", "Siste dag eit samtykke gjeld", "Last day of a consent", "2028-03-01"),
        Date("lapsesOn", "Når samtykket som gjelder nå, går ut", "Når samtykket som gjeld no, går ut", "When the consent that stands lapses", "2027-04-30"),
        Flag("parentsConsent", "Om foreldrene må samtykke", "Om foreldra må samtykkje", "Whether the parents must consent"),
        Flag("personConsents", "Om personen selv må samtykke", "Om personen sjølv må samtykkje", "Whether the person must consent"),
        Flag("toParticipant", "Om brevet går til en deltaker", "Om brevet går til ein deltakar", "Whether the letter goes to a participant"),
        Date("meetingOn", "Når møtet er", "Når møtet er", "When the meeting is", "2027-03-18"),
        Text("meetingTime", "Klokkeslettet for møtet", "Klokkeslettet for møtet", "The time of day of the meeting", "13.00"),
        Told("meetingPlace", "Hvor møtet er", "Kvar møtet er", "Where the meeting is", new("Fjellveien 3, møterom 2", "Fjellvegen 3, møterom 2", "Fjellveien 3, room 2"), revealsPlace: true),
        Told("meetingTopic", "Hva møtet skal handle om", "Kva møtet skal handle om", "What the meeting is about", new("Målene dine for våren.", "Måla dine for våren.", "Your goals for the spring.")),
        Date("approvedOn", "Når planen ble godkjent", "Når planen vart godkjend", "When the plan was approved", "2027-03-10"),
        Date("nextRevisionOn", "Når planen senest skal gås gjennom", "Når planen seinast skal gåast gjennom", "When the plan is gone through next", "2027-09-10"),
        Date("appealReceivedOn", "Når klagen kom", "Når klaga kom", "When the appeal came", "2027-03-12"),
        Flag("notSigned", "Om klagen mangler underskrift", "Om klaga manglar underskrift", "Whether the appeal is unsigned"),
        Flag("notSpecific", "Om klagen ikke sier hva den gjelder", "Om klaga ikkje seier kva ho gjeld", "Whether the appeal does not say what it is about"),
        Flag("hasDefects", "Om det er kjent hva klagen mangler", "Om det er kjent kva klaga manglar", "Whether it is known what the appeal lacks"),
        Date("dueOn", "Fristen for å rette klagen", "Fristen for å rette klaga", "The deadline to put the appeal right", "2027-03-26"),
        Told("dismissal", "Hvorfor klagen er avvist", "Kvifor klaga er avvist", "Why the appeal is dismissed", new("Klagen kom etter at klagefristen var ute.", "Klaga kom etter at klagefristen var ute.", "The appeal came after the deadline.")),
        Told("dismissalReasons", "Begrunnelsen fra den formelle prøvingen", "Grunngivinga frå den formelle prøvinga", "The reasons of the formal check", new("Det er ikke opplyst noe som forklarer forsinkelsen.", "Det er ikkje opplyst noko som forklarer forseinkinga.", "Nothing is said that explains the delay.")),
        Text("dismissalLaw", "Reglene en avvisning bygger på", "Reglane ei avvising byggjer på", "The statutes behind a dismissal", ""),
        Told("statement.question", "Oversendelsen: spørsmålet i saken", "Oversendinga: spørsmålet i saka", "Forwarding: the question", new("Om behovet er langvarig.", "Om behovet er langvarig.", "Whether the need is long-lasting.")),
        Told("statement.investigation", "Oversendelsen: dokumentasjon", "Oversendinga: dokumentasjon", "Forwarding: documentation", new("Uttalelse fra fastlegen.", "Fråsegn frå fastlegen.", "A statement from the GP.")),
        Told("statement.law", "Oversendelsen: rettskilder", "Oversendinga: rettskjelder", "Forwarding: sources of law", new("Forskriften §§ 4 og 9.", "Forskrifta §§ 4 og 9.", "The regulation §§ 4 and 9.")),
        Told("statement.arguments", "Oversendelsen: klagerens argumenter", "Oversendinga: argumenta til klagaren", "Forwarding: the appellant's arguments", new("Behovet varer i flere år.", "Behovet varer i fleire år.", "The need lasts for years.")),
        Told("statement.assessment", "Oversendelsen: vurderingen", "Oversendinga: vurderinga", "Forwarding: the assessment", new("Vi mener at behovet er kortvarig.", "Vi meiner at behovet er kortvarig.", "We think that the need is short.")),
        Date("decidedOn", "Når klageinstansen avgjorde klagen", "Når klageinstansen avgjorde klaga", "When the appeal body decided", "2027-06-07"),
        Flag("partly", "Om klageren fikk delvis medhold", "Om klagaren fekk delvis medhald", "Whether the appeal succeeded in part"),
        Flag("isUpheld", "Om avgjørelsen er stadfestet", "Om avgjerda er stadfesta", "Whether the decision is upheld"),
        Flag("isChanged", "Om avgjørelsen er endret", "Om avgjerda er endra", "Whether the decision is changed"),
        Flag("isRemitted", "Om avgjørelsen er opphevet", "Om avgjerda er oppheva", "Whether the decision is annulled"),
        Flag("isDismissedByBody", "Om klageinstansen avviste klagen", "Om klageinstansen avviste klaga", "Whether the appeal body dismissed it"),
        Told("instructions", "Det klageinstansen vil ha gjort", "Det klageinstansen vil ha gjort", "What the appeal body wants done", new("Undersøk behovet på nytt.", "Undersøk behovet på nytt.", "Investigate the need again.")),
        Date("costsDeadlineOn", "Fristen for å kreve kostnader", "Fristen for å krevje kostnader", "The deadline for claiming costs", "2027-06-28"),
        Told("receivingMunicipality", "Kommunen personen flytter til", "Kommunen personen flyttar til", "The municipality the person moves to", new("Nordfjell kommune", "Nordfjell kommune", "Nordfjell municipality"), revealsPlace: true),
        Date("movesOn", "Når personen flytter", "Når personen flyttar", "When the person moves", "2027-05-01"),
    ];

    private static readonly Dictionary<string, LetterField> ByName = All.ToDictionary(static f => f.Name, StringComparer.Ordinal);

    public static LetterField? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether a field may stand in a letter to this recipient: what tells where a person with a protected address lives may not (P-20). The person knows the own office, so it may stand in letters to the person.</summary>
    public static bool MayStand(LetterField field, AddressProtection protection, LetterRecipientKind recipient) =>
        !field.RevealsPlace || protection == AddressProtection.None || (field.Name == "office" && recipient == LetterRecipientKind.Person);

    private static LetterField Text(string name, string nb, string nn, string en, string sample) => new(name, LetterFieldKind.Text, new(nb, nn, en), new(sample, sample, sample));

    private static LetterField Told(string name, string nb, string nn, string en, LocalizedText sample, bool revealsPlace = false) => new(name, LetterFieldKind.Text, new(nb, nn, en), sample, revealsPlace);

    private static LetterField Date(string name, string nb, string nn, string en, string sample) => new(name, LetterFieldKind.Date, new(nb, nn, en), new(sample, sample, sample));

    private static LetterField Flag(string name, string nb, string nn, string en) => new(name, LetterFieldKind.Flag, new(nb, nn, en));
}
