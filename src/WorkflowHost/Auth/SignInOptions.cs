using IndividualPlan.WorkflowHost.Auth.OpenId;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>How people sign in. Section <c>Auth</c>; <c>docs/sign-in.md</c> has examples.</summary>
internal sealed class SignInOptions
{
    public const string Section = "Auth";

    /// <summary>Key of the provider that is configured by <see cref="OpenIdConnect"/>.</summary>
    public const string MainProvider = "main";

    /// <summary>The provider that the office's own people, and machines, come from.</summary>
    public ProviderOptions OpenIdConnect { get; init; } = new();

    /// <value>
    /// Further providers by a short key of small letters, digits and hyphens, such as <c>idporten</c> for citizens. The key is part of the address that the provider leads
    /// back to and of the user ids that come from it, so it must not be changed later. Default none.
    /// </value>
    public Dictionary<string, ProviderOptions> OtherProviders { get; init; } = [];

    /// <value>
    /// A folder for the keys that protect cookies. All nodes must share it, and nobody else may read it. Default <c>data/keys</c> in the working folder. Without the folder's contents,
    /// whoever is signed in must sign in again.
    /// </value>
    public string KeyFolder { get; init; } = Path.Combine("data", "keys");

    /// <summary>Whether a provider is named; without one only demo mode, and so only Development, can start.</summary>
    public bool HasProvider => !string.IsNullOrWhiteSpace(OpenIdConnect.Authority) || OtherProviders.Count > 0;

    /// <summary>All providers with their keys and the names of their sections, the main one first.</summary>
    public IEnumerable<(string Key, string Section, ProviderOptions Provider)> Providers()
    {
        if (HasProvider)
        {
            yield return (MainProvider, $"{Section}:{nameof(OpenIdConnect)}", OpenIdConnect);
        }

        foreach (var (key, provider) in OtherProviders.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            yield return (key, $"{Section}:{nameof(OtherProviders)}:{key}", provider);
        }
    }
}
