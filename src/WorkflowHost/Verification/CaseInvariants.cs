using System.Runtime.CompilerServices;
using IndividualPlan.WorkflowHost.Archive;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Coordinators;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Verification;

/// <summary>Nobody has to ask who the coordinator is: there is one of each kind at a time (L-62, L-70).</summary>
internal sealed class OneCoordinatorAtATime : Invariant
{
    public override string Key => "one-coordinator";

    public override string Sentence => "On no day a case has two appointed coordinators of the same kind.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pairs =
            from one in db.CoordinatorPeriods
            join other in db.CoordinatorPeriods on new { one.CaseId, one.Type } equals new { other.CaseId, other.Type }
            where one.Id != other.Id && one.State == CoordinatorState.Appointed && other.State == CoordinatorState.Appointed
                && one.FromOn <= other.FromOn && (one.ToOn == null || one.ToOn > other.FromOn)
            select new { one.CaseId, one.Type };

        await foreach (var pair in pairs.Distinct().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"case {pair.CaseId}: {pair.Type}";
        }
    }
}

/// <summary>A plan's versions can be gone through from the first to the last (L-81).</summary>
internal sealed class PlanVersionsFollowOneAnother : Invariant
{
    public override string Key => "plan-versions";

    public override string Sentence => "A plan's versions are numbered 1, 2, 3 … with none missing.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var gaps = db.PlanVersions.GroupBy(static v => v.PlanId).Select(static g => new { g.Key, Count = g.Count(), First = g.Min(static v => v.Number), Last = g.Max(static v => v.Number) })
            .Where(static g => g.First != 1 || g.Last != g.Count);

        await foreach (var gap in gaps.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"plan {gap.Key}: {gap.Count} versions, from {gap.First} to {gap.Last}";
        }
    }
}

/// <summary>What happened to a case can be told from its first day.</summary>
internal sealed class EachCaseHasAHistory : Invariant
{
    public override string Key => "case-history";

    public override string Sentence => "The history of every case begins with its opening, told once.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var silent = db.Cases.Where(c => db.History.Count(h => h.CaseId == c.Id && h.Event == "case-opened") != 1);

        await foreach (var id in silent.Select(static c => c.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"case {id}";
        }
    }
}

/// <summary>A file that was laid with a task is what it was.</summary>
internal sealed class FilesAreAsTheyWere : Invariant
{
    public override string Key => "files-unchanged";

    public override string Sentence => "Each stored file has the length and the checksum that were written down when it came; only one that was struck may have been disposed of.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var disposedBefore = await db.Disposals.Where(static d => d.Kind == RetentionKind.StruckFiles && d.State == DisposalState.Disposed).MaxAsync(static d => d.BeforeAt, cancellationToken);
        var files = from file in db.TaskAttachments
                    join content in db.AttachmentContents on file.Id equals content.AttachmentId into contents
                    from content in contents.DefaultIfEmpty()
                    select new
                    {
                        file.Id,
                        file.Size,
                        file.Sha256,
                        file.StruckAt,
                        Bytes = content == null ? null : content.Bytes,
                    };

        await foreach (var file in files.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (file.Bytes is null && file.StruckAt < disposedBefore)
            {
                continue;
            }

            if (file.Bytes is null || file.Bytes.LongLength != file.Size || TaskPapers.Fingerprint(file.Bytes) != file.Sha256)
            {
                yield return $"file {file.Id}";
            }
        }
    }
}

/// <summary>What was disposed of is gone, whole.</summary>
internal sealed class DisposedIsGone : Invariant
{
    public override string Key => "disposed-is-gone";

    public override string Sentence => "Of a case that was disposed of there is no case left, and no disposal has stopped half way.";

    public override async IAsyncEnumerable<string> FindAsync(IpDbContext db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var half = db.Disposals.Where(d => d.State == DisposalState.UnderWay || (d.State == DisposalState.Disposed && db.Cases.Any(c => c.Id == d.CaseId)));

        await foreach (var id in half.Select(static d => d.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return $"disposal {id}";
        }
    }
}
