using System.Globalization;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;
using Page = IndividualPlan.WorkflowHost.Components.Page;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The editor: every button saves what is typed first, so nothing is lost, and then leads on. Without script it works the same, with a button instead of saving by itself.</summary>
internal static class PlanEditPages
{
    public static void Map(IEndpointRouteBuilder routes, string address)
    {
        routes.MapPage(address + "/edit", Policies.WritePlan, OpenAsync);
        routes.MapPagePost(address + "/edit", Policies.WritePlan, SaveAsync);
        routes.MapPagePost(address + "/edit/autosave", Policies.WritePlan, AutosaveAsync);
    }

    private static Task<IResult> OpenAsync(Guid caseId, string? add, string? goal, OpenCasePage page, HttpContext context, PlanEditor editor, Ids ids) =>
        page.ShowAsync(context, caseId, "plan-draft", async (opened, token) => await editor.OpenAsync(opened.User, opened.Opening, token) switch
        {
            EditorOpening.Ready ready => Page.Showing<PlanEditPage>(ready.Model(
                opened, PlanForm.Of(ready.Document.Content, ready.Revision, ids.New().ToString(), add, goal), null, null, ids.New().ToString())),
            EditorOpening.NotNow { Document: { } document } notNow => Page.Showing<PlanClosedPage>(new PlanClosedModel(PlanHead.Of(opened, document, notNow.Rights), notNow.Why.Detail)),
            EditorOpening.NotNow => Page.Showing<NoPlanPage>(opened.Header),
            _ => WritePlanDraft.NotYours.ToResult(),
        });

