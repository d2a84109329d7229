using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>One activity in a definition.</summary>
public sealed class ActivityNode
{
    private readonly ConcurrentDictionary<string, ActivityInput?> inputs = new(StringComparer.Ordinal);

    private IReadOnlyList<ActivityInput>? expressions;

    internal ActivityNode(JsonObject json, ActivityNode? parent, string? port)
    {
        Json = json;
        Parent = parent;
        Port = port;
        Id = Text(json, "id") ?? "";
        Type = Text(json, "type") ?? "";
        Name = Text(json, "name");
        Version = json["version"] is JsonValue version && version.TryGetValue(out int number) ? number : 1;
        NodeId = parent is null ? Id : parent.NodeId + ":" + Id;
        Key = Id;
    }

    /// <summary>Unique in the definition.</summary>
    public string Id { get; }

    /// <summary>The path from the top, <c>Workflow1:root:activity</c>.</summary>
    public string NodeId { get; }

    /// <summary>The activity's type name.</summary>
    public string Type { get; }

    /// <summary>The version of the type.</summary>
    public int Version { get; }

    /// <summary>The activity's name; null when it has none.</summary>
    public string? Name { get; }

    /// <summary>What people read on the drawing: display text, else name, else id.</summary>
    public string DisplayName =>
        Text(Json["metadata"] as JsonObject, "displayText") is { Length: > 0 } text ? text : Name is { Length: > 0 } name ? name : Id;

    /// <summary>The container; null for the workflow itself.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>The property of the container that holds this activity (<c>activities</c>, <c>body</c>, <c>then</c>); null for the root.</summary>
    public string? Port { get; }

    /// <summary>The activities inside this one, in the order of the definition.</summary>
    public IReadOnlyList<ActivityNode> Children { get; internal set; } = [];

    /// <summary>Connections between the children of a flowchart, duplicates left out; empty for other types.</summary>
    public IReadOnlyList<Connection> Connections { get; internal set; } = [];

    /// <summary>Variables that a container declares.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; internal set; } = [];

    /// <summary>Whether the activity may start the workflow from outside.</summary>
    public bool CanStartWorkflow =>
        Json["customProperties"] is JsonObject custom && custom["canStartWorkflow"] is JsonValue value && value.TryGetValue(out bool can) && can;

    /// <summary>The activity as it was read; not to be changed.</summary>
    public JsonObject Json { get; }

    /// <summary>What the state refers to the activity by: its id, or its path when the id is not unique.</summary>
    internal string Key { get; set; }

    /// <summary>What activities have worked out of the definition, such as flow graphs; never changed once there.</summary>
    internal ConcurrentDictionary<string, object> Cache { get; } = new(StringComparer.Ordinal);

    /// <summary>The literal text of an input; null when it is absent or an expression. For checks before anything runs.</summary>
    /// <param name="name">The input's name, camelCase.</param>
    public string? LiteralText(string name) =>
        FindInput(name)?.Expression is { Type: "Literal" or "Object" } expression ? ExpressionValues.ToText(expression.Value) : null;

    /// <summary>The literal list of texts of an input; empty when it is absent or an expression. For checks before anything runs.</summary>
    /// <param name="name">The input's name, camelCase.</param>
    public IReadOnlyList<string> LiteralTexts(string name) =>
        FindInput(name)?.Expression is { Type: "Literal" or "Object" } expression ? ExpressionValues.ToTexts(expression.Value) : [];

    /// <summary>The inputs whose values must be found by an expression before the activity runs.</summary>
    internal IReadOnlyList<ActivityInput> Expressions => expressions ??=
        [.. Json.Where(static p => ActivityInput.IsWrapped(p.Value)).Select(p => FindInput(p.Key)).OfType<ActivityInput>().Where(static i => i.Expression.Type != "Literal")];

    /// <summary>An input as written in the definition; null when it is absent.</summary>
    /// <param name="name">The input's name, camelCase.</param>
    internal ActivityInput? FindInput(string name) =>
        inputs.GetOrAdd(name, static (n, node) => ActivityInput.Read(n, node.Json[n]), this);

    /// <summary>The activities that stand in one property, in order.</summary>
    /// <param name="port">The property.</param>
    internal IEnumerable<ActivityNode> ChildrenIn(string port) => Children.Where(c => c.Port == port);

    internal static string? Text(JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}

/// <summary>A line between two activities of a flowchart.</summary>
/// <param name="SourceId">The activity that it leaves.</param>
/// <param name="SourcePort">The outcome by which it leaves; <c>Done</c> when the drawing says nothing.</param>
/// <param name="TargetId">The activity that it leads to.</param>
/// <param name="TargetPort">Where it enters; <c>In</c> when the drawing says nothing.</param>
public sealed record Connection(string SourceId, string SourcePort, string TargetId, string TargetPort);
