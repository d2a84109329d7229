using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Notifications;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Absences;

/// <summary>What is said of an absence when it is registered or changed.</summary>
/// <param name="UserId">Who is away; null for the one who registers.</param>
/// <param name="FromOn">First day; not asked for when it is changed.</param>
/// <param name="ToOn">Last day.</param>
/// <param name="Substitute">User id of the one who stands in, or null.</param>
/// <param name="Reason">Why it is registered, for history; not why someone is away.</param>
internal sealed record AbsenceDetails(string? UserId, DateOnly? FromOn, DateOnly? ToOn, string? Substitute, string? Reason);

/// <summary>What came of it.</summary>
internal abstract record AbsenceOutcome
{
    private AbsenceOutcome()
    {
    }

    public sealed record Done(AbsenceView Absence) : AbsenceOutcome;

    public sealed record Refused(Refusal Refusal) : AbsenceOutcome;
}

/// <summary>Registers that someone is away and who stands in, changes it, or calls it off: the one who is away does it, or a leader.</summary>
internal sealed class RegisterAbsence(IpDbContext db, WorkWriter writer, Substitutes substitutes, UserDirectory users, TimeProvider clock)
{
    public async Task<AbsenceOutcome> RegisterAsync(CurrentUser user, AbsenceDetails details, CancellationToken cancellationToken)
    {
        var away = Given(details.UserId) ?? user.UserId;
        if (!await MayRegisterForAsync(user, away, cancellationToken))
        {
            return new AbsenceOutcome.Refused(Refusal.Forbidden());
        }

        var errors = new FieldErrors();
        errors.Require(details.FromOn, "fromOn");
        await CheckAsync(away, details, errors, cancellationToken);
        if (errors.Any)
        {
            return new AbsenceOutcome.Refused(errors.ToRefusal());
        }

        return await SaveAsync(user, details, away, details.FromOn!.Value, null, cancellationToken);
    }

    /// <summary>Changes the last day or who stands in.</summary>
    public async Task<AbsenceOutcome> ChangeAsync(CurrentUser user, AbsenceId id, AbsenceDetails details, Func<long, bool>? fits, CancellationToken cancellationToken)
    {
        var (found, refusal) = await FindAsync(user, id, fits, cancellationToken);
        if (found is null)
        {
            return new AbsenceOutcome.Refused(refusal!);
        }

        var errors = new FieldErrors();
        await CheckAsync(found.UserId, details, errors, cancellationToken);
        return errors.Any ? new AbsenceOutcome.Refused(errors.ToRefusal()) : await SaveAsync(user, details, found.UserId, found.FromOn, id, cancellationToken);
    }

    /// <summary>Calls it off. Doing it again changes nothing.</summary>
    public async Task<AbsenceOutcome> CancelAsync(CurrentUser user, AbsenceId id, string? reason, Func<long, bool>? fits, CancellationToken cancellationToken)
    {
        var (found, refusal) = await FindAsync(user, id, fits, cancellationToken);
        if (found is null)
        {
            return new AbsenceOutcome.Refused(refusal!);
        }

        if (Given(reason) is not { } why)
        {
            return new AbsenceOutcome.Refused(Refusal.OfField("reason", Messages.Required));
        }

        var cancelled = await writer.RunAsync(
            new Operation(user.Actor, why, clock.GetUtcNow()),
            async (work, token) =>
            {
                var absence = (await work.Db.Absences.FindAsync([id], token))!;
                absence.Cancel(work.Operation);
                return absence;
            },
            cancellationToken);
        return await ViewAsync(cancelled, cancellationToken);
    }

    /// <summary>Whether the user may say that the other one is away: of oneself, and of those whom the user leads. Someone unknown is told about later.</summary>
    public async Task<bool> MayRegisterForAsync(CurrentUser user, string away, CancellationToken cancellationToken) =>
        away == user.UserId || (LeadsSomeone(user) && (await users.FindAsync(away, cancellationToken) is not { } colleague || Leads(user, colleague)));

    /// <summary>Whether the user registers absences for others at all.</summary>
    public static bool LeadsSomeone(CurrentUser user) => user.HasAny(Roles.OfficeLeader, Roles.CoordinatingUnit);

