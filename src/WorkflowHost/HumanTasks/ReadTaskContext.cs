using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Law;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>
/// Opens a task as its page shows it, with what stands beside it. What is about the task itself is for all who see the task; what is about the case and the
/// person is read through <see cref="CaseAccess"/>, which logs it, and is left out with a sentence when the user may not see it.
/// </summary>
internal sealed class ReadTaskContext(
    IpDbContext db, TaskAccess access, CaseAccess cases, DefinitionCatalogue catalogue, CaseInTaskReader parts, TaskDrafts drafts, Substitutes substitutes, UserDirectory users)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Found(TaskContext Context) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    public async Task<Outcome> RunAsync(CurrentUser user, HumanTaskId taskId, string language, CallReason reason, CancellationToken cancellationToken)
    {
        if (await db.HumanTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == taskId, cancellationToken) is not { } task)
        {
            return new Outcome.Refused(Refusal.NotFound());
        }

        if (!await access.VisibleTo(user).AnyAsync(t => t.Id == taskId, cancellationToken))
        {
            return new Outcome.Refused(TaskRefusals.Foreign());
        }

        var today = substitutes.Today;
        var actor = await substitutes.ActorAsync(user, task, cancellationToken);
        var step = await StepOfTask.FindAsync(db, catalogue, task, cancellationToken);
        var opening = task.CaseId is { } caseId ? await cases.OpenAsync(user, caseId, "task", reason, cancellationToken) : null;
        var isOpened = opening is CaseOpening.Opened;
        var context = new TaskContext
        {
            Task = new TaskDetails(
                task, await access.ReferenceAsync(task.CaseId, cancellationToken), today, users, language, showsValues: isOpened || task.CompletedBy == user.UserId),
            Guidance = LawTexts.WithoutCitations(task.Guidance),
            IsRequiredByLaw = step.IsRequiredByLaw,
            Law = [.. step.Facts.Select(LawTexts.Find).OfType<LawText>().Select(law => new LawView(law.Fact, law.Text.In(language), law.Statute))],
            OnBehalfOf = actor.OnBehalfOf,
            OnBehalfOfName = actor.OnBehalfOf is { } absent ? users.NameOf(absent) : null,
            OtherDrafts = await drafts.ReadAsync(user, taskId, cancellationToken) is TaskDrafts.Outcome.Found found ? found.Draft.Others : [],
            History = await HistoryAsync(task, cancellationToken),
        };
        return new Outcome.Found(opening switch
        {
            CaseOpening.Opened opened => await parts.AddAsync(context, user, task, opened, step, today, language, cancellationToken),
            CaseOpening.Refused refused => context with { ContentRefused = refused.Refusal.Detail.In(language), ContentRefusedCode = refused.Refusal.Kind.Slug },
            _ => context,
        });
    }

    private async Task<IReadOnlyList<TaskEvent>> HistoryAsync(HumanTask task, CancellationToken cancellationToken)
    {
        if (task.CaseId is not { } caseId)
        {
            return [];
        }

        var mark = $"%\"taskId\":\"{task.Id}\"%";
        var rows = await db.History.AsNoTracking().Where(h => h.CaseId == caseId && EF.Functions.Like(h.Details, mark)).OrderBy(h => h.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Describe)];
    }

    private TaskEvent Describe(HistoryRow row)
    {
        var details = JsonNode.Parse(row.Details)!;
        var before = (string?)details["before"];
        var assignee = (string?)details["assignee"];
        var isHandover = row.Event is "task-assigned" or "task-taken-over";
        return new TaskEvent(
            row.At, row.Event, row.Actor, row.Actor == Actor.System.UserId ? "" : users.NameOf(row.Actor), row.OnBehalfOf, row.Reason,
            isHandover ? before : null, isHandover && before is not null ? users.NameOf(before) : null, assignee is null ? null : users.NameOf(assignee));
    }
}
