namespace IndividualPlan.Workflows.Activities;

/// <summary>What people call the fields and outcomes of the steps of the toolbox.</summary>
internal static class StepWords
{
    private static readonly Dictionary<string, LocalizedText> Inputs = new(StringComparer.Ordinal)
    {
        ["action"] = new("Handling", "Handling", "Action"),
        ["appealable"] = new("Kan påklages", "Kan påklagast", "Can be appealed"),
        ["assignTo"] = new("Gis til", "Blir gjeve til", "Assign to"),
        ["channel"] = new("Kanal", "Kanal", "Channel"),
        ["codes"] = new("Grunner", "Grunnar", "Reasons"),
        ["consentType"] = new("Hva samtykket gjelder", "Kva samtykket gjeld", "What the consent is for"),
        ["correctionExpired"] = new("Fristen for retting er ute", "Fristen for retting er ute", "The time for correction is over"),
        ["countedFrom"] = new("Regnes fra", "Blir rekna frå", "Counted from"),
        ["deadline"] = new("Lovbestemt frist", "Lovfesta frist", "Legal deadline"),
        ["decidedBy"] = new("Avgjort av", "Avgjort av", "Settled by"),
        ["details"] = new("Opplysninger til brevet", "Opplysningar til brevet", "Details for the letter"),
        ["dueIn"] = new("Frist etter", "Frist etter", "Due in"),
        ["dueOn"] = new("Fristdato", "Fristdato", "Due on"),
        ["endsOn"] = new("Slutter", "Sluttar", "Ends on"),
        ["escalateAfter"] = new("Meld videre etter", "Meld vidare etter", "Escalate after"),
        ["escalateTo"] = new("Meld videre til", "Meld vidare til", "Escalate to"),
        ["eventName"] = new("Hendelse", "Hending", "Event"),
        ["exclude"] = new("Skal ikke gjøres av", "Skal ikkje gjerast av", "Not to be done by"),
        ["form"] = new("Skjema", "Skjema", "Form"),
        ["giveUpAfter"] = new("Slutt å vente etter", "Slutt å vente etter", "Give up after"),
        ["guidance"] = new("Veiledning", "Rettleiing", "Guidance"),
        ["interval"] = new("Tid til neste revisjon", "Tid til neste revisjon", "Time to the next revision"),
        ["keep"] = new("Flyter som skal gå videre", "Flytar som skal gå vidare", "Flows to keep"),
        ["kind"] = new("Gjelder", "Gjeld", "About"),
        ["leaderAfter"] = new("Meld til leder etter", "Meld til leiar etter", "Tell the leader after"),
        ["length"] = new("Lengde", "Lengd", "Length"),
        ["municipalityAfter"] = new("Meld til kommunen etter", "Meld til kommunen etter", "Tell the municipality after"),
        ["note"] = new("Merknad", "Merknad", "Note"),
        ["openBefore"] = new("Start før datoen", "Start før datoen", "Open before the date"),
        ["outcome"] = new("Utfall", "Utfall", "Outcome"),
        ["outcomes"] = new("Svar", "Svar", "Answers"),
        ["participant"] = new("Deltaker", "Deltakar", "Participant"),
        ["participants"] = new("Deltakere", "Deltakarar", "Participants"),
        ["point"] = new("Vent til", "Vent til", "Wait until"),
        ["reason"] = new("Grunn", "Grunn", "Reason"),
        ["recipient"] = new("Mottaker", "Mottakar", "Recipient"),
        ["recipientService"] = new("Tjenesten som skal få opplysninger", "Tenesta som skal få opplysningar", "The service that is to receive information"),
        ["remindAfter"] = new("Påminn etter", "Minn på etter", "Remind after"),
        ["remindBefore"] = new("Påminn før fristen", "Minn på før fristen", "Remind before the due date"),
        ["remindEvery"] = new("Gjenta påminning hver", "Minn på att kvar", "Repeat the reminder every"),
        ["role"] = new("Hvem", "Kven", "Who"),
        ["settles"] = new("Oppfyller fristen", "Oppfyller fristen", "Settles the deadline"),
        ["source"] = new("Svaret det bygger på", "Svaret det byggjer på", "The answer it builds on"),
        ["stage"] = new("Steg i behandlingen", "Steg i handsaminga", "Stage"),
        ["startEvent"] = new("Hendelsen som starter fristen", "Hendinga som startar fristen", "The event that starts the deadline"),
        ["startsOn"] = new("Regnes fra", "Blir rekna frå", "Starts on"),
        ["state"] = new("Saksstatus", "Saksstatus", "Case state"),
        ["stopFlows"] = new("Stans flyter som går", "Stans flytar som går", "Stop running flows"),
        ["subject"] = new("Hva det gjelder", "Kva det gjeld", "What it is about"),
        ["taskKey"] = new("Fast navn på oppgaven", "Fast namn på oppgåva", "Stable name of the task"),
        ["template"] = new("Brevmal", "Brevmal", "Letter template"),
        ["title"] = new("Tittel", "Tittel", "Title"),
        ["unitAfter"] = new("Meld til koordinerende enhet etter", "Meld til koordinerande eining etter", "Tell the coordinating unit after"),
        ["warnBefore"] = new("Varsle før fristen", "Varsle før fristen", "Warn before the deadline"),
        ["warnRole"] = new("Hvem som varsles", "Kven som blir varsla", "Whom to warn"),
    };

