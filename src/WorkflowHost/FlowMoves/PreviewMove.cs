using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.FlowMoves;

/// <summary>A running flow of a case, by what people call it.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="CaseId">The case; null for a flow outside cases.</param>
/// <param name="Reference">What people call it.</param>
internal sealed record MovedCase(WorkflowInstanceId InstanceId, CaseId? CaseId, string Reference);

/// <summary>Instances that stand alike, so that the same is to be said of all of them.</summary>
/// <param name="StandsAt">The steps at which they stand.</param>
/// <param name="WhyNot">Why they cannot be moved; null when they can.</param>
/// <param name="NeverRun">New steps that they have passed already, and that will not be done.</param>
/// <param name="Cases">Which they are.</param>
internal sealed record MoveGroup(string StandsAt, LocalizedText? WhyNot, string NeverRun, IReadOnlyList<MovedCase> Cases);

/// <summary>What moving would mean.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Running">How many go on in each version, among those that the leader may know of.</param>
/// <param name="From">The version that they would be moved from; null when none is chosen or there is none.</param>
/// <param name="To">The version that they would follow.</param>
/// <param name="Total">How many go on in the version.</param>
/// <param name="Groups">Those that were looked at, in groups; those that can be moved first.</param>
internal sealed record MovePreview(FlowVersions Flow, IReadOnlyDictionary<int, int> Running, int? From, int? To, int Total, IReadOnlyList<MoveGroup> Groups)
{
    /// <summary>How many can be moved, of those that were looked at.</summary>
    public int Movable => Groups.Where(static g => g.WhyNot is null).Sum(static g => g.Cases.Count);

    public int Looked => Groups.Sum(static g => g.Cases.Count);
}

/// <summary>Shows, before anything is done, what moving the running cases of one version to another would mean for each of them.</summary>
internal sealed class PreviewMove(IpDbContext db, ReadFlow flows, MovableInstances movable, JudgeMove judge, DefinitionCatalogue catalogue)
{
    /// <summary>How many are looked at for a preview; the move itself looks at each.</summary>
    public const int MaxLooked = 2_000;

    private const int Batch = 200;

    /// <summary>Looks; null when there is no such flow.</summary>
    /// <param name="user">The leader.</param>
    /// <param name="definitionId">The flow.</param>
    /// <param name="from">The version to move from; null for the one with most cases that new cases do not follow.</param>
    /// <param name="to">The version to move to; null for the one that new cases follow.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<MovePreview?> RunAsync(CurrentUser user, string definitionId, int? from, int? to, CancellationToken cancellationToken)
    {
        if (await flows.RunAsync(definitionId, cancellationToken) is not { } flow)
        {
            return null;
        }

        var running = await movable.CountAsync(user, definitionId, cancellationToken);
        to ??= flow.Running?.Version;
        from ??= running.Where(r => r.Key != to).OrderByDescending(static r => r.Value).Select(static r => (int?)r.Key).FirstOrDefault();

        if (from is not { } old || to is not { } next || old == next || catalogue.FindReleased(definitionId, next) is not { } target)
        {
            return new MovePreview(flow, running, from, to, 0, []);
        }

        return new MovePreview(flow, running, old, next, running.GetValueOrDefault(old), await LookAsync(user, definitionId, old, target, cancellationToken));
    }

    private async Task<IReadOnlyList<MoveGroup>> LookAsync(CurrentUser user, string definitionId, int from, Workflows.Engine.Definitions.WorkflowDefinition to, CancellationToken cancellationToken)
    {
        var groups = new Dictionary<(string StandsAt, LocalizedText? WhyNot, string NeverRun), List<MovedCase>>();

        for (var skip = 0; skip < MaxLooked; skip += Batch)
        {
            var rows = await movable.Of(user, definitionId, from).Skip(skip).Take(Batch)
                .Select(i => new { Row = i, Reference = db.Cases.Where(c => c.Id == i.CaseId).Select(c => c.Reference).FirstOrDefault() }).ToListAsync(cancellationToken);

            foreach (var found in rows)
            {
                var (plan, _) = await judge.RunAsync(db, found.Row, to, cancellationToken);
                var key = (MoveWords.Steps(plan.StandsAt), plan.IsSafe ? null : AlterationWords.WhyNot(plan), MoveWords.Steps(plan.NeverRun));
                (groups.TryGetValue(key, out var cases) ? cases : groups[key] = []).Add(new MovedCase(found.Row.Id, found.Row.CaseId, OpenedInstance.NameOf(null, found.Reference ?? found.Row.Name, to.Name)));
            }

            if (rows.Count < Batch)
            {
                break;
            }
        }

        return [.. groups.Select(static g => new MoveGroup(g.Key.StandsAt, g.Key.WhyNot, g.Key.NeverRun, g.Value)).OrderBy(static g => g.WhyNot is not null).ThenByDescending(static g => g.Cases.Count)];
    }
}