    /// <summary>Whether the colleague is one of those whom the user leads: leaders lead their service, and the coordinating unit the coordinators as well (L-64).</summary>
    public static bool Leads(CurrentUser user, Colleague colleague) =>
        (LeadsSomeone(user) && (user.Service is null || colleague.Services.Contains(user.Service, StringComparer.Ordinal)))
        || (user.Has(Roles.CoordinatingUnit) && (colleague.Has(Roles.Coordinator) || colleague.Has(Roles.ChildCoordinator)));

    private async Task<AbsenceOutcome> SaveAsync(
        CurrentUser user, AbsenceDetails details, string away, DateOnly fromOn, AbsenceId? changed, CancellationToken cancellationToken)
    {
        var (toOn, substitute) = (details.ToOn!.Value, Given(details.Substitute));
        var (saved, problem) = await writer.RunAsync<(Absence?, AbsenceProblem?)>(
            new Operation(user.Actor, details.Reason!.Trim(), clock.GetUtcNow()),
            async (work, token) =>
            {
                var touching = await work.Db.Absences.Where(a => a.CancelledAt == null && a.FromOn <= toOn && a.ToOn >= fromOn).ToListAsync(token);
                var own = changed is { } id ? await work.Db.Absences.FindAsync([id], token) : null;
                if (AbsenceCheck.Find(away, fromOn, toOn, substitute, [.. touching.Where(a => a.Id != changed)]) is { } wrong)
                {
                    return (null, wrong);
                }

                var before = own?.SubstituteId;
                if (own is null)
                {
                    own = Absence.Register(work.Ids.NewAbsenceId(), away, fromOn, toOn, substitute, work.Operation);
                    work.Db.Add(own);
                }
                else
                {
                    own.Change(toOn, substitute, work.Operation);
                }

                Tell(work, own, before);
                return (own, null);
            },
            cancellationToken);
        return saved is null ? new AbsenceOutcome.Refused(AbsenceWords.Explain(problem!.Value)) : await ViewAsync(saved, cancellationToken);
    }

    private static void Tell(Work work, Absence absence, string? before)
    {
        if (absence.SubstituteId is { } substitute && substitute != before && substitute != work.Operation.Actor.UserId)
        {
            work.Notify(new NotificationRow
            {
                SubjectId = absence.Id.Value, Rung = $"{NotificationKinds.SubstituteNamed}:{absence.Version}", Kind = NotificationKinds.SubstituteNamed, UserId = substitute,
            });
        }
    }

    private async Task<(Absence? Absence, Refusal? Refusal)> FindAsync(CurrentUser user, AbsenceId id, Func<long, bool>? fits, CancellationToken cancellationToken)
    {
        var absence = await db.Absences.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        return absence is null ? (null, Refusal.NotFound())
            : !await MayRegisterForAsync(user, absence.UserId, cancellationToken) ? (null, Refusal.Forbidden())
            : fits?.Invoke(absence.Version) is false ? (null, Refusal.Stale())
            : (absence, null);
    }

    private async Task CheckAsync(string away, AbsenceDetails details, FieldErrors errors, CancellationToken cancellationToken)
    {
        errors.RequireReason(details.Reason);
        if (errors.Require(details.ToOn, "toOn") && details.ToOn < NorwegianTime.DateOf(clock.GetUtcNow()))
        {
            errors.Add("toOn", AbsenceWords.Over);
        }

        var absent = await users.FindAsync(away, cancellationToken);
        if (absent is null)
        {
            errors.Add("userId", AbsenceWords.UnknownColleague);
        }

        if (Given(details.Substitute) is not { } substituteId)
        {
            return;
        }

        if (await users.FindAsync(substituteId, cancellationToken) is not { } substitute)
        {
            errors.Add("substitute", AbsenceWords.UnknownColleague);
        }
        else if (absent is not null && !absent.Roles.Any(substitute.Has))
        {
            errors.Add("substitute", Messages.Format(AbsenceWords.OtherRoles, substitute.Name));
        }
    }

    private async Task<AbsenceOutcome> ViewAsync(Absence absence, CancellationToken cancellationToken) =>
        new AbsenceOutcome.Done(AbsenceView.Of(absence, substitutes.Today, await substitutes.TodayAsync(cancellationToken), users));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
