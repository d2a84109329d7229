namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Log events 2000–2099. Ids and codes only; never people, and never values of forms.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Error, "The workflow definition in {File} cannot be read: {NodeId}: {Problem}")]
    public static partial void DefinitionUnreadable(ILogger logger, string file, string nodeId, string problem);

    [LoggerMessage(2001, LogLevel.Error, "Version {Version} of the workflow definition {DefinitionId} is not taken in: {NodeId}: {Problem}")]
    public static partial void DefinitionRefused(ILogger logger, string definitionId, int version, string nodeId, string problem);

    [LoggerMessage(2010, LogLevel.Error, "Timer {WaitId} of instance {InstanceId} could not be fired; it is tried again later")]
    public static partial void TimerFailed(ILogger logger, Guid instanceId, int waitId, Exception failure);

    [LoggerMessage(2011, LogLevel.Debug, "{Count} timers fired")]
    public static partial void TimersFired(ILogger logger, int count);

    [LoggerMessage(2012, LogLevel.Error, "A round of background work failed; it is tried again later")]
    public static partial void RoundFailed(ILogger logger, Exception failure);
}
