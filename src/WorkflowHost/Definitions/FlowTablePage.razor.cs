using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A workflow as a table: <see cref="FlowAsTable"/>.</summary>
public sealed partial class FlowTablePage : PageComponent
{
    internal static readonly LocalizedText[] Columns =
    [
        new("Nr.", "Nr.", "No."),
        new("Steg", "Steg", "Step"),
        new("Hvem", "Kven", "Who"),
        new("Frist", "Frist", "Due"),
        new("Leder til", "Leier til", "Leads to"),
    ];

    private FlowAsTable Flow => The<FlowAsTable>();

    private string Heading => Flow.Version.Name + T(": steg for steg", ": steg for steg", ": step by step");

    private string Caption => T(
        $"Alle {Flow.Table.Rows.Count} steg i versjon {Flow.Version.Version}, i rekkefølge",
        $"Alle {Flow.Table.Rows.Count} steg i versjon {Flow.Version.Version}, i rekkjefølgje",
        $"All {Flow.Table.Rows.Count} steps of version {Flow.Version.Version}, in order");

    /// <summary>What the office draws is in Norwegian; on the English page a screen reader is told so.</summary>
    private string? DrawnIn => FlowPageWords.DrawnIn(Language);

    private IReadOnlyList<Choice> Versions => [.. Flow.Versions.Select(v => new Choice(v.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), T(FlowPageWords.Option(v, Language))))];

    private static bool IsError(DefinitionProblem problem) => problem.Severity == ProblemSeverity.Error;

    private FlowTableRow? RowOf(DefinitionProblem problem) => Flow.Table.Rows.FirstOrDefault(r => r.Step.NodeId == problem.NodeId);

    /// <summary>Whether the step has its id alone, or is the first of several.</summary>
    private bool IsFirstOf(FlowTableRow row) => Flow.Table.Rows.First(r => r.Step.Id == row.Step.Id) == row;
}
