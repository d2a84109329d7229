using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>How much of a case a user sees.</summary>
internal enum CaseSight
{
    /// <summary>A participant: own part, own measures, and what others have been allowed to share.</summary>
    OwnParts,

    /// <summary>Everything.</summary>
    Whole,
}

/// <summary>What came of asking to see a case.</summary>
internal abstract record CaseOpening
{
    private CaseOpening()
    {
    }

    public sealed record Opened(IpCase Case, CaseSight Sight) : CaseOpening;

    public sealed record Refused(Refusal Refusal) : CaseOpening;
}

/// <summary>Asks, for this user and this case, whether and how much may be seen (domain §6), and writes the answer to the access log before anything is shown (P-10, P-12).</summary>
internal sealed class CaseAccess(IpDbContext db, CaseBonds bonds, WorkWriter writer, RecentLooks looks, TimeProvider clock)
{
    /// <summary>The log itself, which the data protection officer reads without reading the case.</summary>
    public const string AccessLog = "access-log";

    /// <summary>Begins the rung of a notification about someone who was not let in to a protected case.</summary>
    public const string RefusedRung = "refused:";

    /// <summary>How the flows of a case run: which steps, when, and what failed. It holds no content of the case, so leaders need not say why (P-10).</summary>
    public const string Workflow = "workflow";

    /// <summary>Whether the user opens no case without saying why: leaders who do not work with cases themselves (P-10).</summary>
    public static bool MustSayWhy(CurrentUser user) => user.Has(Roles.OfficeLeader) && !user.HasAny(Roles.CaseManager, Roles.Approver);

    /// <summary>Opens a case for reading. Both yes and no are logged.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="caseId">Which case.</param>
    /// <param name="what">What is looked at: <c>case</c>, <c>plan</c>, <c>history</c> ….</param>
    /// <param name="reason">Why; leaders must say (P-10).</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<CaseOpening> OpenAsync(CurrentUser user, CaseId caseId, string what, CallReason reason, CancellationToken cancellationToken)
    {
        if (await db.Cases.FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken) is not { } opened)
        {
            return new CaseOpening.Refused(Refusal.NotFound());
        }

