using System.Text.Json.Nodes;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>What happens to an instance; the hierarchy is closed.</summary>
public abstract record Stimulus
{
    private Stimulus()
    {
    }

    /// <summary>The instance begins. The state given to the engine must be null.</summary>
    /// <param name="Input">The workflow's input; null for none.</param>
    /// <param name="CorrelationId">Ties the instance to something outside, for instance a case; null for none.</param>
    /// <param name="TriggerActivityId">The trigger that fired and where the flow therefore starts; null: where the drawing says.</param>
    /// <param name="TriggerPayload">What came with the trigger.</param>
    /// <param name="Name">The instance's name; null for none.</param>
    public sealed record Start(
        JsonObject? Input = null,
        string? CorrelationId = null,
        string? TriggerActivityId = null,
        JsonNode? TriggerPayload = null,
        string? Name = null) : Stimulus;

    /// <summary>What a wait waited for has come: a task's result, a due timer, a child's output, an HTTP answer.</summary>
    /// <param name="WaitId">The wait.</param>
    /// <param name="Payload">What came.</param>
    public sealed record ResumeWait(int WaitId, JsonNode? Payload = null) : Stimulus;

    /// <summary>An event has come; every wait for the name is resumed, in the order in which they were opened.</summary>
    /// <param name="Name">The event's name.</param>
    /// <param name="Payload">What came with it.</param>
    public sealed record EventReceived(string Name, JsonNode? Payload = null) : Stimulus;

    /// <summary>The oldest wait of this activity is resumed.</summary>
    /// <param name="ActivityId">The activity's id in the definition.</param>
    /// <param name="Payload">What it is resumed with.</param>
    public sealed record ResumeActivity(string ActivityId, JsonNode? Payload = null) : Stimulus;

    /// <summary>The instance is called off: everything that runs or waits is cancelled. Also ends a faulted instance.</summary>
    /// <param name="Reason">Why, for the history.</param>
    public sealed record Cancel(string? Reason = null) : Stimulus;

    /// <summary>The failed activity runs again, with the definition and variables as they are now; the instance runs again with it.</summary>
    /// <param name="IncidentId">The incident to retry.</param>
    public sealed record RetryIncident(int IncidentId) : Stimulus;

    /// <summary>The activity behind a wait fails because of something outside, for instance a child that faulted.</summary>
    /// <param name="WaitId">The wait, which is closed.</param>
    /// <param name="Message">Why.</param>
    public sealed record RaiseFault(int WaitId, string Message) : Stimulus;
}
