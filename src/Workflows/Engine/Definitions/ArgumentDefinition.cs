using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Definitions;

/// <summary>An input or output of a workflow.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its Elsa type alias, for instance <c>String</c>.</param>
/// <param name="DisplayName">What people call it.</param>
public sealed record ArgumentDefinition(string Name, string Type, string? DisplayName);

/// <summary>A variable of a workflow or of a container in it.</summary>
/// <param name="Id">What outputs refer to.</param>
/// <param name="Name">What expressions refer to.</param>
/// <param name="TypeName">Its Elsa type alias.</param>
/// <param name="IsArray">Whether it holds a list of the type.</param>
/// <param name="Value">The value that it begins with; null for none.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, bool IsArray, JsonNode? Value);

/// <summary>What a failing activity does to the instance. Running instances follow the version that they are pinned to.</summary>
public enum IncidentStrategy
{
    /// <summary>The instance stops at once as Faulted.</summary>
    Fault,

    /// <summary>The failed branch stops, the others go on; the instance finishes once nothing is left to wait for.</summary>
    ContinueWithIncidents,
}

/// <summary>An activity that starts the workflow from outside.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Kind">The activity's type, for instance <c>Elsa.Event</c>, <c>Elsa.Timer</c>, <c>Elsa.Cron</c>, <c>Elsa.StartAt</c>.</param>
/// <param name="EventName">The event that starts it, when the type is an event with a fixed name; null otherwise.</param>
public sealed record DefinitionTrigger(string ActivityId, string Kind, string? EventName);
