namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>Log events 2600–2699.</summary>
internal static partial class Log
{
    [LoggerMessage(2600, LogLevel.Error, "The job {Job} failed")]
    public static partial void JobFailed(ILogger logger, string job, Exception failure);
}
