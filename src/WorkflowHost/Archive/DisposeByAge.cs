using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>What goes by age and not with a case: the content of struck attachments, and looks in cases that are gone.</summary>
internal static class DisposeByAge
{
    /// <summary>How many there are from before an instant.</summary>
    public static Task<int> CountAsync(IpDbContext db, RetentionKind kind, DateTimeOffset before, CancellationToken cancellationToken) => kind == RetentionKind.StruckFiles
        ? StruckFiles(db, before).CountAsync(cancellationToken)
        : Looks(db, before).CountAsync(cancellationToken);

    /// <summary>When the oldest is from; null when there is none.</summary>
    public static async Task<DateTimeOffset?> OldestAsync(IpDbContext db, RetentionKind kind, CancellationToken cancellationToken) => kind == RetentionKind.StruckFiles
        ? await StruckFiles(db, DateTimeOffset.MaxValue).Select(c => db.TaskAttachments.Where(a => a.Id == c.AttachmentId).Select(static a => a.StruckAt).First()).MinAsync(cancellationToken)
        : await Looks(db, DateTimeOffset.MaxValue).MinAsync(static a => (DateTimeOffset?)a.At, cancellationToken);

    /// <summary>Removes it; the database lets it go only while the disposal is under way.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> RunAsync(Work work, Disposal disposal, CancellationToken cancellationToken)
    {
        var before = disposal.BeforeAt!.Value;
        return disposal.Kind == RetentionKind.StruckFiles
            ? new Dictionary<string, int> { ["attachment_contents"] = await StruckFiles(work.Db, before).ExecuteDeleteAsync(cancellationToken) }
            : new Dictionary<string, int> { ["access_log"] = await Looks(work.Db, before).ExecuteDeleteAsync(cancellationToken) };
    }

    private static IQueryable<AttachmentContent> StruckFiles(IpDbContext db, DateTimeOffset before) =>
        db.AttachmentContents.Where(c => db.TaskAttachments.Any(a => a.Id == c.AttachmentId && a.StruckAt != null && a.StruckAt < before));

    private static IQueryable<AccessLogRow> Looks(IpDbContext db, DateTimeOffset before) =>
        db.AccessLog.Where(a => a.At < before && (a.CaseId == null || !db.Cases.Any(c => c.Id == a.CaseId)));
}
