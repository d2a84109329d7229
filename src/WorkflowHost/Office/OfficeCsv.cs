using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Platform;
using RoleNames = IndividualPlan.Workflows.Audit.RoleNames;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>A block's list as a file that spreadsheets open: semicolons between columns, and no names, neither of service recipients nor of colleagues.</summary>
internal static class OfficeCsv
{
    private static readonly LocalizedText Case = new("Sak", "Sak", "Case");
    private static readonly LocalizedText Track = new("Saksområde", "Saksområde", "Track");
    private static readonly LocalizedText LastDay = new("Siste dag", "Siste dag", "Last day");
    private static readonly LocalizedText DaysLeft = new("Dager igjen", "Dagar att", "Days left");
    private static readonly LocalizedText Task = new("Oppgave", "Oppgåve", "Task");
    private static readonly LocalizedText IsTaken = new("Tatt av noen", "Teken av nokon", "Taken by someone");
    private static readonly LocalizedText Since = new("Siden", "Sidan", "Since");

    public static byte[] Write(OfficeList list, TaskTitles titles, string language)
    {
        var (columns, rows) = list.Rows switch
        {
            OfficeRows.Deadlines deadlines => (Columns(language, new("Frist", "Frist", "Deadline"), Case, Track, LastDay, DaysLeft, Task, IsTaken), deadlines.Items.Select(d => Row(d, titles, language))),
            OfficeRows.Tasks tasks => (
                Columns(language, Task, Case, Track, new("Lovfrist", "Lovfrist", "Legal deadline"), new("Frist", "Frist", "Due"), new("Rolle", "Rolle", "Role"), IsTaken),
                tasks.Items.Select(t => Row(t, titles, language))),
            OfficeRows.Gaps gaps => (Columns(language, Case, Track, new("Tilstand", "Tilstand", "State"), new("Har hatt koordinator", "Har hatt koordinator", "Has had a coordinator"), Since), gaps.Items.Select(g => Row(g, language))),
            OfficeRows.Appeals appeals => (
                Columns(language, new("Klage", "Klage", "Appeal"), Case, Track, new("Mottatt", "Motteken", "Received"), new("Tilstand", "Tilstand", "State"), new("Venter på", "Ventar på", "Waits for"), LastDay, DaysLeft),
                appeals.Items.Select(a => Row(a, language))),
            OfficeRows.Stopped stopped => (
                Columns(language, new("Arbeidsflyt", "Arbeidsflyt", "Workflow"), new("Steg", "Steg", "Step"), Case, Since),
                stopped.Items.Select(i => new[] { i.Flow, i.Step, i.CaseReference ?? "", Dates.Show(i.RaisedAt, language) })),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
        return Csv.Write(rows.Prepend(columns));
    }

    private static string[] Row(OfficeDeadline d, TaskTitles titles, string language) =>
    [
        OfficeWords.Deadline(d.Key, d.RuleSet).In(language), d.CaseReference, OfficeWords.Track(d.CaseTrack).In(language), Dates.Show(d.EffectiveOn, language),
        OfficeWords.Whole(d.DaysLeft), d.Task is { } task ? titles.Of(task.Title).In(language) : "", YesOrNo(d.Holder.UserId is not null, language),
    ];

    private static string[] Row(ListedTask t, TaskTitles titles, string language) =>
    [
        titles.Of(t.Title).In(language), t.CaseReference ?? "", t.CaseTrack is { } track ? OfficeWords.Track(track).In(language) : "", Day(t.LegalDeadlineOn, language), Day(t.DueOn, language),
        t.Role is { } role ? RoleNames.Of(role).In(language) : "", YesOrNo(t.Assignee is not null, language),
    ];

    private static string[] Row(CaseWithoutCoordinator g, string language) =>
    [
        g.CaseReference, OfficeWords.Track(g.CaseTrack).In(language), OfficeWords.State(g.CaseState).In(language), YesOrNo(g.HasHadCoordinator, language), Day(g.SinceOn, language),
    ];

    private static string[] Row(OfficeAppeal a, string language) =>
    [
        OfficeWords.Appeal(a.Type).In(language), a.CaseReference, OfficeWords.Track(a.CaseTrack).In(language), Dates.Show(a.ReceivedOn, language), OfficeWords.Appeal(a.State).In(language),
        OfficeWords.Step(a.Next).In(language), Day(a.NextOn, language), a.DaysLeft is { } left ? OfficeWords.Whole(left) : "",
    ];

    private static string[] Columns(string language, params LocalizedText[] columns) => [.. columns.Select(c => c.In(language))];

    private static string Day(DateOnly? on, string language) => on is { } date ? Dates.Show(date, language) : "";

    private static string YesOrNo(bool value, string language) => (value ? new LocalizedText("Ja", "Ja", "Yes") : new LocalizedText("Nei", "Nei", "No")).In(language);
}
