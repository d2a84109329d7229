namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Names of colleagues by user id, for sentences such as "already completed by …". Whoever is not known is called by the user id.</summary>
internal sealed class UserDirectory(IReadOnlyDictionary<string, string> names)
{
    public string NameOf(string? userId) => userId is null ? "" : names.GetValueOrDefault(userId, userId);
}
