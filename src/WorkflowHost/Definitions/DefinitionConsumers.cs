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

    /// <summary>Who uses what, all at once: the users by the definition id of what they use, each once and by name.</summary>
    public ILookup<string, FlowName> All() => catalogue.Current
        .SelectMany(static d => d.Activities.Select(static a => a.LiteralText("workflowDefinitionId")).OfType<string>().Where(id => id != d.DefinitionId).Select(id => (Used: id, User: d)))
        .DistinctBy(static u => (u.Used, u.User.DefinitionId))
        .OrderBy(static u => u.User.Name, StringComparer.OrdinalIgnoreCase)
        .ToLookup(static u => u.Used, static u => new FlowName(u.User.DefinitionId, u.User.Name), StringComparer.Ordinal);

    /// <summary>Names of published workflows that would fail without this one.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="except">Workflows that go away together with it.</param>
    public IReadOnlyList<string> NamesOfPublished(string definitionId, IReadOnlyCollection<string> except) =>
        [.. Of(definitionId).Where(d => d.IsPublished && !except.Contains(d.DefinitionId)).Select(static d => d.Name).Distinct()];
}
