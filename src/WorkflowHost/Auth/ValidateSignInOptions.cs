using System.Globalization;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Auth.OpenId;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Says what is wrong with section <c>Auth</c>, all of it at once, by exact key.</summary>
internal sealed partial class ValidateSignInOptions(IHostEnvironment environment, SiteOptions site) : IValidateOptions<SignInOptions>
{
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(24);

    // What the request already says, or must not say.
    private static readonly string[] OwnParameters =
        ["client_id", "response_type", "response_mode", "redirect_uri", "scope", "state", "nonce", "code_challenge", "code_challenge_method", "acr_values", "request", "request_uri"];

    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        if (!options.HasProvider)
        {
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"{SignInOptions.Section}:{nameof(SignInOptions.OpenIdConnect)}:{nameof(ProviderOptions.Authority)} is missing. Demo mode, which needs no provider, is only for the Development environment; this is {environment.EnvironmentName}.");
        }

        var problems = new List<string>();
        if (!environment.IsDevelopment() && !site.IsHttps)
        {
            problems.Add($"{SiteOptions.Section}:{nameof(SiteOptions.PublicAddress)} must be an https address: providers lead people back to it, and cookies are for https only.");
        }

        if (string.IsNullOrWhiteSpace(options.KeyFolder))
        {
            problems.Add($"{SignInOptions.Section}:{nameof(SignInOptions.KeyFolder)} must name a folder.");
        }

        foreach (var (key, section, provider) in options.Providers())
        {
            if (key != SignInOptions.MainProvider || section.EndsWith(nameof(SignInOptions.OpenIdConnect), StringComparison.Ordinal))
            {
                problems.AddRange(OfProvider(section, key, provider));
            }
            else
            {
                problems.Add($"{section}: the key {key} is taken; choose another.");
            }
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> OfProvider(string section, string key, ProviderOptions provider)
    {
        if (!KeyPattern().IsMatch(key))
        {
            yield return $"{section}: the key must be 1 to 20 small letters, digits and hyphens.";
        }

        if (string.IsNullOrWhiteSpace(provider.Authority))
        {
            yield return $"{section}:{nameof(provider.Authority)} is missing.";
        }
        else if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var authority) || !IsSafe(authority))
        {
            yield return $"{section}:{nameof(provider.Authority)} must be an absolute https address.";
        }

        foreach (var problem in OfClient(section, provider).Concat(OfClaims(section, provider)).Concat(provider.Roles.SelectMany((rule, i) => OfRule($"{section}:{nameof(provider.Roles)}:{i}", rule))))
        {
            yield return problem;
        }

        if (key != SignInOptions.MainProvider && provider.Audience is not null)
        {
            yield return $"{section}:{nameof(provider.Audience)} has no effect: machines come from {SignInOptions.Section}:{nameof(SignInOptions.OpenIdConnect)}.";
        }

        if (key != SignInOptions.MainProvider && provider.Label is not { Nb.Length: > 0, Nn.Length: > 0, En.Length: > 0 })
        {
            yield return $"{section}:{nameof(provider.Label)} must have Nb, Nn and En: people choose between several buttons.";
        }

        if (provider.AbsoluteLimit < TimeSpan.FromMinutes(1) || provider.AbsoluteLimit > LongestSession)
        {
            yield return $"{section}:{nameof(provider.AbsoluteLimit)} must be from 1 minute to 24 hours.";
        }
        else if (provider.IdleLimit < TimeSpan.FromMinutes(1) || provider.IdleLimit > provider.AbsoluteLimit)
        {
            yield return $"{section}:{nameof(provider.IdleLimit)} must be from 1 minute to {nameof(provider.AbsoluteLimit)}.";
        }
    }

    private static IEnumerable<string> OfClient(string section, ProviderOptions provider)
    {
        if (string.IsNullOrWhiteSpace(provider.ClientId))
        {
            yield return $"{section}:{nameof(provider.ClientId)} is missing.";
        }
        else if (provider.Audience == provider.ClientId)
        {
            yield return $"{section}:{nameof(provider.Audience)} must not be the client id, or ID tokens would open the API.";
        }

        switch (string.IsNullOrWhiteSpace(provider.ClientSecret), string.IsNullOrWhiteSpace(provider.PrivateKeyFile))
        {
            case (true, true):
                yield return $"{section}:{nameof(provider.ClientSecret)} or {section}:{nameof(provider.PrivateKeyFile)} is missing.";
                break;
            case (false, false):
                yield return $"{section}:{nameof(provider.ClientSecret)} and {section}:{nameof(provider.PrivateKeyFile)} are both given; one must go.";
                break;
            case (true, false) when ClientKey.Read(provider.PrivateKeyFile!).Problem is { } problem:
                yield return $"{section}:{nameof(provider.PrivateKeyFile)} {problem}.";
                break;
        }

        if (provider.Scopes is { } scopes && !scopes.Contains("openid", StringComparer.Ordinal))
        {
            yield return $"{section}:{nameof(provider.Scopes)} must hold openid.";
        }

        if (provider.Parameters.TryGetValue("max_age", out var age) && !(int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0))
        {
            yield return $"{section}:{nameof(provider.Parameters)}:max_age must be a number of seconds.";
        }

        foreach (var parameter in provider.Parameters.Keys.Intersect(OwnParameters, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{section}:{nameof(provider.Parameters)}:{parameter} cannot be set.";
        }
    }

    private static IEnumerable<string> OfClaims(string section, ProviderOptions provider)
    {
        if (string.IsNullOrWhiteSpace(provider.UserIdClaim))
        {
            yield return $"{section}:{nameof(provider.UserIdClaim)} must name a claim.";
        }

        if (provider.Roles.Count == 0 && string.IsNullOrEmpty(provider.RoleClaim))
        {
            yield return $"{section}:{nameof(provider.Roles)} is empty and {nameof(provider.RoleClaim)} is too: nobody could get a role.";
        }

        foreach (var (role, levels) in provider.LevelsByRole)
        {
            if (!RoleMapping.Possible.Contains(role))
            {
                yield return $"{section}:{nameof(provider.LevelsByRole)}:{role} is no role. Roles are {string.Join(", ", RoleMapping.Possible)}.";
            }
            else if (levels.Length == 0)
            {
                yield return $"{section}:{nameof(provider.LevelsByRole)}:{role} names no level.";
            }
        }
    }

    private static IEnumerable<string> OfRule(string section, RoleRule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Claim))
        {
            yield return $"{section}:{nameof(rule.Claim)} is missing.";
        }
        else if (rule.Claim == "*" ? rule.Value is not null || rule.Where.Count > 0 : (rule.Value is null) == (rule.Where.Count == 0))
        {
            yield return rule.Claim == "*" ? $"{section} fits everybody, so it takes neither {nameof(rule.Value)} nor {nameof(rule.Where)}." : $"{section} needs {nameof(rule.Value)} or {nameof(rule.Where)}, and not both.";
        }

        if (rule.Role is null || !RoleMapping.Possible.Contains(rule.Role))
        {
            yield return $"{section}:{nameof(rule.Role)} must be one of {string.Join(", ", RoleMapping.Possible)}.";
        }

        if (rule.Service is { } service && !RoleMapping.IsServiceCode(service))
        {
            yield return $"{section}:{nameof(rule.Service)} must be 1 to 64 characters without comma.";
        }
    }

    private bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && environment.IsDevelopment());

    [GeneratedRegex("^[a-z0-9-]{1,20}$")]
    private static partial Regex KeyPattern();
}
