namespace IndividualPlan.WorkflowHost.ElsaApi.Instances;

/// <summary>Log events 2300–2399. Ids only.</summary>
internal static partial class Log
{
    [LoggerMessage(2300, LogLevel.Warning, "Viewers of instance {InstanceId} could not be told of a change")]
    public static partial void PushFailed(ILogger logger, Guid instanceId, Exception exception);
}
