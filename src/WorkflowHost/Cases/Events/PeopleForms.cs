using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases.Events;

/// <summary>Reports about the person's life, and about the request.</summary>
internal static class PeopleForms
{
    public static readonly IReadOnlyList<EventForm> All =
    [
        new(
            "moved", EventGroup.Person, new("Meld at personen flytter", "Meld at personen flyttar", "Report that the person moves"),
            new("Personen spørres om saken kan sendes til den nye kommunen. Ingenting sendes uten samtykke, og saken lukkes først når den nye kommunen har tatt over.",
                "Personen blir spurd om saka kan sendast til den nye kommunen. Ingenting blir sendt utan samtykke, og saka blir ikkje lukka før den nye kommunen har teke over.",
                "The person is asked whether the file may be sent to the new municipality. Nothing is sent without consent, and the case closes only when the new municipality has taken over."),
            new("Flyttingen er registrert. Arbeidet med å overføre saken er i gang.", "Flyttinga er registrert. Arbeidet med å overføre saka er i gang.", "The move is registered. The handover has begun."),
            [
                new("movesOn", EventFieldKind.Date, new("Flyttedato", "Flyttedato", "Date of the move")),
                new("receivingMunicipality", EventFieldKind.Text, new("Ny kommune", "Ny kommune", "New municipality")) { IsOptional = true },
            ])
        {
            Fits = static s => s.IsOpen && s.State != CaseState.TransferPending,
            Confirm = new("Flyttingen er sikker", "Flyttinga er sikker", "The move is certain"),
            Reason = new("Hvor kommer opplysningen fra?", "Kvar kjem opplysninga frå?", "Where does the information come from?"),
        },
        new(
            "contact-data-read", EventGroup.Person, new("Registrer reservasjon og kontaktopplysninger", "Registrer reservasjon og kontaktopplysningar", "Register reservation and contact data"),
            new("Brev går digitalt bare når personen ikke har reservert seg, og kontaktopplysningene er bekreftet de siste 18 månedene. Ellers går de på papir.",
                "Brev går digitalt berre når personen ikkje har reservert seg, og kontaktopplysningane er stadfesta dei siste 18 månadene. Elles går dei på papir.",
                "Letters go digitally only when the person is not reserved and the contact data were confirmed in the last 18 months. Otherwise they go on paper."),
            new("Opplysningene er registrert. De gjelder fra neste brev.", "Opplysningane er registrerte. Dei gjeld frå neste brev.", "The data are registered. They count from the next letter."),
            [
                new("isReserved", EventFieldKind.Flag, new("Personen har reservert seg mot digitale brev", "Personen har reservert seg mot digitale brev", "The person is reserved against digital letters")),
                new("confirmedOn", EventFieldKind.PastDate, new("Når kontaktopplysningene sist ble bekreftet", "Når kontaktopplysningane sist vart stadfesta", "When the contact data were last confirmed"))
                {
                    IsOptional = true,
                    Preset = "",
                    Hint = new("La feltet stå tomt når registeret ikke har noen.", "La feltet stå tomt når registeret ikkje har nokon.", "Leave it empty when the register has none."),
                },
            ])
        {
            Fits = static s => s.IsOpen,
            Confirm = new("Jeg har slått opp i kontakt- og reservasjonsregisteret", "Eg har slått opp i kontakt- og reservasjonsregisteret", "I have looked in the contact and reservation register"),
            Reason = new("Hvor kommer opplysningen fra?", "Kvar kjem opplysninga frå?", "Where does the information come from?"),
        },
        new(
            "deceased", EventGroup.Person, new("Meld dødsfall", "Meld dødsfall", "Report a death"),
            new("Saken lukkes med en gang. Brev, påminnelser og oppgaver stanses, deltakere mister tilgangen, og planen låses.", "Saka blir lukka med ein gong. Brev, påminningar og oppgåver blir stansa, deltakarar mister tilgangen, og planen blir låst.", "The case closes at once. Letters, reminders and tasks stop, participants lose access, and the plan is locked."),
            new("Meldingen er registrert. Saken er lukket, og alt som skulle sendes, er stanset.", "Meldinga er registrert. Saka er lukka, og alt som skulle sendast, er stansa.", "The report is registered. The case is closed, and everything that was to be sent is stopped."),
            [new("deceasedOn", EventFieldKind.PastDate, new("Dødsdato", "Dødsdato", "Date of death")) { Preset = "" }])
        {
            Fits = static s => s.IsOpen,
            Confirm = new("Dødsfallet er bekreftet. Jeg forstår at dette ikke kan gjøres om", "Dødsfallet er stadfesta. Eg forstår at dette ikkje kan gjerast om", "The death is confirmed. I understand that this cannot be undone"),
            Reason = new("Hvor kommer opplysningen fra?", "Kvar kjem opplysninga frå?", "Where does the information come from?"),
        },
        new(
            "kvp-decided", EventGroup.Person, new("Meld vedtak om kvalifiseringsprogram", "Meld vedtak om kvalifiseringsprogram", "Report a decision on the qualification programme"),
            new("Deltakere i programmet har rett til plan uten egen vurdering. Saksbehandleren får en oppgave med å informere, eller planen revideres.", "Deltakarar i programmet har rett til plan utan eiga vurdering. Saksbehandlaren får ei oppgåve med å informere, eller planen blir revidert.", "Participants in the programme have a right to a plan without assessment. The case manager gets the task of informing, or the plan is revised."),
            new("Vedtaket om kvalifiseringsprogram er registrert.", "Vedtaket om kvalifiseringsprogram er registrert.", "The programme decision is registered."),
            [
                new("startsOn", EventFieldKind.Date, new("Programmet begynner", "Programmet tek til", "The programme begins")),
                new("endsOn", EventFieldKind.Date, new("Programmet slutter", "Programmet sluttar", "The programme ends")) { IsOptional = true },
            ])
        { Fits = static s => s.IsOpen },
        new(
            "kvp-ended", EventGroup.Person, new("Meld at kvalifiseringsprogrammet er slutt", "Meld at kvalifiseringsprogrammet er slutt", "Report that the qualification programme has ended"),
            new("Planen slutter ikke av seg selv. Saksbehandleren får en oppgave med å vurdere om behovet fortsatt er der.", "Planen sluttar ikkje av seg sjølv. Saksbehandlaren får ei oppgåve med å vurdere om behovet framleis er der.", "The plan does not end by itself. The case manager gets the task of assessing whether the need is still there."),
            new("Slutten på programmet er registrert.", "Slutten på programmet er registrert.", "The end of the programme is registered."),
            [new("endedOn", EventFieldKind.PastDate, new("Siste dag i programmet", "Siste dag i programmet", "Last day of the programme"))])
        { Fits = static s => s.IsOpen },
        new(
            "need-signalled", EventGroup.Person, new("Meld et nytt behov", "Meld eit nytt behov", "Report a new need"),
            new("Saksbehandleren får en oppgave med å informere personen om individuell plan.", "Saksbehandlaren får ei oppgåve med å informere personen om individuell plan.", "The case manager gets the task of informing the person about individual plan."),
            new("Behovet er meldt videre.", "Behovet er meldt vidare.", "The need is passed on."),
            [new("occurredOn", EventFieldKind.PastDate, new("Når ble behovet kjent?", "Når vart behovet kjent?", "When did the need become known?"))])
        { Fits = static s => s.State is CaseState.Identified or CaseState.InformationGiven or CaseState.Refused or CaseState.NotPursued or CaseState.CoordinatorOnly, Reason = new("Hva slags behov er det?", "Kva slags behov er det?", "What need is it?") },
        new(
            "request-withdrawn", EventGroup.Request, new("Meld at henvendelsen er trukket", "Meld at førespurnaden er trekt", "Report that the request is withdrawn"),
            new("Arbeidet med henvendelsen stanser, og personen får brev om at saken hviler. Det er ikke et avslag, og personen kan komme tilbake.", "Arbeidet med førespurnaden stansar, og personen får brev om at saka kviler. Det er ikkje eit avslag, og personen kan kome tilbake.", "Work on the request stops, and the person gets a letter that the case rests. It is no refusal, and the person may come back."),
            new("Henvendelsen er registrert som trukket.", "Førespurnaden er registrert som trekt.", "The request is registered as withdrawn."),
            [new("requestId", EventFieldKind.Choice, new("Hvilken henvendelse?", "Kva for ein førespurnad?", "Which request?")) { Choices = Requests }])
        {
            Fits = static s => s.State is CaseState.Requested or CaseState.UnderAssessment && s.Requests.Count > 0,
            Confirm = new("Personen har selv sagt at ønsket trekkes", "Personen har sjølv sagt at ønsket blir trekt", "The person has said that the wish is withdrawn"),
        },
        new(
            "request-confirmed", EventGroup.Request, new("Meld at personen bekrefter henvendelsen", "Meld at personen stadfestar førespurnaden", "Report that the person confirms the request"),
            new("Henvendelsen fra en annen blir personens egen, og fullmakt trengs ikke lenger.", "Førespurnaden frå ein annan blir personens eigen, og fullmakt trengst ikkje lenger.", "The request of another becomes the person's own, and no authorization is needed."),
            new("Henvendelsen er bekreftet av personen.", "Førespurnaden er stadfesta av personen.", "The request is confirmed by the person."),
            [new("requestId", EventFieldKind.Choice, new("Hvilken henvendelse?", "Kva for ein førespurnad?", "Which request?")) { Choices = Requests }])
        { Fits = static s => s.IsOpen && s.Requests.Any(static r => r.Authorization is AuthorizationState.Missing or AuthorizationState.Rejected) },
    ];

    private static IReadOnlyList<Choice> Requests(EventSubjects subjects, string language) =>
        [.. subjects.Requests.Select(r => new Choice(r.Id.ToString(), $"{Dates.Show(r.ReceivedOn, language)}, {RequestWords.Channel(r.Channel).In(language)}, {RequestWords.Requester(r.Requester.Role).In(language)}"))];
}
