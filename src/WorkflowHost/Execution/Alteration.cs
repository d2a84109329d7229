using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Something done to a running instance by hand; the hierarchy is closed.</summary>
internal abstract record Alteration
{
    private Alteration()
    {
    }

    /// <summary>The instance is called off.</summary>
    public sealed record Cancel : Alteration;

    /// <summary>A step is skipped.</summary>
    public sealed record CancelActivity(string ActivityId) : Alteration;

    /// <summary>A variable, by id or name, gets another value.</summary>
    public sealed record ModifyVariable(string VariableId, JsonNode? Value) : Alteration;

    /// <summary>The instance is moved to another version of its definition.</summary>
    public sealed record Migrate(int TargetVersion) : Alteration;

    /// <summary>A step that has not been done is begun; one that failed is tried again.</summary>
    public sealed record ScheduleActivity(string ActivityId) : Alteration;
}
