using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>A provider that people sign in by: its settings, its documents, and the names of things that belong to it.</summary>
internal sealed class OpenIdProvider(string key, ProviderOptions options, ProviderMetadata metadata, HttpClient backchannel, TimeProvider clock)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    // Signatures that only the provider can make. Those made with a shared secret, or not at all, are none.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public string Key => key;

    public ProviderOptions Options => options;

    public ProviderMetadata Metadata => metadata;

    public HttpClient Backchannel => backchannel;

    public string Scheme { get; } = SchemeOf(key);

    /// <summary>Where the provider leads people back to; registered there.</summary>
    public string CallbackPath { get; } = CallbackPathOf(key);

    public bool IsMain => key == SignInOptions.MainProvider;

    public static string SchemeOf(string key) => "openid-" + key;

    public static string CallbackPathOf(string key) => key == SignInOptions.MainProvider ? "/sign-in/callback" : $"/sign-in/callback/{key}";

    /// <summary>What every token of this provider is held to. Keys and issuer are the provider's own, read anew when a key is not known.</summary>
    public TokenValidationParameters TokenRules(string audience) => new()
    {
        ConfigurationManager = metadata,
        ValidateIssuer = true,
        ValidIssuer = options.Authority,
        ValidateAudience = true,
        ValidAudience = audience,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = true,
        RequireExpirationTime = true,
        ValidateLifetime = true,
        // The skew goes to our own time: a token without a first instant comes here with the earliest there is, which nothing can be taken from.
        LifetimeValidator = (notBefore, expires, _, _) =>
            expires is { } until && Utc(until) > clock.GetUtcNow() - ClockSkew && (notBefore is not { } from || Utc(from) <= clock.GetUtcNow() + ClockSkew),
    };

    /// <summary>Whether the person signed in at the provider as lately as the parameter <c>max_age</c> asks for; always when it is not set.</summary>
    public bool IsLateEnough(long? signedInAt) =>
        !options.Parameters.TryGetValue("max_age", out var age)
        || (signedInAt is { } at && DateTimeOffset.FromUnixTimeSeconds(at) + TimeSpan.FromSeconds(int.Parse(age, CultureInfo.InvariantCulture)) + ClockSkew > clock.GetUtcNow());

    /// <summary>The id by which users of this provider are known here. Ids of other providers than the main one carry its key, so that they cannot meet.</summary>
    public string UserIdOf(string id) => IsMain ? id : $"{key}:{id}";

    /// <summary>By what a session is found when the provider says that it has ended.</summary>
    public static string SessionKey(string issuer, string sessionId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(issuer.TrimEnd('/') + "\n" + sessionId)));

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}

/// <summary>All providers that are configured, the main one first; none in demo mode.</summary>
internal sealed class OpenIdProviders(IReadOnlyList<OpenIdProvider> all) : IDisposable
{
    public IReadOnlyList<OpenIdProvider> All => all;

    public OpenIdProvider? Find(string? key) => all.FirstOrDefault(p => p.Key == (string.IsNullOrEmpty(key) ? SignInOptions.MainProvider : key));

    public void Dispose()
    {
        foreach (var provider in all)
        {
            provider.Metadata.Dispose();
        }
    }
}
