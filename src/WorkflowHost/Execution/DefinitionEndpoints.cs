using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.Execution;

internal sealed record DefinitionView(
    string DefinitionId, string VersionId, int Version, string Name, bool IsPublished, bool IsLatest, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? PublishedAt);

internal sealed record DefinitionSaved(string DefinitionId, string VersionId, int Version, bool IsPublished, IReadOnlyList<ProblemView> Warnings);

internal sealed record ProblemView(string NodeId, string? NodeName, string Message);

/// <summary>The drawings as leaders manage them: which there are, and taking one in. What cannot run is refused with the step and why.</summary>
internal static class DefinitionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/api/workflow-definitions").WithTags("Workflows");
        definitions.MapGet("", ListAsync).RequireAuthorization(Policies.ReadWorkflowDefinitions).WithName("ListWorkflowDefinitions")
            .WithSummary("All versions of all workflow definitions.");
        definitions.MapGet("/{definitionId}", GetAsync).RequireAuthorization(Policies.ReadWorkflowDefinitions).WithName("GetWorkflowDefinition")
            .WithSummary("A definition as Elsa 3 JSON: the published version, or the one asked for.");
        definitions.MapPost("", ImportAsync).RequireAuthorization(Policies.PublishWorkflowDefinition).WithName("ImportWorkflowDefinition")
            .WithSummary("Takes in Elsa 3 JSON as a draft, or published when its isPublished says so.");
        definitions.MapPost("/publish", PublishAsync).RequireAuthorization(Policies.PublishWorkflowDefinition).WithName("PublishWorkflowDefinition")
            .WithSummary("Takes in Elsa 3 JSON and publishes it as the next version; running cases stay on theirs.");
    }

    private static async Task<Results<Ok<Page<DefinitionView>>, RefusalResult>> ListAsync(HttpRequest request, IpDbContext db, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        return errors.Any
            ? errors.ToRefusal().ToResult()
            : TypedResults.Ok(await page.OfAsync(
                db.WorkflowDefinitions.OrderBy(d => d.DefinitionId).ThenByDescending(d => d.Version)
                    .Select(d => new DefinitionView(d.DefinitionId, d.VersionId, d.Version, d.Name, d.IsPublished, d.IsLatest, d.CreatedAt, d.CreatedBy, d.PublishedAt)),
                request,
                cancellationToken));
    }

    private static async Task<Results<Ok<JsonNode>, RefusalResult>> GetAsync(string definitionId, int? version, IpDbContext db, CancellationToken cancellationToken)
    {
        var json = await db.WorkflowDefinitions
            .Where(d => d.DefinitionId == definitionId && (version == null || d.Version == version))
            .OrderByDescending(d => d.IsPublished).ThenByDescending(d => d.Version).Select(d => d.Json).FirstOrDefaultAsync(cancellationToken);
        return json is null ? Refusal.NotFound().ToResult() : TypedResults.Ok(JsonNode.Parse(json)!);
    }

    private static Task<Results<Created<DefinitionSaved>, RefusalResult>> ImportAsync(
        JsonObject body, HttpRequest request, PublishDefinition useCase, CurrentUser user, CallReason reason, TimeProvider clock, CancellationToken cancellationToken) =>
        SaveAsync(useCase.ImportAsync, body, request, user, reason.Or("Lagret en arbeidsflyt."), clock, cancellationToken);

    private static Task<Results<Created<DefinitionSaved>, RefusalResult>> PublishAsync(
        JsonObject body, HttpRequest request, PublishDefinition useCase, CurrentUser user, CallReason reason, TimeProvider clock, CancellationToken cancellationToken) =>
        SaveAsync(useCase.PublishAsync, body, request, user, reason.Or("Publiserte en arbeidsflyt."), clock, cancellationToken);

    private static async Task<Results<Created<DefinitionSaved>, RefusalResult>> SaveAsync(
        Func<string, Operation, CancellationToken, Task<PublishOutcome>> saveAsync, JsonObject body, HttpRequest request, CurrentUser user, string reason, TimeProvider clock, CancellationToken cancellationToken) =>
        await saveAsync(body.ToJsonString(), new Operation(user.Actor, reason, clock.GetUtcNow()), cancellationToken) switch
        {
            PublishOutcome.Saved saved => TypedResults.Created(
                $"/api/workflow-definitions/{Uri.EscapeDataString(saved.DefinitionId)}?version={saved.Version}",
                new DefinitionSaved(saved.DefinitionId, saved.VersionId, saved.Version, saved.IsPublished, [.. saved.Warnings.Select(p => new ProblemView(p.NodeId, p.NodeName, p.Message.In(RequestLanguage.Of(request))))])),
            PublishOutcome.Refused refused => Explain(refused.Problems).ToResult(),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };

    /// <summary>Errors by node: the key is the node's id, the text names the node as the leader sees it.</summary>
    private static Refusal Explain(IReadOnlyList<DefinitionProblem> problems) => new(
        ProblemKind.InvalidDefinition,
        new("Rett stegene som er nevnt, og prøv igjen.", "Rett stega som er nemnde, og prøv igjen.", "Correct the steps named, and try again."),
        problems.GroupBy(p => p.NodeId, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => (IReadOnlyList<LocalizedText>)[.. group.Select(static p => p.Message)],
            StringComparer.Ordinal));
}
