using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>The workflows that a leader sees, and what was searched for.</summary>
internal sealed record ShownFlows(string? Search, IReadOnlyList<ListedFlow> Flows);

/// <summary>The list of workflows in the office's own words: <see cref="ShownFlows"/>.</summary>
public sealed partial class FlowListPage : PageComponent
{
    private static readonly (FlowPlace Place, LocalizedText Heading, LocalizedText Explanation)[] Places =
    [
        (FlowPlace.Main, new("Hovedflyter", "Hovudflytar", "Main workflows"), new(
            "Starter av seg selv når noe skjer i en sak.", "Startar av seg sjølve når noko skjer i ei sak.", "Start by themselves when something happens in a case.")),
        (FlowPlace.Part, new("Delflyter", "Delflytar", "Parts"), new(
            "Startes av andre arbeidsflyter.", "Blir starta av andre arbeidsflytar.", "Are started by other workflows.")),
        (FlowPlace.Apart, new("Andre", "Andre", "Others"), new(
            "Ingenting starter disse av seg selv. De kan startes for hånd, eller settes inn i en annen arbeidsflyt.",
            "Ingenting startar desse av seg sjølv. Dei kan startast for hand, eller setjast inn i ein annan arbeidsflyt.",
            "Nothing starts these by itself. They can be started by hand, or put into another workflow.")),
    ];

    private ShownFlows Shown => The<ShownFlows>();

    private string Heading => T("Arbeidsflyter", "Arbeidsflytar", "Workflows");

    private int Stopped => Shown.Flows.Sum(static f => f.StoppedCases);

    private bool IsSearched => !string.IsNullOrWhiteSpace(Shown.Search);

    private string Found => Shown.Flows.Count switch
    {
        0 => T("Ingen arbeidsflyt passer med søket.", "Ingen arbeidsflyt passar med søket.", "No workflow fits the search."),
        1 => T("1 arbeidsflyt passer med søket.", "1 arbeidsflyt passar med søket.", "1 workflow fits the search."),
        var count => T($"{count} arbeidsflyter passer med søket.", $"{count} arbeidsflytar passar med søket.", $"{count} workflows fit the search."),
    };

    private static string Id(FlowPlace place) => "flows-" + place.ToString().ToLowerInvariant();
}
