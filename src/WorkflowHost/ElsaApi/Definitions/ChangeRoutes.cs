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

    /// <summary>The act as history tells it: with the caller's reason, or a plain sentence that names it. A publishing has none: the page of the workflow then asks for it.</summary>
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

/// <summary>Changing one workflow. Every refusal is a 400, see <see cref="RefusesWith400"/>.</summary>
internal static class ChangeRoutes
{
    public static void Map(RouteGroupBuilder elsa)
    {
        elsa.MapPost("/workflow-definitions", SaveAsync);
        elsa.MapPost("/workflow-definitions/{definitionId}/publish", PublishAsync);
        elsa.MapPost("/workflow-definitions/{definitionId}/retract", RetractAsync);
        elsa.MapPost("/workflow-definitions/{definitionId}/revert/{version:int}", RevertAsync);
        elsa.MapPost("/workflow-definitions/{definitionId}/update-references", UpdateReferencesAsync);
        elsa.MapDelete("/workflow-definitions/{definitionId}", DeleteAsync);
        elsa.MapDelete("/workflow-definition-versions/{id}", DeleteVersionAsync);
        elsa.MapDelete("/workflow-definitions/{definitionId}/version/{version:int}", DeleteNumberAsync);
    }

    private static async Task<IResult> SaveAsync(
        JsonObject body, SaveDefinition useCase, DefinitionModels models, Answers answers, Editing editing, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body["model"] is not JsonObject model)
        {
            return Refusal.OfField("model", Messages.Required).ToResult();
        }

        var publish = body["publish"] is JsonValue value && value.TryGetValue(out bool wanted) && wanted;
        var drawing = new DrawingToSave(models.Normalise(model), publish, editing.Session) { Rev = DefinitionDocument.RevOf(model) };
        var operation = editing.Operation(publish ? "" : "Tegnet i Elsa Studio.", clock);
        return await answers.SavedAsync(await useCase.RunAsync(drawing, operation, cancellationToken), editing, cancellationToken);
    }

    private static async Task<IResult> PublishAsync(
        string definitionId, PublishDefinition useCase, Answers answers, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        await answers.SavedAsync(
            await useCase.PublishSavedAsync(definitionId, editing.Session, editing.Operation("", clock), cancellationToken),
            editing,
            cancellationToken);

    private static async Task<IResult> RetractAsync(
        string definitionId, RetractDefinition useCase, Answers answers, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        await answers.BareAsync(
            await useCase.RunAsync(definitionId, editing.Session, editing.Operation("Avpubliserte arbeidsflyten fra Elsa Studio.", clock), cancellationToken),
            editing,
            cancellationToken);

    private static async Task<IResult> RevertAsync(
        string definitionId, int version, CopyDefinition useCase, Answers answers, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        await answers.SummaryAsync(
            await useCase.RevertAsync(definitionId, version, editing.Session, editing.Operation($"Gikk tilbake til versjon {version}.", clock), cancellationToken),
            editing,
            cancellationToken);

    private static async Task<IResult> UpdateReferencesAsync(
        string definitionId, UpdateReferences useCase, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        await useCase.RunAsync(definitionId, () => editing.Operation("Tok i bruk ny versjon av en arbeidsflyt som er et steg.", clock), cancellationToken) is { } changed
            ? TypedResults.Ok(new { affectedWorkflows = changed })
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> DeleteAsync(string definitionId, DeleteDefinition useCase, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        Answers.Deleted(await useCase.RunAsync([definitionId], editing.Operation("Slettet arbeidsflyten fra Elsa Studio.", clock), cancellationToken));

    private static async Task<IResult> DeleteVersionAsync(string id, DeleteDefinition useCase, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        Answers.Deleted(await useCase.RunVersionsAsync([id], editing.Operation("Slettet versjonen fra Elsa Studio.", clock), cancellationToken));

    private static async Task<IResult> DeleteNumberAsync(
        string definitionId, int version, DeleteDefinition useCase, FindDefinitions find, Editing editing, TimeProvider clock, CancellationToken cancellationToken) =>
        await find.FindAsync(new DefinitionQuery(Number: version, DefinitionIds: [definitionId]), cancellationToken) is { } found
            ? await DeleteVersionAsync(found.Version.VersionId, useCase, editing, clock, cancellationToken)
            : Refusal.NotFound().ToResult();
}
