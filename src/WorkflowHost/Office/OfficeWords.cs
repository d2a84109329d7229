using System.Globalization;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>What the office pages call things.</summary>
internal static class OfficeWords
{
    public static readonly LocalizedText Title = new("Frister og avvik", "Fristar og avvik", "Deadlines and deviations");

    /// <summary>Heading of a block.</summary>
    public static LocalizedText Heading(OfficeBlock block) => block switch
    {
        OfficeBlock.OverdueDeadlines => new("Frister som er brutt", "Fristar som er brotne", "Deadlines that are broken"),
        OfficeBlock.DeadlinesDueSoon => new("Frister som går ut innen 7 dager", "Fristar som går ut innan 7 dagar", "Deadlines that run out within 7 days"),
        OfficeBlock.UnassignedTasks => new("Oppgaver som ingen har tatt", "Oppgåver som ingen har teke", "Tasks that nobody has taken"),
        OfficeBlock.OverdueTasks => new("Oppgaver som er over fristen", "Oppgåver som er over fristen", "Tasks past their date"),
        OfficeBlock.CasesWithoutCoordinator => new("Saker uten koordinator", "Saker utan koordinator", "Cases without a coordinator"),
        OfficeBlock.OverdueRevisions => new("Planer som skulle vært revidert", "Planar som skulle vore reviderte", "Plans that should have been revised"),
        OfficeBlock.OpenAppeals => new("Klager som ikke er avgjort", "Klager som ikkje er avgjorde", "Appeals that are not decided"),
        _ => new("Arbeidsflyter som har stoppet", "Arbeidsflytar som har stoppa", "Workflows that have stopped"),
    };

    /// <summary>What leads from a list of tasks to giving them to someone.</summary>
    public static LocalizedText Move(OfficeBlock block) => block == OfficeBlock.UnassignedTasks
        ? new("Fordel disse", "Fordel desse", "Hand these out")
        : new("Flytt disse", "Flytt desse", "Move these");

    /// <summary>What counts, in a sentence or two.</summary>
    public static LocalizedText Explanation(OfficeBlock block) => block switch
    {
        OfficeBlock.OverdueDeadlines => new(
            "Frister som kontoret selv skal holde, der siste dag er passert og det ennå ikke er svart. Den som har vært over lengst, står øverst.",
            "Fristar som kontoret sjølv skal halde, der siste dag er passert og det enno ikkje er svara. Den som har vore over lengst, står øvst.",
            "Deadlines that the office itself must keep, whose last day is past and that are not answered yet. The one longest over comes first."),
        OfficeBlock.DeadlinesDueSoon => new(
            "Frister for kontoret og koordinatorene, der siste dag er i dag eller i løpet av de neste 7 dagene.",
            "Fristar for kontoret og koordinatorane, der siste dag er i dag eller i løpet av dei neste 7 dagane.",
            "Deadlines of the office and of coordinators whose last day is today or within the next 7 days."),
        OfficeBlock.UnassignedTasks => new(
            "Oppgaver for ansatte som ligger uten at noen har tatt dem.",
            "Oppgåver for tilsette som ligg utan at nokon har teke dei.",
            "Tasks for staff that lie without anyone having taken them."),
        OfficeBlock.OverdueTasks => new(
            "Oppgaver der lovfristen eller fristen er passert, også de som er lagt på vent.",
            "Oppgåver der lovfristen eller fristen er passert, også dei som er lagde på vent.",
            "Tasks whose legal deadline or due date is past, also those put on hold."),
        OfficeBlock.CasesWithoutCoordinator => new(
            "Det skal alltid være noen som har ansvaret. Saker som har mistet koordinatoren, står først, deretter saker som venter på sin første.",
            "Det skal alltid vere nokon som har ansvaret. Saker som har mista koordinatoren, står først, deretter saker som ventar på den første.",
            "Someone must be responsible at all times. Cases that have lost their coordinator come first, then those that wait for their first."),
        OfficeBlock.OverdueRevisions => new(
            "Planer der dagen for revisjon er passert uten at planen er evaluert.",
            "Planar der dagen for revisjon er passert utan at planen er evaluert.",
            "Plans whose day of revision is past without the plan having been evaluated."),
        OfficeBlock.OpenAppeals => new(
            "Klager hos oss eller hos klageinstansen. Den som haster mest, står øverst.",
            "Klager hos oss eller hos klageinstansen. Den som hastar mest, står øvst.",
            "Appeals with us or with the appeal body. The most urgent comes first."),
        _ => new(
            "Steg som ikke gikk gjennom. Saken står stille der til noen har rettet feilen og prøvd på nytt.",
            "Steg som ikkje gjekk gjennom. Saka står stille der til nokon har retta feilen og prøvd på nytt.",
            "Steps that did not get through. The case stands still there until someone has put it right and tried again."),
    };

