using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>Leading to a provider, and the page that tells why a sign-in came to nothing.</summary>
internal static class ProviderPages
{
    public const string StartPath = "/sign-in/start";
    public const string FailedPath = "/sign-in/failed";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(StartPath, Policies.Anonymous, Start);
        routes.MapPage(FailedPath, Policies.Anonymous, Show);
    }

    /// <summary>The address that leads to a provider and then to where the person was going.</summary>
    public static string StartAddress(OpenIdProvider provider, string returnUrl, bool asSomeoneElse = false)
    {
        var query = QueryString.Create("returnUrl", returnUrl);
        query = provider.IsMain ? query : query.Add("provider", provider.Key);
        return StartPath + (asSomeoneElse ? query.Add("again", "true") : query);
    }

    /// <summary>The address of the page about a failure.</summary>
    public static string AddressFor(SignInFailure why, OpenIdProvider provider, string returnUrl)
    {
        var query = QueryString.Create("why", why.ToString()).Add("returnUrl", returnUrl);
        return FailedPath + (provider.IsMain ? query : query.Add("provider", provider.Key));
    }

    private static IResult Start([FromQuery] string? provider, [FromQuery] string? returnUrl, [FromQuery] string? again, OpenIdProviders providers) =>
        providers.Find(provider) is { } found ? ChallengeTo(found, returnUrl, again == "true") : Results.LocalRedirect(SignInPages.SignInPath);

    /// <summary>Leads to the provider.</summary>
    public static IResult ChallengeTo(OpenIdProvider provider, string? returnUrl, bool asSomeoneElse = false)
    {
        var properties = new AuthenticationProperties { RedirectUri = LocalAddress.Or(returnUrl, "/") };
        if (asSomeoneElse)
        {
            properties.Items[OpenIdHandler.AsSomeoneElse] = "true";
        }

        return Results.Challenge(properties, [provider.Scheme]);
    }

    private static RazorComponentResult<SignInFailedPage> Show([FromQuery] string? why, [FromQuery] string? provider, [FromQuery] string? returnUrl, OpenIdProviders providers)
    {
        var failure = Enum.TryParse<SignInFailure>(why, out var known) && Enum.IsDefined(known) ? known : SignInFailure.AnswerNotGood;
        var again = providers.Find(provider) is { } found
            ? StartAddress(found, LocalAddress.Or(returnUrl, "/"), failure is SignInFailure.NoRole or SignInFailure.LevelTooLow)
            : SignInPages.SignInPath;
        return Page.Of<SignInFailedPage>(new { Why = failure.ToString(), Again = again, HasOtherWays = providers.All.Count > 1 });
    }
}
