using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Activities;

/// <summary>The words that the inputs of the toolbox may be chosen from, each with what people read. What is stored is the first word of a line.</summary>
internal static class Choices
{
    public static IReadOnlyList<ChoiceInfo> Assignments { get; } = Of<TaskAssignment>(
        new("None", new("Ingen ennå: den som har rollen, tar oppgaven", "Ingen enno: den som har rolla, tek oppgåva", "Nobody yet: whoever holds the role takes it")),
        new("CaseManager", new("Sakens saksbehandler", "Saksbehandlaren i saka", "The case's case manager")),
        new("Coordinator", new("Sakens koordinator", "Koordinatoren i saka", "The case's coordinator")));

    public static IReadOnlyList<ChoiceInfo> Channels { get; } = Of<RungChannel>(
        new("Both", new("I systemet og på e-post", "I systemet og på e-post", "In the system and by e-mail")),
        new("InApp", new("Bare i systemet", "Berre i systemet", "In the system only")),
        new("EMail", new("Bare på e-post", "Berre på e-post", "By e-mail only")));

    public static IReadOnlyList<ChoiceInfo> Exclusions { get; } = Of<TaskExclusion>(
        new("None", new("Ingen", "Ingen", "Nobody")),
        new("DecisionDrafter", new("De som skrev vedtaket, eller et som er opphevet", "Dei som skreiv vedtaket, eller eit som er oppheva", "Who drafted the decision, or dealt with an annulled one")),
        new("DecisionCaseworker", new("Den som skrev vedtaket det klages på", "Den som skreiv vedtaket det blir klaga på", "Who drafted the decision under appeal")));

    public static IReadOnlyList<ChoiceInfo> ContentPoints { get; } = [.. ContentPoint.All.Select(static letter => new ChoiceInfo(letter, ContentPoint.Lettered(letter)))];

    public static IReadOnlyList<ChoiceInfo> ConsentTypes { get; } = Of<ConsentType>(
        new("Plan", new("Samtykke til planen", "Samtykke til planen", "Consent to the plan")),
        new("Sharing", new("Samtykke til å dele opplysninger", "Samtykke til å dele opplysningar", "Consent to share information")),
        new("Transfer", new("Samtykke til overføring", "Samtykke til overføring", "Consent to the handover")));

    public static IReadOnlyList<ChoiceInfo> ConsentEndings { get; } = Of<ConsentEnding>(
        new("Withdrawn", new("Personen trakk det", "Personen trekte det", "The person withdrew it")),
        new("Lapsed", new("Det har gått ut", "Det har gått ut", "It has lapsed")),
        new("Replaced", new("Personens eget samtykke er kommet i stedet", "Personens eige samtykke er kome i staden", "The person's own consent has taken its place")));

    public static IReadOnlyList<ChoiceInfo> CloseReasons { get; } = Of<CloseReason>(
        new("ConsentWithdrawn", new("Samtykket er trukket", "Samtykket er trekt", "The consent is withdrawn")),
        new("NeedEnded", new("Behovet er slutt", "Behovet er slutt", "The need has ended")),
        new("Moved", new("Personen har flyttet", "Personen har flytta", "The person has moved")),
        new("Deceased", new("Personen er død", "Personen er død", "The person has died")),
        new("KvpEnded", new("Kvalifiseringsprogrammet er slutt", "Kvalifiseringsprogrammet er slutt", "The qualification programme has ended")),
        new("NotContributing", new("Personen medvirker ikke", "Personen medverkar ikkje", "The person does not contribute")),
        new("Merged", new("Saken er slått sammen med en annen", "Saka er slått saman med ei anna", "The case is merged with another")),
        new("ServiceDutySuspended", new("Plikten er satt til side ved forskrift", "Plikta er sett til side ved forskrift", "A regulation suspends the duty")),
        new("NotEntitled", new("Personen har ikke rett til plan", "Personen har ikkje rett til plan", "The person is not entitled")),
        new("NotWanted", new("Personen ønsker det ikke", "Personen ønskjer det ikkje", "The person does not want it")));

