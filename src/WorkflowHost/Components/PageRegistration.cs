using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Mvc;

namespace IndividualPlan.WorkflowHost.Components;

internal static class PageRegistration
{
    private static readonly TimeSpan LanguageIsKept = TimeSpan.FromDays(365);

    /// <summary>Pages as static HTML from Razor components, with antiforgery on every form.</summary>
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(static options =>
        {
            options.Cookie.Name = "antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return builder;
    }

    /// <summary>Goes after authorization: antiforgery, and the headers of pages.</summary>
    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseAntiforgery();
        return app;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        PageFiles.Map(app).RequireAuthorization(Policies.Anonymous).ExcludeFromDescription();
        app.MapPagePost("/language", Policies.Anonymous, ChooseLanguage);
        return app;
    }

    private static IResult ChooseLanguage([FromForm] string? language, [FromForm] string? returnUrl, HttpContext context)
    {
        if (RequestLanguage.IsKnown(language))
        {
            context.Response.Cookies.Append(RequestLanguage.Cookie, language!, new CookieOptions
            {
                MaxAge = LanguageIsKept,
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }

        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
    }
}
