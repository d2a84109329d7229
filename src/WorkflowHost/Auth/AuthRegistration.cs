using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Auth;

internal static class AuthRegistration
{
    /// <summary>Sign-in, policies and per-case access; demo mode when this is Development and no provider is configured.</summary>
    public static WebApplicationBuilder AddAuth(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SignInOptions>, ValidateSignInOptions>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedAccess>();
        builder.Services.AddAuthorization(Policies.Register);

        var signIn = builder.Configuration.GetSection(SignInOptions.Section).Get<SignInOptions>() ?? new SignInOptions();
        var isDemo = builder.Environment.IsDevelopment() && !signIn.HasProvider;
        builder.Services.AddAuthentication().AddJwtBearer();
        builder.AddSessions(isDemo);
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure(options =>
        {
            options.MapInboundClaims = false;
            options.Authority = signIn.OpenIdConnect.Authority;
            options.Audience = signIn.OpenIdConnect.Audience;
            options.TokenValidationParameters.NameClaimType = UserClaims.Name;
            options.TokenValidationParameters.RoleClaimType = UserClaims.Role;
        });
        if (isDemo)
        {
            builder.AddDemoMode();
        }
        else
        {
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddOptions<DirectoryOptions>().BindConfiguration(DirectoryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
            builder.Services.AddSingleton(static services => services.GetRequiredService<IOptions<DirectoryOptions>>().Value);
            builder.Services.AddSingleton<StoredUsers>();
            builder.Services.AddSingleton<UserDirectory>(static services => services.GetRequiredService<StoredUsers>());
            builder.Services.AddSingleton<StartSession>();
            builder.Services.AddSingleton<EndSession>();
        }

        return builder;
    }

    public static WebApplication MapAuth(this WebApplication app)
    {
        if (app.Services.GetService<DemoTokens>() is not null)
        {
            app.MapDemoMode();
        }

        SignInPages.Map(app);
        return app;
    }
}
