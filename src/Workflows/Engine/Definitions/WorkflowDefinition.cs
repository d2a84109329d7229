using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>One version of a workflow, as drawn. Immutable; what the engine needs of the drawing is worked out once per instance of this class.</summary>
public sealed class WorkflowDefinition
{
    internal WorkflowDefinition(JsonObject json, ActivityNode root)
    {
        Json = json;
        Root = root;
    }

    /// <summary>What all versions of the workflow share.</summary>
    public string DefinitionId => Text("definitionId") ?? "";

    /// <summary>This version's own id (<c>id</c> in Elsa's JSON).</summary>
    public string VersionId => Text("id") ?? "";

    /// <summary>Counts up from 1.</summary>
    public int Version => Json["version"]?.GetValue<int>() ?? 1;

    /// <summary>What people call the workflow.</summary>
    public string Name => Text("name") ?? "";

    /// <summary>What it is for; null when nobody said.</summary>
    public string? Description => Text("description");

    /// <summary>Whether this version may be started.</summary>
    public bool IsPublished => Json["isPublished"]?.GetValue<bool>() ?? false;

    /// <summary>Whether this is the newest version.</summary>
    public bool IsLatest => Json["isLatest"]?.GetValue<bool>() ?? false;

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

    private string? Text(string name) => Json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
