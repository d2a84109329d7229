using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Activities;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>One step of a workflow as a row: <see cref="FlowTableRow"/>.</summary>
public sealed partial class FlowRow : PageComponent
{
    private const int DeepestIndent = 3;

    /// <summary>The workflow.</summary>
    [Parameter, EditorRequired]
    public required string DefinitionId { get; set; }

    /// <summary>Whether the version that is shown is the newest, so that the step can be opened.</summary>
    [Parameter]
    public bool IsNewest { get; set; }

    /// <summary>Whether the row is what links to the step's id lead to.</summary>
    [Parameter]
    public bool HasAnchor { get; set; }

    private FlowTableRow Row => The<FlowTableRow>();

    private int Depth => Math.Min(Row.Number.Count(static c => c == '.'), DeepestIndent);

    /// <summary>Number of the step that this one stands inside.</summary>
    private string Outer => Row.Number.LastIndexOf('.') is > 0 and var dot ? Row.Number[..dot] : Row.Number;

    private bool IsRequiredByLaw => Row.Step.IsRequiredByLaw();

    private string Label(int column) => T(FlowTablePage.Columns[column]);
}
