using System.Globalization;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Something that is numbered within an instance (an incident, an activity execution, a wait), as one id for the outside: <c>&lt;instance&gt;-&lt;number&gt;</c>.</summary>
internal readonly record struct InstancePart(WorkflowInstanceId InstanceId, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{InstanceId}-{Number}");

    /// <summary>Null when the text is no such id.</summary>
    public static InstancePart? Parse(string? id) =>
        id?.LastIndexOf('-') is int at and > 0 && Guid.TryParse(id.AsSpan(0, at), out var instance)
        && int.TryParse(id.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new InstancePart(new WorkflowInstanceId(instance), number)
            : null;
}
