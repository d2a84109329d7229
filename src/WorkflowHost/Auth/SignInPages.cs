using System.Security.Claims;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Signing in and out of the pages. In demo mode one chooses an invented person; nobody has a password.</summary>
internal static class SignInPages
{
    public const string SignInPath = "/sign-in";
    public const string SignOutPath = "/sign-out";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(SignInPath, Policies.Anonymous, Show);
        routes.MapPagePost(SignInPath, Policies.Anonymous, SignInAsync);
        routes.MapPagePost(SignOutPath, Policies.Anonymous, SignOutAsync);
    }

    /// <summary>The address of the sign-in page that leads back to where someone was going.</summary>
    public static string AddressFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path != SignInPath ? SignInPath + QueryString.Create("returnUrl", request.PathBase + request.Path + request.QueryString) : SignInPath;

    private static RazorComponentResult<SignInPage> Show([FromQuery] string? returnUrl) => Page.Of<SignInPage>(new { ReturnUrl = LocalAddress.Or(returnUrl, "/") });

    private static async Task<IResult> SignInAsync([FromForm] string? user, [FromForm] string? returnUrl, HttpContext context, DemoTokens? demo = null)
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

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(Schemes.Session);
        return Results.LocalRedirect("/");
    }
}
