using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Mvc;

namespace IndividualPlan.WorkflowHost.Components;

internal static class PageRegistration
{
    private static readonly TimeSpan ChoiceIsKept = TimeSpan.FromDays(365);

    /// <summary>Pages as static HTML from Razor components, with antiforgery on every form.</summary>
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<Notices>();

        // Pages hold secrets and are compressed over TLS all the same: what could be guessed from their lengths (BREACH) needs answers to requests that another
        // site makes, and those come without our cookies, which are SameSite; and the antiforgery token is masked anew in each answer.
        builder.Services.AddResponseCompression(static options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        builder.Services.AddAntiforgery(static options =>
        {
            options.Cookie.Name = "antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return builder;
    }

    /// <summary>Goes after authorization: antiforgery, and pages compressed.</summary>
    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseAntiforgery();
        return app;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        PageFiles.Map(app).RequireAuthorization(Policies.Anonymous).ExcludeFromDescription();
        app.MapPagePost("/language", Policies.Anonymous, ChooseLanguage);
        app.MapPagePost("/appearance", Policies.Anonymous, ChooseAppearance);
        app.MapPage("/accessibility", Policies.Anonymous, static () => Page.Of<AccessibilityPage>());
        return app;
    }

    private static IResult ChooseLanguage([FromForm] string? language, [FromForm] string? returnUrl, HttpContext context)
    {
        if (RequestLanguage.IsKnown(language))
        {
            context.Response.Cookies.Append(RequestLanguage.Cookie, language!, Kept(context));
        }

        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }

    private static IResult ChooseAppearance([FromForm] string? appearance, [FromForm] string? returnUrl, HttpContext context)
    {
        if (Appearance.IsKnown(appearance))
        {
            context.Response.Cookies.Append(Appearance.Cookie, appearance!, Kept(context));
        }

        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }

    private static CookieOptions Kept(HttpContext context) => new()
    {
        MaxAge = ChoiceIsKept,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
