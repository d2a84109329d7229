using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.ElsaApi.Definitions;

/// <summary>Who changes a workflow from the designer, why, and in which page load.</summary>
internal sealed record Editing(CurrentUser User, CallReason Reason, string? Session, string Language)
{
    /// <summary>The header in which our page names its page load, on every call that Studio makes.</summary>
    public const string SessionHeader = "X-Editing-Session";

    /// <summary>The act as history tells it: with the caller's reason, or a plain sentence that names it.</summary>
    public Operation Operation(string unless, TimeProvider clock) => new(User.Actor, Reason.Or(unless), clock.GetUtcNow());

    /// <summary>Lets endpoints take it as a parameter; authorization has seen to it that there is a user.</summary>
    public static async ValueTask<Editing?> BindAsync(HttpContext context)
    {
        string? session = context.Request.Headers[SessionHeader];
        return await CurrentUser.BindAsync(context) is not { } user
            ? null
            : new Editing(
                user,
                (await CallReason.BindAsync(context))!,
                session is { Length: > 0 and <= DrawingToSave.MaxSessionLength } ? session : null,
                RequestLanguage.Of(context.Request));
    }
}

/// <summary>Saving and publishing from the designer. Every refusal is a 400, see <see cref="RefusesWith400"/>.</summary>
internal static class ChangeRoutes
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/workflow-definitions", SaveAsync);
        elsa.MapPost("/workflow-definitions/{definitionId}/publish", PublishAsync);
    }

    private static async Task<IResult> SaveAsync(
        JsonObject body, SaveDefinition useCase, FindDefinitions find, DefinitionModels models, Editing editing, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (body["model"] is not JsonObject model)
        {
            return Refusal.OfField("model", Messages.Required).ToResult();
        }

        body.Remove("model");
        var publish = body["publish"] is JsonValue value && value.TryGetValue(out bool wanted) && wanted;
        var drawing = new DrawingToSave(model, publish, editing.Session) { Rev = DefinitionDocument.RevOf(model) };
        var outcome = await useCase.RunAsync(drawing, editing.Operation(publish ? "Publiserte arbeidsflyten fra Elsa Studio." : "Tegnet i Elsa Studio.", clock), cancellationToken);
        return await AnswerAsync(outcome, find, models, editing, cancellationToken);
    }

    private static async Task<IResult> PublishAsync(
        string definitionId, PublishDefinition useCase, FindDefinitions find, DefinitionModels models, Editing editing, TimeProvider clock,
        CancellationToken cancellationToken) =>
        await AnswerAsync(
            await useCase.PublishSavedAsync(definitionId, editing.Session, editing.Operation("Publiserte arbeidsflyten fra Elsa Studio.", clock), cancellationToken),
            find,
            models,
            editing,
            cancellationToken);

    private static async Task<IResult> AnswerAsync(
        DefinitionOutcome outcome, FindDefinitions find, DefinitionModels models, Editing editing, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case DefinitionOutcome.Saved saved:
                var stored = await find.FindAsync(new DefinitionQuery(VersionIds: [saved.VersionId]), cancellationToken)
                    ?? new StoredDefinition(saved.Version, saved.Version.ChangeNumber);
                return TypedResults.Ok(new WireSaved(
                    models.Full(stored, editing.User), saved is { IsUnchanged: true, Version.IsPublished: true }, 0, [])
                {
                    Problems = [.. saved.Warnings.Select(w => DefinitionRefusals.View(w, editing.Language))],
                });
            case DefinitionOutcome.Refused refused:
                return refused.Refusal.ToResult();
            default:
                throw new InvalidOperationException(outcome.GetType().Name);
        }
    }
}
