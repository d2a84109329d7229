using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Letters;

/// <summary>What a letter must say, and what it must not.</summary>
/// <param name="Required">Must be said.</param>
/// <param name="Forbidden">Must not be said.</param>
public sealed record LetterDemands(IReadOnlyList<LetterElement> Required, IReadOnlyList<LetterElement> Forbidden);

/// <summary>The legal content of each letter on each track, as data (L-42, L-43, L-45, L-46 and the facts named below). Shipped letters and those that an office writes itself are held to the same.</summary>
public static class LetterContent
{
    private static readonly LocalizedText Fvl24 = new("forvaltningsloven §§ 24–25", "forvaltningslova §§ 24–25", "Public Administration Act §§ 24–25");
    private static readonly LocalizedText Fvl27 = new("forvaltningsloven § 27", "forvaltningslova § 27", "Public Administration Act § 27");
    private static readonly LocalizedText Pbrl7 = new("pasient- og brukerrettighetsloven kapittel 7", "pasient- og brukarrettslova kapittel 7", "Patients' Rights Act chapter 7");
    private static readonly LocalizedText Fvl11 = new("forvaltningsloven § 11", "forvaltningslova § 11", "Public Administration Act § 11");
    private static readonly LocalizedText Fvl11A = new("forvaltningsloven § 11 a", "forvaltningslova § 11 a", "Public Administration Act § 11 a");
    private static readonly LocalizedText Fvl32 = new("forvaltningsloven § 32", "forvaltningslova § 32", "Public Administration Act § 32");
    private static readonly LocalizedText Fvl33 = new("forvaltningsloven § 33", "forvaltningslova § 33", "Public Administration Act § 33");
    private static readonly LocalizedText Fvl36 = new("forvaltningsloven § 36", "forvaltningslova § 36", "Public Administration Act § 36");
    private static readonly LocalizedText F1110 = new("forskrift om individuell plan", "forskrift om individuell plan", "Regulation on individual plan");
    private static readonly LocalizedText Secrecy = new("taushetsplikten, forvaltningsloven § 13", "teieplikta, forvaltningslova § 13", "duty of confidentiality, Public Administration Act § 13");
    private static readonly LocalizedText Coordinator = new("helse- og omsorgstjenesteloven § 7-2", "helse- og omsorgstenestelova § 7-2", "Health and Care Services Act § 7-2");

    private static readonly LetterElement Reference = Field("reference", new("referansen til saken", "referansen til saka", "the reference of the case"), new("eForvaltningsforskriften § 6", "eForvaltningsforskrifta § 6", "eGovernment Regulation § 6"));
    private static readonly LetterElement Name = Field("name", new("navnet på personen", "namnet på personen", "the person's name"), Secrecy);
    private static readonly LetterElement ReceivedOn = Field("receivedOn", new("når henvendelsen kom", "når førespurnaden kom", "when the request came"), Fvl11A);

    // L-42: reasons with rules, facts and what weighed most.
    private static readonly LetterElement Reasons = Field("decision.reasons", new("begrunnelsen", "grunngivinga", "the reasons"), Fvl24);
    private static readonly LetterElement LegalBasis = Field("legalBasis", new("hvilke regler avgjørelsen bygger på", "kva reglar avgjerda byggjer på", "the legal basis"), Fvl24);

