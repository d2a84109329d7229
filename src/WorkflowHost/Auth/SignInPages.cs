using System.Security.Claims;
using IndividualPlan.WorkflowHost.Auth.OpenId;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Signing in and out of the pages: at a provider, or in demo mode by choosing an invented person. Nobody has a password here.</summary>
internal static class SignInPages
{
    public const string SignInPath = "/sign-in";
    public const string SignOutPath = "/sign-out";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(SignInPath, Policies.Anonymous, Show);
        routes.MapPagePost(SignInPath, Policies.Anonymous, SignInAsync);
        routes.MapPagePost(SignOutPath, Policies.Anonymous, SignOutAsync);
        ProviderPages.Map(routes);
        SignOutPages.Map(routes);
    }

    /// <summary>The address of the sign-in page that leads back to where someone was going.</summary>
    public static string AddressFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments(SignInPath) && request.Path != SignOutPages.SignedOutPath
            ? SignInPath + QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString)
            : SignInPath;

    /// <summary>Whoever was on the way to a page, and can only sign in by one provider, is led straight there.</summary>
    private static IResult Show([FromQuery] string? returnUrl, OpenIdProviders providers) =>
        providers.All is [var only] && returnUrl is not null
            ? ProviderPages.ChallengeTo(only, returnUrl)
            : Page.Of<SignInPage>(new { ReturnUrl = LocalAddress.Or(returnUrl, "/") });

    private static async Task<IResult> SignInAsync([FromForm] string? user, [FromForm] string? returnUrl, HttpContext context, [FromServices] DemoTokens? demo = null)
    {
        var target = LocalAddress.Or(returnUrl, "/");
        if (demo is null || DemoUsers.Find(user) is not { } person)
        {
            return Page.Of<SignInPage>(new { ReturnUrl = target, HasError = true }, StatusCodes.Status422UnprocessableEntity);
        }

        var identity = new ClaimsIdentity(person.Claims().Select(c => new Claim(c.Key, c.Value)), Schemes.Session, UserClaims.Name, UserClaims.Role);
        await context.SignInAsync(Schemes.Session, new ClaimsPrincipal(identity));
        return Results.LocalRedirect(target);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, OpenIdProviders providers, SignOut signOut)
    {
        await signOut.RunAsync(context);
        return Results.LocalRedirect(providers.All.Count > 0 ? SignOutPages.SignedOutPath : "/");
    }
}
