using IndividualPlan.WorkflowHost.Absences;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.HumanTasks;

/// <summary>Reads what a task's page tells of its case. The caller has been let in by <see cref="CaseAccess"/>; a participant gets the own part.</summary>
internal sealed class CaseInTaskReader(IpDbContext db, ReadPlan plans, UserDirectory users, RuleBook law)
{
    private const string DutyFact = "L-8";

    private static readonly LocalizedText MustTakePart = new(
        "Tjenesten skal delta i planarbeidet når den blir spurt. Den kan ikke takke nei uten grunn.",
        "Tenesta skal delta i planarbeidet når ho blir spurd. Ho kan ikkje takke nei utan grunn.",
        "The service must take part in the planning when it is asked. It cannot decline without a reason.");

    public async Task<TaskContext> AddAsync(
        TaskContext context, CurrentUser user, HumanTask task, CaseOpening.Opened opening, StepOfTask step, DateOnly today, string language, CancellationToken cancellationToken)
    {
        var found = opening.Case;
        var participant = await ParticipantAsync(task, found.Id, cancellationToken);
        var withCase = context with
        {
            Case = new CaseInTask(found.Id, found.Reference, found.State, found.Track),
            Responsible = await ResponsibleAsync(found, opening.Sight, today, cancellationToken),
            Plan = await PlanAsync(user, participant?.Service, opening, cancellationToken),
            Law = DutyOf(participant, today, language) is { } duty ? [duty, .. context.Law] : context.Law,
        };
        return opening.Sight != CaseSight.Whole ? withCase : withCase with
        {
            Person = await PersonAsync(found, today, cancellationToken),
            Clocks = await ClocksAsync(found, task, step, today, language, cancellationToken),
            LastContact = await LastContactAsync(found.Id, cancellationToken),
            Remittal = await RemittalAsync(found.Id, cancellationToken),
        };
    }

    private async Task<PersonInTask> PersonAsync(IpCase found, DateOnly today, CancellationToken cancellationToken)
    {
        var person = await db.Persons.AsNoTracking().FirstAsync(p => p.Id == found.PersonId, cancellationToken);
        return new PersonInTask(
            person.GivenName, person.FamilyName, person.AgeOn(today), person.Language, person.InterpreterLanguage, person.AddressProtection, person.DeceasedOn is not null);
    }

    private async Task<IReadOnlyList<ClockInTask>> ClocksAsync(
        IpCase found, HumanTask task, StepOfTask step, DateOnly today, string language, CancellationToken cancellationToken)
    {
        var deadlines = await db.Deadlines.AsNoTracking()
            .Where(d => d.CaseId == found.Id && (d.State == DeadlineState.Running || d.State == DeadlineState.Missed)).OrderBy(d => d.EffectiveOn).ToListAsync(cancellationToken);
        return [.. deadlines.Select(d => new ClockInTask(
            d.Key, RuleBook.Embedded.Get(d.RuleSet).Deadlines.GetValueOrDefault(d.Key)?.Name.In(language) ?? d.Key, d.EffectiveOn, d.ActByOn, d.State,
            d.EffectiveOn.DayNumber - today.DayNumber, d.RolledBecause, d.Key == step.DeadlineKey && d.EffectiveOn == task.LegalDeadlineOn))];
    }

