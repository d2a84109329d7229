using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi.Definitions;

/// <summary>Which workflows a bulk act is on.</summary>
internal sealed record WireDefinitionIds(IReadOnlyList<string>? DefinitionIds);

/// <summary>Which versions a bulk act is on.</summary>
internal sealed record WireVersionIds(IReadOnlyList<string>? Ids);

/// <summary>What became of each workflow that was to be published; Studio needs all the lists.</summary>
internal sealed record WireBulkPublished(
    IReadOnlyList<string> Published, IReadOnlyList<string> AlreadyPublished, IReadOnlyList<string> NotFound, IReadOnlyList<string> Skipped,
    IReadOnlyList<string> UpdatedConsumers, IReadOnlyList<string> Failed, IReadOnlyDictionary<string, IReadOnlyList<string>> Warnings);

/// <summary>What became of each workflow that was to be retracted.</summary>
internal sealed record WireBulkRetracted(
    IReadOnlyList<string> Retracted, IReadOnlyList<string> AlreadyRetracted, IReadOnlyList<string> NotPublished, IReadOnlyList<string> NotFound, IReadOnlyList<string> Skipped);

/// <summary>One act on many workflows.</summary>
internal static class BulkRoutes
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/bulk-actions/publish/workflow-definitions/by-definition-ids", PublishAsync);
        elsa.MapPost("/bulk-actions/retract/workflow-definitions/by-definition-ids", RetractAsync);
        elsa.MapPost("/bulk-actions/delete/workflow-definitions/by-definition-id", DeleteAsync);
        elsa.MapPost("/bulk-actions/delete/workflow-definitions/by-id", DeleteVersionsAsync);
        elsa.MapPost("/actions/workflow-definitions/refresh", RefreshAsync);
        elsa.MapPost("/actions/workflow-definitions/reload", static () => TypedResults.Ok());
    }

    private static async Task<IResult> PublishAsync(
        WireDefinitionIds body, PublishDefinition useCase, Editing editing, TimeProvider clock, CancellationToken cancellationToken)
    {
        var sorted = new Sorted();
        foreach (var id in body.DefinitionIds ?? [])
        {
            var operation = editing.Operation("", clock);
            sorted.Add(id, await useCase.PublishSavedAsync(id, editing.Session, operation, cancellationToken));
        }

        return sorted.Refusal() ?? TypedResults.Ok(new WireBulkPublished(
            sorted.Done, sorted.Unchanged, sorted.NotFound, [], [], sorted.FailedIds, sorted.Sentences(editing.Language)));
    }

    private static async Task<IResult> RetractAsync(
        WireDefinitionIds body, RetractDefinition useCase, Editing editing, TimeProvider clock, CancellationToken cancellationToken)
    {
        var sorted = new Sorted();
        foreach (var id in body.DefinitionIds ?? [])
        {
            var operation = editing.Operation("Avpubliserte flere arbeidsflyter på én gang.", clock);
            sorted.Add(id, await useCase.RunAsync(id, editing.Session, operation, cancellationToken));
        }

        return sorted.Refusal() ?? TypedResults.Ok(new WireBulkRetracted(sorted.Done, sorted.NotPublished, sorted.NotPublished, sorted.NotFound, sorted.FailedIds));
    }

    private static async Task<IResult> DeleteAsync(
        WireDefinitionIds body, DeleteDefinition useCase, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        Counted(await useCase.RunAsync(body.DefinitionIds ?? [], editing.Operation("Slettet flere arbeidsflyter på én gang.", clock), cancellationToken));

    private static async Task<IResult> DeleteVersionsAsync(
        WireVersionIds body, DeleteDefinition useCase, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        Counted(await useCase.RunVersionsAsync(body.Ids ?? [], editing.Operation("Slettet flere versjoner på én gang.", clock), cancellationToken));

    /// <summary>What is stored is what runs, always; there is nothing to refresh, only to say what is there.</summary>
    private static async Task<IResult> RefreshAsync(WireDefinitionIds? body, FindDefinitions find, CancellationToken cancellationToken)
    {
        var known = (await find.ListAsync(new DefinitionQuery(VersionChoice.Latest, DefinitionIds: body?.DefinitionIds), cancellationToken)).Select(static d => d.DefinitionId).ToArray();
        return TypedResults.Ok(new { refreshed = known, notFound = (body?.DefinitionIds ?? []).Except(known).ToArray() });
    }

    private static IResult Counted(DeletionOutcome outcome) =>
        outcome is DeletionOutcome.Deleted deleted ? TypedResults.Ok(new { deleted = deleted.Count }) : Answers.Deleted(outcome);

    /// <summary>What became of each, sorted as Elsa's answers want it.</summary>
    private sealed class Sorted
    {
        private readonly List<(string Name, DefinitionOutcome.Refused Why)> _failed = [];

        public List<string> Done { get; } = [];

        public List<string> Unchanged { get; } = [];

        public List<string> NotFound { get; } = [];

        public List<string> NotPublished { get; } = [];

        public IReadOnlyList<string> FailedIds => [.. _failed.Select(static f => f.Name)];

        public void Add(string id, DefinitionOutcome outcome)
        {
            if (outcome is DefinitionOutcome.Refused refused)
            {
                var (list, kind) = (_failed, refused.Refusal.Kind);
                if (kind == ProblemKind.NotFound)
                {
                    NotFound.Add(id);
                }
                else if (kind == ProblemKind.DefinitionNotPublished)
                {
                    NotPublished.Add(id);
                }
                else
                {
                    list.Add((id, refused));
                }
            }
            else
            {
                (((DefinitionOutcome.Saved)outcome).IsUnchanged ? Unchanged : Done).Add(id);
            }
        }

        /// <summary>When all failed, the sentences that say why; Studio shows nothing of the failed ones in an answer that succeeded.</summary>
        public IResult? Refusal() => _failed.Count > 0 && Done.Count == 0 ? DefinitionRefusals.Together(_failed).Refusal.ToResult() : null;

        public IReadOnlyDictionary<string, IReadOnlyList<string>> Sentences(string language) => _failed.ToDictionary(
            static f => f.Name,
            f => (IReadOnlyList<string>)[.. (f.Why.Refusal.Errors?.Values.SelectMany(static e => e) ?? [f.Why.Refusal.Detail]).Select(e => e.In(language))],
            StringComparer.Ordinal);
    }
}
