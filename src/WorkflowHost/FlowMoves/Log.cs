namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>Log events 2700–2799.</summary>
internal static partial class Log
{
    [LoggerMessage(2700, LogLevel.Error, "The workflow instance {InstanceId} could not be moved to another version; it is as it was")]
    public static partial void MoveFailed(ILogger logger, Guid instanceId, Exception failure);
}
