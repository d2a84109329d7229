using IndividualPlan.WorkflowHost.Letters;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Letters;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryDetails;
using static IndividualPlan.WorkflowHost.Cases.History.HistoryTelling;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>Tasks, letters and the flows behind them.</summary>
internal static class WorkTellings
{
    public static IReadOnlyDictionary<string, HistoryTelling> All { get; } = new Dictionary<string, HistoryTelling>(StringComparer.Ordinal)
    {
        ["task-opened"] = new(HistoryKind.Task, static d => Join(Say("Oppgaven {0} ble gitt til {1}", "Oppgåva {0} vart gjeven til {1}", "The task {0} was given to {1}", d.Task, d.User("assignee") ?? d.Role("role")), Also(d.Date("dueOn"), ", frist {0}", ", frist {0}", ", due {0}"))),
        ["task-claimed"] = Task("{0} ble tatt av {1}", "{0} vart teken av {1}", "{0} was taken by {1}"),
        ["task-released"] = Task("{0} ble gitt fra seg", "{0} vart gjeven frå seg", "{0} was given back"),
        ["task-assigned"] = Task("{0} ble gitt til {1}", "{0} vart gjeven til {1}", "{0} was handed to {1}"),
        ["task-completed"] = Task("{0} ble fullført", "{0} vart fullført", "{0} was completed"),
        ["task-cancelled"] = Task("{0} ble avlyst", "{0} vart avlyst", "{0} was called off"),
        ["task-put-on-hold"] = Task("{0} ble satt på vent", "{0} vart sett på vent", "{0} was put on hold"),
        ["task-resumed"] = Task("{0} ble tatt opp igjen", "{0} vart teken opp att", "{0} was taken up again"),
        ["task-reminder-sent"] = Task("Påminnelse om {0}", "Påminning om {0}", "Reminder of {0}"),
        ["task-escalated"] = Task("Leder ble varslet om {0}", "Leiar vart varsla om {0}", "The leader was told of {0}"),
        ["task-due-date-changed"] = new(HistoryKind.Task, static d => Say("Oppgaven {0} fikk ny frist: {1}", "Oppgåva {0} fekk ny frist: {1}", "The task {0} got a new due date: {1}", d.Task, d.Date("dueOn"))),
        ["task-taken-over"] = Task("{0} ble overtatt av {1}", "{0} vart overteken av {1}", "{0} was taken over by {1}"),
        ["task-commented"] = Task("{0} fikk en kommentar", "{0} fekk ein kommentar", "{0} got a comment"),
        ["task-comment-struck"] = Task("En kommentar på {0} ble strøket", "Ein kommentar på {0} vart stroken", "A comment on {0} was struck"),
        ["task-file-attached"] = Task("{0} fikk et vedlegg", "{0} fekk eit vedlegg", "{0} got an attachment"),
        ["task-file-struck"] = Task("Et vedlegg til {0} ble strøket", "Eit vedlegg til {0} vart stroke", "An attachment to {0} was struck"),
        ["task-follow-up-changed"] = new(HistoryKind.Task, static d => d.Date("followUpOn") is { } on
            ? Say("Oppgaven {0} skal følges opp {1}", "Oppgåva {0} skal følgjast opp {1}", "The task {0} is to be followed up on {1}", d.Task, on)
            : Say("Oppfølgingsdatoen for {0} ble fjernet", "Oppfølgingsdatoen for {0} vart fjerna", "The follow-up date of {0} was removed", d.Task)),

        ["letter-queued"] = Letter("Brevet «{0}» ble skrevet, til {1}", "Brevet «{0}» vart skrive, til {1}", "The letter “{0}” was written, to {1}"),
        ["letter-sent"] = Letter("Brevet «{0}» ble sendt, {2}", "Brevet «{0}» vart sendt, {2}", "The letter “{0}” was sent, {2}"),
        ["letter-stopped"] = Letter("Brevet «{0}» ble stoppet før det ble sendt", "Brevet «{0}» vart stoppa før det vart sendt", "The letter “{0}” was stopped before it was sent"),
        ["letter-opened"] = Letter("Brevet «{0}» ble åpnet", "Brevet «{0}» vart opna", "The letter “{0}” was opened"),
        ["letter-alerted-again"] = Letter("Nytt varsel om brevet «{0}», som ikke er åpnet", "Nytt varsel om brevet «{0}», som ikkje er opna", "A second alert about the letter “{0}”, which has not been opened"),
        ["letter-not-sent"] = new(HistoryKind.Letter, static d => d.Code("reason") == nameof(AddressProtection)
            ? Say("Brevet «{0}» ble ikke sendt, fordi adressen er strengt fortrolig", "Brevet «{0}» vart ikkje sendt, fordi adressa er strengt fortruleg", "The letter “{0}” was not sent, because the address is strictly confidential", Template(d))
            : Say("Brevet «{0}» ble ikke sendt, fordi personen er død", "Brevet «{0}» vart ikkje sendt, fordi personen er død", "The letter “{0}” was not sent, because the person has died", Template(d))),

        ["case-exported"] = Plainly(HistoryKind.Case, "Saken ble eksportert til et annet arkiv", "Saka vart eksportert til eit anna arkiv", "The case was exported for another archive"),

        ["workflow-incident-raised"] = Plainly(HistoryKind.Flow, "Et steg i arbeidsflyten stoppet", "Eit steg i arbeidsflyten stoppa", "A step of the workflow stopped"),
        ["workflow-incident-resolved"] = Plainly(HistoryKind.Flow, "Steget som hadde stoppet, gikk gjennom", "Steget som hadde stoppa, gjekk gjennom", "The step that had stopped got through"),
        ["incident-retried"] = Plainly(HistoryKind.Flow, "Steget som hadde stoppet, ble prøvd på nytt", "Steget som hadde stoppa, vart prøvd på nytt", "The step that had stopped was tried again"),
        ["workflow-instance-started"] = Plainly(HistoryKind.Flow, "En arbeidsflyt ble satt i gang for hånd", "Ein arbeidsflyt vart sett i gang for hand", "A workflow was started by hand"),
        ["workflow-instance-cancelled"] = Plainly(HistoryKind.Flow, "En arbeidsflyt ble avlyst", "Ein arbeidsflyt vart avlyst", "A workflow was called off"),
        ["workflow-instance-move-undone"] = Plainly(HistoryKind.Flow, "En arbeidsflyt ble satt tilbake til versjonen den kom fra", "Ein arbeidsflyt vart sett tilbake til versjonen han kom frå", "A workflow was put back to the version that it came from"),
        ["workflow-instance-migrated"] = Plainly(HistoryKind.Flow, "En arbeidsflyt ble flyttet til en annen versjon", "Ein arbeidsflyt vart flytt til ein annan versjon", "A workflow was moved to another version"),
        ["workflow-step-cancelled"] = Plainly(HistoryKind.Flow, "Et steg i arbeidsflyten ble avlyst", "Eit steg i arbeidsflyten vart avlyst", "A step of the workflow was called off"),
        ["workflow-step-scheduled"] = Plainly(HistoryKind.Flow, "Et steg i arbeidsflyten ble satt i gang for hånd", "Eit steg i arbeidsflyten vart sett i gang for hand", "A step of the workflow was begun by hand"),
        ["workflow-variable-modified"] = Plainly(HistoryKind.Flow, "En verdi i arbeidsflyten ble endret for hånd", "Ein verdi i arbeidsflyten vart endra for hand", "A value in the workflow was changed by hand"),
        ["workflow-event-triggered"] = Plainly(HistoryKind.Flow, "En hendelse ble meldt til arbeidsflyten for hånd", "Ei hending vart meld til arbeidsflyten for hand", "An event was raised to the workflow by hand"),
        ["workflow-wait-resumed"] = Plainly(HistoryKind.Flow, "Et steg som ventet, ble sendt videre for hånd", "Eit steg som venta, vart sendt vidare for hand", "A waiting step was sent on by hand"),
    };

    private static HistoryTelling Task(string nb, string nn, string en) => new(HistoryKind.Task, d => Say(Subject(nb, "Oppgaven"), Subject(nn, "Oppgåva"), Subject(en, "The task"), d.Task, d.User("assignee")));

    /// <summary>A sentence that begins with the title says what it is the title of.</summary>
    private static string Subject(string sentence, string task) => sentence.StartsWith("{0}", StringComparison.Ordinal) ? $"{task} {sentence}" : sentence;

    private static LocalizedText? Template(HistoryDetails d) => d.Code("template") is { } key ? LetterTemplateNames.Of(key) : null;

    private static HistoryTelling Letter(string nb, string nn, string en) => new(HistoryKind.Letter, d => Say(
        nb, nn, en, Template(d), d.Of<LetterRecipientKind>("recipient") is { } to ? Lower(LetterWords.Recipient(to)) : null,
        d.Of<LetterChannel>("channel") is { } channel ? Lower(LetterWords.Channel(channel)) : null));
}
