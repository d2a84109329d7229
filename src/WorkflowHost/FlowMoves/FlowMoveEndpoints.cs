using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>What moving would mean for instances that stand alike; <c>WhyNot</c> is null for those that can be moved.</summary>
internal sealed record MoveGroupView(string StandsAt, bool CanMove, string? WhyNot, string NeverRun, IReadOnlyList<MovedCaseView> Instances);

internal sealed record MovedCaseView(WorkflowInstanceId InstanceId, CaseId? CaseId, string Reference);

internal sealed record MovePreviewView(string DefinitionId, int? From, int? To, int Total, int Movable, IReadOnlyList<MoveGroupView> Groups);

/// <summary>What is to be moved; a reason may also stand in the header X-Reason.</summary>
internal sealed record MoveBody(int? From, int? To, string? Reason);

internal sealed record UndoMoveBody(string? Reason);

internal sealed record MoveView(
    Guid MigrationId, string DefinitionId, int From, int To, string Reason, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
    string? UndoneBy, string? UndoReason, DateTimeOffset? UndoneAt, IReadOnlyDictionary<string, int> Counts);

internal sealed record MoveLineView(WorkflowInstanceId InstanceId, CaseId? CaseId, string Reference, string Result, string? StoodAt, string? WhyNot);

internal sealed record MoveReportView(MoveView Migration, int CanUndo, Page<MoveLineView> Instances);

/// <summary>Moving running instances to another version, for scripts; the same use cases as <see cref="FlowMovePages"/>.</summary>
internal static class FlowMoveEndpoints
{
    private const string Base = "/api/workflow-definitions/{definitionId}/migrations";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var moves = routes.MapGroup(Base).WithTags("Workflows").RequireAuthorization(Policies.ManageWorkflowInstances);
        moves.MapGet("", ListAsync).WithName("ListMigrations").WithSummary("Moves of running instances of a workflow from one version to another, newest first.");
        moves.MapGet("/preview", PreviewAsync).WithName("PreviewMigration").WithSummary("What moving running instances would mean for each, before anything is done.");
        moves.MapPost("", BeginAsync).WithName("BeginMigration").WithSummary("Moves the running instances of one version to another, those for which it is safe.");
        moves.MapGet("/{migrationId:guid}", ReadAsync).WithName("ReadMigration").WithSummary("The report: what came of each instance.");
        moves.MapPost("/{migrationId:guid}/undo", UndoAsync).WithName("UndoMigration").WithSummary("Puts instances that have not gone on since back as they stood.");
    }

    private static async Task<Ok<MoveView[]>> ListAsync(string definitionId, ReadMoves read, CancellationToken cancellationToken) =>
        TypedResults.Ok((await read.OfFlowAsync(definitionId, cancellationToken)).Select(View).ToArray());

    private static async Task<Results<Ok<MovePreviewView>, RefusalResult>> PreviewAsync(
        string definitionId, int? from, int? to, PreviewMove preview, HttpRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await preview.RunAsync(user, definitionId, from, to, cancellationToken) is not { } shown)
        {
            return Refusal.NotFound().ToResult();
        }

        var language = RequestLanguage.Of(request);
        return TypedResults.Ok(new MovePreviewView(
            definitionId, shown.From, shown.To, shown.Total, shown.Movable,
            [.. shown.Groups.Select(g => new MoveGroupView(
                g.StandsAt, g.WhyNot is null, g.WhyNot?.In(language), g.NeverRun, [.. g.Cases.Select(static c => new MovedCaseView(c.InstanceId, c.CaseId, c.Reference))]))]));
    }

    private static async Task<Results<Accepted<MoveReportView>, RefusalResult>> BeginAsync(
        string definitionId, MoveBody body, BeginMove begin, ReadMoves read, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await AnswerAsync(await begin.RunAsync(user, definitionId, body.From, body.To, reason.Or(body.Reason, ""), cancellationToken), definitionId, read, request, user, cancellationToken);

    private static async Task<Results<Accepted<MoveReportView>, RefusalResult>> UndoAsync(
        string definitionId, Guid migrationId, UndoMoveBody body, UndoMove undo, ReadMoves read, HttpRequest request, CurrentUser user, CallReason reason, CancellationToken cancellationToken) =>
        await AnswerAsync(await undo.RunAsync(user, definitionId, migrationId, reason.Or(body.Reason, ""), cancellationToken), definitionId, read, request, user, cancellationToken);

    private static async Task<Results<Ok<MoveReportView>, RefusalResult>> ReadAsync(
        string definitionId, Guid migrationId, ReadMoves read, HttpRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var page = PageRequest.Read(request, errors);
        return errors.Any ? errors.ToRefusal().ToResult()
            : await read.RunAsync(user, definitionId, migrationId, page, cancellationToken) is { } report ? TypedResults.Ok(View(report, page, request))
            : Refusal.NotFound().ToResult();
    }

    private static async Task<Results<Accepted<MoveReportView>, RefusalResult>> AnswerAsync(
        MoveAnswer answer, string definitionId, ReadMoves read, HttpRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (answer is MoveAnswer.Refused refused)
        {
            return refused.Refusal.ToResult();
        }

        var id = ((MoveAnswer.Begun)answer).MoveId;
        var page = new PageRequest(1, PageRequest.DefaultSize);
        var report = await read.RunAsync(user, definitionId, id, page, cancellationToken) ?? throw new InvalidOperationException("A move has lost its row.");
        return TypedResults.Accepted($"{Base.Replace("{definitionId}", Uri.EscapeDataString(definitionId), StringComparison.Ordinal)}/{id}", View(report, page, request));
    }

    private static MoveReportView View(MoveReport report, PageRequest page, HttpRequest request)
    {
        var language = RequestLanguage.Of(request);
        return new MoveReportView(View(report.Listed), report.CanUndo, new Page<MoveLineView>(
            [.. report.Cases.Select(c => new MoveLineView(c.Case.InstanceId, c.Case.CaseId, c.Case.Reference, c.Stage.ToString(), c.StandsAt, c.WhyNot?.In(language)))],
            report.Total, HttpMethods.IsGet(request.Method) ? page.Next(request, report.Total) : null));
    }

    private static MoveView View(ListedMove listed) => new(
        listed.Move.Id, listed.Move.DefinitionId, listed.Move.FromVersion, listed.Move.ToVersion, listed.Move.Reason, listed.Move.StartedBy, listed.Move.StartedAt, listed.Move.FinishedAt,
        listed.Move.UndoneBy, listed.Move.UndoReason, listed.Move.UndoneAt, listed.Counts.ToDictionary(static c => c.Key.ToString(), static c => c.Value));
}
