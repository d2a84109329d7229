using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Office;

/// <summary>Who has something: a colleague, or those with a role when nobody has taken it.</summary>
/// <param name="UserId">The colleague; null when nobody has it.</param>
/// <param name="Name">The colleague's name.</param>
/// <param name="Role">The role of those who may take it; null when that is not known.</param>
internal sealed record OfficeHolder(string? UserId, string? Name, string? Role)
{
    public static OfficeHolder Of(string? userId, string? role, UserDirectory users) =>
        string.IsNullOrEmpty(userId) ? new(null, null, role) : new(userId, users.NameOf(userId), role);
}

/// <summary>An open task in which something is done about what fell out.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Title">What is to be done.</param>
internal sealed record OfficeTask(HumanTaskId TaskId, string Title);

/// <summary>The open tasks of the cases on one page of a list, in one statement.</summary>
internal static class OpenTasksOfCases
{
    public static async Task<ILookup<CaseId, HumanTask>> ReadAsync(IpDbContext db, IEnumerable<CaseId> caseIds, CancellationToken cancellationToken)
    {
        var ids = caseIds.Distinct().ToList();
        var tasks = ids.Count == 0
            ? []
            : await db.HumanTasks.Where(t => t.EndedAt == null && t.CaseId != null && ids.Contains(t.CaseId.Value)).OrderBy(t => t.Id).ToListAsync(cancellationToken);
        return tasks.ToLookup(static t => t.CaseId!.Value);
    }
}

/// <summary>A page of a list, and how many there are in all.</summary>
internal sealed record Found<T>(IReadOnlyList<T> Items, int Total);