    // L-43 and, on the health tracks, L-46.
    private static readonly LetterElement AppealBody = Field("appealBody", new("hvem som avgjør klagen", "kven som avgjer klaga", "who decides the appeal"), Fvl27);
    private static readonly LetterElement AppealWeeks = Field("appealWeeks", new("klagefristen", "klagefristen", "the deadline for appeal"), Fvl27);
    private static readonly LetterElement AppealRight = Phrase(new("at en kan klage", "at ein kan klage", "that one can appeal"), Fvl27, "du kan klage|kan du klage|rett til å klage", "du kan klage|kan du klage|rett til å klage", "you can appeal|may appeal|right to appeal");
    private static readonly LetterElement AppealHow = Phrase(new("hvor klagen sendes", "kvar klaga skal sendast", "where to send the appeal"), Fvl27, "klagen til oss|klagen sendes til oss", "klaga til oss|klaga skal sendast til oss", "appeal to us|complaint to us");
    private static readonly LetterElement SeeFile = Phrase(new("at en kan se dokumentene i saken", "at ein kan sjå dokumenta i saka", "that one may see the documents"), Fvl27, "se dokumentene|innsyn", "sjå dokumenta|innsyn", "see the documents|access to the documents");
    private static readonly LetterElement Guidance = Phrase(new("at kontoret hjelper med klagen", "at kontoret hjelper med klaga", "that the office gives guidance"), Fvl27, "hjelper deg|veilede|veiledning", "hjelper deg|rettleie|rettleiing", "help you|guidance");
    private static readonly LetterElement Deferred = Phrase(new("at en kan be om å vente med å sette avgjørelsen i verk", "at ein kan be om å vente med å setje avgjerda i verk", "that one may ask for deferred implementation"), Fvl27, "settes i verk|utsatt iverksetting", "sett i verk|setjast i verk|utsett iverksetjing", "put into effect|deferred");
    private static readonly LetterElement LegalAid = Phrase(new("fri rettshjelp", "fri rettshjelp", "free legal aid"), Fvl27, "fri rettshjelp", "fri rettshjelp", "free legal aid");
    private static readonly LetterElement Costs = Phrase(new("at en kan kreve å få dekket kostnader", "at ein kan krevje å få dekt kostnader", "that costs may be claimed"), Fvl36, "kostnader", "kostnader", "costs");
    private static readonly LetterElement Ombud = Phrase(new("Pasient- og brukerombudet", "Pasient- og brukarombodet", "the Health and Social Services Ombud"), Pbrl7, "brukerombud", "brukarombod", "ombud");
    private static readonly LetterElement Supervision = Phrase(new("at en kan be om tilsyn", "at ein kan be om tilsyn", "that one may ask for supervision"), Pbrl7, "tilsyn", "tilsyn", "supervis");
    private static readonly LetterElement Caseworker = Field("caseworker", new("navnet på saksbehandleren", "namnet på saksbehandlaren", "the caseworker's name"), new("den nye forvaltningsloven § 59", "den nye forvaltningslova § 59", "new Public Administration Act § 59"));
    private static readonly LetterElement Responsible = Field("responsible", new("navnet på den som har godkjent", "namnet på den som har godkjent", "the approver's name"), new("den nye forvaltningsloven § 59", "den nye forvaltningslova § 59", "new Public Administration Act § 59"));

    // L-45
    private static readonly LetterElement NoServices = Phrase(new("at planen i seg selv ikke gir tjenester", "at planen i seg sjølv ikkje gjev tenester", "that the plan in itself gives no services"), F1110, "gir i seg selv ingen tjenester|gir ikke i seg selv", "gjev i seg sjølv ingen tenester|gjev ikkje i seg sjølv", "in itself gives no services");

    private static readonly LetterElement Reason = Field("reason", new("hvorfor svaret drar ut", "kvifor svaret dreg ut", "why the answer is late"), Fvl11A);
    private static readonly LetterElement ExpectedOn = Field("expectedOn", new("når svaret kan ventes", "når svaret kan ventast", "when an answer can be expected"), Fvl11A);
    private static readonly LetterElement CoordinatorRight = Phrase(new("at en kan ha rett til koordinator også uten plan", "at ein kan ha rett til koordinator også utan plan", "that one may have the right to a coordinator even without a plan"), Coordinator, "rett til en koordinator|rett til koordinator", "rett til ein koordinator|rett til koordinator", "right to a coordinator");
    private static readonly LetterElement ChangeMind = Phrase(new("at en kan ombestemme seg", "at ein kan ombestemme seg", "that one may change one's mind"), F1110, "ombestemme deg|komme tilbake", "ombestemme deg|kome tilbake", "change your mind|come back");
    private static readonly LetterElement Voluntary = Phrase(new("at det er frivillig", "at det er frivillig", "that it is voluntary"), F1110, "frivillig", "frivillig", "voluntary");
    private static readonly LetterElement WithConsent = Phrase(new("at planen bare lages med samtykke", "at planen berre blir laga med samtykke", "that the plan is made only with consent"), F1110, "samtykker", "samtykkjer", "consent");
    private static readonly LetterElement Authorization = Phrase(new("at fullmakten må være skriftlig", "at fullmakta må vere skriftleg", "that the authorization must be written"), new("forvaltningsloven § 12", "forvaltningslova § 12", "Public Administration Act § 12"), "skriftlig fullmakt", "skriftleg fullmakt", "written authorization");
    private static readonly LetterElement Confidential = Phrase(new("taushetsplikten", "teieplikta", "the duty of confidentiality"), Secrecy, "taushetsplikt", "teieplikt", "confidentiality");
    private static readonly LetterElement ForwardedDate = Phrase(new("at datoen henvendelsen kom, fortsatt gjelder", "at datoen førespurnaden kom, framleis gjeld", "that the date of receipt still counts"), Fvl11, "gjelder fortsatt", "gjeld framleis", "still counts");

