using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Lets new cases follow a drawing. Running instances stay on the version that they started on.</summary>
internal sealed class PublishDefinition(SaveDefinition save, WorkWriter writer, DefinitionCatalogue catalogue, ActivityCatalogue activities, UserDirectory users)
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    /// <summary>Saves a drawing and publishes it.</summary>
    /// <param name="json">Elsa 3 definition JSON. Without a definition id it becomes a new workflow.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> PublishAsync(string json, Operation operation, CancellationToken cancellationToken) =>
        TryParse(json) is { } drawing
            ? save.RunAsync(new DrawingToSave(drawing, Publish: true, KeepsIdentity: true), operation, cancellationToken)
            : Task.FromResult<DefinitionOutcome>(DefinitionRefusals.Unreadable(DefinitionReader.Read(json).Problems));

    /// <summary>Publishes the newest version as it is saved.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="session">The page load of the designer, or null.</param>
    /// <param name="operation">Who, why, when; the reason is kept with the version.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> PublishSavedAsync(string definitionId, string? session, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => PublishSavedAsync(work, definitionId, session, null, token), cancellationToken);

    /// <summary>Publishes the newest version as someone saw it, or not at all when others have changed it since.</summary>
    /// <param name="definitionId">The workflow.</param>
    /// <param name="rev">The change number that was seen.</param>
    /// <param name="operation">Who, why, when; the reason is kept with the version.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<DefinitionOutcome> PublishSeenAsync(string definitionId, long? rev, Operation operation, CancellationToken cancellationToken) =>
        writer.RunAsync(operation, (work, token) => PublishSavedAsync(work, definitionId, null, rev, token), cancellationToken);

    private async Task<DefinitionOutcome> PublishSavedAsync(Work work, string definitionId, string? session, long? rev, CancellationToken cancellationToken)
    {
        var versions = await DefinitionVersions.LoadAsync(work, catalogue, definitionId, cancellationToken);
        if (versions.Latest is not { } latest)
        {
            return DefinitionRefusals.NotFound();
        }

        if (versions.IsStale(rev, session))
        {
            return DefinitionRefusals.ChangedSince(versions.LastChanged!, users);
        }

        if (latest.IsPublished)
        {
            return new DefinitionOutcome.Saved(latest, [], IsUnchanged: true);
        }

        var read = DefinitionReader.Read(latest.Json);
        var problems = read.Definition is { } drawn ? [.. DefinitionValidator.Validate(drawn, activities, catalogue.Find), .. versions.LeftOutOf(drawn)] : read.Problems;
        return problems.Any(static p => p.Severity == ProblemSeverity.Error)
            ? DefinitionRefusals.Invalid(problems)
            : new DefinitionOutcome.Saved(await versions.PublishAsync(latest, session, cancellationToken), problems);
    }

    private static JsonObject? TryParse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Tolerant) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
