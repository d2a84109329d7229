using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

internal static class OpenIdRegistration
{
    /// <summary>Name of the client that talks to providers behind the browser's back.</summary>
    public const string Backchannel = "openid";

    private static readonly TimeSpan ProviderAnswersWithin = TimeSpan.FromSeconds(10);
    private const int LongestAnswer = 1 << 20;

    /// <summary>Providers, their schemes, and what becomes of those who come from them.</summary>
    public static WebApplicationBuilder AddOpenId(this WebApplicationBuilder builder, SignInOptions signIn)
    {
        var services = builder.Services;
        var requiresHttps = !builder.Environment.IsDevelopment();
        services.AddHttpClient(Backchannel, static client => (client.Timeout, client.MaxResponseContentBufferSize) = (ProviderAnswersWithin, LongestAnswer))
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        services.AddSingleton(provider => new OpenIdProviders([.. signIn.Providers().Select(p => Make(p.Key, p.Provider, requiresHttps, provider))]));
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<TokenEndpoint>();
        services.AddSingleton<AdmitUser>();
        services.AddSingleton<FinishSignIn>();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(signIn.KeyFolder));
        services.AddSessionLimits();
        services.AddMachineTokens();

        foreach (var (key, _, _) in signIn.Providers())
        {
            var scheme = OpenIdProvider.SchemeOf(key);
            services.AddAuthentication().AddScheme<OpenIdSchemeOptions, OpenIdHandler>(scheme, null);
            services.AddOptions<OpenIdSchemeOptions>(scheme).Configure<OpenIdProviders>((options, providers) =>
            {
                options.Provider = providers.Find(key)!;
                options.SignInScheme = Schemes.Session;
                options.CallbackPath = OpenIdProvider.CallbackPathOf(key);
            });
        }

        return builder;
    }

    /// <summary>What signing out needs in every mode.</summary>
    public static void AddSignOut(this IServiceCollection services)
    {
        services.AddSingleton<EndSession>();
        services.AddSingleton<SignOut>();
    }

    /// <summary>Limits of a session: nothing done for so long, or signed in for so long.</summary>
    private static void AddSessionLimits(this IServiceCollection services) =>
        services.AddOptions<CookieAuthenticationOptions>(Schemes.Session).Configure(static options =>
            options.Events.OnCheckSlidingExpiration = static context =>
            {
                // Renewed at most every minute, and not first at half time: else someone who paused for less than the limit could be thrown out.
                context.ShouldRenew = context.ElapsedTime >= TimeSpan.FromMinutes(1) && StudioTokens.MayProlong(context.Request);
                return Task.CompletedTask;
            });

    /// <summary>Bearer tokens of machines, from the main provider and for our audience.</summary>
    private static void AddMachineTokens(this IServiceCollection services) =>
        services.AddOptions<JwtBearerOptions>(Schemes.Api).Configure<OpenIdProviders, ILogger<MachineTokens>>(static (options, providers, logger) =>
        {
            var machines = new MachineTokens(providers.All[0], logger);
            options.MapInboundClaims = false;
            options.ConfigurationManager = providers.All[0].Metadata;
            options.TokenValidationParameters = machines.Rules;
            options.Events ??= new JwtBearerEvents();
            options.Events.OnTokenValidated = machines.OnValidatedAsync;
            options.Events.OnAuthenticationFailed = machines.OnFailedAsync;
        });

    private static OpenIdProvider Make(string key, ProviderOptions options, bool requiresHttps, IServiceProvider services)
    {
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(Backchannel);
        var clock = services.GetRequiredService<TimeProvider>();
        var metadata = new ProviderMetadata(options.Authority!, http, requiresHttps, clock, services.GetRequiredService<ILogger<ProviderMetadata>>());
        return new OpenIdProvider(key, options, metadata, http, clock);
    }
}
