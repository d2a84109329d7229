using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>How people sign in. Section <c>Auth</c>.</summary>
internal sealed class SignInOptions
{
    public const string Section = "Auth";

    public OpenIdConnectOptions OpenIdConnect { get; init; } = new();

    /// <summary>Whether a provider is named; without one only demo mode, and so only Development, can start.</summary>
    public bool HasProvider => !string.IsNullOrWhiteSpace(OpenIdConnect.Authority);

    internal sealed class OpenIdConnectOptions
    {
        /// <value>Issuer address of the provider, https. No default.</value>
        public string? Authority { get; init; }

        /// <value>The audience that access tokens must be made out to. No default; required with an authority.</value>
        public string? Audience { get; init; }
    }
}

/// <summary>Says what is wrong with section <c>Auth</c>, all of it at once, by exact key.</summary>
internal sealed class ValidateSignInOptions(IHostEnvironment environment) : IValidateOptions<SignInOptions>
{
    private const string AuthorityKey = $"{SignInOptions.Section}:{nameof(SignInOptions.OpenIdConnect)}:{nameof(SignInOptions.OpenIdConnectOptions.Authority)}";
    private const string AudienceKey = $"{SignInOptions.Section}:{nameof(SignInOptions.OpenIdConnect)}:{nameof(SignInOptions.OpenIdConnectOptions.Audience)}";

    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var problems = new List<string>();
        var provider = options.OpenIdConnect;
        if (!options.HasProvider)
        {
            if (!environment.IsDevelopment())
            {
                problems.Add($"{AuthorityKey} is missing. Demo mode, which needs no provider, is only for the Development environment; this is {environment.EnvironmentName}.");
            }
        }
        else
        {
            if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || (authority.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment()))
            {
                problems.Add($"{AuthorityKey} must be an absolute https address.");
            }

            if (string.IsNullOrWhiteSpace(provider.Audience))
            {
                problems.Add($"{AudienceKey} is missing.");
            }
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
