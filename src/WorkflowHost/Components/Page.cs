using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>Pages as endpoints: each names its policy, is written on the server as plain HTML, and works without script.</summary>
internal static class Page
{
    /// <summary>A page with the values of its parameters.</summary>
    public static RazorComponentResult<TPage> Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters ?? new { }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page that shows what a use case answered; see <see cref="PageComponent.Model"/>.</summary>
    public static RazorComponentResult<TPage> Showing<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : PageComponent => Of<TPage>(new { Model = model }, status);

    /// <summary>A page that is read. The handler answers with <see cref="Of{TPage}"/>.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder routes, string pattern, string policy, Delegate handler) =>
        routes.MapGet(pattern, handler).RequireAuthorization(policy).WithMetadata(PageMetadata.Instance).ExcludeFromDescription();

    /// <summary>What a form on a page posts to; without the form's own antiforgery token it is refused. Answers by leading to a page that is read.</summary>
    public static RouteHandlerBuilder MapPagePost(this IEndpointRouteBuilder routes, string pattern, string policy, Delegate handler) =>
        routes.MapPost(pattern, handler).RequireAuthorization(policy)
            .WithMetadata(PageMetadata.Instance, new RequireAntiforgeryTokenAttribute(required: true)).ExcludeFromDescription()
            .AddEndpointFilter(static async (context, next) =>
                context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
                    ? await next(context)
                    : Of<ErrorPage>(new { Status = StatusCodes.Status400BadRequest }, StatusCodes.Status400BadRequest));

    /// <summary>Whether the answer is for a person with a browser, and so a page, errors included.</summary>
    public static bool IsFor(HttpContext context)
    {
        if (context.Items.ContainsKey(PageMetadata.Instance))
        {
            return true;
        }

        var request = context.Request;
        return context.GetEndpoint() is null
            && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && !request.Path.StartsWithSegments("/elsa", StringComparison.OrdinalIgnoreCase)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a page asks by itself while someone works on it, and shows the answer as a part of itself.</summary>
    public static bool IsInBackground(HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    /// <summary>What every page may load: our own files and nothing else, and no script in the page itself.</summary>
    public static void Protect(HttpContext context)
    {
        context.Items[PageMetadata.Instance] = true;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.CacheControl = "no-cache, no-store";
        Appearance.Ask(context.Response);
    }
}

/// <summary>Marks endpoints that answer with a page.</summary>
internal sealed class PageMetadata
{
    public static readonly PageMetadata Instance = new();
}
