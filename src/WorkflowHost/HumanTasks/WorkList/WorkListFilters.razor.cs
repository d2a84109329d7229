using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.HumanTasks.WorkList;

/// <summary>Search and filters above the list.</summary>
public sealed partial class WorkListFilters : PageComponent
{
    private static readonly string[] InForm = [WorkListAddress.State, WorkListAddress.Assignee, WorkListAddress.Track, WorkListAddress.Sort];

    private WorkListView View => The<WorkListView>();

    /// <summary>Open when what it holds is in use, so that nobody wonders why the list is short.</summary>
    private bool IsOpen => InForm.Any(name => View.Address[name] is not null);

    /// <summary>What the form does not hold and the address keeps. Another filter begins on the first page.</summary>
    private IEnumerable<(string Name, string Value)> Along =>
        new[] { WorkListAddress.Scope, WorkListAddress.CaseId, WorkListAddress.Overdue, WorkListAddress.ThisWeek, WorkListAddress.Words }
            .Where(name => View.Address[name] is not null).Select(name => (name, View.Address[name]!));

    private IReadOnlyList<Choice> States =>
    [
        new("open", T("Alt som ikke er ferdig", "Alt som ikkje er ferdig", "All that is not done")),
        new("active", T("Det som kan gjøres nå", "Det som kan gjerast no", "What can be done now")),
        new("onHold", T("På vent", "På vent", "On hold")),
        new("done", T("Ferdige og avlyste", "Ferdige og avlyste", "Done and called off")),
    ];

    private IReadOnlyList<Choice> Holders =>
    [
        new(TaskFilter.Nobody, T("Ingen (ledige)", "Ingen (ledige)", "Nobody (free)")),
        new(TaskFilter.Me, T("Jeg", "Eg", "I")),
        .. View.Colleagues.Where(c => c.Value != Who!.UserId),
    ];

    private IReadOnlyList<Choice> Orders =>
    [
        new("urgency", T("Lovfrist", "Lovfrist", "Legal deadline")),
        new("due", T("Frist", "Frist", "Due date")),
        new("followUp", T("Følg opp", "Følg opp", "Follow-up")),
        new("reference", T("Saksnummer", "Saksnummer", "Reference")),
    ];

    private string Sentence => (View.Words, View.Total) switch
    {
        (null, 1) => T("Lista er filtrert. Den viser 1 oppgave.", "Lista er filtrert. Ho viser 1 oppgåve.", "The list is filtered. It shows 1 task."),
        (null, var total) => T($"Lista er filtrert. Den viser {total} oppgaver.", $"Lista er filtrert. Ho viser {total} oppgåver.", $"The list is filtered. It shows {total} tasks."),
        (var words, 1) => T($"1 treff på «{words}».", $"1 treff på «{words}».", $"1 hit for “{words}”."),
        (var words, var total) => T($"{total} treff på «{words}».", $"{total} treff på «{words}».", $"{total} hits for “{words}”."),
    };
}
