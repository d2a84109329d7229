using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Definitions;

internal sealed record DefinitionView(
    string DefinitionId, string VersionId, int Version, string Name, bool IsPublished, bool IsLatest, DateTimeOffset CreatedAt, string CreatedBy,
    DateTimeOffset SavedAt, string SavedBy, DateTimeOffset? PublishedAt, string? PublishedBy, string? PublishReason);

internal sealed record DefinitionSaved(string DefinitionId, string VersionId, int Version, bool IsPublished, IReadOnlyList<ProblemView> Warnings);

/// <summary>The drawings as leaders manage them: which there are, and taking one in. What cannot run is refused with the step and why.</summary>
internal static class DefinitionEndpoints
{
    public static WebApplication MapDefinitions(this WebApplication app)
    {
        var definitions = app.MapGroup("/api/workflow-definitions").WithTags("Workflows").AddEndpointFilter<RouteGroupBuilder, WholeBody>();
        definitions.MapGet("", ListAsync).RequireAuthorization(Policies.ReadWorkflowDefinitions).WithName("ListWorkflowDefinitions")
            .WithSummary("All versions of all workflow definitions.");
        definitions.MapGet("/{definitionId}", GetAsync).RequireAuthorization(Policies.ReadWorkflowDefinitions).WithName("GetWorkflowDefinition")
            .WithSummary("A definition as Elsa 3 JSON: the published version, or the one asked for.");
        definitions.MapPost("", ImportAsync).RequireAuthorization(Policies.PublishWorkflowDefinition).WithName("ImportWorkflowDefinition")
            .WithSummary("Takes in Elsa 3 JSON as a draft, or published when its isPublished says so.");
        definitions.MapPost("/publish", PublishAsync).RequireAuthorization(Policies.PublishWorkflowDefinition).WithName("PublishWorkflowDefinition")
            .WithSummary("Takes in Elsa 3 JSON and publishes it as the next version; running cases stay on theirs.");
        FlowListPages.Map(app);
        FlowVersionPages.Map(app);
        FlowActPages.Map(app);
        FlowTablePages.Map(app);
        StepPages.Map(app);
        return app;
    }

    private static async Task<Results<Ok<Page<DefinitionView>>, RefusalResult>> ListAsync(HttpRequest request, IpDbContext db, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        return errors.Any
            ? errors.ToRefusal().ToResult()
            : TypedResults.Ok(await page.OfAsync(
                db.WorkflowDefinitions.Where(d => d.RemovedAt == null).OrderBy(d => d.DefinitionId).ThenByDescending(d => d.Version)
                    .Select(d => new DefinitionView(
                        d.DefinitionId, d.VersionId, d.Version, d.Name, d.IsPublished, d.IsLatest, d.CreatedAt, d.CreatedBy,
                        d.SavedAt, d.SavedBy, d.PublishedAt, d.PublishedBy, d.PublishReason)),
                request,
                cancellationToken));
    }

    private static async Task<Results<Ok<JsonNode>, RefusalResult>> GetAsync(string definitionId, int? version, IpDbContext db, CancellationToken cancellationToken)
    {
        var row = await db.WorkflowDefinitions.AsNoTracking()
            .Where(d => d.DefinitionId == definitionId && (version == null ? d.RemovedAt == null : d.Version == version))
            .OrderByDescending(d => d.IsPublished).ThenByDescending(d => d.Version).FirstOrDefaultAsync(cancellationToken);
        return row is null ? Refusal.NotFound().ToResult() : TypedResults.Ok<JsonNode>(DefinitionDocument.Of(row));
    }

    private static async Task<Results<Created<DefinitionSaved>, RefusalResult>> ImportAsync(
        JsonObject body, ImportDefinitions useCase, HttpRequest request, CurrentUser user, CallReason reason, TimeProvider clock, CancellationToken cancellationToken) =>
        Answer(await useCase.RunAsync(body, new Operation(user.Actor, reason.Or("Importerte en arbeidsflyt."), clock.GetUtcNow()), cancellationToken), request);

    private static async Task<Results<Created<DefinitionSaved>, RefusalResult>> PublishAsync(
        JsonObject body, SaveDefinition useCase, HttpRequest request, CurrentUser user, CallReason reason, TimeProvider clock, CancellationToken cancellationToken) =>
        Answer(
            await useCase.RunAsync(
                new DrawingToSave(body, Publish: true, KeepsIdentity: true),
                new Operation(user.Actor, reason.Or(""), clock.GetUtcNow()),
                cancellationToken),
            request);

    private static Results<Created<DefinitionSaved>, RefusalResult> Answer(DefinitionOutcome outcome, HttpRequest request) => outcome switch
    {
        DefinitionOutcome.Saved { Version: var version } saved => TypedResults.Created(
            $"/api/workflow-definitions/{Uri.EscapeDataString(version.DefinitionId)}?version={version.Version}",
            new DefinitionSaved(
                version.DefinitionId, version.VersionId, version.Version, version.IsPublished,
                [.. saved.Warnings.Select(w => DefinitionRefusals.View(w, RequestLanguage.Of(request)))])),
        DefinitionOutcome.Refused refused => refused.Refusal.ToResult(),
        var unknown => throw new InvalidOperationException(unknown.GetType().Name),
    };
}