    /// <summary>The latest that passed between us and the person: a letter, information given, or something asked for.</summary>
    private async Task<ContactInTask?> LastContactAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var letter = await db.Letters.AsNoTracking().Where(l => l.CaseId == caseId && l.RecipientKind == LetterRecipientKind.Person && l.State != LetterState.Stopped)
            .OrderByDescending(l => l.QueuedAt).Select(l => new { l.Id, l.QueuedAt, l.SentAt, l.Subject, l.Channel }).FirstOrDefaultAsync(cancellationToken);
        var information = await db.InformationRecords.AsNoTracking().Where(i => i.CaseId == caseId).OrderByDescending(i => i.GivenAt).FirstOrDefaultAsync(cancellationToken);
        var request = await db.Requests.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.ReceivedAt).FirstOrDefaultAsync(cancellationToken);
        ContactInTask?[] all =
        [
            letter is null ? null : new(ContactKind.Letter, letter.SentAt ?? letter.QueuedAt, letter.Subject, letter.Channel.ToString(), null, null, letter.Id.Value),
            information is null ? null : new(
                ContactKind.Information, information.GivenAt, null, information.Channel.ToString(), information.InformedBy, users.NameOf(information.InformedBy), information.Id.Value),
            request is null ? null : new(ContactKind.Request, request.ReceivedAt, null, request.Channel.ToString(), null, null, request.Id.Value),
        ];
        return all.OfType<ContactInTask>().MaxBy(c => c.At);
    }

    private async Task<IReadOnlyList<ResponsibleInTask>> ResponsibleAsync(IpCase found, CaseSight sight, DateOnly today, CancellationToken cancellationToken)
    {
        var periods = await db.CoordinatorPeriods.AsNoTracking().Where(p => p.CaseId == found.Id).ToListAsync(cancellationToken);
        var away = await Substitutes.OnAsync(db, today, cancellationToken);
        var responsible = new List<ResponsibleInTask>();
        if (sight == CaseSight.Whole && found.CaseManagerId is { } manager)
        {
            responsible.Add(Person(Roles.CaseManager, manager, null, away));
        }

        if (CoordinatorCoverage.InPlaceOn(periods, today) is { } period)
        {
            responsible.Add(Person(Roles.Coordinator, period.UserId, period.Service, away));
        }

        if (found.MainResponsibleService is { } service)
        {
            responsible.Add(new(nameof(IpCase.MainResponsibleService), null, null, service));
        }

        return responsible;
    }

    private ResponsibleInTask Person(string @as, string userId, string? service, Substitution away)
    {
        var substitute = away.AbsenceOf(userId) is null ? null : away.WorkerFor(userId);
        return new(@as, userId, users.NameOf(userId), service, away.AbsenceOf(userId)?.ToOn, substitute is null ? null : users.NameOf(substitute));
    }

    /// <summary>The participant that the task is about; null when it is about something else.</summary>
    private async Task<PlanParticipant?> ParticipantAsync(HumanTask task, CaseId caseId, CancellationToken cancellationToken) =>
        task.SubjectId is { } subject ? await db.PlanParticipants.AsNoTracking().FirstOrDefaultAsync(p => p.CaseId == caseId && p.Id == new ParticipantId(subject), cancellationToken) : null;

    /// <summary>Why the participant may not simply decline: the statute that binds its service (L-8 to L-10, L-84).</summary>
    private LawView? DutyOf(PlanParticipant? participant, DateOnly today, string language) =>
        participant is { HasDutyToTakePart: true } && law.For(today).DutyToTakePart(participant.Service) is { } statute
            ? new LawView(DutyFact, MustTakePart.In(language), statute.In(language))
            : null;

    /// <summary>What the appeal body wants done in a case that it has sent back, until it is decided anew (L-97).</summary>
    private async Task<RemittalInTask?> RemittalAsync(CaseId caseId, CancellationToken cancellationToken) =>
        await db.Appeals.AsNoTracking().Where(a => a.CaseId == caseId && a.Outcome == AppealOutcome.AnnulledAndRemitted).OrderByDescending(a => a.ReceivedAt).FirstOrDefaultAsync(cancellationToken)
            is { AppealBodyDecidedOn: { } on } appeal && !await db.Decisions.AnyAsync(d => d.CaseId == caseId && d.MadeOn >= on, cancellationToken)
            ? new RemittalInTask(on, appeal.Instructions)
            : null;

    private async Task<PlanInTask?> PlanAsync(CurrentUser user, string? about, CaseOpening.Opened opening, CancellationToken cancellationToken)
    {
        if (await plans.RunAsync(user, opening, cancellationToken) is not { } plan)
        {
            return null;
        }

        var content = plan.Draft ?? plan.Content;
        return new PlanInTask(
            plan.Version, plan.State, plan.ApprovedOn, plan.NextRevisionOn, plan.IsPartial, content?.Goals ?? [],
            [.. (content?.Measures ?? []).Where(m => about is null || m.ResponsibleService == about)]);
    }
}
