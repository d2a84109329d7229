using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi.Definitions;

/// <summary>Workflows in and out of files.</summary>
internal static class FileRoutes
{
    private static readonly string[] ImportMethods = [HttpMethods.Post, HttpMethods.Put];

    public static void MapImport(RouteGroupBuilder elsa)
    {
        elsa.MapMethods("/workflow-definitions/import", ImportMethods, ImportAsync);
        elsa.MapMethods("/workflow-definitions/{definitionId}/import", ImportMethods, ImportIntoAsync);
        elsa.MapPost("/workflow-definitions/import-files", ImportFilesAsync);
    }

    public static void MapExport(RouteGroupBuilder elsa)
    {
        elsa.MapGet("/workflow-definitions/{definitionId}/export", ExportAsync);
        elsa.MapPost("/workflow-definitions/{definitionId}/export", ExportAsync);
        elsa.MapGet("/bulk-actions/export/workflow-definitions", ExportQueriedAsync);
        elsa.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync);
    }

    private static Task<IResult> ImportAsync(
        JsonObject body, ImportDefinitions useCase, FindDefinitions find, Answers answers, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        ImportOneAsync(body, body["definitionId"]?.ToString(), useCase, find, answers, editing, clock, cancellationToken);

    private static Task<IResult> ImportIntoAsync(
        string definitionId, JsonObject body, ImportDefinitions useCase, FindDefinitions find, Answers answers, Editing editing, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        body["definitionId"] = definitionId;
        return ImportOneAsync(body, definitionId, useCase, find, answers, editing, clock, cancellationToken);
    }

    private static async Task<IResult> ImportOneAsync(
        JsonObject body, string? definitionId, ImportDefinitions useCase, FindDefinitions find, Answers answers, Editing editing, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var isThere = !string.IsNullOrEmpty(definitionId) && await find.FindAsync(new DefinitionQuery(DefinitionIds: [definitionId]), cancellationToken) is not null;
        var outcome = await useCase.RunAsync(body, editing.Operation("Importerte arbeidsflyten fra Elsa Studio.", clock), cancellationToken);
        return isThere ? await answers.BareAsync(outcome, editing, cancellationToken) : await answers.CreatedAsync(outcome, editing, cancellationToken);
    }

    /// <summary>The form is read here and not bound: the framework answers a body of another kind before anything of ours can say why.</summary>
    private static async Task<IResult> ImportFilesAsync(
        HttpRequest request, ImportDefinitions useCase, Editing editing, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return Refusal.OfField("files", Messages.Required).ToResult();
        }

        var files = (await request.ReadFormAsync(cancellationToken)).Files;
        var opened = files.Select(static f => new FileToImport(f.FileName, f.OpenReadStream())).ToList();
        try
        {
            return await useCase.RunAsync(opened, editing.Operation("Importerte arbeidsflyter fra filer.", clock), cancellationToken) switch
            {
                ImportOutcome.Imported imported => TypedResults.Ok(new { count = imported.Definitions.Count }),
                ImportOutcome.Refused refused => refused.Why.Refusal.ToResult(),
                var unknown => throw new InvalidOperationException(unknown.GetType().Name),
            };
        }
        finally
        {
            foreach (var file in opened)
            {
                await file.Content.DisposeAsync();
            }
        }
    }

    private static async Task<IResult> ExportAsync(
        string definitionId, HttpRequest request, ExportDefinitions useCase, CancellationToken cancellationToken) =>
        ReadRoutes.QueryOf(request, "versionOptions", VersionChoice.Latest) is { } query
            && await useCase.OneAsync(query with { DefinitionIds = [definitionId] }, WithConsumers(request), cancellationToken) is { } file
                ? ToDownload(file)
                : Refusal.NotFound().ToResult();

    private static Task<IResult> ExportQueriedAsync(HttpRequest request, ExportDefinitions useCase, CancellationToken cancellationToken) =>
        ExportIdsAsync([.. request.Query["ids"].OfType<string>()], WithConsumers(request), useCase, cancellationToken);

    private static Task<IResult> ExportManyAsync(JsonObject body, ExportDefinitions useCase, CancellationToken cancellationToken) =>
        ExportIdsAsync(
            [.. (body["ids"] as JsonArray ?? []).Select(static id => id?.ToString()).OfType<string>()],
            body["includeConsumingWorkflows"] is JsonValue value && value.TryGetValue(out bool include) && include,
            useCase,
            cancellationToken);

    private static async Task<IResult> ExportIdsAsync(string[] ids, bool withConsumers, ExportDefinitions useCase, CancellationToken cancellationToken) =>
        await useCase.ManyAsync(ids, withConsumers, cancellationToken) is { } file ? ToDownload(file) : TypedResults.NoContent();

    private static bool WithConsumers(HttpRequest request) => bool.TryParse(request.Query["includeConsumingWorkflows"], out var include) && include;

    private static IResult ToDownload(ExportedFile file) => TypedResults.File(file.Content, file.ContentType, file.Name);
}
