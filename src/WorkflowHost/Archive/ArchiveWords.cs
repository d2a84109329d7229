using IndividualPlan.WorkflowHost.Office;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>What the pages about the archive say.</summary>
internal static class ArchiveWords
{
    public static readonly LocalizedText Title = new("Arkiv", "Arkiv", "Archive");

    public static readonly LocalizedText IsOpenAgain = new(
        "Saken er åpnet igjen, så den kan ikke kasseres.", "Saka er opna igjen, så ho kan ikkje kasserast.", "The case has been opened again, so it cannot be disposed of.");

    public static readonly LocalizedText IsNotAtRest = new(
        "Noe er fortsatt i gang i saken: en oppgave eller en arbeidsflyt. Avslutt det først.", "Noko er framleis i gang i saka: ei oppgåve eller ein arbeidsflyt. Avslutt det først.",
        "Something is still going on in the case: a task or a workflow. End it first.");

    public static readonly LocalizedText AnotherMustConfirm = new(
        "Du har selv foreslått kassasjonen. En annen må bekrefte den.", "Du har sjølv foreslått kassasjonen. Ein annan må stadfeste han.", "You have proposed the disposal yourself. Someone else must confirm it.");

    public static readonly LocalizedText Preserve = new("Bevares", "Blir bevart", "Preserved");

    public static readonly LocalizedText ReasonHint = new(
        "Står i arkivets historikk. Skriv ikke navn eller andre opplysninger om personer.", "Står i historikken til arkivet. Skriv ikkje namn eller andre opplysningar om personar.",
        "Kept in the history of the archive. Do not write names or anything else about people.");

    /// <summary>What has been done.</summary>
    public static LocalizedText Done(DisposalAct act) => act switch
    {
        DisposalAct.Hold => new("Kassasjonen er stoppet.", "Kassasjonen er stoppa.", "Held back."),
        DisposalAct.Release => new("Stoppen er opphevet.", "Stoppen er oppheva.", "No longer held back."),
        DisposalAct.Propose => new("Kassasjonen er foreslått. En annen må bekrefte den.", "Kassasjonen er foreslått. Ein annan må stadfeste han.", "The disposal is proposed. Someone else must confirm it."),
        DisposalAct.TakeBack => new("Forslaget er trukket.", "Forslaget er trekt.", "The proposal is taken back."),
        _ => new("Kassert. Det som er igjen, står her.", "Kassert. Det som er att, står her.", "Disposed of. What is left stands here."),
    };

    public static LocalizedText Kind(RetentionKind kind) => kind switch
    {
        RetentionKind.CaseFile => new("Avsluttet sak", "Avslutta sak", "Closed case"),
        RetentionKind.StruckFiles => new("Strøkne vedlegg", "Strokne vedlegg", "Struck attachments"),
        _ => new("Innsynslogg for kasserte saker", "Innsynslogg for kasserte saker", "Access log of disposed cases"),
    };

    public static LocalizedText State(DisposalState state) => state switch
    {
        DisposalState.Due => new("Kan kasseres", "Kan kasserast", "May be disposed of"),
        DisposalState.Held => new("Stoppet", "Stoppa", "Held back"),
        DisposalState.Disposed => new("Kassert", "Kassert", "Disposed of"),
        _ => new("Foreslått kassert", "Foreslått kassert", "Proposed"),
    };

    public static string Color(DisposalState state) => state switch
    {
        DisposalState.Held => "info",
        DisposalState.Proposed => "warning",
        _ => "neutral",
    };

    public static LocalizedText NotNow(DisposalState state) => state switch
    {
        DisposalState.Disposed => new("Det er allerede kassert.", "Det er allereie kassert.", "It has been disposed of already."),
        DisposalState.Held => new("Kassasjonen er stoppet. Opphev stoppen først.", "Kassasjonen er stoppa. Opphev stoppen først.", "It is held back. Release it first."),
        DisposalState.Proposed => new("Det er allerede foreslått kassert.", "Det er allereie foreslått kassert.", "It is proposed already."),
        _ => new("Det er ikke foreslått kassert.", "Det er ikkje foreslått kassert.", "It is not proposed."),
    };

    /// <summary>How long, and why it may go.</summary>
    public static LocalizedText Years(int? years) => years is { } number ? new($"{number} år", $"{number} år", $"{number} years") : Preserve;

    public static LocalizedText Track(string? track) => track is null ? new("Alle regelverk", "Alle regelverk", "All tracks") : OfficeWords.Track(track);

    /// <summary>What it is, by what people call it.</summary>
    public static LocalizedText What(Disposal disposal) => disposal.Reference is { } reference ? new(reference, reference, reference) : Kind(disposal.Kind);

    /// <summary>What the tables are called, in the record of what was removed.</summary>
    public static LocalizedText Removed(string table) => table switch
    {
        "appeals" => new("klager", "klager", "appeals"),
        "appeal_files" => new("klageoversendelser", "klageoversendingar", "appeal files"),
        "attachment_contents" => new("filer", "filer", "files"),
        "access_log" => new("innsyn i loggen", "innsyn i loggen", "looks in the log"),
        "cases" => new("sak", "sak", "case"),
        "consents" => new("samtykker", "samtykke", "consents"),
        "decisions" => new("vedtak", "vedtak", "decisions"),
        "history" => new("hendelser i historikken", "hendingar i historikken", "events in the history"),
        "human_tasks" => new("oppgaver", "oppgåver", "tasks"),
        "letters" => new("brev", "brev", "letters"),
        "persons" => new("person", "person", "person"),
        "plan_versions" => new("planversjoner", "planversjonar", "plan versions"),
        "requests" => new("henvendelser", "førespurnader", "requests"),
        "task_attachments" => new("vedlegg", "vedlegg", "attachments"),
        _ => Others,
    };

    public static readonly LocalizedText Others = new("andre opplysninger", "andre opplysningar", "other entries");
}
