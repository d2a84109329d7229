using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi.Definitions;

/// <summary>Turns what came of an act into Elsa's answers. Studio takes the definition in an answer over as its own copy.</summary>
internal sealed class Answers(FindDefinitions find, DefinitionModels models, DefinitionConsumers consumers)
{
    public Task<IResult> SavedAsync(DefinitionOutcome outcome, Editing editing, CancellationToken cancellationToken) => AnswerAsync(
        outcome,
        (saved, stored) => TypedResults.Ok(new WireSaved(
            models.Full(stored, editing.User), saved is { IsUnchanged: true, Version.IsPublished: true }, consumers.Of(saved.DefinitionId).Count, [])
        {
            Problems = [.. saved.Warnings.Select(w => DefinitionRefusals.View(w, editing.Language))],
        }),
        cancellationToken);

    /// <summary>The definition alone.</summary>
    public Task<IResult> BareAsync(DefinitionOutcome outcome, Editing editing, CancellationToken cancellationToken) =>
        AnswerAsync(outcome, (_, stored) => TypedResults.Ok(models.Full(stored, editing.User)), cancellationToken);

    /// <summary>The definition alone, as new.</summary>
    public Task<IResult> CreatedAsync(DefinitionOutcome outcome, Editing editing, CancellationToken cancellationToken) =>
        AnswerAsync(outcome, (saved, stored) => TypedResults.Created(AddressOf(saved), models.Full(stored, editing.User)), cancellationToken);

    /// <summary>The new version in short.</summary>
    public Task<IResult> SummaryAsync(DefinitionOutcome outcome, Editing editing, CancellationToken cancellationToken) =>
        AnswerAsync(outcome, (saved, stored) => TypedResults.Created(AddressOf(saved), DefinitionModels.Summary(stored.Version, editing.User)), cancellationToken);

    public static IResult Deleted(DeletionOutcome outcome) => outcome switch
    {
        DeletionOutcome.Deleted => TypedResults.NoContent(),
        DeletionOutcome.Refused refused => refused.Why.Refusal.ToResult(),
        _ => throw new InvalidOperationException(outcome.GetType().Name),
    };

    private static string AddressOf(DefinitionOutcome.Saved saved) => $"{ElsaApiRegistration.BasePath}/workflow-definitions/by-id/{Uri.EscapeDataString(saved.VersionId)}";

    private async Task<IResult> AnswerAsync(DefinitionOutcome outcome, Func<DefinitionOutcome.Saved, StoredDefinition, IResult> answer, CancellationToken cancellationToken) => outcome switch
    {
        // Read again: the change number counts over all versions.
        DefinitionOutcome.Saved saved => answer(
            saved,
            await find.FindAsync(new DefinitionQuery(VersionIds: [saved.VersionId]), cancellationToken) ?? new StoredDefinition(saved.Version, saved.Version.ChangeNumber)),
        DefinitionOutcome.Refused refused => refused.Refusal.ToResult(),
        _ => throw new InvalidOperationException(outcome.GetType().Name),
    };
}
