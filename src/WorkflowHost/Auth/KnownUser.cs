namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Someone who works in the product, kept from one sign-in to the next so that work can be handed over by name.</summary>
internal sealed class KnownUser
{
    private KnownUser()
    {
    }

    public KnownUser(string userId) => UserId = userId;

    public string UserId { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The name in small letters, for searching in databases whose own comparison knows only English letters.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Where e-mails go, as the provider says; null when it says nothing.</summary>
    public string? Email { get; private set; }

    /// <summary>Role codes between commas, with a comma at either end, so that one code can be looked for.</summary>
    public string RoleList { get; private set; } = "";

    /// <summary>Service codes, in the same form.</summary>
    public string ServiceList { get; private set; } = "";

    public DateTimeOffset FirstSignInAt { get; private set; }

    public DateTimeOffset LastSignInAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Keeps what the latest sign-in says. Tells whether roles or services are other than before.</summary>
    public bool SignedIn(string name, string? email, IReadOnlyList<string> roles, IReadOnlyList<string> services, DateTimeOffset now)
    {
        var isChanged = RoleList != Join(roles) || ServiceList != Join(services);
        (Name, NameKey, Email, RoleList, ServiceList) = (name, Key(name), email, Join(roles), Join(services));
        FirstSignInAt = Version == 0 ? now : FirstSignInAt;
        LastSignInAt = now;
        return isChanged;
    }

    /// <summary>The person is still known by name, and no longer listed.</summary>
    public void LoseRoles() => (RoleList, ServiceList) = ("", "");

    public Colleague ToColleague() => new(UserId, Name, Split(RoleList), Split(ServiceList), LastSignInAt) { Email = Email };

    public static string Key(string text) => text.ToLowerInvariant();

    /// <summary>How one code stands in a list.</summary>
    public static string Entry(string code) => $",{code},";

    private static string Join(IReadOnlyList<string> codes) => codes.Count == 0 ? "" : $",{string.Join(',', codes)},";

    private static string[] Split(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
