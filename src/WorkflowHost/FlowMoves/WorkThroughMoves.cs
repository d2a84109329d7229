using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>
/// Does what moves have left to do, one case after another, each in a transaction with its line of the report. A process that dies goes on where it was: what is
/// done is no longer waiting, and what was not stored has not happened. Several hosts may work at it at once; a case that another has done is passed over.
/// </summary>
internal sealed class WorkThroughMoves(WorkWriter writer, ContextOptions options, DefinitionCatalogue catalogue, JudgeMove judge, TimeProvider clock, ILogger<WorkThroughMoves> logger)
{
    /// <summary>So many are done before the leader gets an answer; further ones in the background.</summary>
    public const int AtOnce = 50;

    private const int Batch = 50;

    private static readonly MoveStage[] Left = [MoveStage.Waiting, MoveStage.ToTakeBack];

    /// <summary>Works through what is left.</summary>
    /// <param name="moveId">Of which move; null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels between two cases.</param>
    /// <returns>How many were looked at.</returns>
    public async Task<int> RunAsync(Guid? moveId, int most, CancellationToken cancellationToken)
    {
        var looked = 0;

        while (looked < most && await FindAsync(moveId, Math.Min(Batch, most - looked), cancellationToken) is { Count: > 0 } found)
        {
            foreach (var (move, instance, actor, reason) in found)
            {
                await OneAsync(move, instance, new Operation(actor, reason, clock.GetUtcNow()), cancellationToken);
                looked++;
            }
        }

        return looked;
    }

    private async Task<List<(Guid MoveId, WorkflowInstanceId InstanceId, Actor Actor, string Reason)>> FindAsync(Guid? moveId, int count, CancellationToken cancellationToken)
    {
        await using var db = new IpDbContext(options.Default);
        var rows = await db.FlowMoveItems.AsNoTracking().Where(i => Left.Contains(i.Stage) && (moveId == null || i.MoveId == moveId))
            .OrderBy(static i => i.MoveId).ThenBy(static i => i.InstanceId).Take(count)
            .Join(db.FlowMoves, static i => i.MoveId, static m => m.Id, static (i, m) => new { i.MoveId, i.InstanceId, i.Stage, Move = m }).ToListAsync(cancellationToken);
        return rows.ConvertAll(static r => r.Stage == MoveStage.Waiting
            ? (r.MoveId, r.InstanceId, new Actor(r.Move.StartedBy, Roles.OfficeLeader), r.Move.Reason)
            : (r.MoveId, r.InstanceId, new Actor(r.Move.UndoneBy!, Roles.OfficeLeader), r.Move.UndoReason!));
    }