    /// <summary>The number of a block in words; the figure itself stands before it, except for none.</summary>
    public static LocalizedText Number(OfficeBlock block, int number) => (block, number) switch
    {
        (OfficeBlock.OverdueDeadlines, 0) => new("Ingen frister er brutt", "Ingen fristar er brotne", "No deadlines are broken"),
        (OfficeBlock.OverdueDeadlines, 1) => new("frist er brutt", "frist er broten", "deadline is broken"),
        (OfficeBlock.OverdueDeadlines, _) => new("frister er brutt", "fristar er brotne", "deadlines are broken"),
        (OfficeBlock.DeadlinesDueSoon, 0) => new("Ingen frister går ut innen 7 dager", "Ingen fristar går ut innan 7 dagar", "No deadlines run out within 7 days"),
        (OfficeBlock.DeadlinesDueSoon, 1) => new("frist går ut innen 7 dager", "frist går ut innan 7 dagar", "deadline runs out within 7 days"),
        (OfficeBlock.DeadlinesDueSoon, _) => new("frister går ut innen 7 dager", "fristar går ut innan 7 dagar", "deadlines run out within 7 days"),
        (OfficeBlock.UnassignedTasks, 0) => new("Alle oppgaver er tatt av noen", "Alle oppgåver er tekne av nokon", "Every task is taken by someone"),
        (OfficeBlock.UnassignedTasks, 1) => new("oppgave er ikke tatt av noen", "oppgåve er ikkje teken av nokon", "task is taken by nobody"),
        (OfficeBlock.UnassignedTasks, _) => new("oppgaver er ikke tatt av noen", "oppgåver er ikkje tekne av nokon", "tasks are taken by nobody"),
        (OfficeBlock.OverdueTasks, 0) => new("Ingen oppgaver er over fristen", "Ingen oppgåver er over fristen", "No tasks are past their date"),
        (OfficeBlock.OverdueTasks, 1) => new("oppgave er over fristen", "oppgåve er over fristen", "task is past its date"),
        (OfficeBlock.OverdueTasks, _) => new("oppgaver er over fristen", "oppgåver er over fristen", "tasks are past their date"),
        (OfficeBlock.CasesWithoutCoordinator, 0) => new("Alle saker har koordinator", "Alle saker har koordinator", "Every case has a coordinator"),
        (OfficeBlock.CasesWithoutCoordinator, 1) => new("sak er uten koordinator", "sak er utan koordinator", "case has no coordinator"),
        (OfficeBlock.CasesWithoutCoordinator, _) => new("saker er uten koordinator", "saker er utan koordinator", "cases have no coordinator"),
        (OfficeBlock.OverdueRevisions, 0) => new("Alle planer er revidert i tide", "Alle planar er reviderte i tide", "Every plan is revised in time"),
        (OfficeBlock.OverdueRevisions, 1) => new("plan skulle vært revidert", "plan skulle vore revidert", "plan should have been revised"),
        (OfficeBlock.OverdueRevisions, _) => new("planer skulle vært revidert", "planar skulle vore reviderte", "plans should have been revised"),
        (OfficeBlock.OpenAppeals, 0) => new("Ingen klager venter på avgjørelse", "Ingen klager ventar på avgjerd", "No appeals wait for a decision"),
        (OfficeBlock.OpenAppeals, 1) => new("klage er ikke avgjort", "klage er ikkje avgjord", "appeal is not decided"),
        (OfficeBlock.OpenAppeals, _) => new("klager er ikke avgjort", "klager er ikkje avgjorde", "appeals are not decided"),
        (_, 0) => new("Ingen arbeidsflyter har stoppet", "Ingen arbeidsflytar har stoppa", "No workflows have stopped"),
        (_, 1) => new("steg i en arbeidsflyt har stoppet", "steg i ein arbeidsflyt har stoppa", "step of a workflow has stopped"),
        _ => new("steg i arbeidsflyter har stoppet", "steg i arbeidsflytar har stoppa", "steps of workflows have stopped"),
    };

    /// <summary>A line below the number; null when there is no more to say.</summary>
    public static LocalizedText? More(OfficeBlock block, OfficeSummary summary, string language) => block switch
    {
        OfficeBlock.CasesWithoutCoordinator when summary.WithoutCoordinatorSinceOn is { } since => Messages.Format(
            new("Lengst siden {0}", "Lengst sidan {0}", "The longest since {0}"), Dates.Show(since, language)),
        OfficeBlock.OpenAppeals when summary.AppealsNearDeadline is > 0 and var near => Messages.Format(
            new("{0} med frist innen 7 dager eller over fristen", "{0} med frist innan 7 dagar eller over fristen", "{0} due within 7 days or past"), near),
        _ => null,
    };

    /// <summary>Whether a number above zero is something that has gone wrong, and not only something to look out for.</summary>
    public static bool IsWrong(OfficeBlock block) => block is not (OfficeBlock.DeadlinesDueSoon or OfficeBlock.UnassignedTasks or OfficeBlock.OpenAppeals);

