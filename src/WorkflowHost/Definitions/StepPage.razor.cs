using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Activities;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>One step with its forms: <see cref="StepView"/>.</summary>
public sealed partial class StepPage : PageComponent
{
    private StepView View => The<StepView>();

    private StepToEdit Step => View.Step;

    private FlowTableRow Row => Step.Row;

    private string Address => StepPages.Address(Step.DefinitionId, Row.Step.Id);

    private string BackAddress => FlowTablePages.Address(Step.DefinitionId, Step.Newest.Version, Row.Step.Id);

    private string Nowhere => T("Ingen steder ennå", "Ingen stader enno", "Nowhere yet");

    /// <summary>What is filled in, for those who only read; the key of statistics says nothing to them.</summary>
    private IEnumerable<(string Term, string Told)> Told => Step.Form.Fields.Where(static f => f.Input.Name != "taskKey")
        .Select(f => (T(f.Input.Label), StepView.Told(f) is { } told ? T(told) : ""))
        .Prepend((T("Hva steget er til for", "Kva steget er til for", "What the step is for"), Step.Form.Description))
        .Where(static f => f.Item2.Length > 0);

    private string WayLabel(StepWay way) => way.Label is { } label
        ? T($"Etter «{label.Nb}»", $"Etter «{label.Nn}»", $"After “{label.En}”")
        : T("Neste steg", "Neste steg", "Next step");

    private string NameOf(string activityId) => Step.Beside.FirstOrDefault(r => r.Step.Id == activityId) is { } row ? $"{row.Number} {row.Name}" : activityId;

    /// <summary>The steps that a way can lead to, and the end.</summary>
    private IReadOnlyList<Choice> Targets(StepWay way) =>
    [
        .. Step.Beside.Where(r => (r.Step != Row.Step && !r.IsStart) || way.Targets.Contains(r.Step.Id)).Select(static r => new Choice(r.Step.Id, $"{r.Number} {r.Name}")),
        new(StepEdit.EndHere, T("Veien ender her (nytt steg)", "Vegen endar her (nytt steg)", "The path ends here (a new step)")),
    ];
}