    private static async Task<IResult> SaveAsync(
        Guid caseId, HttpContext context, WritePlanDraft write, FinishPlanDraft finish, OpenCasePage page, PlanEditor editor, Notices notices, TimeProvider clock, Ids ids, CurrentUser user,
        CallReason reason, CancellationToken cancellationToken)
    {
        var posted = await context.Request.ReadFormAsync(cancellationToken);
        var form = PlanFormReader.Read(posted);
        var (act, key) = posted["do"].ToString().Split(':', 2) is [var word, var rest] ? (word, rest) : (posted["do"].ToString(), "");
        var operationId = posted["operationId"].ToString();
        var language = RequestLanguage.Of(context.Request);
        var errors = new FieldErrors();
        var content = Apply(form.ToContent(NorwegianTime.DateOf(clock.GetUtcNow()), errors), act, key);
        Task<IResult> AgainAsync(PlanForm shown, IReadOnlyDictionary<string, string>? messages, WritePlanDraft.Outcome.Stale? stale, int status) =>
            page.ShowAsync(context, caseId, "plan-draft", async (opened, token) => await editor.OpenAsync(user, opened.Opening, token) is EditorOpening.Ready ready
                ? Page.Showing<PlanEditPage>(ready.Model(opened, shown, messages, stale is null ? null : new PlanConflict(stale.By, PlanComparison.Between(stale.Theirs, PlanContentTidy.Of(content))), ids.New().ToString()), status)
                : WritePlanDraft.NotYours.ToResult());

        if (errors.Any)
        {
            return await AgainAsync(form, errors.ToRefusal().FieldMessages(language), null, StatusCodes.Status422UnprocessableEntity);
        }

        switch (await write.RunAsync(user, new CaseId(caseId), content, form.Revision, form.Page, reason, cancellationToken))
        {
            case WritePlanDraft.Outcome.Refused refused:
                return refused.Refusal.ToResult();
            case WritePlanDraft.Outcome.Invalid invalid:
                var kept = PlanContentTidy.Of(content);
                return await AgainAsync(form, Messages(invalid, form, kept, language), null, StatusCodes.Status422UnprocessableEntity);
            case WritePlanDraft.Outcome.Stale stale:
                return await AgainAsync(form with { Revision = stale.Revision, Page = ids.New().ToString() }, null, stale, StatusCodes.Status409Conflict);
            case WritePlanDraft.Outcome.Saved saved when act == "finish":
                return await FinishAsync(caseId, operationId, saved, finish, notices, context, user, reason, AgainAsync, ids, cancellationToken);
            case WritePlanDraft.Outcome.Saved saved:
                if (act is "save" or "")
                {
                    notices.Leave(context, new("Utkastet er lagret.", "Utkastet er lagra.", "The draft is saved."));
                }

                return Results.LocalRedirect($"{CaseAddress.Plan(new CaseId(caseId))}/edit{After(saved.Content, act, key)}");
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }

    private static async Task<IResult> FinishAsync(
        Guid caseId, string operationId, WritePlanDraft.Outcome.Saved saved, FinishPlanDraft finish, Notices notices, HttpContext context, CurrentUser user, CallReason reason,
        Func<PlanForm, IReadOnlyDictionary<string, string>?, WritePlanDraft.Outcome.Stale?, int, Task<IResult>> againAsync, Ids ids, CancellationToken cancellationToken)
    {
        switch (await finish.RunAsync(user, new CaseId(caseId), operationId.Length > 0 ? operationId : ids.New().ToString(), reason, cancellationToken))
        {
            case FinishPlanDraft.Outcome.Finished:
                notices.Leave(context, new("Planen er lagt fram for godkjenning.", "Planen er lagd fram for godkjenning.", "The plan has been put forward for approval."));
                return Results.LocalRedirect(CaseAddress.Plan(new CaseId(caseId)));
            case FinishPlanDraft.Outcome.Incomplete incomplete:
                var language = RequestLanguage.Of(context.Request);
                var messages = incomplete.Gaps.Where(gap => gap.IsHard)
                    .GroupBy(gap => PlanGaps.FieldOf(gap) ?? "part-case")
                    .ToDictionary(group => group.Key, group => string.Join(" ", group.Select(gap => PlanGaps.Explain(gap, incomplete.Content, incomplete.Facts).In(language))), StringComparer.Ordinal);
                return await againAsync(PlanForm.Of(saved.Content, saved.Revision, ids.New().ToString(), null, null), messages, null, StatusCodes.Status422UnprocessableEntity);
            case FinishPlanDraft.Outcome.Refused refused:
                return refused.Refusal.ToResult();
            case var unknown:
                throw new InvalidOperationException(unknown.GetType().Name);
        }
    }

    /// <summary>Answers with the few words that stand by the button: saved when, or why not. Nothing that was typed is touched.</summary>
    private static async Task<IResult> AutosaveAsync(
        Guid caseId, HttpContext context, WritePlanDraft write, TimeProvider clock, CurrentUser user, CallReason reason, CancellationToken cancellationToken)
    {
        var form = PlanFormReader.Read(await context.Request.ReadFormAsync(cancellationToken));
        var errors = new FieldErrors();
        var content = form.ToContent(NorwegianTime.DateOf(clock.GetUtcNow()), errors);
        var outcome = errors.Any ? null : await write.RunAsync(user, new CaseId(caseId), content, form.Revision, form.Page, reason, cancellationToken);
        return Page.Showing<PlanSavedNotice>(outcome switch
        {
            WritePlanDraft.Outcome.Saved saved => new LocalizedText(
                $"Lagret kl. {Dates.Time(saved.At, "nb")}", $"Lagra kl. {Dates.Time(saved.At, "nn")}", $"Saved {Dates.Time(saved.At, "en")}"),
            WritePlanDraft.Outcome.Stale stale => new LocalizedText(
                $"Ikke lagret: {stale.By.By} lagret kl. {Dates.Time(stale.By.At, "nb")}. Trykk «Lagre utkast» for å se begge tekstene.",
                $"Ikkje lagra: {stale.By.By} lagra kl. {Dates.Time(stale.By.At, "nn")}. Trykk «Lagre utkast» for å sjå begge tekstane.",
                $"Not saved: {stale.By.By} saved {Dates.Time(stale.By.At, "en")}. Press “Save draft” to see both texts."),
            WritePlanDraft.Outcome.Refused refused => refused.Refusal.Detail,
            _ => new LocalizedText("Ikke lagret: noe må rettes. Trykk «Lagre utkast».", "Ikkje lagra: noko må rettast. Trykk «Lagre utkast».", "Not saved: something must be corrected. Press “Save draft”."),
        });
    }

    private static PlanContent Apply(PlanContent content, string act, string key) => act switch
    {
        "up" => PlanOrder.Move(content, key, isUp: true),
        "down" => PlanOrder.Move(content, key, isUp: false),
        "remove" => PlanOrder.Remove(content, key),
        _ => content,
    };

    /// <summary>Where the page opens after a button: at the blank row that was asked for, or at the row that was moved.</summary>
    private static string After(PlanContent saved, string act, string key)
    {
        var (list, goal) = key.Split(':', 2) is [var name, var goalKey] ? (name, goalKey) : (key, "");
        var (count, field) = list switch
        {
            "goals" => (saved.Goals.Count, "text"),
            "resources" => (saved.Resources.Count, "text"),
            "needs" => (saved.Needs.Count, "text"),
            "cooperationNeeds" => (saved.CooperationNeeds.Count, "text"),
            "contributions" => (saved.Contributions.Count, "contributor"),
            "measures" => (saved.Measures.Count, "title"),
            "subPlans" => (saved.SubPlans.Count, "kind"),
            _ => (0, ""),
        };
        return act switch
        {
            "add" when field.Length > 0 => string.Create(CultureInfo.InvariantCulture, $"?add={list}{(goal.Length > 0 ? "&goal=" + Uri.EscapeDataString(goal) : "")}#{list}.{count}.{field}"),
            "up" or "down" => "#row-" + Uri.EscapeDataString(key),
            _ => "",
        };
    }

    private static Dictionary<string, string> Messages(WritePlanDraft.Outcome.Invalid invalid, PlanForm form, PlanContent kept, string language) =>
        invalid.Problems.GroupBy(problem => form.FieldOf(problem, kept)).ToDictionary(group => group.Key, group => group.First().Message.In(language), StringComparer.Ordinal);
}
