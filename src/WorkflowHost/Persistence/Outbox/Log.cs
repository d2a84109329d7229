namespace IndividualPlan.WorkflowHost.Persistence.Outbox;

/// <summary>Log events 2100–2199. Ids and kinds only; never addresses or contents.</summary>
internal static partial class Log
{
    [LoggerMessage(2100, LogLevel.Warning, "Message {Id} ({Kind}) could not be delivered, attempt {Attempt}")]
    public static partial void DeliveryFailed(ILogger logger, Guid id, string kind, int attempt, Exception failure);
}
