using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>A step of the newest version of a workflow, as a form.</summary>
/// <param name="Newest">The version that the step is read from and changes go into.</param>
/// <param name="Row">The step as the table tells it.</param>
/// <param name="Info">What the toolbox says of its kind; null for a kind that is not known.</param>
/// <param name="Form">What can be filled in.</param>
/// <param name="Beside">The steps that it can lead to.</param>
/// <param name="Rev">How often the workflow has been changed; what a save hands back.</param>
internal sealed record StepToEdit(DefinitionSummary Newest, FlowTableRow Row, ActivityInfo? Info, StepForm Form, IReadOnlyList<FlowTableRow> Beside, long Rev)
{
    public string DefinitionId => Newest.DefinitionId;

    public bool IsDraft => Newest.PublishedAt is null;

    /// <summary>Kinds of steps that can come after it.</summary>
    public IReadOnlyList<ChoiceInfo> Kinds { get; init; } = [];
}

/// <summary>Reads a step for its form. It is always read from the newest version: what is published is not changed any more.</summary>
internal sealed class ReadStep(FindDefinitions find, DefinitionCatalogue catalogue, ActivityCatalogue activities)
{
    /// <summary>Reads a step; null when the newest version of the workflow has none with that id.</summary>
    public async Task<StepToEdit?> RunAsync(string definitionId, string activityId, CancellationToken cancellationToken)
    {
        if ((await find.ListAsync(new DefinitionQuery(VersionChoice.Latest, DefinitionIds: [definitionId]), cancellationToken)) is not [var newest, ..]
            || await find.FindAsync(new DefinitionQuery(VersionIds: [newest.VersionId]), cancellationToken) is not { } stored)
        {
            return null;
        }

        var definition = FlowReading.Definition(stored);
        var words = FlowReading.Words(activities, catalogue);
        var rows = FlowTable.Of(definition, words, DefinitionValidator.Validate(definition, activities, catalogue.Find)).Rows;
        if (rows.FirstOrDefault(r => r.Step.Id == activityId) is not { } row)
        {
            return null;
        }

        var form = FormOf(definition, row.Step);
        return new StepToEdit(newest, row, words.InfoOf(row.Step), form, [.. rows.Where(r => r.Step.Parent == row.Step.Parent)], stored.ChangeNumber)
        {
            Kinds = StepKinds.All(activities, leadsOn: form.Place == StepPlace.Flowchart && form.Ways.Any(static w => w.Targets.Count > 0)),
        };
    }

    /// <summary>The form of a step.</summary>
    internal StepForm FormOf(WorkflowDefinition definition, ActivityNode step) => StepForm.Of(
        definition,
        step,
        FlowReading.Words(activities, catalogue),
        [.. catalogue.Published.Select(static d => new ChoiceInfo(d.DefinitionId, new(d.Name, d.Name, d.Name)))]);
}
