using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.HumanTasks.Papers;
using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Law;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>Puts one task together as a page: the form to fill in or what was answered, how the user stands to it, and what one needs to decide.</summary>
internal sealed class ReadTaskPage(IpDbContext db, ReadTaskContext context, JudgeTask judge, TaskDrafts drafts, TaskPapers papers, ReadPlanDocument plans, FindPlanRights rights, UserDirectory users, Ids ids, TimeProvider clock)
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
    /// <param name="sent">What was sent and could not be taken; null when the page is only read.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome> RunAsync(
        HumanTaskId id, CurrentUser user, CallReason reason, WorkListAddress list, Sent? sent, string language, CancellationToken cancellationToken)
    {
        if (await db.HumanTasks.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } task)
        {
            return new Outcome.Refused(Refusal.NotFound());
        }

        // Whoever is to do the task reads the case for its sake, and need not say so; the look is logged with it.
        var standing = await judge.RunAsync(user, task, cancellationToken);
        var why = standing.MayWork ? new CallReason(reason.Or($"Oppgaven «{task.Title}».")) : reason;
        if (await context.RunAsync(user, id, language, why, cancellationToken) is not ReadTaskContext.Outcome.Found { Context: var found })
        {
            return new Outcome.Refused(TaskRefusals.Foreign());
        }

        var form = FormCatalogue.Embedded.Of(task);
        var draft = task.IsOpen && await drafts.ReadAsync(user, id, cancellationToken) is TaskDrafts.Outcome.Found own ? own.Draft : null;
        var shown = found.ContentRefused is null ? await papers.OfAsync(id, cancellationToken) : null;
        var view = new TaskPageView
        {
            Context = found,
            List = list,
            Today = NorwegianTime.DateOf(clock.GetUtcNow()),
            Standing = standing,
            Guidance = found.Guidance ?? LawTexts.WithoutCitations(form?.Guidance?.In(language)),
            OperationId = sent?.OperationId ?? ids.New().ToString("N"),
            Sent = sent,
            Problem = sent?.Refusal is { Errors: not { Count: > 0 } } problem ? problem.Detail.In(language) : null,
            Draft = draft,
            Colleagues = await ColleaguesAsync(user, standing, language, cancellationToken),
            Papers = shown,
            PaperId = ids.New(),
            Plan = await PlanAsync(user, task, found, cancellationToken),
            Answers = task.IsOpen ? [] : await AnswersAsync(form, found.Task.Values, shown, language, cancellationToken),
        };
        var typed = sent?.Values ?? draft?.Values;
        if (!standing.MayWork && typed is not { Count: > 0 })
        {
            return new Outcome.Shown(view);
        }

        var sections = await SectionsAsync(user, task, found, typed, language, cancellationToken);
        return new Outcome.Shown(await FilledAsync(view, form, typed, sections, user, language, cancellationToken));
    }

    /// <summary>The plan, for tasks about it; the case has been opened with the task.</summary>
    private async Task<PlanBesideTaskModel?> PlanAsync(CurrentUser user, HumanTask task, TaskContext found, CancellationToken cancellationToken)
    {
        if (!task.IsOpen || found.Case is null || task.FormKey is not (PlanRights.DraftForm or PlanRights.ApprovalForm or PlanRights.RevisionForm))
        {
            return null;
        }

        var caseId = task.CaseId!.Value;
        var opened = new CaseOpening.Opened(await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken), found.Person is null ? CaseSight.OwnParts : CaseSight.Whole);
        return await plans.DraftAsync(user, opened, cancellationToken) is { } document ? new PlanBesideTaskModel(task.FormKey, document) : null;
    }

    /// <summary>The parts of the plan that the step works on, as far as the user sees them; null when there are none.</summary>
    private async Task<PlanSectionsOnPage?> SectionsAsync(CurrentUser user, HumanTask task, TaskContext found, JsonObject? typed, string language, CancellationToken cancellationToken)
    {
        if (!task.IsOpen || task.PlanSections.Count == 0 || found.Case is null)
        {
            return null;
        }

        var ipCase = await db.Cases.FirstAsync(c => c.Id == task.CaseId, cancellationToken);
        var right = await rights.RunAsync(user, ipCase, cancellationToken);
        var opened = new CaseOpening.Opened(ipCase, right.IsWriter || found.Person is not null ? CaseSight.Whole : CaseSight.OwnParts);
        return await plans.DraftAsync(user, opened, cancellationToken) is { } document
            ? PlanSectionsOnPage.Of(document, task.PlanSections, typed?[PlanSections.FieldName] as JsonObject, right.MayWrite ? null : right.WhyNotNow?.Detail ?? WritePlanDraft.NotYours.Detail, language)
            : null;
    }

    /// <summary>The fields that the page asks for. The plan itself is written in its editor; and whoever approves on the screen need not say that it was on the screen.</summary>
    private static IReadOnlyList<FieldOnPage> AskedFor(IReadOnlyList<FieldOnPage> fields, TaskPageView view, JsonObject? typed, CurrentUser user) => view.Plan?.FormKey switch
    {
        PlanRights.DraftForm when typed is not { Count: > 0 } => [],
        PlanRights.ApprovalForm when user.Has(Roles.Person) => [.. fields.Where(field => field.Field.Name == "comment")],
        _ => fields,
    };

    private async Task<TaskPageView> FilledAsync(
        TaskPageView view, FormDefinition? form, JsonObject? typed, PlanSectionsOnPage? sections, CurrentUser user, string language, CancellationToken cancellationToken)
    {
        var lists = await FieldLists.ReadAsync(form, users, view.Papers, language, cancellationToken);
        var refusal = view.Sent?.Refusal;
        var isInvalid = view.Sent?.Act is null && refusal?.Errors is { Count: > 0 };
        return view with
        {
            Fields = form is null ? [] : [.. AskedFor(FieldOnPage.Of(form, typed, view.Task.Outcomes, lists, language), view, typed, user)
                .Select(field => field.Field.Type == FormFieldType.PlanSections ? field with { Plan = sections } : field).Where(static field => field.Field.Type != FormFieldType.PlanSections || field.Plan is not null)],
            Outcomes = view.Plan is { FormKey: PlanRights.DraftForm, IsReady: false } ? [] : [.. view.Task.Outcomes.Select(o => new OutcomeOnPage(o.Value, o.Label, form?.IsGrave(o.Value) ?? false))],
            Errors = isInvalid ? FilledForm.Messages(form, typed ?? [], refusal!, language) : null,
            KeepsTyped = !view.Standing.MayWork,
        };
    }

    private async Task<IReadOnlyList<AnswerOnPage>> AnswersAsync(FormDefinition? form, JsonObject? values, TaskPapersView? shown, string language, CancellationToken cancellationToken)
    {
        if (form is null || values is null)
        {
            return [];
        }

        var lists = await FieldLists.ReadAsync(form, users, shown, language, cancellationToken);
        return [.. form.Fields
            .Select(field => new AnswerOnPage(field.Label.In(language), lists.Shown(field, values[field.Name], language)))
            .Where(answer => answer.Lines.Count > 0)];
    }

    /// <summary>Whom the task can be handed to, for those who may hand it on.</summary>
    private async Task<IReadOnlyList<Components.Choice>> ColleaguesAsync(CurrentUser user, TaskStanding standing, string language, CancellationToken cancellationToken) =>
        standing is not TaskStanding.Ended && (standing is TaskStanding.Own || TaskAccess.Assigns(user))
            ? [.. (await users.AllAsync(cancellationToken)).Select(c => FieldLists.Named(c, language))]
            : [];
}
