using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.HumanTasks;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>An approval that was given on paper or in a meeting, as the coordinator writes it down.</summary>
/// <param name="Form">How it was given: <c>SignedPaper</c>, <c>OralWitnessed</c> or <c>Guardian</c>.</param>
/// <param name="ApprovedOn">Which day, as typed.</param>
/// <param name="Witness">Who was witness, for an oral one.</param>
internal sealed record PlanApprovalBody(string? Form, string? ApprovedOn, string? Witness);

/// <summary>Writes down the person's approval where the person does not sign in (L-86): the coordinator takes over the task of approving, and completes it in the person's words.</summary>
internal sealed class RecordPlanApproval(IpDbContext db, CaseAccess access, FindPlanRights rights, WorkWriter writer, TaskRefusals refusals, TimeProvider clock)
{
    public const string Approved = "Approved";

    private const string Why = "Godkjenningen er gitt på papir eller muntlig.";

    /// <summary>Null when it is done.</summary>
    public async Task<Refusal?> RunAsync(CurrentUser user, CaseId caseId, PlanApprovalBody body, string operationId, CallReason reason, CancellationToken cancellationToken)
    {
        if (await access.MayActAsync(user, caseId, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        var right = await rights.RunAsync(user, await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken), cancellationToken);
        if (!right.IsCoordinator)
        {
            return new Refusal(ProblemKind.Forbidden, new(
                "Bare sakens koordinator kan registrere en godkjenning.", "Berre koordinatoren i saka kan registrere ei godkjenning.", "Only the coordinator of the case can record an approval."));
        }

        if (right.ApprovalTask is not { } task)
        {
            return new Refusal(ProblemKind.Conflict, new("Planen venter ikke på godkjenning.", "Planen ventar ikkje på godkjenning.", "The plan is not awaiting approval."));
        }

        var operation = new Operation(user.Actor, reason.Or(Why), clock.GetUtcNow());
        var errors = new FieldErrors();
        var values = Read(body, task, operation.Today, errors);
        return errors.Any
            ? errors.ToRefusal()
            : await writer.RunAsync(operation, (work, token) => RecordAsync(work, task.Id, operationId, values, token), cancellationToken);
    }

    private async Task<Refusal?> RecordAsync(Work work, HumanTaskId taskId, string operationId, JsonObject values, CancellationToken cancellationToken)
    {
        var task = await work.Db.HumanTasks.AsTracking().FirstAsync(t => t.Id == taskId, cancellationToken);
        var actor = work.Operation.Actor;
        if (task.Assign(actor.UserId, work.Operation) is { IsSuccess: false } answer)
        {
            work.Discard();
            return refusals.Of(answer, task, actor);
        }

        var outcome = await CompleteTask.CompleteAsync(work, taskId, operationId, Approved, values, together: null, cancellationToken);
        if (outcome is CompleteTask.Outcome.Completed)
        {
            return null;
        }

        work.Discard();
        return refusals.Of(outcome, task, actor);
    }

    private static JsonObject Read(PlanApprovalBody body, HumanTask task, DateOnly today, FieldErrors errors)
    {
        var form = errors.Require(body.Form, "form") ? errors.Choice<ApprovalForm>(body.Form, "form") : null;
        if (form is ApprovalForm.Digital or ApprovalForm.NotNeeded)
        {
            errors.Add("form", new("Velg hvordan godkjenningen ble gitt.", "Vel korleis godkjenninga vart gjeven.", "Choose how the approval was given."));
        }

        if (errors.Require(body.ApprovedOn, "approvedOn"))
        {
            if (!Dates.TryRead(body.ApprovedOn, out var on))
            {
                errors.Add("approvedOn", new("Skriv en dato, for eksempel 31.01.2027.", "Skriv ein dato, til dømes 31.01.2027.", "Write a date, for example 31 Jan 2027."));
            }
            else if (on > today)
            {
                errors.Add("approvedOn", Messages.InFuture);
            }
            else if (on < NorwegianTime.DateOf(task.OpenedAt))
            {
                errors.Add("approvedOn", new(
                    "Datoen er før planen ble lagt fram for godkjenning.", "Datoen er før planen vart lagd fram for godkjenning.", "The date is before the plan was put forward for approval."));
            }
        }

        if (form == ApprovalForm.OralWitnessed)
        {
            errors.Require(body.Witness, "witness");
        }

        errors.AtMost(body.Witness, TextLimits.Name, "witness");
        var values = new JsonObject { ["approvalForm"] = form?.ToString(), ["approvedOn"] = Dates.TryRead(body.ApprovedOn, out var date) ? Dates.ForField(date) : null };
        if (!string.IsNullOrWhiteSpace(body.Witness))
        {
            values["witness"] = body.Witness.Trim();
        }

        return values;
    }
}