    // L-51
    private static readonly LetterElement Purpose = Phrase(new("formålet med samtykket", "føremålet med samtykket", "the purpose of the consent"), F1110, "formål", "føremål", "purpose");
    private static readonly LetterElement WhichInformation = Field("informationCategories", new("hvilke opplysninger samtykket gjelder", "kva opplysningar samtykket gjeld", "which information the consent covers"), F1110);
    private static readonly LetterElement HowLong = Field("endsOn", new("hvor lenge samtykket gjelder", "kor lenge samtykket gjeld", "how long the consent lasts"), F1110);
    private static readonly LetterElement ToWhom = Field("services", new("hvem som får opplysningene", "kven som får opplysningane", "who gets the information"), F1110);
    private static readonly LetterElement FromWhom = Field("office", new("hvem opplysningene kommer fra", "kven opplysningane kjem frå", "who gives the information"), F1110);
    private static readonly LetterElement Withdraw = Phrase(new("at samtykket kan trekkes når som helst", "at samtykket kan trekkjast når som helst", "that the consent may be withdrawn at any time"), F1110, "trekke samtykket|trekke et samtykke", "trekkje samtykket|trekkje eit samtykke", "withdraw the consent|withdraw a consent");

    private static readonly LetterElement DutyToContribute = Phrase(new("plikten til å medvirke", "plikta til å medverke", "the duty to contribute"), F1110, "plikt til å medvirke", "plikt til å medverke", "duty to contribute");
    private static readonly LetterElement NextRevision = Field("nextRevisionOn", new("når planen skal gås gjennom", "når planen skal gåast gjennom", "when the plan is gone through"), F1110);
    private static readonly LetterElement OwnApproval = Phrase(new("at planen først gjelder når personen har godkjent den", "at planen først gjeld når personen har godkjent han", "that the plan needs the person's approval"), F1110, "når du har godkjent", "når du har godkjent", "when you have approved");

    private static readonly LetterElement CorrectionDue = Field("dueOn", new("fristen for å rette", "fristen for å rette", "the deadline to put it right"), Fvl32);
    private static readonly LetterElement Unsigned = Phrase(new("hva som mangler", "kva som manglar", "what is missing"), Fvl32, "underskrevet", "underskriven", "signed");
    private static readonly LetterElement MayBeDismissed = Phrase(new("at klagen ellers kan bli avvist", "at klaga elles kan bli avvist", "that the appeal may be dismissed otherwise"), Fvl32, "avvise klagen", "avvise klaga", "dismiss the appeal");
    private static readonly LetterElement Dismissal = Field("dismissal", new("hvorfor klagen er avvist", "kvifor klaga er avvist", "why the appeal is dismissed"), Fvl24);
    private static readonly LetterElement DismissalLaw = Field("dismissalLaw", new("hvilke regler avvisningen bygger på", "kva reglar avvisinga byggjer på", "the legal basis of the dismissal"), Fvl24);
    private static readonly LetterElement Reconsider = Phrase(new("at en kan be om ny vurdering uten klage", "at ein kan be om ny vurdering utan klage", "that one may ask for reconsideration"), Fvl33, "på nytt uten klage", "på nytt utan klage", "again without an appeal");
    private static readonly LetterElement Comments = Phrase(new("at en kan sende merknader", "at ein kan sende merknader", "that one may comment"), Fvl33, "merknader", "merknader", "comments");
    private static readonly LetterElement CostsDue = Field("costsDeadlineOn", new("fristen for å kreve kostnader", "fristen for å krevje kostnader", "the deadline for claiming costs"), Fvl36);
    private static readonly LetterElement AppealReceivedOn = Field("appealReceivedOn", new("når klagen kom", "når klaga kom", "when the appeal came"), Fvl32);
    private static readonly LetterElement DecidedOn = Field("decidedOn", new("når klagen ble avgjort", "når klaga vart avgjord", "when the appeal was decided"), Fvl27);
    private static readonly LetterElement EndsWithDecision = Phrase(new("at en kan få en avgjørelse å klage på", "at ein kan få ei avgjerd å klage på", "that one may get a decision to appeal against"), new("sosialtjenesteloven § 41", "sosialtenestelova § 41", "Social Services Act § 41"), "som du kan klage på", "som du kan klage på", "that you can appeal");

    // L-112
    private static readonly LetterElement[] Statement =
    [
        .. new (string Field, LocalizedText Name)[]
        {
            ("statement.question", new("spørsmålet i saken", "spørsmålet i saka", "the question in the case")),
            ("statement.investigation", new("dokumentasjon og undersøkelser", "dokumentasjon og undersøkingar", "documentation and investigation")),
            ("statement.law", new("rettskildene", "rettskjeldene", "the sources of law")),
            ("statement.arguments", new("klagerens argumenter", "argumenta til klagaren", "the appellant's arguments")),
            ("statement.assessment", new("vurderingen", "vurderinga", "the assessment")),
        }.Select(static part => Field(part.Field, part.Name, Fvl33)),
    ];

