using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>What has happened in a case: <see cref="HistoryOfCase"/>.</summary>
public sealed partial class CaseHistoryPage : PageComponent
{
    private HistoryOfCase View => The<HistoryOfCase>();

    private string Heading => T("Historikk", "Historikk", "History");

    private IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<HistoryKind>().Select(k => new Choice(k.ToString(), T(HistoryKinds.Name(k))))];

    private LocalizedText Count => View.Total == 1
        ? new("1 hendelse", "1 hending", "1 event")
        : new($"{View.Total} hendelser, den siste øverst", $"{View.Total} hendingar, den siste øvst", $"{View.Total} events, the latest first");
}
