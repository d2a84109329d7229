using IndividualPlan.Studio.Files;
using IndividualPlan.Studio.Page;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.StudioPages;

/// <summary>The pages with Elsa Studio in them, its files, its token, and the addresses that Studio itself leads to.</summary>
internal static class StudioEndpoints
{
    /// <summary>Where Elsa's API lives; Studio derives the hub's address from it.</summary>
    private const string ApiPath = "/elsa/api";

    private static readonly LocalizedText Workflows = new("Arbeidsflyter", "Arbeidsflytar", "Workflows");

    public static WebApplication MapStudio(this WebApplication app)
    {
        app.MapStudioFiles().RequireAuthorization(Policies.Anonymous).ExcludeFromDescription();
        app.MapGet(StudioTokens.Path, Token).RequireAuthorization(Policies.OpenStudio).ExcludeFromDescription();

        app.MapPage("/studio/definitions", Policies.OpenStudio, Definitions);
        app.MapPage("/studio/definitions/{definitionId}", Policies.OpenStudio, Definition);
        app.MapPage("/studio/instances", Policies.OpenStudio, Instances);
        app.MapPage("/studio/instances/{instanceId}", Policies.OpenStudio, Instance);

        // Studio believes that it owns these addresses.
        app.MapPage("/studio/workflows/instances/{id}/view", Policies.OpenStudio, static (string id) => Results.LocalRedirect("/studio/instances/" + Uri.EscapeDataString(id)));
        app.MapPage("/studio/workflows/definitions/{id}/edit", Policies.OpenStudio, static (string id) => Results.LocalRedirect("/studio/definitions/" + Uri.EscapeDataString(id)));
        app.MapPage("/workflows/definitions/{id}/edit", Policies.OpenStudio, static (string id) => Results.LocalRedirect("/studio/definitions/" + Uri.EscapeDataString(id)));
        app.MapPage("/diagnostics/structured-logs", Policies.OpenStudio, static (string? workflowInstanceId) =>
            Results.LocalRedirect(string.IsNullOrEmpty(workflowInstanceId) ? "/studio/instances" : "/studio/instances/" + Uri.EscapeDataString(workflowInstanceId)));
        return app;
    }

    private static Ok<StudioToken> Token(HttpContext context, StudioTokens tokens)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(tokens.Make(context.User));
    }

    private static RazorComponentResult<StudioPage> Definitions(HttpContext context, StudioTokens tokens, SiteOptions site) =>
        Show(context, tokens, site, static (view, language) => view with { Part = StudioPart.DefinitionList, Heading = Workflows.In(language) });

    private static IResult Definition(string definitionId, DefinitionCatalogue catalogue, HttpContext context, StudioTokens tokens, SiteOptions site)
    {
        var published = catalogue.Find(definitionId, null);
        var path = "/workflows/" + Uri.EscapeDataString(definitionId);
        return Show(context, tokens, site, (view, language) => view with
        {
            Part = StudioPart.DefinitionEditor,
            Id = definitionId,
            Heading = published?.Name ?? new LocalizedText("Arbeidsflyt", "Arbeidsflyt", "Workflow").In(language),
            State = published is null
                ? new LocalizedText("Ingen versjon kjører ennå.", "Ingen versjon køyrer enno.", "No version runs yet.").In(language)
                : Messages.Format(new("Det som kjører nå, er versjon {0}.", "Det som køyrer no, er versjon {0}.", "Version {0} runs now."), published.Version).In(language),
            Links =
            [
                new(path + "/table", new LocalizedText("Vis som tabell", "Vis som tabell", "Show as a table").In(language)),
                new(path, new LocalizedText("Versjoner", "Versjonar", "Versions").In(language)),
            ],
        });
    }

    private static RazorComponentResult<StudioPage> Instances(HttpContext context, StudioTokens tokens, SiteOptions site) =>
        Show(context, tokens, site, static (view, language) => view with
        {
            Part = StudioPart.InstanceList,
            Heading = new LocalizedText("Saker i arbeidsflytene", "Saker i arbeidsflytane", "Cases in their workflows").In(language),
        });

    private static RazorComponentResult<StudioPage> Instance(string instanceId, HttpContext context, StudioTokens tokens, SiteOptions site) =>
        Show(context, tokens, site, (view, language) => view with
        {
            Part = StudioPart.InstanceViewer,
            Id = instanceId,
            Heading = new LocalizedText("En sak i arbeidsflyten", "Ei sak i arbeidsflyten", "A case in its workflow").In(language),
            Back = new("/studio/instances", new LocalizedText("Saker i arbeidsflytene", "Saker i arbeidsflytane", "Cases in their workflows").In(language)),
        });

    private static RazorComponentResult<StudioPage> Show(HttpContext context, StudioTokens tokens, SiteOptions site, Func<StudioView, string, StudioView> fill)
    {
        var language = RequestLanguage.Of(context.Request);
        var blank = new StudioView
        {
            Part = StudioPart.DefinitionList,
            Language = language,
            UserId = CurrentUser.From(context.User).UserId,
            Heading = "",
            MayChange = Policies.Granted[Policies.PublishWorkflowDefinition].Any(context.User.IsInRole),
            ApiAddress = site.AddressFor(context.Request) + ApiPath,
            TokenAddress = StudioTokens.Path,
            AccessToken = tokens.Make(context.User).AccessToken,
            TokenSeconds = (int)StudioTokens.Lifetime.TotalSeconds,
            Back = new("/workflows", Workflows.In(language)),
        };
        context.Response.Headers.ContentSecurityPolicy = StudioPage.ContentSecurityPolicy;
        return Page.Of<StudioPage>(new { View = fill(blank, language) });
    }
}
