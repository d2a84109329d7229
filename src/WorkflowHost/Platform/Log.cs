namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Log events 1000–1099. Ids and codes only; never people, and never request contents.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Error, "Fault in {Endpoint}")]
    public static partial void Faulted(ILogger logger, string? endpoint, Exception exception);

    [LoggerMessage(1001, LogLevel.Information, "{Endpoint} refused: {Problem} ({Status})")]
    public static partial void Refused(ILogger logger, string? endpoint, string problem, int status);
}
