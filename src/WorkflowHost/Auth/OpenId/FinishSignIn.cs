using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>What the provider led back with.</summary>
internal sealed record ProviderAnswer(string? Code, string? Error, string? Issuer);

/// <summary>What came of a sign-in.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>Someone with a role here; the session has begun.</summary>
    public sealed record Admitted(AdmittedUser User) : SignInOutcome;

    /// <summary>Nobody is signed in.</summary>
    /// <param name="Failure">What the person is told.</param>
    /// <param name="Detail">What the log is told: a word or a code, never anything about the person.</param>
    public sealed record Failed(SignInFailure Failure, string Detail) : SignInOutcome;
}

/// <summary>From the provider's answer to a session, or to the reason why not: the code is exchanged, the ID token is checked, and roles are found.</summary>
internal sealed class FinishSignIn(TokenEndpoint tokens, AdmitUser admit)
{
    // What providers answer when a person turns back; login_required and its kin when there was nobody to ask.
    private static readonly string[] TurnedBack = ["access_denied", "user_cancelled", "login_required", "interaction_required", "consent_required", "account_selection_required"];

    public async Task<SignInOutcome> RunAsync(OpenIdProvider provider, SignInAttempt attempt, ProviderAnswer answer, string redirectUri, CancellationToken cancellationToken)
    {
        var endpoints = await provider.Metadata.GetConfigurationAsync(cancellationToken);
        if (answer.Issuer is null ? IsIssuerPromised(endpoints) : answer.Issuer.TrimEnd('/') != endpoints.Issuer.TrimEnd('/'))
        {
            return new SignInOutcome.Failed(SignInFailure.AnswerNotGood, "issuer of the answer (RFC 9207)");
        }

        if (answer.Error is { } error)
        {
            var code = TokenEndpoint.CodeOf(error);
            return new SignInOutcome.Failed(
                TurnedBack.Contains(code) ? SignInFailure.Cancelled : code == "unmet_authentication_requirements" ? SignInFailure.LevelTooLow : SignInFailure.ProviderUnreachable, code);
        }

        if (string.IsNullOrEmpty(answer.Code))
        {
            return new SignInOutcome.Failed(SignInFailure.AnswerNotGood, "no code");
        }

        var given = await tokens.ExchangeAsync(provider, endpoints, answer.Code, attempt.Verifier, redirectUri, cancellationToken);
        if (given.IdToken is null)
        {
            return new SignInOutcome.Failed(given.Refusal == "invalid_grant" ? SignInFailure.AnswerNotGood : SignInFailure.ProviderUnreachable, given.Refusal ?? "no ID token");
        }

        var (claims, problem) = await IdTokenCheck.RunAsync(provider, given.IdToken, attempt.Nonce);
        if (claims is null)
        {
            return new SignInOutcome.Failed(SignInFailure.AnswerNotGood, problem!);
        }

        if (provider.Options.ReadUserInfo && !await AddUserInfoAsync(provider, endpoints, given.AccessToken, claims, cancellationToken))
        {
            return new SignInOutcome.Failed(SignInFailure.AnswerNotGood, "userinfo is about someone else, or cannot be had");
        }

        return await admit.RunAsync(provider, claims, given.IdToken, cancellationToken);
    }

    /// <summary>Adds what the ID token does not say itself; the ID token, which is signed, goes before.</summary>
    private async Task<bool> AddUserInfoAsync(OpenIdProvider provider, OpenIdConnectConfiguration endpoints, string? accessToken, JsonObject claims, CancellationToken cancellationToken)
    {
        if (accessToken is null || string.IsNullOrEmpty(endpoints.UserInfoEndpoint))
        {
            return false;
        }

        var more = await tokens.UserInfoAsync(provider, endpoints, accessToken, cancellationToken);
        if (ClaimReader.TextAt(more, "sub") is not { } subject || subject != ClaimReader.TextAt(claims, "sub"))
        {
            return false;
        }

        foreach (var (name, value) in more.Where(c => !claims.ContainsKey(c.Key)).ToList())
        {
            claims[name] = value?.DeepClone();
        }

        return true;
    }

    private static bool IsIssuerPromised(OpenIdConnectConfiguration endpoints) =>
        endpoints.AdditionalData.TryGetValue("authorization_response_iss_parameter_supported", out var promised) && string.Equals(promised?.ToString(), "true", StringComparison.OrdinalIgnoreCase);
}
