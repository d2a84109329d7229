using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>What whoever sent a request is told (L-26).</summary>
/// <param name="Request">The request.</param>
/// <param name="Reference">The case's reference; null for a third party, who learns nothing about the case (L-25).</param>
/// <param name="Opens">The case, for those who may open it.</param>
/// <param name="Person">Whose it is, for those who see names.</param>
/// <param name="Reply">The limit for a preliminary reply; null for a third party, and when none runs.</param>
/// <param name="Today">The Norwegian date.</param>
internal sealed record RequestReceipt(RequestView Request, string? Reference, CaseId? Opens, PersonName? Person, DeadlineView? Reply, DateOnly Today)
{
    /// <summary>What a third party can name the request by.</summary>
    public string Number => Request.RequestId.ToString()[^12..].ToUpperInvariant();
}

/// <summary>Reads the receipt of a request: for those who may open the case, and for whoever sent it.</summary>
internal sealed class ReadReceipt(IpDbContext db, CaseBonds bonds, CaseAccess access, TimeProvider clock)
{
    private static readonly string[] Arrivals = ["request-received", "request-joined"];

    /// <returns>The receipt; null when the user neither sent the request nor may open its case.</returns>
    public async Task<RequestReceipt?> RunAsync(CurrentUser user, RequestId id, CancellationToken cancellationToken)
    {
        if (await db.Requests.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } request)
        {
            return null;
        }

        var caseId = request.CaseId;
        var mayOpen = await bonds.VisibleTo(user).AnyAsync(c => c.Id == caseId, cancellationToken);
        if (!mayOpen && !await IsSenderAsync(user, request, cancellationToken))
        {
            return null;
        }

        if (mayOpen)
        {
            await access.OpenAsync(user, caseId, "receipt", new CallReason(null), cancellationToken);
        }

        var today = NorwegianTime.DateOf(clock.GetUtcNow());
        if (user.HasAny(Roles.Representative, Roles.Relative))
        {
            return new RequestReceipt(RequestView.Of(request), null, null, null, null, today);
        }

        var found = await db.Cases.Where(c => c.Id == caseId).Join(db.Persons, c => c.PersonId, p => p.Id, (c, p) => new { c.Reference, p.GivenName, p.FamilyName }).FirstAsync(cancellationToken);
        var reply = await db.Deadlines.Where(d => d.CaseId == caseId && d.Key == DeadlineKeys.PreliminaryReply && d.StartedOn == request.ReceivedOn)
            .OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        return new RequestReceipt(
            RequestView.Of(request), found.Reference, mayOpen ? caseId : null,
            mayOpen && CaseWords.ShowsNames(user) ? new PersonName(found.GivenName, found.FamilyName) : null,
            reply is null ? null : DeadlineView.Of(reply), today);
    }

    private async Task<bool> IsSenderAsync(CurrentUser user, CaseRequest request, CancellationToken cancellationToken)
    {
        var (caseId, userId, mark) = (request.CaseId, user.UserId, request.Id.ToString());
        return await db.History.AnyAsync(h => h.CaseId == caseId && h.Actor == userId && Arrivals.Contains(h.Event) && h.Details.Contains(mark), cancellationToken);
    }
}
