using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Activities;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Asks whether a step is to be taken out: <see cref="StepView"/>.</summary>
public sealed partial class RemoveStepPage : PageComponent
{
    private StepView View => The<StepView>();

    private FlowTableRow Row => View.Step.Row;

    private string Heading => T($"Ta ut steget «{Row.Name}»?", $"Ta ut steget «{Row.Name}»?", $"Take out the step “{Row.Name}”?");

    private string Address => StepPages.Address(View.Step.DefinitionId, Row.Step.Id);

    private LocalizedText? WhyNot => StepKinds.WhyNotRemove(Row.Step, Row.IsStart);

    /// <summary>What the step leads to, each once.</summary>
    private IReadOnlyList<Choice> Targets =>
    [
        .. Row.Ways.SelectMany(static w => w.Targets).DistinctBy(static t => t.Number).Where(t => t.Number != Row.Number)
            .Select(t => new Choice(View.Step.Beside.First(r => r.Number == t.Number).Step.Id, $"{t.Number} {t.Name}")),
    ];

    private string Follows => Targets switch
    {
        [] => T("Ingenting kommer etter dette steget. Det som førte hit, fører da ingen steder.", "Ingenting kjem etter dette steget. Det som førte hit, fører då ingen stader.", "Nothing comes after this step. What led here then leads nowhere."),
        [var only] => T($"Det som førte hit, fører da til {only.Text}.", $"Det som førte hit, fører då til {only.Text}.", $"What led here then leads to {only.Text}."),
        _ => T("Steget fører til flere. Velg hva som skal komme i stedet.", "Steget fører til fleire. Vel kva som skal kome i staden.", "The step leads to several. Choose what comes instead."),
    };
}