    /// <summary>What a letter must say and must not say on a track.</summary>
    /// <param name="template">A key of <see cref="LetterTemplateKey"/>.</param>
    /// <param name="rules">The rule set; a set that demands it has decisions name caseworker and approver (FVL25 § 59).</param>
    /// <param name="track">The track; the health tracks follow another law (L-46).</param>
    public static LetterDemands Of(string template, RuleSet rules, TrackRules track) => template switch
    {
        LetterTemplateKey.Receipt => Must(Reference, ReceivedOn), // L-26
        LetterTemplateKey.ReceiptThirdParty => new([Confidential], [Reference, Name, ReceivedOn]), // L-25: neither confirms nor denies.
        LetterTemplateKey.AuthorizationMissing => new([Authorization, Confidential], [Reference, Name, ReceivedOn]),
        LetterTemplateKey.InformationOffer => Must(Voluntary, WithConsent, NoServices, CoordinatorRight), // L-15 … L-20
        LetterTemplateKey.PreliminaryReply => Must(ReceivedOn, Reason, ExpectedOn), // L-30
        LetterTemplateKey.DelayNotice => Must(Reason, ExpectedOn), // L-33
        LetterTemplateKey.DecisionGranted => Must([.. track.GivesPlan ? [NoServices] : Array.Empty<LetterElement>(), .. Decision(rules, track)]),
        LetterTemplateKey.DecisionRefused or LetterTemplateKey.DecisionDismissed => Must([.. Decision(rules, track)]),
        LetterTemplateKey.NotPursued => new([ChangeMind, CoordinatorRight], [AppealRight, AppealHow]), // L-44: not a refusal.
        LetterTemplateKey.RequestForwarded => Must(ReceivedOn, ForwardedDate),
        LetterTemplateKey.ConsentForm => Must(Voluntary, Purpose, WhichInformation, FromWhom, HowLong, Withdraw),
        LetterTemplateKey.ConsentSharingForm => Must(Voluntary, Purpose, WhichInformation, FromWhom, ToWhom, HowLong, Withdraw),
        LetterTemplateKey.ConsentWithdrawn => Must(Confidential),
        LetterTemplateKey.CoordinatorChangeRefused => Must([Field("reasons", Reasons.Name, Fvl24), LegalBasis, .. HowToAppeal(track)]), // L-62
        LetterTemplateKey.ParticipantInvitation => Must(DutyToContribute, Confidential),
        LetterTemplateKey.PlanForApproval => Must(OwnApproval, NoServices),
        LetterTemplateKey.PlanApproved => Must(NextRevision, Withdraw, NoServices, AppealRight, AppealBody, AppealHow), // L-102
        LetterTemplateKey.RevisionReminder => Must(NextRevision),
        LetterTemplateKey.AppealReceipt => Must(AppealReceivedOn, AppealBody, SeeFile, Guidance),
        LetterTemplateKey.AppealDefects => Must(Unsigned, CorrectionDue, MayBeDismissed, Guidance), // D-8
        LetterTemplateKey.AppealDismissed => Must([Dismissal, DismissalLaw, Reconsider, Supervision, .. HowToAppeal(track)]), // L-96
        LetterTemplateKey.AppealUpheldCopy => Must([AppealBody, Comments, SeeFile, .. Statement]), // L-92
        LetterTemplateKey.AppealForwarded => Must([Reference, AppealBody, .. Statement]),
        LetterTemplateKey.AppealReversed => Must([Costs, CostsDue, .. track.GivesPlan ? [NoServices] : Array.Empty<LetterElement>(), .. Decision(rules, track)]), // L-100
        LetterTemplateKey.AppealBodyOutcome => Must(AppealBody, DecidedOn, Guidance),
        LetterTemplateKey.CaseCosts => Must(Costs, CostsDue),
        LetterTemplateKey.Closing => Must(ChangeMind, CoordinatorRight, EndsWithDecision), // L-107
        _ => Must(Reference),
    };

    private static LetterDemands Must(params LetterElement[] required) => new(required, []);

    private static IEnumerable<LetterElement> Decision(RuleSet rules, TrackRules track) =>
        [Reasons, LegalBasis, .. HowToAppeal(track), .. rules.Decision.NamesCaseworker ? [Caseworker, Responsible] : Array.Empty<LetterElement>()];

    /// <summary>FVL § 27 has its own list; on the health tracks the complaint follows PBRL chapter 7, where deferral, legal aid and costs have no place.</summary>
    private static IEnumerable<LetterElement> HowToAppeal(TrackRules track) =>
        [AppealRight, AppealBody, AppealWeeks, AppealHow, SeeFile, Guidance, .. track.DecisionForm == DecisionForm.WrittenAnswer ? [Ombud, Supervision] : new[] { Deferred, LegalAid, Costs }];

    private static LetterElement Field(string field, LocalizedText name, LocalizedText law) => new(name, law) { Field = field };

    private static LetterElement Phrase(LocalizedText name, LocalizedText law, string nb, string nn, string en) => new(name, law) { Phrases = new(nb, nn, en) };
}