    private static readonly Dictionary<string, LocalizedText> Outcomes = new(StringComparer.Ordinal)
    {
        ["Admissible"] = new("Kan behandles", "Kan handsamast", "Admissible"),
        ["AllConfirmed"] = new("Alle har bekreftet", "Alle har stadfesta", "All confirmed"),
        ["Appointed"] = new("Oppnevnt", "Oppnemnd", "Appointed"),
        ["Approved"] = new("Godkjent", "Godkjend", "Approved"),
        ["Changes"] = new("Ønsker endringer", "Ønskjer endringar", "Wants changes"),
        ["Complete"] = new("Fullstendig", "Fullstendig", "Complete"),
        ["Done"] = new("Ferdig", "Ferdig", "Done"),
        ["Due"] = new("Datoen nærmer seg", "Datoen nærmar seg", "Due"),
        ["Given"] = new("Gitt", "Gjeve", "Given"),
        ["Inadmissible"] = new("Må avvises", "Må avvisast", "Inadmissible"),
        ["Incomplete"] = new("Mangler noe", "Manglar noko", "Incomplete"),
        ["NeedsCorrection"] = new("Må rettes", "Må rettast", "Needs correction"),
        ["NoParticipants"] = new("Ingen deltakere", "Ingen deltakarar", "No participants"),
        ["NotAnswered"] = new("Ikke besvart", "Ikkje svart på", "Not answered"),
        ["NotAppointed"] = new("Ikke oppnevnt", "Ikkje oppnemnd", "Not appointed"),
        ["Reached"] = new("Datoen er nådd", "Datoen er nådd", "Reached"),
        ["Refused"] = new("Avslått", "Avslått", "Refused"),
        ["Requested"] = new("Noen ba om revisjon", "Nokon bad om revisjon", "Requested"),
        ["Settled"] = new("Fristen er alt oppfylt", "Fristen er alt oppfylt", "Already settled"),
        ["SomeDeclined"] = new("Noen takket nei", "Nokon takka nei", "Some declined"),
    };

    public static LocalizedText Input(string name) => Inputs.GetValueOrDefault(name) ?? new(name, name, name);

    /// <summary>The name of a fixed outcome; the answers that a leader has written are their own names.</summary>
    public static LocalizedText Outcome(string name) => Outcomes.GetValueOrDefault(name) ?? new(name, name, name);
}
