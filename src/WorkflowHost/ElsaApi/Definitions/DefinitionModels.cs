using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.ElsaApi.Descriptors;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.ElsaApi.Definitions;

/// <summary>A version in a list.</summary>
internal sealed record WireSummary(
    string Id, string DefinitionId, string Name, string? Description, int Version, string ToolVersion, bool IsLatest, bool IsPublished, string? ProviderName,
    string MaterializerName, bool IsMaterializerAvailable, DateTimeOffset CreatedAt, bool IsReadonly, IReadOnlyList<Link> Links);

/// <summary>A page of a list, as Elsa gives it.</summary>
internal sealed record WirePage(IReadOnlyList<WireSummary> Items, int TotalCount, IReadOnlyList<Link> Links);

/// <summary>The answer to a save or a publish.</summary>
internal sealed record WireSaved(JsonObject WorkflowDefinition, bool AlreadyPublished, int ConsumingWorkflowCount, IReadOnlyList<string> ValidationErrors)
{
    /// <summary>What someone should look at, by step; our own addition.</summary>
    public IReadOnlyList<ProblemView> Problems { get; init; } = [];
}

/// <summary>
/// Writes versions as Studio can draw them: every object complete, every node with its path, and a stand-in for each activity that Studio has no
/// descriptor for. A flow that it cannot read it shows as an empty one, and saves it so.
/// </summary>
internal sealed class DefinitionModels(DescriptorCatalogue descriptors)
{
    private static readonly string[] OptionNames =
        ["activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType", "commitStrategyName"];

    private static readonly string[] PlainNames = ["description", "usableAsActivity", "providerName", "materializerContext"];

    public static bool MayChange(CurrentUser user) => user.HasAny([.. Policies.Granted[Policies.PublishWorkflowDefinition]]);

    public static WireSummary Summary(DefinitionSummary version, CurrentUser user) => new(
        version.VersionId, version.DefinitionId, version.Name, version.Description, version.Version, DefinitionDocument.ToolVersion, version.IsLatest, version.IsPublished,
        null, "Json", true, version.CreatedAt, !MayChange(user), Links.OfDefinition(version.DefinitionId, MayChange(user)));

    public static WireSummary Summary(WorkflowDefinitionRow version, CurrentUser user) => new(
        version.VersionId, version.DefinitionId, version.Name, version.Description, version.Version, DefinitionDocument.ToolVersion, version.IsLatest, version.IsPublished,
        null, "Json", true, version.CreatedAt, !MayChange(user), Links.OfDefinition(version.DefinitionId, MayChange(user)));

    /// <summary>A drawing with everything in place, types as the descriptors have them.</summary>
    public JsonObject Normalise(JsonObject drawing) => DefinitionNormaliser.Normalise(drawing, FindType);

    /// <summary>The root of a drawing as Studio can draw it; null when there is none.</summary>
    public JsonObject? Drawing(JsonObject definition)
    {
        var json = Normalise(definition);
        if (json["root"] is not JsonObject root)
        {
            return null;
        }

        UnknownActivities.Hide(root, IsKnown);
        json.Remove("root");
        return root;
    }

    /// <summary>The whole version.</summary>
    public JsonObject Full(StoredDefinition stored, CurrentUser user)
    {
        var mayChange = MayChange(user);
        var json = Normalise(DefinitionDocument.Of(stored.Version));
        DefinitionDocument.Strip(json);
        json["customProperties"]!.AsObject()[DefinitionDocument.RevName] = stored.ChangeNumber;
        Complete(json["options"]!.AsObject());
        foreach (var name in PlainNames)
        {
            json[name] = json[name]?.DeepClone();
        }

        json["materializerName"] = "Json";
        json["isReadonly"] = !mayChange;
        json["isSystem"] = false;
        json["links"] = JsonSerializer.SerializeToNode(Links.OfDefinition(stored.Version.DefinitionId, mayChange), ApiJson.Options);
        if (json["root"] is JsonObject root)
        {
            UnknownActivities.Hide(root, IsKnown);
        }

        return json;
    }

    private static void Complete(JsonObject options)
    {
        foreach (var name in OptionNames)
        {
            if (!options.ContainsKey(name))
            {
                options[name] = name is "usableAsActivity" or "autoUpdateConsumingWorkflows" ? false : null;
            }
        }
    }

    /// <summary>Whether Studio has a descriptor for exactly this type and version.</summary>
    private bool IsKnown(JsonObject activity)
    {
        var type = Text(activity, "type") ?? "";
        var version = activity["version"] is JsonValue value && value.TryGetValue(out int number) ? number : 1;
        return descriptors.Knows(type, version);
    }

    private string? FindType(string activityType, string input) =>
        descriptors.In(RequestLanguage.Default).Newest(activityType)?.Inputs.FirstOrDefault(i => string.Equals(i.Name, input, StringComparison.OrdinalIgnoreCase))?.TypeName;

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