        var (sight, refusal) = await JudgeAsync(user, opened, what, reason, cancellationToken);
        await LogAsync(user, opened, what, reason, refusal is null, cancellationToken);
        return refusal is null ? new CaseOpening.Opened(opened, sight) : new CaseOpening.Refused(refusal);
    }

    /// <summary>Opens how a flow of a case runs. Both yes and no are logged; what a page asks for again and again is one look, see <see cref="RecentLooks"/>.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="caseId">Which case.</param>
    /// <param name="part">What of the flow: null for the flow itself, or <c>journal</c>, <c>steps</c>, <c>variables</c>, <c>export</c>.</param>
    /// <param name="subject">Id of the instance.</param>
    /// <param name="reason">Why, when told.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Refusal?> OpenWorkflowAsync(CurrentUser user, CaseId caseId, string? part, string subject, CallReason reason, CancellationToken cancellationToken)
    {
        if (await db.Cases.FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken) is not { } opened)
        {
            return Refusal.NotFound();
        }

        var what = part is null ? Workflow : $"{Workflow}-{part}";
        var isVisible = await bonds.VisibleTo(user).AnyAsync(c => c.Id == caseId, cancellationToken);
        if (!isVisible || looks.Begins(user.UserId, caseId, what, subject))
        {
            await LogAsync(user, opened, what, reason, isVisible, cancellationToken);
        }

        return isVisible ? null : Foreign();
    }

    /// <summary>Whether the user may act in the case, for changes; the change itself leaves the trace. Null when yes.</summary>
    public async Task<Refusal?> MayActAsync(CurrentUser user, CaseId caseId, CancellationToken cancellationToken)
    {
        if (await db.Cases.FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken) is not { } opened)
        {
            return Refusal.NotFound();
        }

        var isInvolved = await bonds.VisibleTo(user).AnyAsync(c => c.Id == caseId, cancellationToken);
        if (!isInvolved)
        {
            await LogAsync(user, opened, "act", new CallReason(null), isAllowed: false, cancellationToken);
        }

        return isInvolved ? null : Foreign();
    }

    /// <summary>Logs a look that spans cases (a list or a search): what was looked for is not written, only that it was done.</summary>
    public Task LogSearchAsync(CurrentUser user, string what, CallReason reason, int hits, CancellationToken cancellationToken) =>
        WriteAsync(user, null, $"{what} ({hits})", reason, isAllowed: true, cancellationToken);

    private async Task<(CaseSight Sight, Refusal? Refusal)> JudgeAsync(
        CurrentUser user, IpCase opened, string what, CallReason reason, CancellationToken cancellationToken)
    {
        if (what == AccessLog && user.Has(Roles.Dpo))
        {
            return (CaseSight.Whole, null);
        }

        if (!await bonds.VisibleTo(user).AnyAsync(c => c.Id == opened.Id, cancellationToken))
        {
            return (CaseSight.OwnParts, Foreign());
        }

        if (MustSayWhy(user) && reason.Text is null)
        {
            return (CaseSight.Whole, new Refusal(ProblemKind.ReasonRequired, new(
                "Ledere leser innhold i saker bare når det er en grunn. Oppgi den i headeren Access-Reason eller i ?reason=.",
                "Leiarar les innhald i saker berre når det er ein grunn. Oppgje han i headeren Access-Reason eller i ?reason=.",
                "Leaders read case content only for a reason. Give it in the header Access-Reason or in ?reason=.")));
        }

        return (user.Has(Roles.Participant) && !CaseBonds.WorksInOffice(user) ? CaseSight.OwnParts : CaseSight.Whole, null);
    }

    private static Refusal Foreign() => new(ProblemKind.Forbidden, new(
        "Denne saken gjelder noen andre, og du har ingen oppgave i den.",
        "Denne saka gjeld nokon andre, og du har inga oppgåve i henne.",
        "This case concerns someone else, and you have no part in it."));

    private Task LogAsync(CurrentUser user, IpCase opened, string what, CallReason reason, bool isAllowed, CancellationToken cancellationToken) =>
        WriteAsync(user, opened, what, reason, isAllowed, cancellationToken);

    private async Task WriteAsync(CurrentUser user, IpCase? opened, string what, CallReason reason, bool isAllowed, CancellationToken cancellationToken)
    {
        // Worked out once and before: the writing may be tried again, and a look that has begun does not begin again.
        var isTold = opened is not null && await IsToldAsync(user, opened, what, isAllowed, cancellationToken);
        await writer.RunAsync(
            new Operation(user.Actor, reason.Or(""), clock.GetUtcNow()),
            (work, _) =>
            {
                work.Db.Add(new AccessLogRow
                {
                    CaseId = opened?.Id,
                    PersonId = opened?.PersonId,
                    UserId = user.UserId,
                    Roles = string.Join(',', user.Roles),
                    What = what,
                    Reason = reason.Text,
                    At = work.Operation.Now,
                    Service = user.Service,
                    IsAllowed = isAllowed,
                });
                if (isTold)
                {
                    TellSecurityOwner(work, opened!.Id, isAllowed);
                }

                return Task.CompletedTask;
            },
            cancellationToken);
    }

    /// <summary>The data protection officer is told of each look at a strictly protected case, and of each attempt (P-20). Pages of one look within minutes are one.</summary>
    private async Task<bool> IsToldAsync(CurrentUser user, IpCase opened, string what, bool isAllowed, CancellationToken cancellationToken) =>
        !(what == AccessLog && user.Has(Roles.Dpo))
        && await bonds.Protected().ContainsAsync(opened.PersonId, cancellationToken)
        && (!isAllowed || looks.Begins(user.UserId, opened.Id, nameof(NotificationKinds.ProtectedCaseOpened), ""));

    private static void TellSecurityOwner(Work work, CaseId caseId, bool isAllowed) => work.Notify(new NotificationRow
    {
        SubjectId = caseId.Value,
        Rung = (isAllowed ? "opened:" : RefusedRung) + work.Ids.New().ToString("N"),
        Kind = NotificationKinds.ProtectedCaseOpened,
        Role = Roles.Dpo,
        Text = isAllowed ? "En sak med strengt fortrolig adresse er åpnet." : "Noen prøvde å åpne en sak med strengt fortrolig adresse.",
    });
}
