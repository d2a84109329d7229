using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>
/// Takes a move back: each case that has not gone on since stands again as it did before, on the version that it came from. A case that has gone on stays where it is.
/// </summary>
internal sealed class UndoMove(IpDbContext db, InstanceAccess access, WorkWriter writer, WorkThroughMoves through, TimeProvider clock)
{
    /// <summary>Begins it.</summary>
    public async Task<MoveAnswer> RunAsync(CurrentUser user, string definitionId, Guid moveId, string? reason, CancellationToken cancellationToken)
    {
        if (!await db.FlowMoves.AnyAsync(m => m.Id == moveId && m.DefinitionId == definitionId, cancellationToken))
        {
            return new MoveAnswer.Refused(Refusal.NotFound());
        }

        var errors = new FieldErrors();
        errors.RequireReason(reason);

        if (errors.Any)
        {
            return new MoveAnswer.Refused(errors.ToRefusal());
        }

        var visible = access.VisibleTo(user);
        var own = (await db.FlowMoveItems.Where(i => i.MoveId == moveId && i.Stage == MoveStage.Moved && visible.Any(v => v.Id == i.InstanceId))
            .Select(static i => i.InstanceId).ToListAsync(cancellationToken)).ToHashSet();
        var answer = await writer.RunAsync(new Operation(user.Actor, reason!.Trim(), clock.GetUtcNow()), async Task<MoveAnswer> (work, token) =>
        {
            var move = await work.Db.FlowMoves.FindAsync([moveId], token) ?? throw new InvalidOperationException("A move has lost its row.");

            if (Obstacle(move, own.Count) is { } why)
            {
                return new MoveAnswer.Refused(new Refusal(ProblemKind.Conflict, why));
            }

            foreach (var item in (await work.Db.FlowMoveItems.Where(i => i.MoveId == moveId && i.Stage == MoveStage.Moved).ToListAsync(token)).Where(i => own.Contains(i.InstanceId)))
            {
                item.Stage = MoveStage.ToTakeBack;
            }

            (move.UndoneBy, move.UndoReason) = (user.UserId, work.Operation.Reason);
            work.Operation.Record(
                null, "workflow-definition-move-undone", ("definitionId", definitionId), ("from", move.ToVersion), ("version", move.FromVersion), ("moveId", moveId), ("count", own.Count));
            return new MoveAnswer.Begun(moveId);
        }, cancellationToken);

        if (answer is MoveAnswer.Begun)
        {
            await through.RunAsync(moveId, WorkThroughMoves.AtOnce, cancellationToken);
        }

        return answer;
    }

    private static LocalizedText? Obstacle(FlowMove move, int count) =>
        move.UndoneBy is not null ? MoveWords.AlreadyUndone
        : move.FinishedAt is null ? MoveWords.NotFinished
        : count == 0 ? MoveWords.NothingToUndo
        : null;
}
