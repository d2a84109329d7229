using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>What one sees after signing out, and where a provider tells that someone has signed out elsewhere.</summary>
internal static class SignOutPages
{
    public const string SignedOutPath = "/signed-out";
    public const string SignedOutElsewherePath = "/signed-out-elsewhere";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(SignedOutPath, Policies.Anonymous, Show);
        routes.MapGet(SignedOutElsewherePath, EndedElsewhereAsync).RequireAuthorization(Policies.Anonymous).ExcludeFromDescription();
    }

    /// <summary>Leads on to the provider by a header, not by a redirect: a form may lead nowhere but to our own pages, redirects included.</summary>
    private static RazorComponentResult<SignedOutPage> Show(SignOut signOut, HttpContext context)
    {
        var next = signOut.TakeNext(context);
        if (next is not null)
        {
            context.Response.Headers["Refresh"] = $"0;url={next}";
        }

        return Page.Of<SignedOutPage>(new { Next = next });
    }

    /// <summary>Front-channel logout: the provider loads this in a hidden frame of its own page, where our cookies are not sent; the session is found by what the address says.</summary>
    private static async Task<IResult> EndedElsewhereAsync(
        [FromQuery] string? iss, [FromQuery] string? sid, OpenIdProviders providers, EndSession sessions, ILogger<SignOut> logger, HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        if (string.IsNullOrEmpty(sid) || providers.All.FirstOrDefault(p => p.Options.Authority!.TrimEnd('/') == iss?.TrimEnd('/')) is not { } provider)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        Log.EndedAtProvider(logger, await sessions.EndAtProviderAsync(OpenIdProvider.SessionKey(iss!, sid), context.RequestAborted));
        headers.XFrameOptions = default;
        headers.ContentSecurityPolicy = $"default-src 'none'; frame-ancestors {new Uri(provider.Options.Authority!).GetLeftPart(UriPartial.Authority)}";
        return Results.Text("", "text/html");
    }
}
