using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>A line of the report.</summary>
internal sealed record ReportedCase(MovedCase Case, MoveStage Stage, string? StandsAt, LocalizedText? WhyNot);

/// <summary>A move as it is listed: how many of the cases stand how.</summary>
internal sealed record ListedMove(FlowMove Move, IReadOnlyDictionary<MoveStage, int> Counts)
{
    public int Count(params ReadOnlySpan<MoveStage> stages)
    {
        var sum = 0;
        foreach (var stage in stages)
        {
            sum += Counts.GetValueOrDefault(stage);
        }

        return sum;
    }

    /// <summary>Whether there is more to be done by itself.</summary>
    public bool IsUnderWay => Count(MoveStage.Waiting, MoveStage.ToTakeBack) > 0;
}

/// <summary>The report of a move: what came of each case that the leader may know of.</summary>
/// <param name="Listed">The move with its counts.</param>
/// <param name="FlowName">What people call the flow.</param>
/// <param name="Cases">One page of its cases.</param>
/// <param name="Total">How many there are.</param>
/// <param name="CanUndo">How many have not gone on, so that they can be taken back.</param>
internal sealed record MoveReport(ListedMove Listed, string FlowName, IReadOnlyList<ReportedCase> Cases, int Total, int CanUndo);

/// <summary>Reads what was moved, and how that went.</summary>
internal sealed class ReadMoves(IpDbContext db, InstanceAccess access, DefinitionCatalogue catalogue)
{
    /// <summary>Most moves in the list of one flow.</summary>
    private const int MaxMoves = 20;

    /// <summary>The moves of a flow, newest first. Counts tell of no one, so they are of all cases.</summary>
    public async Task<IReadOnlyList<ListedMove>> OfFlowAsync(string definitionId, CancellationToken cancellationToken)
    {
        var moves = await db.FlowMoves.AsNoTracking().Where(m => m.DefinitionId == definitionId).OrderByDescending(static m => m.Id).Take(MaxMoves).ToListAsync(cancellationToken);
        var ids = moves.ConvertAll(static m => m.Id);
        var counts = ids.Count == 0
            ? []
            : await db.FlowMoveItems.Where(i => ids.Contains(i.MoveId)).GroupBy(static i => new { i.MoveId, i.Stage })
                .Select(static g => new { g.Key.MoveId, g.Key.Stage, Count = g.Count() }).ToListAsync(cancellationToken);
        return moves.ConvertAll(m => new ListedMove(m, counts.Where(c => c.MoveId == m.Id).ToDictionary(static c => c.Stage, static c => c.Count)));
    }

    /// <summary>The report of one move; null when there is none.</summary>
    public async Task<MoveReport?> RunAsync(CurrentUser user, string definitionId, Guid moveId, PageRequest page, CancellationToken cancellationToken)
    {
        if (await db.FlowMoves.AsNoTracking().FirstOrDefaultAsync(m => m.Id == moveId && m.DefinitionId == definitionId, cancellationToken) is not { } move)
        {
            return null;
        }

        var visible = access.VisibleTo(user);
        var items = db.FlowMoveItems.AsNoTracking().Where(i => i.MoveId == moveId && visible.Any(v => v.Id == i.InstanceId));
        var counts = await items.GroupBy(static i => i.Stage).Select(static g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(static g => g.Key, static g => g.Count, cancellationToken);
        var canUndo = await items.CountAsync(i => i.Stage == MoveStage.Moved && i.StateBefore != null && db.WorkflowInstances.Any(w => w.Id == i.InstanceId && w.Version == i.SavesAfter), cancellationToken);
        var name = (catalogue.Find(definitionId, null) ?? catalogue.Newest(definitionId))?.Name ?? definitionId;
        var rows = await items.OrderBy(static i => i.Stage == MoveStage.Kept || i.Stage == MoveStage.KeptMoved ? 0 : 1).ThenBy(static i => i.InstanceId).Skip(page.Skip).Take(page.Size)
            .Select(i => new
            {
                i.InstanceId, i.CaseId, i.Stage, i.StandsAt, i.WhyNot,
                Reference = db.Cases.Where(c => c.Id == i.CaseId).Select(c => c.Reference).FirstOrDefault(),
                OwnName = db.WorkflowInstances.Where(w => w.Id == i.InstanceId && w.CaseId == null).Select(w => w.Name).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return new MoveReport(
            new ListedMove(move, counts), name,
            [.. rows.Select(r => new ReportedCase(new MovedCase(r.InstanceId, r.CaseId, OpenedInstance.NameOf(null, r.Reference ?? r.OwnName, name)), r.Stage, r.StandsAt, r.WhyNot))],
            counts.Values.Sum(), canUndo);
    }
}
