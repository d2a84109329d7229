using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Which workflows use which: as an activity of their own, or by starting it.</summary>
internal sealed class DefinitionConsumers(DefinitionCatalogue catalogue)
{
    /// <summary>The newest or published versions that use the workflow, by name.</summary>
    public IReadOnlyList<WorkflowDefinition> Of(string definitionId) =>
        [.. catalogue.Current.Where(d => d.DefinitionId != definitionId && d.Activities.Any(a => a.LiteralText("workflowDefinitionId") == definitionId))
            .OrderBy(static d => d.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Names of published workflows that would fail without this one.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="except">Workflows that go away together with it.</param>
    public IReadOnlyList<string> NamesOfPublished(string definitionId, IReadOnlyCollection<string> except) =>
        [.. Of(definitionId).Where(d => d.IsPublished && !except.Contains(d.DefinitionId)).Select(static d => d.Name).Distinct()];
}
