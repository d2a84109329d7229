using System.Text.Encodings.Web;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Auth.OpenId;

/// <summary>One provider as an authentication scheme.</summary>
internal sealed class OpenIdSchemeOptions : RemoteAuthenticationOptions
{
    public OpenIdProvider Provider { get; set; } = null!;
}

/// <summary>
/// Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. Leads to the provider, and takes the answer at the callback address.
/// </summary>
/// <remarks>
/// Stands in for the package Microsoft.AspNetCore.Authentication.OpenIdConnect, on the same base class of ASP.NET Core and with the same IdentityModel libraries for
/// discovery, keys and tokens. It does the code flow only, which is what ID-porten, Ansattporten and Entra ID ask for.
/// </remarks>
internal sealed class OpenIdHandler(
    IOptionsMonitor<OpenIdSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SignInAttempts attempts, FinishSignIn finish, SignOut signOut, SiteOptions site)
    : RemoteAuthenticationHandler<OpenIdSchemeOptions>(options, logs, encoder)
{
    /// <summary>Key of a challenge that asks the person to sign in anew, and not as whoever is signed in at the provider.</summary>
    public const string AsSomeoneElse = "as-someone-else";

    private OpenIdProvider Provider => Options.Provider;

    private string CallbackAddress => site.AddressFor(Request) + OriginalPathBase + Options.CallbackPath;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var target = LocalAddress.Or(properties.RedirectUri, "/");
        string address;
        try
        {
            address = (await Provider.Metadata.GetConfigurationAsync(Context.RequestAborted)).AuthorizationEndpoint;
        }
        catch (ProviderUnreachableException fault)
        {
            Log.ProviderFailed(Logger, Provider.Key, "discovery", fault);
            Response.Redirect(ProviderPages.AddressFor(SignInFailure.ProviderUnreachable, Provider, target));
            return;
        }

        var attempt = attempts.Begin(Context, Provider, target);
        Dictionary<string, string?> query = new(Provider.Options.Parameters!, StringComparer.Ordinal)
        {
            ["client_id"] = Provider.Options.ClientId,
            ["response_type"] = "code",
            ["redirect_uri"] = CallbackAddress,
            ["scope"] = string.Join(' ', Provider.Options.Scopes ?? ["openid", "profile"]),
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
            ["ui_locales"] = RequestLanguage.Of(Request) switch { "nn" => "nn nb", "en" => "en", _ => "nb" },
        };
        var levels = Provider.Options.AcceptedLevels.AsEnumerable();
        if (properties.Items.ContainsKey(AsSomeoneElse))
        {
            query["prompt"] = "login";
            // Whoever was let in too low for a role is asked for the levels that roles demand.
            levels = Provider.Options.LevelsByRole.Values.SelectMany(l => l).Concat(levels).Distinct(StringComparer.Ordinal);
        }

        if (levels.Any())
        {
            query["acr_values"] = string.Join(' ', levels);
        }

        Response.Redirect(QueryHelpers.AddQueryString(address, query));
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var answer = Request.Query;
        if (!HttpMethods.IsGet(Request.Method) || attempts.Take(Context, Provider, answer["state"]) is not { } attempt)
        {
            return Failed(SignInFailure.AnswerNotGood, "state", "/");
        }

        SignInOutcome outcome;
        try
        {
            outcome = await finish.RunAsync(Provider, attempt, new(answer["code"], answer["error"], answer["iss"]), CallbackAddress, Context.RequestAborted);
        }
        catch (ProviderUnreachableException fault)
        {
            Log.ProviderFailed(Logger, Provider.Key, "no answer", fault);
            return Led(ProviderPages.AddressFor(SignInFailure.ProviderUnreachable, Provider, attempt.ReturnUrl));
        }

        switch (outcome)
        {
            case SignInOutcome.Admitted(var user):
                Log.Admitted(Logger, Provider.Key);
                await signOut.EndPreviousAsync(Context);
                return HandleRequestResult.Success(new AuthenticationTicket(user.Principal, Properties(user, attempt.ReturnUrl), Scheme.Name));
            case SignInOutcome.Failed(var failure, var detail):
                return Failed(failure, detail, attempt.ReturnUrl);
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    private AuthenticationProperties Properties(AdmittedUser user, string returnUrl)
    {
        var properties = new AuthenticationProperties
        {
            RedirectUri = returnUrl,
            IssuedUtc = user.StartedAt,
            ExpiresUtc = user.StartedAt + Provider.Options.IdleLimit,
            AllowRefresh = true,
        };
        SignOut.Keep(properties, Provider, user.IdToken);
        return properties;
    }

    private HandleRequestResult Failed(SignInFailure failure, string detail, string returnUrl)
    {
        if (failure == SignInFailure.ProviderUnreachable)
        {
            Log.ProviderFailed(Logger, Provider.Key, detail, null);
        }
        else
        {
            Log.Refused(Logger, Provider.Key, failure, detail);
        }

        return Led(ProviderPages.AddressFor(failure, Provider, returnUrl));
    }

    private HandleRequestResult Led(string address)
    {
        Response.Redirect(address);
        return HandleRequestResult.Handle();
    }
}
