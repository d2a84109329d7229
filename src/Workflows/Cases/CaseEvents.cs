using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Cases;

/// <summary>How a case event comes about.</summary>
public enum CaseEventOrigin
{
    /// <summary>Someone reports it to the case: a form, an integration, another flow. Recording what follows from it does not raise it again.</summary>
    Reported,

    /// <summary>It is recorded in the case's history, and that raises it.</summary>
    Recorded,
}

/// <summary>Something that a workflow can start on or wait for.</summary>
/// <param name="Name">Kebab-case name, stable.</param>
/// <param name="Label">What leaders read in the designer.</param>
/// <param name="Origin">Whether it is raised by being reported or by being recorded.</param>
public sealed record CaseEvent(string Name, LocalizedText Label, CaseEventOrigin Origin);

/// <summary>The events of a case that workflows may start on or wait for. Removing one would leave running workflows waiting for ever.</summary>
public static class CaseEvents
{
    /// <summary>All events.</summary>
    public static IReadOnlyList<CaseEvent> All { get; } =
    [
        Reported("need-signalled", "Behov er meldt", "Behov er meldt", "A need is signalled"),
        Reported("request-received", "Henvendelse er mottatt", "Førespurnad er motteken", "A request is received"),
        Reported("request-joined", "Ny henvendelse i åpen sak", "Ny førespurnad i open sak", "A further request in an open case"),
        Reported("request-withdrawn", "Henvendelsen er trukket", "Førespurnaden er trekt", "The request is withdrawn"),
        Reported("request-confirmed", "Personen bekrefter henvendelsen", "Personen stadfestar førespurnaden", "The person confirms the request"),
        Reported("consent-withdrawn", "Samtykke er trukket", "Samtykke er trekt", "A consent is withdrawn"),
        Reported("coordinator-requested", "Koordinator er ønsket", "Koordinator er ønskt", "A coordinator is asked for"),
        Reported("coordinator-left", "Koordinatoren slutter", "Koordinatoren sluttar", "The coordinator leaves"),
        Reported("coordinator-change-requested", "Bytte av koordinator er ønsket", "Byte av koordinator er ønskt", "Another coordinator is asked for"),
        Reported("revision-requested", "Revisjon er ønsket", "Revisjon er ønskt", "A revision is asked for"),
        Reported("meeting-called", "Det er kalt inn til møte", "Det er kalla inn til møte", "A meeting is called"),
        Reported("appeal-received", "Klage er mottatt", "Klage er motteken", "An appeal is received"),
        Reported("appeal-corrected", "Klagen er rettet", "Klaga er retta", "The appeal is put right"),
        Reported("appeal-resumed", "Klagen tas opp igjen", "Klaga blir teken opp att", "The appeal is taken up again"),
        Reported("appeal-withdrawn", "Klagen er trukket", "Klaga er trekt", "The appeal is withdrawn"),
        Reported("kvp-decided", "Vedtak om KVP", "Vedtak om KVP", "Decision on the qualification programme"),
        Reported("kvp-ended", "KVP er avsluttet", "KVP er avslutta", "The qualification programme has ended"),
        Reported("moved", "Personen flytter", "Personen flyttar", "The person moves"),
        Reported("contact-data-read", "Kontaktopplysninger er hentet", "Kontaktopplysningar er henta", "Contact data are read"),
        Reported("turns-16", "Personen fyller snart 16 år", "Personen fyller snart 16 år", "The person is about to turn 16"),
        Reported("turns-18", "Personen fyller snart 18 år", "Personen fyller snart 18 år", "The person is about to turn 18"),
        Reported("deceased", "Personen er død", "Personen er død", "The person has died"),
        Recorded("address-protection-changed", "Adressebeskyttelsen er endret", "Adressevernet er endra", "The address protection has changed"),
        Recorded("information-given", "Informasjon er gitt", "Informasjon er gitt", "Information is given"),
        Recorded("decision-made", "Vedtak er fattet", "Vedtak er fatta", "A decision is made"),
        Recorded("decision-notified", "Underretning er sendt", "Underretning er send", "Notice of the decision is sent"),
        Recorded("consent-given", "Samtykke er gitt", "Samtykke er gitt", "A consent is given"),
        Recorded("consent-end-set", "Samtykke har fått en sluttdato", "Samtykke har fått ein sluttdato", "A consent has an end date"),
        Recorded("consent-refused", "Samtykke er nektet", "Samtykke er nekta", "A consent is refused"),
        Recorded("consent-lapsed", "Samtykke er gått ut", "Samtykke har gått ut", "A consent has lapsed"),
        Recorded("coordinator-appointed", "Koordinator er oppnevnt", "Koordinator er nemnd opp", "A coordinator is appointed"),
        Recorded("coordinator-ended", "Koordinatorens periode er slutt", "Perioden til koordinatoren er slutt", "The coordinator's period has ended"),
        Recorded("responsibility-settled", "Hovedansvar er avklart", "Hovudansvar er avklart", "Main responsibility is settled"),
        Recorded("participant-confirmed", "Deltaker har bekreftet", "Deltakar har stadfesta", "A participant has confirmed"),
        Recorded("participant-declined", "Deltaker har takket nei", "Deltakar har takka nei", "A participant has declined"),
        Recorded("cooperation-agreement-in-force", "Samarbeidsavtale gjelder", "Samarbeidsavtale gjeld", "A cooperation agreement is in force"),
        Recorded("plan-approved", "Planen er godkjent", "Planen er godkjend", "The plan is approved"),
        Recorded("revision-completed", "Revisjon er gjennomført", "Revisjon er gjennomført", "A revision is completed"),
        Recorded("appeal-forwarded", "Klagen er oversendt", "Klaga er oversend", "The appeal is forwarded"),
        Recorded("appeal-decided", "Klagen er avgjort", "Klaga er avgjord", "The appeal is decided"),
        Recorded("transfer-acknowledged", "Overtakelse er bekreftet", "Overtaking er stadfesta", "Takeover is confirmed"),
        Recorded("case-closed", "Saken er avsluttet", "Saka er avslutta", "The case is closed"),
    ];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(known => known.Name)];

    /// <summary>The event with the name, or null.</summary>
    public static CaseEvent? Find(string name) => All.FirstOrDefault(known => known.Name == name);

    /// <summary>Whether recording an event of this name in history also raises it to waiting workflows.</summary>
    public static bool IsRaisedWhenRecorded(string name) => Find(name)?.Origin == CaseEventOrigin.Recorded;

    private static CaseEvent Reported(string name, string nb, string nn, string en) => new(name, new LocalizedText(nb, nn, en), CaseEventOrigin.Reported);

    private static CaseEvent Recorded(string name, string nb, string nn, string en) => new(name, new LocalizedText(nb, nn, en), CaseEventOrigin.Recorded);
}
