using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>How far a measure has come, as someone tells it.</summary>
/// <param name="Status"><c>NotStarted</c>, <c>UnderWay</c>, <c>Done</c> or <c>Stopped</c>.</param>
/// <param name="Note">A short note, or nothing.</param>
internal sealed record ProgressBody(string? Status, string? Note);

/// <summary>Keeps what the coordinator, the responsible service or the person tells about a measure. It is follow-up and no revision: the approved version stands.</summary>
internal sealed class ReportMeasureProgress(IpDbContext db, CaseAccess access, FindPlanRights rights, WorkWriter writer, TimeProvider clock)
{
    public const int LongestNote = 1000;

    /// <summary>Null when it is kept.</summary>
    public async Task<Refusal?> RunAsync(CurrentUser user, CaseId caseId, string measureKey, ProgressBody body, CallReason reason, CancellationToken cancellationToken)
    {
        if (await access.MayActAsync(user, caseId, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        var right = await rights.RunAsync(user, await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken), cancellationToken);
        if (right.Plan is not { IsOpen: true, CurrentVersionId: { } inUse } plan)
        {
            return new Refusal(ProblemKind.Conflict, new("Saken har ingen plan i bruk.", "Saka har ingen plan i bruk.", "The case has no plan in use."));
        }

        var version = await db.PlanVersions.FirstAsync(v => v.Id == inUse, cancellationToken);
        if (version.Content.Measures.FirstOrDefault(measure => measure.Key == measureKey) is not { } measure)
        {
            return Refusal.NotFound();
        }

        if (!right.MayReport(measure))
        {
            return new Refusal(ProblemKind.Forbidden, new(
                "Bare koordinatoren og den som har ansvaret for tiltaket, kan si hvordan det går.",
                "Berre koordinatoren og den som har ansvaret for tiltaket, kan seie korleis det går.",
                "Only the coordinator and whoever is responsible for the measure can tell how it goes."));
        }

        var errors = new FieldErrors();
        var status = errors.Require(body.Status, "status") ? errors.Choice<MeasureStatus>(body.Status, "status") : null;
        errors.AtMost(body.Note, LongestNote, "note");
        if (status is not { } told || errors.Any)
        {
            return errors.ToRefusal();
        }

        await writer.RunAsync(
            new Operation(user.Actor, reason.Or("Fortalte hvordan det går med et tiltak."), clock.GetUtcNow()),
            (work, _) =>
            {
                work.Db.Add(MeasureProgress.Report(work.Ids.NewMeasureProgressId(), plan, version, measureKey, told, body.Note, work.Operation));
                return Task.CompletedTask;
            },
            cancellationToken);
        return null;
    }
}