    /// <summary>Name of the file with a block's list, without date and ending.</summary>
    public static LocalizedText FileName(OfficeBlock block) => block switch
    {
        OfficeBlock.OverdueDeadlines => new("brutte-frister", "brotne-fristar", "broken-deadlines"),
        OfficeBlock.DeadlinesDueSoon => new("frister-innen-7-dager", "fristar-innan-7-dagar", "deadlines-within-7-days"),
        OfficeBlock.UnassignedTasks => new("oppgaver-uten-ansvarlig", "oppgaaver-utan-ansvarleg", "unassigned-tasks"),
        OfficeBlock.OverdueTasks => new("oppgaver-over-fristen", "oppgaaver-over-fristen", "overdue-tasks"),
        OfficeBlock.CasesWithoutCoordinator => new("saker-uten-koordinator", "saker-utan-koordinator", "cases-without-coordinator"),
        OfficeBlock.OverdueRevisions => new("planer-til-revisjon", "planar-til-revisjon", "overdue-revisions"),
        OfficeBlock.OpenAppeals => new("klager", "klager", "appeals"),
        _ => new("stoppede-arbeidsflyter", "stoppa-arbeidsflytar", "stopped-workflows"),
    };

    /// <summary>Name of a deadline, as the rules that it was counted by call it.</summary>
    public static LocalizedText Deadline(string key, string ruleSet) =>
        RuleBook.Embedded.Sets.FirstOrDefault(set => set.Key == ruleSet)?.Deadlines.GetValueOrDefault(key)?.Name
        ?? RuleBook.Embedded.Sets.Select(set => set.Deadlines.GetValueOrDefault(key)?.Name).OfType<LocalizedText>().FirstOrDefault()
        ?? new("Frist", "Frist", "Deadline");

    /// <summary>Name of a legal track.</summary>
    public static LocalizedText Track(string key) =>
        RuleBook.Embedded.Sets.Select(set => set.Tracks.GetValueOrDefault(key)?.Name).OfType<LocalizedText>().FirstOrDefault() ?? new("Annet", "Anna", "Other");

    /// <summary>Where a case without a coordinator stands.</summary>
    public static LocalizedText State(CaseState state) => state switch
    {
        CaseState.CoordinatorPending => new("Venter på koordinator", "Ventar på koordinator", "Waits for a coordinator"),
        CaseState.CoordinatorOnly => new("Bare koordinator, ingen plan", "Berre koordinator, ingen plan", "Coordinator only, no plan"),
        CaseState.Mapping => new("Kartlegging", "Kartlegging", "Mapping"),
        CaseState.Drafting => new("Planen skrives", "Planen blir skriven", "The plan is being written"),
        CaseState.AwaitingApproval => new("Planen venter på godkjenning", "Planen ventar på godkjenning", "The plan waits for approval"),
        CaseState.Active => new("Planen er i bruk", "Planen er i bruk", "The plan is in use"),
        CaseState.UnderRevision => new("Planen revideres", "Planen blir revidert", "The plan is being revised"),
        CaseState.Suspended => new("Midlertidig stanset", "Mellombels stansa", "Temporarily stopped"),
        CaseState.TransferPending => new("Under overføring", "Under overføring", "Being transferred"),
        _ => new("Under behandling", "Under handsaming", "Being handled"),
    };

    /// <summary>What an appeal attacks.</summary>
    public static LocalizedText Appeal(AppealType type) => type switch
    {
        AppealType.EntitlementRefusal => new("Klage på vedtak om plan", "Klage på vedtak om plan", "Appeal on the decision about a plan"),
        AppealType.Content => new("Klage på innholdet i planen", "Klage på innhaldet i planen", "Appeal on what the plan holds"),
        AppealType.Coordinator => new("Klage på koordinator", "Klage på koordinator", "Appeal on the coordinator"),
        _ => new("Klage på avvisning", "Klage på avvising", "Appeal on a dismissal"),
    };

    /// <summary>Where an appeal stands.</summary>
    public static LocalizedText Appeal(AppealState state) => state switch
    {
        AppealState.Received => new("Mottatt", "Motteken", "Received"),
        AppealState.FormalCheck => new("Prøves formelt", "Blir prøvd formelt", "Formal check"),
        AppealState.AwaitingCorrection => new("Venter på retting fra klageren", "Ventar på retting frå klagaren", "Waits for the appellant's correction"),
        AppealState.UnderAssessment => new("Vurderes på nytt", "Blir vurdert på nytt", "Being assessed again"),
        AppealState.Upheld => new("Vedtaket står, skal sendes videre", "Vedtaket står, skal sendast vidare", "Upheld, to be sent on"),
        AppealState.Forwarded => new("Sendt klageinstansen", "Send til klageinstansen", "Sent to the appeal body"),
        _ => new("Hos klageinstansen", "Hos klageinstansen", "With the appeal body"),
    };

    /// <summary>What an appeal waits for.</summary>
    public static LocalizedText Step(AppealStep step) => step switch
    {
        AppealStep.DecideOrForward => new("Avgjøres eller sendes videre", "Avgjerast eller sendast vidare", "Decide or send on"),
        AppealStep.Correct => new("Klageren retter klagen", "Klagaren rettar klaga", "The appellant corrects it"),
        _ => new("Klageinstansen avgjør", "Klageinstansen avgjer", "The appeal body decides"),
    };

    /// <summary>Whole days, for files.</summary>
    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
