using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Law;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>Puts one task together as a page: the form to fill in or what was answered, how the user stands to it, and the case around it.</summary>
internal sealed class ReadTaskPage(
    IpDbContext db, TaskAccess access, JudgeTask judge, CaseAccess cases, ReadCase readCase, UserDirectory users, Ids ids, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Shown(TaskPageView View) : Outcome;

        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <param name="id">Which task.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="reason">Why, from those who must say so to see the case.</param>
    /// <param name="list">The list to go back to.</param>
    /// <param name="typed">What was sent and could not be taken; null when the page is only read.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome> RunAsync(
        HumanTaskId id, CurrentUser user, CallReason reason, WorkListAddress list, Typed? typed, string language, CancellationToken cancellationToken)
    {
        if (await db.HumanTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } task)
        {
            return new Outcome.Refused(Refusal.NotFound());
        }

        if (!await access.VisibleTo(user).AnyAsync(t => t.Id == id, cancellationToken))
        {
            return new Outcome.Refused(TaskRefusals.Foreign());
        }

        var standing = await judge.RunAsync(user, task, cancellationToken);
        var (seen, needsReason) = await CaseAsync(user, task, standing, reason, cancellationToken);
        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        var details = new TaskDetails(task, await access.ReferenceAsync(task.CaseId, cancellationToken), today, users, language, showsValues: seen is not null || task.CaseId is null);
        var form = FormCatalogue.Embedded.Find(task.FormKey);
        var view = new TaskPageView
        {
            Task = details,
            List = list,
            Today = today,
            Standing = standing,
            Guidance = LawTexts.WithoutCitations(task.Guidance ?? form?.Guidance?.In(language)),
            OperationId = typed?.OperationId ?? ids.New().ToString("N"),
            Case = seen,
            NeedsReason = needsReason,
        };
        return new Outcome.Shown(task.IsOpen || typed is not null
            ? await FilledAsync(view, form, typed, language, cancellationToken)
            : view with { Answers = await AnswersAsync(form, details.Values, language, cancellationToken) });
    }

    /// <summary>Whoever is to do the task reads the case for its sake, and need not say so; the look is logged with it.</summary>
    private async Task<(CaseView? Case, bool NeedsReason)> CaseAsync(
        CurrentUser user, HumanTask task, TaskStanding standing, CallReason reason, CancellationToken cancellationToken)
    {
        if (task.CaseId is not { } caseId)
        {
            return (null, false);
        }

        var why = standing.MayWork ? new CallReason(reason.Or($"Oppgaven «{task.Title}».")) : reason;
        return await cases.OpenAsync(user, caseId, "task", why, cancellationToken) switch
        {
            CaseOpening.Opened opened => (await readCase.RunAsync(user, opened, cancellationToken), false),
            CaseOpening.Refused refused => (null, refused.Refusal.Kind == ProblemKind.ReasonRequired),
            var unknown => throw new InvalidOperationException(unknown.GetType().Name),
        };
    }

    private async Task<TaskPageView> FilledAsync(TaskPageView view, FormDefinition? form, Typed? typed, string language, CancellationToken cancellationToken)
    {
        var values = typed?.Values;
        var lists = await FieldLists.ReadAsync(form, users, language, cancellationToken);
        var isInvalid = typed?.Refusal.Errors is { Count: > 0 };
        return view with
        {
            Fields = form is null ? [] : FieldOnPage.Of(form, values, view.Task.Outcomes, lists, language),
            Outcomes = [.. view.Task.Outcomes.Select(o => new OutcomeOnPage(o.Value, o.Label, form?.IsGrave(o.Value) ?? false))],
            Errors = isInvalid ? FilledForm.Messages(form, values!, typed!.Refusal, language) : null,
            Problem = typed is null || isInvalid ? null : typed.Refusal.Detail.In(language),
            KeepsTyped = typed is not null && !view.Standing.MayWork,
        };
    }

    private async Task<IReadOnlyList<AnswerOnPage>> AnswersAsync(FormDefinition? form, JsonObject? values, string language, CancellationToken cancellationToken)
    {
        if (form is null || values is null)
        {
            return [];
        }

        var lists = await FieldLists.ReadAsync(form, users, language, cancellationToken);
        return [.. form.Fields
            .Select(field => new AnswerOnPage(field.Label.In(language), lists.Shown(field, values[field.Name], language)))
            .Where(answer => answer.Lines.Count > 0)];
    }
}
