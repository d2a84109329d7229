using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using ProblemKind = IndividualPlan.WorkflowHost.Platform.ProblemKind;

namespace IndividualPlan.WorkflowHost.Archive;

/// <summary>What people do with something whose time is over.</summary>
internal enum DisposalAct
{
    /// <summary>It is held back: an appeal to a court, an audit, a request for access.</summary>
    Hold,

    /// <summary>It is no longer held back.</summary>
    Release,

    /// <summary>It should go.</summary>
    Propose,

    /// <summary>It should not go after all.</summary>
    TakeBack,

    /// <summary>Someone else than the one who proposed it agrees, and it goes at once.</summary>
    Confirm,
}

/// <summary>Holds back, proposes and confirms. Nothing goes unless two people want it, and what goes leaves a record.</summary>
internal sealed class ChangeDisposal(SeenDisposals seen, WorkWriter writer, TimeProvider clock)
{
    /// <returns>Why not; null when it is done.</returns>
    public async Task<Refusal?> RunAsync(CurrentUser user, Guid id, DisposalAct act, string? reason, CancellationToken cancellationToken)
    {
        if (await seen.FindAsync(user, id, cancellationToken) is null)
        {
            return Refusal.NotFound();
        }

        var errors = new FieldErrors();
        errors.RequireReason(reason);

        if (errors.Any)
        {
            return errors.ToRefusal();
        }

        return await writer.RunAsync(new Operation(user.Actor, reason!.Trim(), clock.GetUtcNow()), async Task<Refusal?> (work, token) =>
        {
            var disposal = await work.Db.Disposals.FindAsync([id], token);
            var refusal = disposal is null ? Refusal.NotFound() : await ActAsync(work, disposal, act, user, token);
            if (refusal is not null)
            {
                work.Discard();
            }

            return refusal;
        }, cancellationToken);
    }

    private static async Task<Refusal?> ActAsync(Work work, Disposal disposal, DisposalAct act, CurrentUser user, CancellationToken cancellationToken)
    {
        switch (act, disposal.State)
        {
            case (DisposalAct.Hold, DisposalState.Due or DisposalState.Proposed):
                (disposal.State, disposal.HeldBy, disposal.HoldReason, disposal.HeldAt) = (DisposalState.Held, user.UserId, work.Operation.Reason, work.Operation.Now);
                (disposal.ProposedBy, disposal.ProposeReason, disposal.ProposedAt) = (null, null, null);
                Record(work, disposal, "disposal-held");
                return null;
            case (DisposalAct.Release, DisposalState.Held):
                (disposal.State, disposal.HeldBy, disposal.HoldReason, disposal.HeldAt) = (DisposalState.Due, null, null, null);
                Record(work, disposal, "disposal-released");
                return null;
            case (DisposalAct.Propose, DisposalState.Due):
                (disposal.State, disposal.ProposedBy, disposal.ProposeReason, disposal.ProposedAt) = (DisposalState.Proposed, user.UserId, work.Operation.Reason, work.Operation.Now);
                Record(work, disposal, "disposal-proposed");
                return null;
            case (DisposalAct.TakeBack, DisposalState.Proposed):
                (disposal.State, disposal.ProposedBy, disposal.ProposeReason, disposal.ProposedAt) = (DisposalState.Due, null, null, null);
                Record(work, disposal, "disposal-taken-back");
                return null;
            case (DisposalAct.Confirm, DisposalState.Proposed):
                return await ConfirmAsync(work, disposal, user, cancellationToken);
            default:
                return new Refusal(ProblemKind.Conflict, ArchiveWords.NotNow(disposal.State));
        }
    }

    private static async Task<Refusal?> ConfirmAsync(Work work, Disposal disposal, CurrentUser user, CancellationToken cancellationToken)
    {
        if (disposal.ProposedBy == user.UserId)
        {
            return new Refusal(ProblemKind.SeparationOfDuties, ArchiveWords.AnotherMustConfirm);
        }

        if (disposal.Kind == RetentionKind.CaseFile && await DisposeOfCase.ObstacleAsync(work, disposal, cancellationToken) is { } why)
        {
            return new Refusal(ProblemKind.Conflict, why);
        }

        disposal.State = DisposalState.UnderWay;
        await work.FlushAsync(cancellationToken);
        disposal.Removed = disposal.Kind == RetentionKind.CaseFile ? await DisposeOfCase.RunAsync(work, disposal, cancellationToken) : await DisposeByAge.RunAsync(work, disposal, cancellationToken);
        (disposal.State, disposal.ConfirmedBy, disposal.DisposedAt) = (DisposalState.Disposed, user.UserId, work.Operation.Now);
        Record(work, disposal, "disposal-carried-out", ("rows", disposal.Removed.Values.Sum()));
        return null;
    }

    /// <summary>Told outside the case, whose own history goes with it.</summary>
    private static void Record(Work work, Disposal disposal, string what, params ReadOnlySpan<(string Name, object? Value)> details) =>
        work.Operation.Record(null, what, [("disposalId", disposal.Id), ("kind", disposal.Kind), ("reference", disposal.Reference), ("years", disposal.Years), .. details]);
}
