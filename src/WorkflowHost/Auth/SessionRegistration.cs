using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;

namespace IndividualPlan.WorkflowHost.Auth;

internal static class SessionRegistration
{
    private const string HostPrefix = "__Host-";
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(8);

    /// <summary>Sign-in for people who read pages, and the token that their pages hand to Elsa Studio.</summary>
    /// <remarks>In demo mode both follow the real clock: the demo clock may be moved by years in a minute, and nobody is to be signed out by that.</remarks>
    public static WebApplicationBuilder AddSessions(this WebApplicationBuilder builder, bool isDemo)
    {
        builder.Services.AddAuthentication(Schemes.ByAddress)
            .AddPolicyScheme(Schemes.ByAddress, null, static options => options.ForwardDefaultSelector = Schemes.For)
            .AddCookie(Schemes.Session, options =>
            {
                options.TimeProvider = isDemo ? TimeProvider.System : null;
                options.ExpireTimeSpan = SessionLength;
                options.SlidingExpiration = true;
                options.LoginPath = SignInPages.SignInPath;
                options.Cookie.Name = Schemes.Session;
                options.Cookie.HttpOnly = true;
                // Lax and not Strict: someone who follows a link in an e-mail is still signed in. What changes anything is a post with an antiforgery token.
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.Events.OnCheckSlidingExpiration = static context =>
                {
                    context.ShouldRenew &= StudioTokens.MayProlong(context.Request);
                    return Task.CompletedTask;
                };
            })
            .AddBearerToken(Schemes.Studio, options =>
            {
                options.TimeProvider = isDemo ? TimeProvider.System : null;
                options.BearerTokenExpiration = StudioTokens.Lifetime;
                options.Events = new BearerTokenEvents
                {
                    OnMessageReceived = static context =>
                    {
                        context.Token = Schemes.OfSocket(context.Request);
                        return Task.CompletedTask;
                    },
                };
            });
        builder.Services.AddOptions<JwtBearerOptions>(Schemes.Api).Configure(static options =>
        {
            options.Events ??= new JwtBearerEvents();
            options.Events.OnMessageReceived = static context =>
            {
                context.Token = Schemes.OfSocket(context.Request);
                return Task.CompletedTask;
            };
        });
        builder.Services.AddOptions<CookieAuthenticationOptions>(Schemes.Session).Configure<SiteOptions>(static (options, site) =>
        {
            if (site.IsHttps)
            {
                // The prefix makes browsers refuse a cookie of this name from a neighbouring host, or over http.
                options.Cookie.Name = HostPrefix + Schemes.Session;
                options.Cookie.Path = "/";
                options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            }
        });
        builder.Services.AddOptions<AntiforgeryOptions>().PostConfigure<SiteOptions>(static (options, site) =>
        {
            if (site.IsHttps)
            {
                options.Cookie.Name = HostPrefix + "antiforgery";
                options.Cookie.Path = "/";
                options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            }
        });
        builder.Services.AddSingleton<StudioTokens>();

        var protection = builder.Services.AddDataProtection().SetApplicationName("individualplan");
        if (isDemo)
        {
            // As the demo's other tokens: good until the process stops, and nothing is written to disk.
            protection.UseEphemeralDataProtectionProvider();
        }

        return builder;
    }
}
