using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>The private key by which we prove to a provider that we are its client (RFC 7523, <c>private_key_jwt</c>).</summary>
internal sealed class ClientKey
{
    private static readonly TimeSpan ProofIsGoodFor = TimeSpan.FromSeconds(60);

    private readonly SigningCredentials _credentials;

    private ClientKey(SigningCredentials credentials) => _credentials = credentials;

    /// <summary>Reads the key, or tells what is wrong with the file in words that name no contents of it.</summary>
    public static (ClientKey? Key, string? Problem) Read(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, "cannot be read");
        }

        JsonWebKey key;
        try
        {
            key = new JsonWebKey(text);
        }
        catch (Exception fault) when (fault is ArgumentException or JsonException)
        {
            return (null, "does not hold a JWK");
        }

        if (!key.HasPrivateKey)
        {
            return (null, "holds no private key");
        }

        if (string.IsNullOrEmpty(key.Kid))
        {
            return (null, "holds a key without kid");
        }

        var algorithm = (key.Kty, key.Crv) switch
        {
            ("RSA", _) => key.Alg is SecurityAlgorithms.RsaSha384 or SecurityAlgorithms.RsaSha512 or SecurityAlgorithms.RsaSsaPssSha256 ? key.Alg : SecurityAlgorithms.RsaSha256,
            ("EC", "P-256") => SecurityAlgorithms.EcdsaSha256,
            ("EC", "P-384") => SecurityAlgorithms.EcdsaSha384,
            _ => null,
        };
        return algorithm is null ? (null, "holds a key that is neither RSA nor EC P-256 or P-384") : (new ClientKey(new SigningCredentials(key, algorithm)), null);
    }

    /// <summary>A proof that is good once and for a minute.</summary>
    public string Prove(string clientId, string audience, string id, DateTimeOffset now) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = clientId,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + ProofIsGoodFor).UtcDateTime,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { [JwtRegisteredClaimNames.Sub] = clientId, [JwtRegisteredClaimNames.Jti] = id },
            SigningCredentials = _credentials,
        });
}
