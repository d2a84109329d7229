using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>
/// Writes what was typed in a task into those parts of the plan that the step works on, together with the completion of the task and under the same checks as
/// in the plan's editor. A part that the writer left as it was is left alone, also when others have changed it meanwhile.
/// </summary>
internal sealed class WritePlanSections(IpDbContext db, FindPlanRights rights, UserDirectory users)
{
    /// <summary>What is written in the work that completes the task; null when nothing is.</summary>
    /// <param name="user">Who completes it.</param>
    /// <param name="task">The task.</param>
    /// <param name="values">The values of its form.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<CompleteTask.Together?> PrepareAsync(CurrentUser user, HumanTask task, JsonObject values, CancellationToken cancellationToken)
    {
        if (task.PlanSections.Count == 0 || task.CaseId is not { } caseId || values[PlanSections.FieldName] is not JsonObject typed)
        {
            return null;
        }

        var right = await rights.RunAsync(user, await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken), cancellationToken);
        var whyNot = right.MayWrite ? null : (right.IsWriter ? right.WhyNotNow! : WritePlanDraft.NotYours).Detail;
        return async (work, token) =>
        {
            var plan = await work.Db.Plans.AsTracking().FirstOrDefaultAsync(p => p.CaseId == caseId && p.State != PlanState.Closed, token);
            return plan is null ? null : Write(work, plan, PlanTextPart.Of(task.PlanSections), typed, whyNot);
        };
    }

    /// <summary>The mark of what the writer of a part had before them; null when that is not said.</summary>
    public static string? SeenOf(JsonObject typed, PlanTextPart part) => (typed[PlanSections.Seen] as JsonObject)?[part.Name] is JsonValue mark && mark.TryGetValue(out string? text) ? text : null;

    /// <summary>What was typed for a part; null when nothing was sent.</summary>
    public static string? TextOf(JsonObject typed, PlanTextPart part) => typed[part.Name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private CompleteTask.Outcome? Write(Work work, Plan plan, IReadOnlyList<PlanTextPart> parts, JsonObject typed, LocalizedText? whyNot)
    {
        var (content, errors) = (plan.Draft, new List<FieldError>());
        foreach (var part in parts)
        {
            if (TextOf(typed, part) is not { } text)
            {
                continue;
            }

            List<LocalizedText> problems = [];
            var read = PlanText.Read(content, part, text, PlanTextNames.Reader(plan.Draft), problems);
            var (now, mine, seen) = (PlanText.Mark(plan.Draft, part), PlanText.Mark(read, part), SeenOf(typed, part));
            if (problems.Count > 0)
            {
                errors.Add(new FieldError(NameOf(part), problems[0]));
            }
            else if (mine != now && mine != seen)
            {
                if (seen is not null && seen != now)
                {
                    return Changed(plan);
                }

                content = read;
            }
        }

        content = PlanContentTidy.Of(content);
        if (errors.Count == 0 && PlanComparison.Between(plan.Draft, content).Count == 0)
        {
            return null;
        }

        if (whyNot is not null)
        {
            return new CompleteTask.Outcome.Invalid([new FieldError(PlanSections.FieldName, whyNot)]);
        }

        errors.AddRange(PlanContentCheck.Check(content, work.Law.For(work.Operation.Today)).Select(problem => new FieldError(NameOf(PartOf(problem, parts)), problem.Message)).DistinctBy(static error => error.Field));
        if (errors.Count > 0)
        {
            return new CompleteTask.Outcome.Invalid(errors);
        }

        plan.Write(content, work.Operation);
        return null;
    }

    private CompleteTask.Outcome Changed(Plan plan) => new CompleteTask.Outcome.PlanChanged(Messages.Format(
        new(
            "{0} har endret planen mens du skrev. Ingenting er borte: teksten din står i skjemaet, ved siden av det som står i planen nå. Se over, og fullfør på nytt.",
            "{0} har endra planen medan du skreiv. Ingenting er borte: teksten din står i skjemaet, ved sida av det som står i planen no. Sjå over, og fullfør på nytt.",
            "{0} has changed the plan while you were writing. Nothing is lost: your text is in the form, beside what the plan says now. Look it over, and complete again."),
        users.NameOf(plan.DraftedBy)));

    private static string NameOf(PlanTextPart part) => $"{PlanSections.FieldName}.{part.Name}";

    /// <summary>The part in which a problem is put right; the first one when it is about the whole plan or about what is not written here.</summary>
    private static PlanTextPart PartOf(PlanContentProblem problem, IReadOnlyList<PlanTextPart> parts)
    {
        var list = problem.Path.Split('[', '.')[0];
        return parts.FirstOrDefault(part => part.Name == list) ?? parts.FirstOrDefault(part => list == "measures" && part.Columns.Count > 1 && part != PlanTextPart.Contributions) ?? parts[0];
    }
}
