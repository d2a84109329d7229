using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>How much of a plan one reader sees: all of it, or what the person has allowed a participant's service (L-53, P-10).</summary>
internal sealed record PlanSight(bool IsWhole, string? Service, IReadOnlyList<ConsentRecord> Consents, DateTimeOffset At)
{
    /// <summary>Whether anything is seen at all.</summary>
    public bool SeesContent => IsWhole || Service is not null;

    /// <summary>The content as the reader may see it; null when nothing may be seen.</summary>
    public PlanContent? Cut(PlanContent? content) =>
        content is null || !SeesContent ? null
        : IsWhole ? content
        : PlanVisibility.For(content, Service!, Consents, At);

    public static async Task<PlanSight> OfAsync(IpDbContext db, CurrentUser user, CaseOpening.Opened opening, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var caseId = opening.Case.Id;
        var consents = await db.Consents.Where(c => c.CaseId == caseId).ToListAsync(cancellationToken);
        if (opening.Sight == CaseSight.Whole)
        {
            return new PlanSight(true, null, consents, now);
        }

        var participants = await db.PlanParticipants.Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        return new PlanSight(false, participants.FirstOrDefault(p => IsContact(p, user) && PlanVisibility.HasAccess(p, consents, now))?.Service, consents, now);
    }

    public static bool IsContact(PlanParticipant participant, CurrentUser user) =>
        participant.ContactUserId == user.UserId || participant.SubstituteUserId == user.UserId;
}
