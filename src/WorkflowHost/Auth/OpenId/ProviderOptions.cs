using System.Text.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>One OpenID provider. Sections <c>Auth:OpenIdConnect</c> and <c>Auth:OtherProviders:&lt;key&gt;</c>.</summary>
internal sealed class ProviderOptions
{
    /// <value>The provider's issuer, an https address, exactly as its discovery document says. Required.</value>
    public string? Authority { get; init; }

    /// <value>The id that the provider has given this installation. Required.</value>
    public string? ClientId { get; init; }

    /// <value>The secret that goes with the client id. Either this or <see cref="PrivateKeyFile"/>. Give it by environment or secret store, not in a file.</value>
    public string? ClientSecret { get; init; }

    /// <value>A file with the private key, as a JWK with <c>kid</c>, by which we prove to be the client (<c>private_key_jwt</c>). Either this or <see cref="ClientSecret"/>.</value>
    public string? PrivateKeyFile { get; init; }

    /// <value>What the proof by private key is made out to: <c>Issuer</c> (default; ID-porten, Ansattporten) or <c>TokenEndpoint</c> (Entra ID).</value>
    public AssertionAudience AssertionAudience { get; init; } = AssertionAudience.Issuer;

    /// <value>
    /// The audience that the access tokens of machines must be made out to; only <c>Auth:OpenIdConnect</c> has it. Default none: then no token opens the API. Never the client id:
    /// what proves who someone is must not open the API.
    /// </value>
    public string? Audience { get; init; }

    /// <value>What is asked for; default <c>openid profile</c>.</value>
    public string[]? Scopes { get; init; }

    /// <value>Further parameters of the request, such as <c>authorization_details</c> for Ansattporten. Default none.</value>
    public Dictionary<string, string> Parameters { get; init; } = [];

    /// <value>The claim with the id that history and tasks hold. It must never change for a person, and never pass to another. Default <c>sub</c>; <c>oid</c> for Entra ID.</value>
    public string UserIdClaim { get; init; } = "sub";

    /// <value>The claim with the name to show; default <c>name</c>.</value>
    public string NameClaim { get; init; } = "name";

    /// <value>The claim with the address that e-mails about waiting work go to; default <c>email</c>. Most providers give it when <see cref="Scopes"/> holds <c>email</c>.</value>
    public string EmailClaim { get; init; } = "email";

    /// <value>The claim with a citizen's national identity number, by which the own case is found; default <c>pid</c>. Read for <c>Person</c>, <c>Guardian</c>, <c>Representative</c> and <c>Relative</c> only.</value>
    public string PersonNumberClaim { get; init; } = "pid";

    /// <value>The claim with the national identity number of the one whom a guardian acts for; default none.</value>
    public string? ActsForClaim { get; init; }

    /// <value>A claim whose values are role codes of this product as they stand; default <c>role</c>. Other values of it are passed over. Empty: roles come from <see cref="Roles"/> alone.</value>
    public string? RoleClaim { get; init; } = "role";

    /// <value>A claim whose values are service codes of this product; default <c>service</c>. Empty: services come from <see cref="Roles"/> alone.</value>
    public string? ServiceClaim { get; init; } = "service";

    /// <value>What gives which role and service. All rules that fit count; the first role is the one shown.</value>
    public List<RoleRule> Roles { get; init; } = [];

    /// <value>Levels of assurance (<c>acr</c>) that are taken, such as <c>idporten-loa-high</c>; asked for in this order. Default none: the level is not looked at.</value>
    public string[] AcceptedLevels { get; init; } = [];

    /// <value>Levels that a role demands beyond that, by role code. Someone below keeps the other roles. Default none.</value>
    public Dictionary<string, string[]> LevelsByRole { get; init; } = [];

    /// <value>Whether claims are fetched from the provider's userinfo endpoint too, for providers that keep them out of the ID token. Default false.</value>
    public bool ReadUserInfo { get; init; }

    /// <value>How long someone may do nothing and still be signed in; 1 minute to <see cref="AbsoluteLimit"/>, default 30 minutes.</value>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromMinutes(30);

    /// <value>How long a sign-in is good at most; up to 24 hours, default 8 hours.</value>
    public TimeSpan AbsoluteLimit { get; init; } = TimeSpan.FromHours(8);

    /// <value>What the button says when there are several providers: <c>Label:Nb</c>, <c>Label:Nn</c>, <c>Label:En</c>. Default "Logg inn" and so on.</value>
    public LabelOptions? Label { get; init; }

    public LocalizedText ButtonText => Label is { Nb: { } nb, Nn: { } nn, En: { } en } ? new(nb, nn, en) : new("Logg inn", "Logg inn", "Sign in");

    internal sealed class LabelOptions
    {
        public string? Nb { get; init; }

        public string? Nn { get; init; }

        public string? En { get; init; }
    }
}

internal enum AssertionAudience
{
    Issuer,
    TokenEndpoint,
}

/// <summary>One line of the mapping from what a provider says to what someone may do here.</summary>
internal sealed class RoleRule
{
    /// <value>
    /// Where to look: the name of a claim, or a path into it with points, such as <c>groups</c>, <c>realm_access.roles</c> or <c>authorization_details.authorized_parties</c>.
    /// <c>*</c> fits everybody who comes from this provider.
    /// </value>
    public string? Claim { get; init; }

    /// <value>The value that must stand there; of a list, one of them. Compared exactly.</value>
    public string? Value { get; init; }

    /// <value>For objects: paths and values that must all be met by one and the same object.</value>
    public Dictionary<string, string> Where { get; init; } = [];

    /// <value>A role code of this product.</value>
    public string? Role { get; init; }

    /// <value>Code of the service or office that goes with it; default none.</value>
    public string? Service { get; init; }

    /// <summary>Whether the rule fits what the provider says.</summary>
    public bool Fits(JsonObject claims) => Claim switch
    {
        null => false,
        "*" => true,
        _ => ClaimReader.At(claims, Claim).Any(found => Where.Count > 0 ? FitsObject(found) : ClaimReader.Text(found) == Value),
    };

    private bool FitsObject(JsonNode found) =>
        found.GetValueKind() == JsonValueKind.Object && Where.All(w => ClaimReader.At(found, w.Key).Any(value => ClaimReader.Text(value) == w.Value));
}
