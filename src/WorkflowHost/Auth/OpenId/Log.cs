namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Log events 2500–2599. Reasons and codes only; never users, claims, tokens or addresses with queries.</summary>
internal static partial class Log
{
    [LoggerMessage(2500, LogLevel.Information, "Sign-in by {Provider} was let in")]
    public static partial void Admitted(ILogger logger, string provider);

    [LoggerMessage(2501, LogLevel.Warning, "Sign-in by {Provider} was refused: {Failure} ({Detail})")]
    public static partial void Refused(ILogger logger, string provider, SignInFailure failure, string detail);

    [LoggerMessage(2502, LogLevel.Error, "Sign-in by {Provider} could not be done: {Detail}")]
    public static partial void ProviderFailed(ILogger logger, string provider, string detail, Exception? exception);

    [LoggerMessage(2503, LogLevel.Warning, "{Authority} could not be read again; what was read before is used")]
    public static partial void MetadataKept(ILogger logger, string authority, Exception exception);

    [LoggerMessage(2504, LogLevel.Information, "The provider ended {Count} sessions")]
    public static partial void EndedAtProvider(ILogger logger, int count);

    [LoggerMessage(2505, LogLevel.Warning, "A bearer token was refused: {Detail}")]
    public static partial void TokenRefused(ILogger logger, string detail);
}
