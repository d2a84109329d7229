using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Auth;

internal static class DemoRegistration
{
    /// <summary>Invented people, tokens for them, and a clock that can be moved.</summary>
    public static WebApplicationBuilder AddDemoMode(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<DemoTokens>();
        builder.Services.AddSingleton<DemoTravel>();
        builder.Services.AddSingleton<UserDirectory>(ListedUsers.Demo());
        builder.Services.AddSingleton(services =>
        {
            var clock = services.GetRequiredService<IOptions<DemoOptions>>().Value.Clock;
            return new DemoClock(clock.StartsAt, clock.Runs);
        });
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<DemoClock>());
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<DemoTokens>((options, tokens) =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters.NameClaimType = UserClaims.Name;
            options.TokenValidationParameters.RoleClaimType = UserClaims.Role;
            options.TokenValidationParameters.ValidIssuer = DemoTokens.Issuer;
            options.TokenValidationParameters.ValidAudience = DemoTokens.Issuer;
            options.TokenValidationParameters.IssuerSigningKey = tokens.Key;
            // A demo token is good until the process stops: the demo clock may be moved by years in a minute.
            options.TokenValidationParameters.ValidateLifetime = false;
            options.TokenValidationParameters.RequireExpirationTime = false;
        });
        return builder;
    }

    public static WebApplication MapDemoMode(this WebApplication app)
    {
        DemoEndpoints.Map(app);
        DemoPages.Map(app);
        return app;
    }
}
