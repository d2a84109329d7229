using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Opens the task behind a wait. Who it is put on, and who must keep off it, is looked up now: rows of the same advance count.</summary>
internal sealed class ApplyOpenTask : CommandApplier<OpenTask>
{
    public override bool FlushesChanges => false;

    protected override async Task ApplyAsync(OpenTask command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var excluded = await ExcludedAsync(command, scope, cancellationToken);
        var assignee = command.AssigneeId ?? await AssigneeAsync(command.AssignTo, scope, cancellationToken);
        var description = new TaskDescription(
            command.TaskKey,
            command.Title,
            command.Guidance,
            command.Role,
            assignee is not null && excluded.Contains(assignee) ? null : assignee,
            command.Form,
            command.Outcomes,
            command.DueOn,
            command.LegalDeadlineOn,
            excluded,
            ScopedCase.IdOf(command.SubjectId))
        {
            GivesCase = command.GivesCase,
            PlanSections = command.PlanSections,
        };
        scope.Work.Db.Add(HumanTask.Open(
            scope.Work.Ids.NewHumanTaskId(), scope.Instance.Id, command.WaitId, scope.CaseId, description, scope.Work.Operation));
    }

    private static async Task<string?> AssigneeAsync(TaskAssignment assignTo, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (assignTo == TaskAssignment.None || scope.CaseId is not { } caseId)
        {
            return null;
        }

        if (assignTo == TaskAssignment.CaseManager)
        {
            return (await scope.CaseAsync(cancellationToken)).CaseManagerId;
        }

        var periods = await scope.Work.Db.Set<CoordinatorPeriod>().Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        return CoordinatorCoverage.InPlaceOn(periods, scope.Work.Operation.Today)?.UserId;
    }

    /// <summary>
    /// Who must keep off it. What was annulled and sent back is decided by others than those who drafted and approved it, or dealt with the appeal against it (L-97, scenario 30).
    /// </summary>
    private static async Task<IReadOnlyList<string>> ExcludedAsync(OpenTask command, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (command.Exclude == TaskExclusion.None || scope.CaseId is not { } caseId)
        {
            return [];
        }

        var decisions = await scope.Work.Db.Set<Decision>().Where(d => d.CaseId == caseId).ToListAsync(cancellationToken);
        var subject = ScopedCase.IdOf(command.SubjectId);

        if (command.Exclude == TaskExclusion.DecisionDrafter)
        {
            var decision = decisions.FirstOrDefault(d => d.Id.Value == subject) ?? decisions.Where(d => !d.IsMade).MaxBy(d => d.Id.Value) ?? decisions.MaxBy(d => d.Id.Value);
            var annulled = decisions.Where(d => d.State == DecisionState.Annulled && d.Subject == decision?.Subject && d.Id != decision.Id).ToList();
            var appeals = annulled.Count == 0 ? [] : await scope.Work.Db.Set<Appeal>().Where(a => a.CaseId == caseId).ToListAsync(cancellationToken);
            var earlier = annulled.SelectMany(d => new[] { d.DraftedBy, d.ApprovedBy }).Concat(appeals.Where(a => annulled.Any(d => d.Id == a.DecisionId)).Select(a => a.HandledBy));
            return Named([decision?.DraftedBy, .. earlier]);
        }

        var appeal = await Appeals.OpenAppeals.FindAsync(scope, command.SubjectId, cancellationToken);
        return Named([(decisions.FirstOrDefault(d => d.Id == appeal?.DecisionId) ?? decisions.Where(d => d.IsMade).MaxBy(d => d.Id.Value))?.DraftedBy]);
    }

    private static IReadOnlyList<string> Named(IEnumerable<string?> userIds) => [.. userIds.OfType<string>().Distinct(StringComparer.Ordinal)];
}
