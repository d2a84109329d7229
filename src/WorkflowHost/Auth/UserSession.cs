namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>One sign-in that has been let in. The browser's cookie names it; when it has ended here, the cookie is worth nothing on any node.</summary>
/// <remarks>Holds no user: what someone did is in history, and this row goes away by itself when nobody could use it any more.</remarks>
internal sealed class UserSession
{
    public Guid Id { get; set; }

    /// <summary>A digest of the provider's issuer and session id, by which the provider tells that someone has signed out there; null when it gives none.</summary>
    public string? ProviderKey { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When the session ends at the latest, however busy its user is.</summary>
    public DateTimeOffset GoodUntil { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
