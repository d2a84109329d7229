using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks.Papers;

/// <summary>A file out of a case's tasks.</summary>
/// <param name="File">The file.</param>
/// <param name="TaskTitle">The task that it lies with.</param>
internal sealed record AttachmentInCase(AttachmentView File, string TaskTitle);

/// <summary>Files out of a case's tasks, as far as a user sees them: the person, and those who act for the person, those of their own tasks and those they added; those who work with the case all.</summary>
internal sealed class AttachmentsOfCase(IpDbContext db, UserDirectory users)
{
    private static readonly string[] OwnRoles = [Roles.Person, Roles.Guardian];

    /// <summary>The files of a case that are not struck and that the user sees. The user has been let in to the case.</summary>
    public IQueryable<TaskAttachment> Visible(CurrentUser user, CaseId caseId)
    {
        var files = db.TaskAttachments.AsNoTracking().Where(a => a.CaseId == caseId && a.StruckAt == null);
        return CaseBonds.WorksInOffice(user) || user.HasAny(Roles.Coordinator, Roles.ChildCoordinator)
            ? files
            : files.Where(a => a.AddedBy == user.UserId || db.HumanTasks.Any(t => t.Id == a.TaskId && (t.Assignee == user.UserId || OwnRoles.Contains(t.Role!))));
    }

    /// <summary>The files that the user sees, the latest first.</summary>
    public async Task<IReadOnlyList<AttachmentInCase>> RunAsync(CurrentUser user, CaseId caseId, CancellationToken cancellationToken)
    {
        var rows = await Visible(user, caseId).Join(db.HumanTasks, a => a.TaskId, t => t.Id, (a, t) => new { File = a, t.Title })
            .OrderByDescending(r => r.File.AddedAt).ThenByDescending(r => r.File.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new AttachmentInCase(AttachmentView.Of(r.File, users), r.Title))];
    }
}