    public static IReadOnlyList<ChoiceInfo> PauseReasons { get; } = Of<SuspensionReason>(
        new("HospitalStay", new("Sykehusopphold", "Sjukehusopphald", "Stay in hospital")),
        new("Imprisonment", new("Fengselsopphold", "Fengselsopphald", "Imprisonment")),
        new("Unreachable", new("Personen er ikke å få tak i", "Personen er ikkje å få tak i", "The person cannot be reached")),
        new("AwaitingClarification", new("Noe må avklares først", "Noko må avklarast først", "Something must be clarified first")),
        new("KvpInterrupted", new("Kvalifiseringsprogrammet er avbrutt", "Kvalifiseringsprogrammet er avbrote", "The qualification programme is interrupted")));

    public static IReadOnlyList<ChoiceInfo> CaseStates { get; } = Of<CaseState>(
        new("Identified", new("Mulig behov", "Mogleg behov", "Possibly entitled")),
        new("InformationGiven", new("Informert", "Informert", "Informed")),
        new("Requested", new("Søknad mottatt", "Søknad motteken", "Requested")),
        new("UnderAssessment", new("Til vurdering", "Til vurdering", "Under assessment")),
        new("Granted", new("Innvilget", "Innvilga", "Granted")),
        new("Refused", new("Avslått", "Avslått", "Refused")),
        new("Dismissed", new("Avvist", "Avvist", "Dismissed")),
        new("NotPursued", new("Ikke ønsket", "Ikkje ønskt", "Not pursued")),
        new("AwaitingConsent", new("Venter på samtykke", "Ventar på samtykke", "Awaiting consent")),
        new("CoordinatorPending", new("Venter på koordinator", "Ventar på koordinator", "Coordinator pending")),
        new("CoordinatorOnly", new("Koordinator uten plan", "Koordinator utan plan", "Coordinator without plan")),
        new("Mapping", new("Kartlegging", "Kartlegging", "Mapping")),
        new("Drafting", new("Planen skrives", "Planen blir skriven", "The plan is written")),
        new("AwaitingApproval", new("Planen venter på godkjenning", "Planen ventar på godkjenning", "The plan awaits approval")),
        new("Active", new("Planen er i bruk", "Planen er i bruk", "The plan is in use")),
        new("UnderRevision", new("Planen revideres", "Planen blir revidert", "The plan is being revised")),
        new("Suspended", new("Satt på pause", "Sett på pause", "Paused")),
        new("TransferPending", new("Overføres", "Blir overført", "Being handed over")),
        new("Closed", new("Avsluttet", "Avslutta", "Closed")));

    public static IReadOnlyList<ChoiceInfo> DecisionStages { get; } = Of<DecisionStage>(
        new("Draft", new("Utkastet er skrevet", "Utkastet er skrive", "It is drafted")),
        new("Return", new("Utkastet sendes tilbake", "Utkastet blir sendt tilbake", "The draft is sent back")),
        new("Make", new("Vedtaket fattes", "Vedtaket blir fatta", "The decision is made")),
        new("Notify", new("Personen underrettes", "Personen får melding", "The person is notified")));

    public static IReadOnlyList<ChoiceInfo> DecisionOutcomes { get; } = Of<DecisionOutcome>(
        new("Granted", new("Innvilget", "Innvilga", "Granted")),
        new("Refused", new("Avslag", "Avslag", "Refused")),
        new("Dismissed", new("Avvist", "Avvist", "Dismissed")),
        new("NotPursued", new("Ikke ønsket", "Ikkje ønskt", "Not pursued")),
        new("Forwarded", new("Sendt til rett sted", "Sendt til rett stad", "Forwarded")));

    public static IReadOnlyList<ChoiceInfo> Deciders { get; } = Of<ResponsibilityDecider>(
        new("Agreement", new("Tjenestene ble enige", "Tenestene vart samde", "The services agreed")),
        new("Municipality", new("Kommunen bestemte", "Kommunen bestemte", "The municipality decided")));

