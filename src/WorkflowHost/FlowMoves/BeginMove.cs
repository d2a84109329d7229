using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using Microsoft.EntityFrameworkCore;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>What came of asking for a move, or of taking one back.</summary>
internal abstract record MoveAnswer
{
    private MoveAnswer()
    {
    }

    public sealed record Begun(Guid MoveId) : MoveAnswer;

    public sealed record Refused(Refusal Refusal) : MoveAnswer;
}

/// <summary>
/// Moves the running cases of one version of a flow to another: writes down which cases that is, and lets <see cref="WorkThroughMoves"/> do it, each case in a
/// transaction of its own. A case is moved only when that is safe; the others stay, and the report says why.
/// </summary>
internal sealed class BeginMove(MovableInstances movable, DefinitionCatalogue catalogue, WorkWriter writer, WorkThroughMoves through, TimeProvider clock)
{
    /// <summary>Begins it.</summary>
    /// <param name="user">The leader; only cases that the leader may know of are moved.</param>
    /// <param name="definitionId">The flow.</param>
    /// <param name="from">The version to move from.</param>
    /// <param name="to">The version to move to; published now or before.</param>
    /// <param name="reason">Why; kept with the report and in the history of each case.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<MoveAnswer> RunAsync(CurrentUser user, string definitionId, int? from, int? to, string? reason, CancellationToken cancellationToken)
    {
        if (!catalogue.Current.Any(d => d.DefinitionId == definitionId))
        {
            return new MoveAnswer.Refused(Refusal.NotFound());
        }

        if (Check(definitionId, from, to, reason) is { } wrong)
        {
            return new MoveAnswer.Refused(wrong);
        }

        var instances = await movable.Of(user, definitionId, from!.Value).Select(static i => new { i.Id, i.CaseId }).ToListAsync(cancellationToken);
        if (instances.Count == 0)
        {
            return new MoveAnswer.Refused(new Refusal(ProblemKind.Conflict, MoveWords.NoneToMove));
        }

        var operation = new Operation(user.Actor, reason!.Trim(), clock.GetUtcNow());
        var id = await writer.RunAsync(operation, (work, _) =>
        {
            var move = new FlowMove
            {
                Id = work.Ids.New(), DefinitionId = definitionId, FromVersion = from.Value, ToVersion = to!.Value,
                StartedBy = user.UserId, Reason = work.Operation.Reason, StartedAt = work.Operation.Now,
            };
            work.Db.Add(move);
            work.Db.AddRange(instances.Select(i => new FlowMoveItem { MoveId = move.Id, InstanceId = i.Id, CaseId = i.CaseId }));
            work.Operation.Record(
                null, "workflow-definition-cases-moved", ("definitionId", definitionId), ("from", from.Value), ("version", to.Value), ("moveId", move.Id), ("count", instances.Count));
            return Task.FromResult(move.Id);
        }, cancellationToken);
        await through.RunAsync(id, WorkThroughMoves.AtOnce, cancellationToken);
        return new MoveAnswer.Begun(id);
    }

    private Refusal? Check(string definitionId, int? from, int? to, string? reason)
    {
        var errors = new FieldErrors();
        errors.RequireReason(reason);

        if (errors.Require(from, "from") && !catalogue.Knows(definitionId, from.Value))
        {
            errors.Add("from", MoveWords.NotPublished);
        }

        if (errors.Require(to, "to") && catalogue.FindReleased(definitionId, to.Value) is null)
        {
            errors.Add("to", MoveWords.NotPublished);
        }
        else if (from == to && to is not null)
        {
            errors.Add("to", MoveWords.SameVersion);
        }

        return errors.Any ? errors.ToRefusal() : null;
    }
}
