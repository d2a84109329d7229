using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>The provider cannot be reached, or does not answer as the standard says. The message holds addresses of the provider and nothing else.</summary>
internal sealed class ProviderUnreachableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// A provider's discovery document and signing keys: read when first needed, again twice a day, and at once when a token is signed by a key that is not known,
/// but then not more often than every half minute, whatever strangers send us. What has been read goes on being used while the provider is away.
/// </summary>
/// <remarks>Stands in for IdentityModel's own ConfigurationManager, which refreshes behind the back of the token that asks for it, so that the first sign-in after a change of keys fails.</remarks>
internal sealed class ProviderMetadata(string authority, HttpClient http, bool requiresHttps, TimeProvider clock, ILogger logger)
    : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan IsFreshFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile Reading? _last;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_last is { } known && !known.IsDue(clock.GetUtcNow()))
        {
            return known.Document;
        }

        await _gate.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (_last is { } held && !held.IsDue(now))
            {
                return held.Document;
            }

            try
            {
                _last = new Reading(await ReadAsync(cancel), now, now + IsFreshFor);
            }
            catch (ProviderUnreachableException fault) when (_last is { } old)
            {
                Log.MetadataKept(logger, authority, fault);
                _last = old with { ReadAt = now, GoodUntil = now + BetweenReadings };
            }

            return _last.Document;
        }
        finally
        {
            _gate.Release();
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => await GetConfigurationAsync(cancel);

    public override void RequestRefresh()
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && now >= last.ReadAt + BetweenReadings)
        {
            _last = last with { GoodUntil = now };
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancellationToken)
    {
        var address = authority.TrimEnd('/') + "/.well-known/openid-configuration";
        OpenIdConnectConfiguration document;
        try
        {
            document = await OpenIdConnectConfigurationRetriever.GetAsync(address, new HttpDocumentRetriever(http) { RequireHttps = requiresHttps }, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or JsonException or ArgumentException or InvalidOperationException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProviderUnreachableException($"{address} or the keys that it names could not be read.", fault);
        }

        return document.Issuer?.TrimEnd('/') != authority.TrimEnd('/')
            ? throw new ProviderUnreachableException($"{address} says that the issuer is {document.Issuer}; the setting Authority must be exactly that.")
            : string.IsNullOrEmpty(document.AuthorizationEndpoint) || string.IsNullOrEmpty(document.TokenEndpoint) || document.SigningKeys.Count == 0
                ? throw new ProviderUnreachableException($"{address} names no endpoint to sign in at, no endpoint for tokens, or no keys.")
                : document;
    }

    private sealed record Reading(OpenIdConnectConfiguration Document, DateTimeOffset ReadAt, DateTimeOffset GoodUntil)
    {
        public bool IsDue(DateTimeOffset now) => now >= GoodUntil;
    }
}
