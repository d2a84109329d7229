using IndividualPlan.Studio.Files;
using IndividualPlan.Studio.Page;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.StudioPages;

/// <summary>The pages with Elsa Studio in them, its files, its token, and the addresses that Studio itself leads to.</summary>
internal static class StudioEndpoints
{
    /// <summary>Where Elsa's API lives; Studio derives the hub's address from it.</summary>
    private const string ApiPath = "/elsa/api";

    public static WebApplication MapStudio(this WebApplication app)
    {
        app.MapStudioFiles().RequireAuthorization(Policies.Anonymous).ExcludeFromDescription();
        app.MapGet(StudioTokens.Path, Token).RequireAuthorization(Policies.OpenStudio).ExcludeFromDescription();

        app.MapPage("/studio/definitions", Policies.OpenStudio, Definitions);
        app.MapPage("/studio/definitions/{definitionId}", Policies.OpenStudio, DefinitionAsync);
        app.MapPage("/studio/instances", Policies.OpenStudio, Instances);
        app.MapPage("/studio/instances/{instanceId}", Policies.OpenStudio, InstanceAsync);

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
        Show(context, tokens, site, static (view, language) => view with { Part = StudioPart.DefinitionList, Heading = StudioWords.Workflows.In(language) });

    private static async Task<IResult> DefinitionAsync(
        string definitionId, FindDefinitions find, HttpContext context, StudioTokens tokens, SiteOptions site, CancellationToken cancellationToken)
    {
        var versions = await find.ListAsync(new DefinitionQuery(VersionChoice.LatestOrPublished, DefinitionIds: [definitionId]), cancellationToken);
        if (versions is not [var latest, ..])
        {
            return Refusal.NotFound().ToResult();
        }

        var path = "/workflows/" + Uri.EscapeDataString(definitionId);
        return Show(context, tokens, site, (view, language) => view with
        {
            Part = StudioPart.DefinitionEditor,
            Id = definitionId,
            Heading = latest.Name,
            State = StudioWords.OfVersions(latest, versions.FirstOrDefault(v => v.IsPublished)).In(language),
            Links =
            [
                new(path + "/table", StudioWords.AsTable.In(language)),
                new(path, StudioWords.Versions.In(language)),
            ],
        });
    }

    private static RazorComponentResult<StudioPage> Instances(HttpContext context, StudioTokens tokens, SiteOptions site) =>
        Show(context, tokens, site, static (view, language) => view with
        {
            Part = StudioPart.InstanceList,
            Heading = StudioWords.Instances.In(language),
        });

    private static async Task<IResult> InstanceAsync(
        string instanceId, InstanceAccess access, WhereItWaits waits, CurrentUser user, CallReason reason,
        HttpContext context, StudioTokens tokens, SiteOptions site, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(instanceId, out var id))
        {
            return Refusal.NotFound().ToResult();
        }

        switch (await access.OpenAsync(user, new WorkflowInstanceId(id), null, reason, cancellationToken))
        {
            case InstanceOpening.Refused refused:
                return refused.Refusal.ToResult();
            case InstanceOpening.Opened { Instance: var instance }:
                var steps = await waits.OfInstanceAsync(instance.Row.Id, cancellationToken);
                return Show(context, tokens, site, (view, language) => view with
                {
                    Part = StudioPart.InstanceViewer,
                    Id = instanceId,
                    Heading = instance.Name,
                    State = StudioWords.OfInstance(instance.Row.Status, instance.Row.SubStatus, steps).In(language),
                    Back = new("/studio/instances", StudioWords.Instances.In(language)),
                    Links =
                    [
                        .. instance.Row.OpenIncidents > 0 && Policies.Granted[Policies.ReadIncidents].Any(user.Has)
                            ? new StudioLink[] { new(IncidentPages.AddressOf(instance.Row.Id), StudioWords.TryAgain.In(language)) }
                            : [],
                        .. instance.Row.CaseId is { } caseId ? new StudioLink[] { new($"/cases/{caseId}", StudioWords.TheCase.In(language)) } : [],
                        new("/studio/definitions/" + Uri.EscapeDataString(instance.Definition.DefinitionId), StudioWords.Drawing.In(language)),
                    ],
                });
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }

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
            Back = new("/workflows", StudioWords.Workflows.In(language)),
        };
        context.Response.Headers.ContentSecurityPolicy = StudioPage.ContentSecurityPolicy;
        return Page.Of<StudioPage>(new { View = fill(blank, language) });
    }
}