    /// <summary>One that cannot be done says so in the report, and keeps no other from it.</summary>
    private async Task OneAsync(Guid moveId, WorkflowInstanceId instanceId, Operation operation, CancellationToken cancellationToken)
    {
        try
        {
            await writer.RunAsync(operation, (work, token) => OneAsync(work, moveId, instanceId, token), cancellationToken);
        }
#pragma warning disable CA1031 // Whatever it is, the case is untouched; it is logged and told in the report.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.MoveFailed(logger, instanceId.Value, failure);
            await writer.RunAsync(operation, (work, token) => GiveUpAsync(work, moveId, instanceId, token), cancellationToken);
        }
    }

    private async Task OneAsync(Work work, Guid moveId, WorkflowInstanceId instanceId, CancellationToken cancellationToken)
    {
        if (await work.Db.FlowMoveItems.FindAsync([moveId, instanceId], cancellationToken) is not { } item || !Left.Contains(item.Stage))
        {
            return;
        }

        var move = await work.Db.FlowMoves.FindAsync([moveId], cancellationToken) ?? throw new InvalidOperationException("A move has lost its row.");
        var row = await work.Db.WorkflowInstances.FindAsync([instanceId], cancellationToken);

        if (item.Stage == MoveStage.Waiting)
        {
            await MoveAsync(work, move, item, row, cancellationToken);
        }
        else
        {
            await TakeBackAsync(work, move, item, row, cancellationToken);
        }

        await FinishAsync(work, move, cancellationToken);
    }

    private async Task MoveAsync(Work work, FlowMove move, FlowMoveItem item, WorkflowInstance? row, CancellationToken cancellationToken)
    {
        if (row is null || row.DefinitionVersion != move.FromVersion)
        {
            (item.Stage, item.WhyNot) = (MoveStage.Kept, MoveWords.NoLongerThere);
            return;
        }

        var to = catalogue.Require(move.DefinitionId, move.ToVersion);
        var (plan, done) = await judge.RunAsync(work.Db, row, to, cancellationToken);
        var standsAt = MoveWords.Steps(plan.StandsAt);
        item.StandsAt = standsAt[..Math.Min(standsAt.Length, TextLimits.Text)];

        if (!plan.IsSafe)
        {
            (item.Stage, item.WhyNot) = (MoveStage.Kept, AlterationWords.WhyNot(plan));
            return;
        }

        var before = row.State;
        var moved = await work.Flows.MigrateAsync(item.InstanceId, to, done, cancellationToken);
        work.Operation.Record(row.CaseId, "workflow-instance-migrated", ("instanceId", item.InstanceId), ("from", move.FromVersion), ("to", move.ToVersion), ("moveId", move.Id));
        work.Flows.WriteStates();
        await work.FlushAsync(cancellationToken);
        (item.Stage, item.SavesAfter) = (MoveStage.Moved, row.Version);
        item.StateBefore = moved.HasRunNothing ? before : null;
    }

    private async Task TakeBackAsync(Work work, FlowMove move, FlowMoveItem item, WorkflowInstance? row, CancellationToken cancellationToken)
    {
        var before = item.StateBefore;
        item.StateBefore = null;

        if (before is null || row is null || row.Version != item.SavesAfter)
        {
            (item.Stage, item.WhyNot) = (MoveStage.KeptMoved, before is null ? MoveWords.WentOnAtOnce : MoveWords.HasGoneOn);
            return;
        }

        await work.Flows.TakeBackAsync(item.InstanceId, catalogue.Require(move.DefinitionId, move.FromVersion), WorkflowStateJson.Read(before), cancellationToken);
        work.Operation.Record(row.CaseId, "workflow-instance-move-undone", ("instanceId", item.InstanceId), ("from", move.ToVersion), ("to", move.FromVersion), ("moveId", move.Id));
        item.Stage = MoveStage.TakenBack;
    }

    private static async Task GiveUpAsync(Work work, Guid moveId, WorkflowInstanceId instanceId, CancellationToken cancellationToken)
    {
        if (await work.Db.FlowMoveItems.FindAsync([moveId, instanceId], cancellationToken) is { } item && Left.Contains(item.Stage))
        {
            (item.Stage, item.WhyNot) = (item.Stage == MoveStage.Waiting ? MoveStage.Kept : MoveStage.KeptMoved, MoveWords.Failed);
            await FinishAsync(work, (await work.Db.FlowMoves.FindAsync([moveId], cancellationToken))!, cancellationToken);
        }
    }

    private static async Task FinishAsync(Work work, FlowMove move, CancellationToken cancellationToken)
    {
        await work.FlushAsync(cancellationToken);

        if (!await work.Db.FlowMoveItems.AnyAsync(i => i.MoveId == move.Id && i.Stage == MoveStage.Waiting, cancellationToken))
        {
            move.FinishedAt ??= work.Operation.Now;
        }

        if (move.UndoneBy is not null && !await work.Db.FlowMoveItems.AnyAsync(i => i.MoveId == move.Id && i.Stage == MoveStage.ToTakeBack, cancellationToken))
        {
            move.UndoneAt ??= work.Operation.Now;
        }
    }
}

/// <summary>Goes on with what a leader has begun, also after a restart.</summary>
internal sealed class FinishMoves(WorkThroughMoves moves) : RecurringJob
{
    /// <summary>So many in one round, so that timers and messages do not wait long for their turn.</summary>
    private const int InOneRound = 500;

    public override string Key => "flow-moves";

    public override LocalizedText Name => new("Flytting av saker mellom versjoner", "Flytting av saker mellom versjonar", "Moving cases between versions");

    public override LocalizedText Purpose => new(
        "Gjør ferdig det en leder har bedt om når saker skal følge en annen versjon av en arbeidsflyt.",
        "Gjer ferdig det ein leiar har bede om når saker skal følgje ein annan versjon av ein arbeidsflyt.",
        "Finishes what a leader has asked for when cases are to follow another version of a workflow.");

    public override TimeSpan Interval => TimeSpan.Zero;

    public override Task<int> RunAsync(CancellationToken cancellationToken) => moves.RunAsync(null, InOneRound, cancellationToken);
}