    public static IReadOnlyList<ChoiceInfo> RequestChannels { get; } = Of<RequestChannel>(
        new("Digital", new("Digitalt", "Digitalt", "Digitally")),
        new("Paper", new("På papir", "På papir", "On paper")),
        new("Oral", new("Muntlig", "Munnleg", "Orally")),
        new("Phone", new("På telefon", "På telefon", "By telephone")));

    public static IReadOnlyList<ChoiceInfo> TransferStages { get; } = Of<TransferStage>(
        new("Start", new("Flyttingen er kjent", "Flyttinga er kjend", "The move is known")),
        new("Consent", new("Personen samtykker", "Personen samtykkjer", "The person consents")),
        new("Send", new("Saken er sendt", "Saka er send", "The file is sent")),
        new("Acknowledge", new("Mottakeren har tatt over", "Mottakaren har teke over", "The receiver has taken over")),
        new("Refuse", new("Personen samtykker ikke", "Personen samtykkjer ikkje", "The person does not consent")));

    public static IReadOnlyList<ChoiceInfo> AppealStages { get; } = Of<AppealStage>(
        new("FirstInstance", new("Vi har vurdert klagen", "Vi har vurdert klaga", "We have assessed it")),
        new("Forward", new("Klagen sendes klageinstansen", "Klaga blir send til klageinstansen", "It goes to the appeal body")),
        new("AppealBody", new("Klageinstansen har avgjort", "Klageinstansen har avgjort", "The appeal body has decided")),
        new("Withdraw", new("Klagen er trukket", "Klaga er trekt", "It is withdrawn")),
        new("Lapse", new("Klagen er falt bort", "Klaga er fallen bort", "It lost its point")));

    public static IReadOnlyList<ChoiceInfo> Addressees { get; } = Of<LetterAddressee>(
        new("Person", new("Personen eller fullmektigen", "Personen eller fullmektigen", "The person or the representative")),
        new("Requester", new("Den som henvendte seg", "Den som vende seg til oss", "Whoever made the request")),
        new("Representative", new("Fullmektigen", "Fullmektigen", "The representative")),
        new("Participant", new("En deltaker", "Ein deltakar", "A participant")),
        new("Coordinator", new("Koordinatoren", "Koordinatoren", "The coordinator")),
        new("AppealBody", new("Klageinstansen", "Klageinstansen", "The appeal body")),
        new("ReceivingMunicipality", new("Kommunen som tar over", "Kommunen som tek over", "The municipality that takes over")));

    public static IReadOnlyList<ChoiceInfo> LetterRoutes { get; } = Of<LetterRoute>(
        new("Automatic", new("Digitalt når det går, ellers på papir", "Digitalt når det går, elles på papir", "Digitally where possible, else on paper")),
        new("Digital", new("Digitalt", "Digitalt", "Digitally")),
        new("Paper", new("På papir", "På papir", "On paper")));

    public static IReadOnlyList<ChoiceInfo> Settlements { get; } = Of<DeadlineSettlement>(
        new("Met", new("Fristen er holdt", "Fristen er halden", "It is met")),
        new("Stopped", new("Fristen gjelder ikke lenger", "Fristen gjeld ikkje lenger", "It no longer applies")),
        new("Missed", new("Fristen er brutt", "Fristen er broten", "It is missed")));

    /// <summary>Reasons of domain §5.3, by the short code that drawings and reports use.</summary>
    public static IReadOnlyList<ChoiceInfo> NoPlanReasons { get; } =
        [.. Enum.GetValues<NoPlanReasonCode>().Select(static code => new ChoiceInfo(NoPlanReasonNames.Short(code), NoPlanReasonNames.Of(code)))];

    /// <summary>Checks that every value of an enumeration has its words, and none more.</summary>
    public static IReadOnlyList<ChoiceInfo> Of<TValue>(params IReadOnlyList<ChoiceInfo> choices)
        where TValue : struct, Enum =>
        choices.Select(choice => choice.Value).SequenceEqual(Enum.GetNames<TValue>())
            ? choices
            : throw new InvalidOperationException($"The words of {typeof(TValue).Name} are not those that it has.");
}
