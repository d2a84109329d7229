using System.Collections.Frozen;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>
/// What tasks are called in the three languages. A drawing says it on the step, in <c>customProperties.titles</c> (<c>nb</c>, <c>nn</c>, <c>en</c>); a title that a leader has
/// written has one language, and is shown as it is written. <c>{service}</c> in a title stands for the name of a service.
/// </summary>
internal sealed class TaskTitles(DefinitionCatalogue catalogue)
{
    private const string Service = "{service}";

    private volatile Known _known = new([], FrozenDictionary<string, LocalizedText>.Empty);

    /// <summary>A title in the three languages.</summary>
    /// <param name="title">The title as the task has it, in bokmål.</param>
    public LocalizedText Of(string title) => Titles.GetValueOrDefault(title) ?? new(title, title, title);

    /// <summary>A sentence with a title in it, at <c>{0}</c>.</summary>
    public LocalizedText Within(LocalizedText sentence, string title)
    {
        var called = Of(title);
        return new(
            sentence.Nb.Replace("{0}", called.Nb, StringComparison.Ordinal), sentence.Nn.Replace("{0}", called.Nn, StringComparison.Ordinal), sentence.En.Replace("{0}", called.En, StringComparison.Ordinal));
    }

    private FrozenDictionary<string, LocalizedText> Titles
    {
        get
        {
            var (known, published) = (_known, catalogue.Published);
            if (!ReferenceEquals(known.Published, published))
            {
                _known = known = new Known(published, Read(published));
            }

            return known.Titles;
        }
    }

    private static FrozenDictionary<string, LocalizedText> Read(IReadOnlyList<WorkflowDefinition> published) => published
        .SelectMany(static d => d.Activities)
        .Select(static a => a.Json["customProperties"]?["titles"] as JsonObject)
        .OfType<JsonObject>()
        .Select(static t => (Nb: Text(t["nb"]), Nn: Text(t["nn"]), En: Text(t["en"])))
        .Where(static t => t.Nb is not null)
        .SelectMany(static t => Written(new(t.Nb!, t.Nn ?? t.Nb!, t.En ?? t.Nb!)))
        .GroupBy(static t => t.Nb, StringComparer.Ordinal)
        .ToFrozenDictionary(static g => g.Key, static g => g.First(), StringComparer.Ordinal);

    private static IEnumerable<LocalizedText> Written(LocalizedText title) => !title.Nb.Contains(Service, StringComparison.Ordinal)
        ? [title]
        : RoleNames.PlanServices.Values.Select(static s => s.WithinSentence()).Select(s => new LocalizedText(
            title.Nb.Replace(Service, s.Nb, StringComparison.Ordinal), title.Nn.Replace(Service, s.Nn, StringComparison.Ordinal), title.En.Replace(Service, s.En, StringComparison.Ordinal)));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private sealed record Known(IReadOnlyList<WorkflowDefinition> Published, FrozenDictionary<string, LocalizedText> Titles);
}
