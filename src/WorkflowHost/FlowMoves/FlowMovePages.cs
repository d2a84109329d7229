using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Mvc;
using Page = IndividualPlan.WorkflowHost.Components.Page;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>A report on its page, with what was typed and refused.</summary>
internal sealed record ShownReport(MoveReport Report, int PageNumber, string? Reason = null, Refusal? Refusal = null);

/// <summary>Moving running cases to another version: what it would mean, the report, and taking it back.</summary>
internal static class FlowMovePages
{
    /// <summary>The last part of the address of the preview.</summary>
    public const string Move = "move";

    /// <summary>The last part of the address where a move is asked for.</summary>
    public const string All = "moves";

    private const string Flow = FlowAddress.List + "/{definitionId}";
    private const string Moves = Flow + "/" + All;
    private const string Report = Moves + "/{moveId:guid}";

    /// <summary>Where the report of a move is.</summary>
    public static string ReportOf(FlowMove move) => ReportOf(move.DefinitionId, move.Id);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage(Flow + "/" + Move, Policies.ManageWorkflowInstances, PreviewAsync);
        routes.MapPagePost(Moves, Policies.ManageWorkflowInstances, MoveAsync);
        routes.MapPage(Report, Policies.ManageWorkflowInstances, ReportAsync);
        routes.MapPagePost(Report + "/undo", Policies.ManageWorkflowInstances, UndoAsync);
    }

    private static string ReportOf(string definitionId, Guid moveId) => $"{FlowAddress.Act(definitionId, All)}/{moveId}";

    private static async Task<IResult> PreviewAsync(string definitionId, string? from, string? to, PreviewMove preview, CurrentUser user, CancellationToken cancellationToken) =>
        VersionNumber.TryRead(from, out var earlier) && VersionNumber.TryRead(to, out var later) && await preview.RunAsync(user, definitionId, earlier, later, cancellationToken) is { } shown
            ? Page.Showing<MovePage>(new ShownMove(shown))
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> MoveAsync(
        string definitionId, [FromForm] int? from, [FromForm] int? to, [FromForm] string? reason, BeginMove begin, PreviewMove preview, CurrentUser user, CancellationToken cancellationToken)
    {
        var answer = await begin.RunAsync(user, definitionId, from, to, reason, cancellationToken);
        if (answer is MoveAnswer.Begun begun)
        {
            return Results.LocalRedirect(ReportOf(definitionId, begun.MoveId));
        }

        var refusal = ((MoveAnswer.Refused)answer).Refusal;
        return refusal.Kind != ProblemKind.NotFound && await preview.RunAsync(user, definitionId, from, to, cancellationToken) is { } shown
            ? Page.Showing<MovePage>(new ShownMove(shown, reason, refusal), refusal.Kind.Status)
            : Refusal.NotFound().ToResult();
    }

    private static async Task<IResult> ReportAsync(string definitionId, Guid moveId, HttpRequest request, ReadMoves read, CurrentUser user, CancellationToken cancellationToken)
    {
        var page = PageRequest.Read(request, new FieldErrors()) with { Size = PageRequest.DefaultSize };
        return await read.RunAsync(user, definitionId, moveId, page, cancellationToken) is { } report
            ? Page.Showing<MoveReportPage>(new ShownReport(report, page.Number))
            : Refusal.NotFound().ToResult();
    }

    private static async Task<IResult> UndoAsync(
        string definitionId, Guid moveId, [FromForm] string? reason, UndoMove undo, ReadMoves read, CurrentUser user, CancellationToken cancellationToken)
    {
        var answer = await undo.RunAsync(user, definitionId, moveId, reason, cancellationToken);
        if (answer is MoveAnswer.Begun)
        {
            return Results.LocalRedirect(ReportOf(definitionId, moveId));
        }

        var refusal = ((MoveAnswer.Refused)answer).Refusal;
        return refusal.Kind != ProblemKind.NotFound && await read.RunAsync(user, definitionId, moveId, new PageRequest(1, PageRequest.DefaultSize), cancellationToken) is { } report
            ? Page.Showing<MoveReportPage>(new ShownReport(report, 1, reason, refusal), refusal.Kind.Status)
            : Refusal.NotFound().ToResult();
    }
}
