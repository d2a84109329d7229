using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>What the provider gave for a code, or the reason why it gave nothing.</summary>
/// <param name="IdToken">Who it is; null when refused.</param>
/// <param name="AccessToken">Opens the userinfo endpoint; may be missing.</param>
/// <param name="Refusal">The provider's error code, or null.</param>
internal sealed record TokenAnswer(string? IdToken, string? AccessToken, string? Refusal);

/// <summary>Talks to the provider behind the browser's back: exchanges the code, and asks for more about the person.</summary>
internal sealed class TokenEndpoint(Ids ids, TimeProvider clock)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>Exchanges a code for tokens.</summary>
    /// <exception cref="ProviderUnreachableException">There is no answer, or none that can be read.</exception>
    public async Task<TokenAnswer> ExchangeAsync(
        OpenIdProvider provider, OpenIdConnectConfiguration endpoints, string code, string verifier, string redirectUri, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
            ["code_verifier"] = verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoints.TokenEndpoint);
        Authenticate(provider.Options, endpoints, request, form);
        request.Content = new FormUrlEncodedContent(form);
        var answer = await SendAsync(provider, request, cancellationToken);
        return new(
            ClaimReader.TextAt(answer, "id_token"), ClaimReader.TextAt(answer, "access_token"), answer["error"] is { } error ? CodeOf(error.ToString()) : null);
    }

    /// <summary>What the userinfo endpoint says.</summary>
    /// <exception cref="ProviderUnreachableException">There is no answer, or none that can be read.</exception>
    public async Task<JsonObject> UserInfoAsync(OpenIdProvider provider, OpenIdConnectConfiguration endpoints, string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoints.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return await SendAsync(provider, request, cancellationToken);
    }

    /// <summary>An error code as the standards have them; anything else that was sent to us is not repeated.</summary>
    public static string CodeOf(string? error) => error is { Length: > 0 and <= 40 } && error.All(static c => char.IsAsciiLetterLower(c) || c == '_') ? error : "other";

    private void Authenticate(ProviderOptions options, OpenIdConnectConfiguration endpoints, HttpRequestMessage request, Dictionary<string, string> form)
    {
        var clientId = options.ClientId!;
        if (!string.IsNullOrWhiteSpace(options.PrivateKeyFile))
        {
            var (key, problem) = ClientKey.Read(options.PrivateKeyFile);
            var audience = options.AssertionAudience == AssertionAudience.Issuer ? endpoints.Issuer : endpoints.TokenEndpoint;
            form["client_id"] = clientId;
            form["client_assertion_type"] = AssertionType;
            form["client_assertion"] = (key ?? throw new ProviderUnreachableException($"The private key file {problem}.")).Prove(clientId, audience, ids.New().ToString("N"), clock.GetUtcNow());
            return;
        }

        var methods = endpoints.TokenEndpointAuthMethodsSupported;
        if (methods.Count > 0 && !methods.Contains("client_secret_basic") && methods.Contains("client_secret_post"))
        {
            form["client_id"] = clientId;
            form["client_secret"] = options.ClientSecret!;
            return;
        }

        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(options.ClientSecret!)}")));
    }

    private static async Task<JsonObject> SendAsync(OpenIdProvider provider, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            request.Headers.Accept.ParseAdd("application/json");
            using var answer = await provider.Backchannel.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return (int)answer.StatusCode < 500 && JsonNode.Parse(text) is JsonObject read && (answer.IsSuccessStatusCode || read["error"] is not null)
                ? read
                : throw new ProviderUnreachableException($"{request.RequestUri?.GetLeftPart(UriPartial.Path)} answered {(int)answer.StatusCode}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProviderUnreachableException($"{request.RequestUri?.GetLeftPart(UriPartial.Path)} gave no answer that can be read.", fault);
        }
    }
}
