using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Platform;

internal static class PlatformRegistration
{
    public const string DevelopmentAddress = "http://127.0.0.1:5080";

    /// <summary>What every feature stands on: JSON, problem details, health, OpenAPI, logs without people.</summary>
    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(static options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        // Request lines hold search words, which may be names: they are not logged, whatever the settings say.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        ListenLocally(builder);
        builder.Services.Configure<JsonOptions>(static options => ApiJson.Configure(options.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<ProblemExceptionHandler>();
        builder.Services.AddHealthChecks();
        // Tells systemd when it is ready and when it ends, where systemd has started it; nothing elsewhere.
        builder.Services.AddSystemd();
        builder.Services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SiteOptions>, ValidateSiteOptions>();
        builder.Services.AddSingleton(static services => services.GetRequiredService<IOptions<SiteOptions>>().Value);
        builder.Services.AddApiDocument();
        return builder;
    }

    public static WebApplication UsePlatform(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SiteOptions>().IsHttps)
        {
            // A proxy in front takes the https away; for cookies and addresses the request is still what the browser sent.
            app.Use(static (context, next) =>
            {
                context.Request.Scheme = Uri.UriSchemeHttps;
                return next(context);
            });
        }

        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = static context => WriteStatusAsync(context) });
        app.UseStatusCodePages(static status => WriteStatusAsync(status.HttpContext));
        app.Use(static (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "SAMEORIGIN";
            headers["Referrer-Policy"] = "no-referrer";
            if (context.GetEndpoint()?.Metadata.GetMetadata<PageMetadata>() is not null)
            {
                Page.Protect(context);
            }

            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                headers.CacheControl = "no-store";
            }

            return next(context);
        });
        return app;
    }

    /// <summary>In Development and with no address given, the host listens on the machine itself only.</summary>
    private static void ListenLocally(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isGiven = configuration[WebHostDefaults.ServerUrlsKey] is not null || configuration[WebHostDefaults.HttpPortsKey] is not null
            || configuration.GetSection("Kestrel:Endpoints").Exists();
        if (builder.Environment.IsDevelopment() && !isGiven)
        {
            builder.WebHost.UseUrls(DevelopmentAddress);
        }
    }

    private static Task WriteStatusAsync(HttpContext context)
    {
        var kind = ProblemKind.ForStatus(context.Response.StatusCode);
        return ProblemWriter.WriteAsync(context, new Refusal(kind with { Status = context.Response.StatusCode }, kind.Title));
    }
}
