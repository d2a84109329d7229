using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Which kind of sign-in counts where. A cookie never opens an API, and Studio's token opens nothing but Elsa's.</summary>
internal static class Schemes
{
    /// <summary>Chooses one of the others by address; what policies use.</summary>
    public const string ByAddress = "by-address";

    /// <summary>The cookie of someone who reads pages.</summary>
    public const string Session = "session";

    /// <summary>The short-lived token that a page hands to Elsa Studio.</summary>
    public const string Studio = "studio";

    public const string Api = JwtBearerDefaults.AuthenticationScheme;

    public static string For(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return Api;
        }

        if (path.StartsWithSegments("/elsa", StringComparison.OrdinalIgnoreCase))
        {
            return BearerOf(context.Request) is { } token && token.Count('.') == 2 ? Api : Studio;
        }

        return path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase) && BearerOf(context.Request) is not null ? Api : Session;
    }

    /// <summary>The token of a web socket, which cannot send a header; null elsewhere.</summary>
    public static string? OfSocket(HttpRequest request) =>
        request.Path.StartsWithSegments("/elsa/hubs", StringComparison.OrdinalIgnoreCase) && request.Query["access_token"] is [{ Length: > 0 } token] ? token : null;

    private static string? BearerOf(HttpRequest request)
    {
        const string prefix = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? header[prefix.Length..] : OfSocket(request);
    }
}
