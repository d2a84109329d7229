using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>One version of a workflow, as drawn. Immutable; what the engine needs of the drawing is worked out once per instance of this class.</summary>
public sealed class WorkflowDefinition
{
    private readonly Lazy<Dictionary<string, ActivityNode>> byKey;

    private readonly Lazy<bool> readsOutputs;

    internal WorkflowDefinition(JsonObject json, ActivityNode workflow)
    {
        Json = json;
        Workflow = workflow;
        Root = workflow.Children[0];
        byKey = new(() => Activities.Append(Workflow).ToDictionary(static a => a.Key, StringComparer.Ordinal));
        readsOutputs = new(() => ScriptTexts(json).Any(static t => t.Contains("getLastResult", StringComparison.Ordinal)
            || t.Contains("From", StringComparison.Ordinal)));
    }

    /// <summary>What all versions of the workflow share.</summary>
    public string DefinitionId => Text("definitionId") ?? "";

    /// <summary>This version's own id (<c>id</c> in Elsa's JSON).</summary>
    public string VersionId => Text("id") ?? "";

    /// <summary>Counts up from 1.</summary>
    public int Version => Json["version"] is JsonValue value && value.TryGetValue(out int version) ? version : 1;

    /// <summary>What people call the workflow.</summary>
    public string Name => Text("name") ?? "";

    /// <summary>What it is for; null when nobody said.</summary>
    public string? Description => Text("description");

    /// <summary>Whether this version may be started.</summary>
    public bool IsPublished => Flag("isPublished");

    /// <summary>Whether this is the newest version.</summary>
    public bool IsLatest => Flag("isLatest");

    /// <summary>The workflow's variables.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; internal init; } = [];

    /// <summary>The inputs that a start may give.</summary>
    public IReadOnlyList<ArgumentDefinition> Inputs { get; internal init; } = [];

    /// <summary>The outputs that the workflow may set.</summary>
    public IReadOnlyList<ArgumentDefinition> Outputs { get; internal init; } = [];

    /// <summary>The outcomes of the workflow when it is used as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; internal init; } = [];

    /// <summary>Whether other workflows may use this one as an activity.</summary>
    public bool IsUsableAsActivity { get; internal init; }

    /// <summary>What a failing activity does to the instance.</summary>
    public IncidentStrategy IncidentStrategy { get; internal init; }

    /// <summary>The drawing: one container with all else inside.</summary>
    public ActivityNode Root { get; }

    /// <summary>Every activity, containers before what they contain.</summary>
    public IReadOnlyList<ActivityNode> Activities { get; internal init; } = [];

    /// <summary>Activities that start the workflow from outside.</summary>
    public IReadOnlyList<DefinitionTrigger> Triggers { get; internal init; } = [];

    /// <summary>The definition as it was read, with all that the engine does not know; not to be changed.</summary>
    public JsonObject Json { get; }

    /// <summary>Finds an activity by its id; null when there is none.</summary>
    /// <param name="activityId">The id in the definition.</param>
    public ActivityNode? FindActivity(string activityId) => Activities.FirstOrDefault(a => a.Id == activityId);

    /// <summary>A copy under another identity, all else the same.</summary>
    /// <param name="definitionId">What all versions share.</param>
    /// <param name="versionId">The copy's own id.</param>
    /// <param name="version">The copy's number.</param>
    /// <param name="isPublished">Whether the copy may be started.</param>
    /// <param name="isLatest">Whether the copy is the newest.</param>
    public WorkflowDefinition WithIdentity(string definitionId, string versionId, int version, bool isPublished, bool isLatest)
    {
        var copy = (JsonObject)Json.DeepClone();
        copy["id"] = versionId;
        copy["definitionId"] = definitionId;
        copy["version"] = version;
        copy["isPublished"] = isPublished;
        copy["isLatest"] = isLatest;

        return DefinitionReader.FromJson(copy);
    }

    /// <summary>The workflow itself as an activity: what contains the root.</summary>
    internal ActivityNode Workflow { get; }

    /// <summary>Whether any script may ask for the output of another activity, so that outputs must be remembered.</summary>
    internal bool ReadsOutputs => readsOutputs.Value;

    internal ActivityNode? FindNode(string key) => byKey.Value.GetValueOrDefault(key);

    private static IEnumerable<string> ScriptTexts(JsonNode? json) => json switch
    {
        JsonObject o when o["type"] is JsonValue type && type.TryGetValue(out string? name)
            && (name == "JavaScript" || name == "Elsa.RunJavaScript") => [o.ToJsonString()],
        JsonObject o => o.SelectMany(static p => ScriptTexts(p.Value)),
        JsonArray a => a.SelectMany(ScriptTexts),
        _ => [],
    };

    private string? Text(string name) => Json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private bool Flag(string name) => Json[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;
}
