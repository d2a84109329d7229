using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Whether an ID token is one that the provider made for this client and this attempt: signature, issuer, audience, lifetime, nonce, party.</summary>
internal static class IdTokenCheck
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>What the token says, or what is wrong with it in a word for the log.</summary>
    public static async Task<(JsonObject? Claims, string? Problem)> RunAsync(OpenIdProvider provider, string idToken, string nonce)
    {
        var result = await Handler.ValidateTokenAsync(idToken, provider.TokenRules(provider.Options.ClientId!));
        if (!result.IsValid)
        {
            return (null, result.Exception?.GetType().Name ?? "not valid");
        }

        var claims = ClaimsOf((JsonWebToken)result.SecurityToken);
        var audiences = ClaimReader.TextsAt(claims, "aud").Count();
        var party = ClaimReader.TextAt(claims, "azp");
        return ClaimReader.TextAt(claims, "nonce") is not { } made || !SignInAttempts.IsSame(made, nonce) ? (null, "nonce")
            : ClaimReader.TextAt(claims, "sub") is null ? (null, "no subject")
            : (audiences > 1 && party is null) || (party is not null && party != provider.Options.ClientId) ? (null, "authorized party")
            : !provider.IsLateEnough(long.TryParse(ClaimReader.TextAt(claims, "auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null) ? (null, "auth_time")
            : (claims, null);
    }

    /// <summary>The payload of a token that has been validated, lists and objects as they are.</summary>
    public static JsonObject ClaimsOf(JsonWebToken token) => JsonNode.Parse(WebEncoders.Base64UrlDecode(token.EncodedPayload)) as JsonObject ?? throw new JsonException("The payload is no object.");
}
