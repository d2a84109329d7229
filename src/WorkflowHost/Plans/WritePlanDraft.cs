using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>Keeps the draft as it is written, also half done. It is the same draft that the task of writing the plan completes with, so nothing is written twice.</summary>
internal sealed class WritePlanDraft(IpDbContext db, CaseAccess access, FindPlanRights rights, WorkWriter writer, UserDirectory users, RuleBook law, TimeProvider clock)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>It is kept, or was so already.</summary>
        public sealed record Saved(PlanContent Content, long Revision, DateTimeOffset At) : Outcome;

        /// <summary>Someone else has written meanwhile; nothing is overwritten.</summary>
        public sealed record Stale(PlanContent Theirs, PlanWriting By, long Revision) : Outcome;

        /// <summary>Something in it cannot be kept.</summary>
        public sealed record Invalid(IReadOnlyList<PlanContentProblem> Problems) : Outcome;

        /// <summary>Not this user, or not now.</summary>
        public sealed record Refused(Refusal Refusal) : Outcome;
    }

    /// <param name="user">Who writes.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="written">The whole draft.</param>
    /// <param name="seenRevision">The revision that the writer began from; null overwrites whatever is there.</param>
    /// <param name="page">Which opened page it is written on; what that page itself has saved meanwhile is no conflict. Null for other clients.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Outcome> RunAsync(
        CurrentUser user, CaseId caseId, PlanContent written, long? seenRevision, string? page, CallReason reason, CancellationToken cancellationToken)
    {
        if (await access.MayActAsync(user, caseId, cancellationToken) is { } stranger)
        {
            return new Outcome.Refused(stranger);
        }

        var right = await rights.RunAsync(user, await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken), cancellationToken);
        if (!right.IsWriter || right.WhyNotNow is not null)
        {
            return new Outcome.Refused(right.IsWriter ? right.WhyNotNow! : NotYours);
        }

        var content = PlanContentTidy.Of(written);
        var operation = new Operation(user.Actor, reason.Or("Skrev på planen."), clock.GetUtcNow());
        if (PlanContentCheck.Check(content, law.For(operation.Today)) is { Count: > 0 } problems)
        {
            return new Outcome.Invalid(problems);
        }

        var planId = right.Plan!.Id;
        return await writer.RunAsync(operation, (work, token) => WriteAsync(work, planId, content, seenRevision, page, token), cancellationToken);
    }

    public static Refusal NotYours { get; } = new(ProblemKind.Forbidden, new(
        "Bare koordinatoren, eller den som har oppgaven med å skrive planen, kan endre den.",
        "Berre koordinatoren, eller den som har oppgåva med å skrive planen, kan endre han.",
        "Only the coordinator, or whoever has the task of writing the plan, can change it."));

    private async Task<Outcome> WriteAsync(Work work, PlanId planId, PlanContent content, long? seenRevision, string? page, CancellationToken cancellationToken)
    {
        var plan = await work.Db.Plans.AsTracking().FirstAsync(p => p.Id == planId, cancellationToken);
        if (PlanComparison.Between(plan.Draft, content).Count == 0)
        {
            return new Outcome.Saved(plan.Draft, plan.Version, work.Operation.Now);
        }

        if (seenRevision is { } seen && seen != plan.Version && (page is null || page != plan.DraftedFrom))
        {
            return new Outcome.Stale(plan.Draft, new PlanWriting(users.NameOf(plan.DraftedBy), plan.DraftedAt ?? work.Operation.Now), plan.Version);
        }

        plan.Write(content, work.Operation, page);
        await work.FlushAsync(cancellationToken);
        return new Outcome.Saved(plan.Draft, plan.Version, work.Operation.Now);
    }
}
