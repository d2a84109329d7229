using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>Search and filters above the list.</summary>
public sealed partial class CaseListFilters : PageComponent
{
    private static readonly string[] InForm = [CaseListAddress.Stage, CaseListAddress.Track, CaseListAddress.Manager, CaseListAddress.Sort];

    private CaseListView View => The<CaseListView>();

    /// <summary>Open when what it holds is in use, so that nobody wonders why the list is short. A search says itself that it looks everywhere.</summary>
    private bool IsOpen => View.Words is null && InForm.Any(name => View.Address[name] is not null);

    /// <summary>What the form does not hold and the address keeps. Another filter begins on the first page.</summary>
    private IEnumerable<(string Name, string Value)> Along =>
        new[] { CaseListAddress.Scope, CaseListAddress.Overdue, CaseListAddress.ThisWeek, CaseListAddress.Words }
            .Where(name => View.Address[name] is not null).Select(name => (name, View.Address[name]!));

    private string SearchLabel => (View.ShowsNames, View.SearchesByNumber) switch
    {
        (_, true) => T("Søk på saksnummer, navn eller fødselsnummer", "Søk på saksnummer, namn eller fødselsnummer", "Search by reference, name or identity number"),
        (true, _) => T("Søk på saksnummer eller navn", "Søk på saksnummer eller namn", "Search by reference or name"),
        _ => T("Søk på saksnummer", "Søk på saksnummer", "Search by reference"),
    };

    private IReadOnlyList<Choice> Stages =>
    [
        Of(CaseShown.Open, T("Alle åpne saker", "Alle opne saker", "All open cases")),
        .. CaseShownWords.Stages.Select(s => Of(s, T(CaseShownWords.Name(s)))),
        Of(CaseShown.Paused, T("Satt på pause eller overføres", "Sett på pause eller blir overført", "Paused or being handed over")),
        Of(CaseShown.Closed, T("Avsluttede saker", "Avslutta saker", "Closed cases")),
        Of(CaseShown.Every, T("Alle, også avsluttede", "Alle, også avslutta", "All, closed ones too")),
    ];

    private IReadOnlyList<Choice> Managers =>
    [
        new(CaseFilter.Nobody, T("Ingen ennå", "Ingen enno", "Nobody yet")),
        .. View.Managers,
    ];

    private IReadOnlyList<Choice> Orders =>
    [
        Of(CaseOrder.Newest, T("Nyeste sak", "Nyaste sak", "Newest case")),
        Of(CaseOrder.Deadline, T("Neste frist", "Neste frist", "Next deadline")),
    ];

    private string Sentence => (View.Words, View.Total) switch
    {
        (null, 1) => T("Lista er filtrert. Den viser 1 sak.", "Lista er filtrert. Ho viser 1 sak.", "The list is filtered. It shows 1 case."),
        (null, var total) => T($"Lista er filtrert. Den viser {total} saker.", $"Lista er filtrert. Ho viser {total} saker.", $"The list is filtered. It shows {total} cases."),
        (var words, _) when View.Errors is not null => T("Søket ble ikke gjort.", "Søket vart ikkje gjort.", "The search was not made."),
        (var words, 1) => T($"1 treff på «{words}», blant alle saker.", $"1 treff på «{words}», blant alle saker.", $"1 hit for “{words}”, among all cases."),
        (var words, var total) => T($"{total} treff på «{words}», blant alle saker.", $"{total} treff på «{words}», blant alle saker.", $"{total} hits for “{words}”, among all cases."),
    };

    private static Choice Of<T>(T value, string text)
        where T : struct, Enum => new(CaseFilter.Slug(value), text);
}
