using IndividualPlan.WorkflowHost.Auth;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Those who work together: whose tasks are seen as the unit's, and which roles the unit holds.</summary>
/// <param name="Members">User ids.</param>
/// <param name="Roles">Role codes.</param>
internal sealed record WorkUnit(IReadOnlyList<string> Members, IReadOnlyList<string> Roles)
{
    /// <summary>The user's unit: everybody in the user's service. Someone who works for no service is a unit alone.</summary>
    public static async Task<WorkUnit> OfAsync(CurrentUser user, UserDirectory users, CancellationToken cancellationToken)
    {
        var colleagues = user.Service is { } service ? await users.InServiceAsync(service, cancellationToken) : [];
        return new WorkUnit(
            [.. colleagues.Select(c => c.UserId).Append(user.UserId).Distinct(StringComparer.Ordinal)],
            [.. colleagues.SelectMany(c => c.Roles).Concat(user.Roles).Distinct(StringComparer.Ordinal)]);
    }
}
