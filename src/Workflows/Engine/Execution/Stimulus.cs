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

    /// <summary>A variable is given another value by hand, converted to the type that it declares. Refused once the instance has ended for good.</summary>
    /// <param name="VariableId">The variable's id in the definition, or its name.</param>
    /// <param name="Value">The value.</param>
    public sealed record ModifyVariable(string VariableId, JsonNode? Value) : Stimulus;

    /// <summary>What runs or has failed of an activity is called off, and the flow goes on as if the activity had been skipped. The drawing as a whole is not an activity.</summary>
    /// <param name="ActivityId">The activity's id in the definition.</param>
    public sealed record CancelActivity(string ActivityId) : Stimulus;

    /// <summary>An activity of a flowchart that runs now is begun by hand. Refused while it runs or has failed (that is a retry), and when its container does not run.</summary>
    /// <param name="ActivityId">The activity's id in the definition.</param>
    public sealed record ScheduleActivity(string ActivityId) : Stimulus;
}
