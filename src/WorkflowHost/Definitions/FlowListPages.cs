using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>What was typed to begin a workflow.</summary>
internal sealed record TypedFlow(string? Name = null, string? Description = null, string? Reason = null, Refusal? Refusal = null);

/// <summary>The leaders' own list of workflows, and how new ones come into it. Everyone who may open Studio may read it.</summary>
internal static class FlowListPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(FlowAddress.List, Policies.ReadFlows, ListAsync);
        routes.MapPage(FlowAddress.New, Policies.PublishWorkflowDefinition, static () => Page.Showing<NewFlowPage>(new TypedFlow()));
        routes.MapPagePost(FlowAddress.New, Policies.PublishWorkflowDefinition, BeginAsync);
        routes.MapPage(FlowAddress.Import, Policies.PublishWorkflowDefinition, ShowImportAsync);
        routes.MapPagePost(FlowAddress.Import, Policies.PublishWorkflowDefinition, ImportAsync);
        routes.MapPage(FlowAddress.DownloadAll, Policies.PublishWorkflowDefinition, DownloadAllAsync);
    }

    private static async Task<IResult> ListAsync([FromQuery] string? q, ListFlows list, CancellationToken cancellationToken) =>
        Page.Showing<FlowListPage>(new ShownFlows(q, await list.RunAsync(q, cancellationToken)));

    private static async Task<IResult> BeginAsync(
        [FromForm] string? name, [FromForm] string? description, [FromForm] string? reason, BeginDefinition useCase, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var missing = FormReason.Missing(reason);
        var outcome = missing is null
            ? await useCase.RunAsync(name, description, new Operation(user.Actor, reason!, clock.GetUtcNow()), cancellationToken)
            : new DefinitionOutcome.Refused(string.IsNullOrWhiteSpace(name) ? new FieldErrors().Add("name", Messages.Required).Add("reason", Messages.Required).ToRefusal() : missing);
        return outcome switch
        {
            DefinitionOutcome.Saved saved => Results.LocalRedirect(FlowAddress.Drawing(saved.DefinitionId)),
            DefinitionOutcome.Refused { Refusal: var refusal } => Page.Showing<NewFlowPage>(new TypedFlow(name, description, reason, refusal), refusal.Kind.Status),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private static async Task<IResult> ShowImportAsync([FromQuery] string?[] flow, ReadImported read, CancellationToken cancellationToken) =>
        Page.Showing<ImportFlowsPage>(new ShownImport { Imported = await read.RunAsync(flow, cancellationToken) });

    private static async Task<IResult> ImportAsync(
        IFormFileCollection files, [FromForm] string? publish, [FromForm] string? reason, ImportDefinitions useCase, Notices notices,
        CurrentUser user, HttpContext context, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        errors.RequireReason(reason);
        var chosen = files.Where(static f => f.Length > 0).ToList();
        if (chosen.Count == 0)
        {
            errors.Add("files", new("Velg minst én fil.", "Vel minst éi fil.", "Choose at least one file."));
        }

        var shown = new ShownImport(publish, reason);
        if (errors.Any)
        {
            return Page.Showing<ImportFlowsPage>(shown with { Errors = errors.ToRefusal().FieldMessages(RequestLanguage.Of(context.Request)) }, StatusCodes.Status422UnprocessableEntity);
        }

        List<FileToImport> opened = [.. chosen.Select(static f => new FileToImport(f.FileName, f.OpenReadStream()))];
        try
        {
            var operation = new Operation(user.Actor, reason!, clock.GetUtcNow());
            switch (await useCase.RunAsync(opened, publish != ShownImport.AsInFile, operation, cancellationToken))
            {
                case ImportOutcome.Imported { Definitions: var saved }:
                    notices.Leave(context, saved.Count == 1
                        ? new("1 arbeidsflyt er lest inn.", "1 arbeidsflyt er lesen inn.", "1 workflow was read.")
                        : new($"{saved.Count} arbeidsflyter er lest inn.", $"{saved.Count} arbeidsflytar er lesne inn.", $"{saved.Count} workflows were read."));
                    return Results.LocalRedirect(FlowAddress.Import + QueryString.Create(
                        saved.Take(ReadImported.MaxTold).Select(static s => KeyValuePair.Create<string, string?>("flow", ReadImported.MarkOf(s)))));
                case ImportOutcome.Refused refused:
                    return Page.Showing<ImportFlowsPage>(shown with { Refused = refused }, refused.Why.Refusal.Kind.Status);
                case var unknown:
                    throw new InvalidOperationException(unknown.GetType().Name);
            }
        }
        finally
        {
            foreach (var file in opened)
            {
                await file.Content.DisposeAsync();
            }
        }
    }

    private static async Task<IResult> DownloadAllAsync(ExportDefinitions export, FindDefinitions find, CancellationToken cancellationToken)
    {
        var versions = await find.ListAsync(new DefinitionQuery(VersionChoice.LatestOrPublished), cancellationToken);
        return await export.ManyAsync([.. versions.Select(static v => v.VersionId)], withConsumers: false, cancellationToken) is { } file
            ? TypedResults.File(file.Content, file.ContentType, file.Name)
            : Refusal.NotFound().ToResult();
    }
}

/// <summary>The reason that a form asks for.</summary>
internal static class FormReason
{
    /// <summary>What is wrong with a typed reason; null when nothing is.</summary>
    /// <param name="reason">As typed.</param>
    /// <param name="field">The id of its field.</param>
    public static Refusal? Missing(string? reason, string field = "reason")
    {
        var errors = new FieldErrors();
        errors.RequireReason(reason, field);
        return errors.Any ? errors.ToRefusal() : null;
    }
}
