using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Tests.Definitions;

/// <summary>The drawings that come with the product, as they lie in <c>workflow-definitions</c>; of several versions the newest, which new cases start on.</summary>
internal static class Drawings
{
    /// <summary>The flows of domain.md §1.19, by number.</summary>
    public static readonly IReadOnlyDictionary<string, string> Main = new Dictionary<string, string>
    {
        ["W-1"] = "identification-and-information",
        ["W-2"] = "request-handling",
        ["W-3"] = "consent",
        ["W-4"] = "coordinator",
        ["W-5"] = "responsibility-agreement",
        ["W-6"] = "plan-making",
        ["W-7"] = "revision",
        ["W-8"] = "appeal",
        ["W-9"] = "transfer",
        ["W-10"] = "closing",
        ["W-12"] = "kvp-link",
    };

    private static readonly Lazy<IReadOnlyDictionary<string, Drawing>> Read = new(ReadAll);

    public static IReadOnlyDictionary<string, Drawing> ByKey => Read.Value;

    public static ActivityCatalogue Catalogue { get; } = ActivityCatalogue.Elsa().With(CaseActivities.All(RuleBook.Embedded, FormCatalogue.Embedded));

    public static TheoryData<string> Keys => [.. Directory.GetDirectories(Folder()).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    public static WorkflowDefinition Find(string key) => ByKey[key].Definition;

    private static IReadOnlyDictionary<string, Drawing> ReadAll() =>
        Directory.GetFiles(Folder(), "v*.json", SearchOption.AllDirectories)
            .Select(file => new Drawing(Path.GetFileName(Path.GetDirectoryName(file))!, file, File.ReadAllText(file)))
            .GroupBy(drawing => drawing.Key, StringComparer.Ordinal)
            .ToDictionary(versions => versions.Key, versions => versions.MaxBy(drawing => drawing.Definition.Version)!, StringComparer.Ordinal);

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "workflow-definitions")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("workflow-definitions"), "workflow-definitions");
    }
}

/// <summary>One drawing: its folder name, its file and what the file says.</summary>
internal sealed record Drawing(string Key, string File, string Text)
{
    private readonly Lazy<WorkflowDefinition> _definition = new(() =>
        DefinitionReader.Read(Text).Definition ?? throw new InvalidDataException($"{Key}: {string.Join("; ", DefinitionReader.Read(Text).Problems)}"));

    public WorkflowDefinition Definition => _definition.Value;

    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    /// <summary>The activities that a leader sees on the page.</summary>
    public IReadOnlyList<JsonObject> Activities => [.. Json["root"]!["activities"]!.AsArray().Select(activity => activity!.AsObject())];

    public IReadOnlyList<JsonObject> Connections => [.. Json["root"]!["connections"]!.AsArray().Select(connection => connection!.AsObject())];
}
