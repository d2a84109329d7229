using IndividualPlan.WorkflowHost.Auth.OpenId;
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
        builder.Services.AddSignOut();
        if (isDemo)
        {
            builder.AddDemoMode();
            builder.Services.AddSingleton(new OpenIdProviders([]));
        }
        else
        {
            builder.Services.AddSingleton(TimeProvider.System);
            builder.Services.AddDirectory();
            builder.AddOpenId(signIn);
        }

        return builder;
    }

    /// <summary>Who is asking, whether the session is still good, and what that opens.</summary>
    public static WebApplication UseAuth(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<SessionGuard>();
        app.UseAuthorization();
        return app;
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

    private static void AddDirectory(this IServiceCollection services)
    {
        services.AddOptions<DirectoryOptions>().BindConfiguration(DirectoryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(static provider => provider.GetRequiredService<IOptions<DirectoryOptions>>().Value);
        services.AddSingleton<StoredUsers>();
        services.AddSingleton<UserDirectory>(static provider => provider.GetRequiredService<StoredUsers>());
        services.AddSingleton<StartSession>();
    }
}
