using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>Where people reach this host. Section <c>Site</c>.</summary>
internal sealed class SiteOptions
{
    public const string Section = "Site";

    /// <value>
    /// The address in people's browsers, such as <c>https://plan.example.no</c>, without path. Needed when a proxy in front speaks another scheme or host name
    /// to us than browsers do to it. No default; without it each request's own scheme and host count.
    /// </value>
    public string? PublicAddress { get; init; }

    public bool IsHttps => PublicAddress?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Scheme and host as the browser knows them, without a slash at the end.</summary>
    public string AddressFor(HttpRequest request) => PublicAddress?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
}

/// <summary>Says what is wrong with section <c>Site</c>, by exact key.</summary>
internal sealed class ValidateSiteOptions : IValidateOptions<SiteOptions>
{
    public ValidateOptionsResult Validate(string? name, SiteOptions options) =>
        options.PublicAddress is null
        || (Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{SiteOptions.Section}:{nameof(SiteOptions.PublicAddress)} must be an absolute http or https address without path.");
}
