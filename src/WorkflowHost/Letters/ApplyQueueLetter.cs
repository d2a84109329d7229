using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>Stores a letter with its text as it stands now, and puts it in the outbox. When the person has died nothing is sent, except to the appeal body (domain §1.15).</summary>
internal sealed class ApplyQueueLetter(LetterRenderer renderer, UserDirectory users) : CommandApplier<QueueLetter>
{
    protected override async Task ApplyAsync(QueueLetter command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var ipCase = await scope.CaseAsync(cancellationToken);
        var personId = ipCase.PersonId;
        var person = await work.Db.Persons.FirstAsync(p => p.Id == personId, cancellationToken);

        var address = await AddressAsync(command, person, scope, cancellationToken);
        if (person.DeceasedOn is not null && !LetterRecipients.IsWrittenAfterDeath(address.Kind, command.Template))
        {
            work.Operation.Record(ipCase.Id, "letter-not-sent", ("template", command.Template), ("reason", CloseReason.Deceased));
            return;
        }

        await WriteAsync(command, ipCase, person, address, 1, scope, cancellationToken);
        if (command.Addressee == LetterAddressee.Person && await RepresentedAsync(scope, cancellationToken) is { } representative)
        {
            // The person gets the letter as well: nobody is left without word of the own case because someone else writes for them (FVL § 12).
            var copy = new LetterAddress(LetterRecipientKind.Representative, LetterChannel.Paper, representative.Id.ToString());
            await WriteAsync(command, ipCase, person, copy, 2, scope, cancellationToken);
        }

        if (command.Settles is { } deadline)
        {
            await CaseDeadlines.SettleAsync(scope, deadline, null, DeadlineSettlement.Met, null, cancellationToken);
        }
    }

    private async Task WriteAsync(QueueLetter command, IpCase ipCase, Person person, LetterAddress address, int ordinal, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var (key, decision) = await TemplateAsync(command, scope, cancellationToken);
        var matter = new LetterMatter(ipCase, person, key, address.Kind, decision);
        var data = await LetterData.ReadAsync(scope, matter, users, command.Details, cancellationToken);
        var template = await LetterTemplates.NewestAsync(work.Db, key, person.Language, cancellationToken);
        var rendered = renderer.RenderText(template.Text, person.Language, data);
        var number = await work.Db.Set<Letter>().CountAsync(l => l.CaseId == ipCase.Id, cancellationToken) + ordinal;
        var journal = new JournalMetadata(
            string.Create(CultureInfo.InvariantCulture, $"{ipCase.Reference}/{number}"),
            ipCase.Reference,
            rendered.Subject,
            await CorrespondentAsync(address, matter, command, scope, cancellationToken),
            work.Operation.Today,
            work.Operation.Now);
        var letter = Letter.Queue(
            work.Ids.NewLetterId(), ipCase.Id, key, person.Language, address, rendered.Subject, LetterSummary.Add(rendered.Body, matter, data), journal, work.Operation, ScopedCase.IdOf(command.SubjectId) ?? decision?.Id.Value, template.Version);
        work.Db.Add(letter);
        work.Db.Add(OutboxMessage.New(
            work.Ids.New(), $"letter:{letter.Id}", OutboxKinds.Letter, new JsonObject { ["letterId"] = letter.Id.ToString(), ["caseId"] = ipCase.Id.ToString() }, work.Operation.Now));
    }

    /// <summary>The request of a representative whose authorization has been shown (L-24); null when nobody stands in for the person.</summary>
    private static async Task<CaseRequest?> RepresentedAsync(ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var requests = await scope.Work.Db.Requests.Where(r => r.CaseId == caseId && r.Authorization == AuthorizationState.Shown).ToListAsync(cancellationToken);
        return requests.Where(r => r.Requester.Role == RequesterRole.Representative).MaxBy(r => r.ReceivedAt);
    }

    /// <summary>Whom the letter is to, by name, as its first line and the journal say it (P-17b); what kind of recipient it is when no name is known.</summary>
    private async Task<string> CorrespondentAsync(LetterAddress address, LetterMatter matter, QueueLetter command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var language = matter.Person.Language;
        var name = address.Kind switch
        {
            LetterRecipientKind.Person => LetterData.NameOf(matter.Person),
            LetterRecipientKind.Requester when await RequestAsync(command, scope, cancellationToken) is { Requester: var requester } =>
                requester.Name ?? (requester.Service is { } service ? RoleNames.Service(service).In(language) : null),
            LetterRecipientKind.Representative => (await RepresentedAsync(scope, cancellationToken))?.Requester.Name,
            LetterRecipientKind.Participant when address.Key is { } key => users.NameOf(key),
            LetterRecipientKind.AppealBody => AppealBody(matter.Case.Track, scope).In(language),
            LetterRecipientKind.ReceivingUnit when matter.Person.AddressProtection == AddressProtection.None => (string?)command.Details["receivingMunicipality"],
            _ => null,
        };
        return name is { Length: > 0 } ? name : LetterWords.Recipient(address.Kind).In(language);
    }

    private static LocalizedText AppealBody(string track, ApplyScope scope)
    {
        var rules = scope.RulesOfToday();
        return rules.Bodies[rules.Track(track).AppealBody];
    }

    /// <summary>The decision notice is the letter of the decision's outcome.</summary>
    private static async Task<(string Template, Decision? Decision)> TemplateAsync(QueueLetter command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var decisions = await scope.Work.Db.Set<Decision>().Where(d => d.CaseId == caseId && d.MadeOn != null).ToListAsync(cancellationToken);
        var subject = ScopedCase.IdOf(command.SubjectId);
        var decision = decisions.FirstOrDefault(d => d.Id.Value == subject) ?? decisions.MaxBy(d => d.Id.Value);

        if (command.Template != SendLetter.DecisionNotice)
        {
            return (command.Template, decision);
        }

        return decision?.Outcome switch
        {
            null => throw new InvalidOperationException("There is no decision to give notice of."),
            DecisionOutcome.Granted => (LetterTemplateKey.DecisionGranted, decision),
            DecisionOutcome.Refused => (LetterTemplateKey.DecisionRefused, decision),
            DecisionOutcome.NotPursued => (LetterTemplateKey.NotPursued, decision),
            _ => (LetterTemplateKey.DecisionDismissed, decision),
        };
    }

    private static async Task<LetterAddress> AddressAsync(QueueLetter command, Person person, ApplyScope scope, CancellationToken cancellationToken)
    {
        var asked = command.Route switch
        {
            LetterRoute.Digital => LetterChannel.Digital,
            LetterRoute.Paper => LetterChannel.Paper,
            _ => Enum.TryParse<LetterChannel>(command.Details["channel"]?.ToString(), out var given) ? given : (LetterChannel?)null,
        };
        var chosen = LetterRecipients.ChannelFor(person, asked, scope.RulesOfToday().Arrival, scope.Work.Operation.Today);

        switch (command.Addressee)
        {
            case LetterAddressee.Requester:
                var request = await RequestAsync(command, scope, cancellationToken);
                return request is null || request.Requester.Role == RequesterRole.Person
                    ? new LetterAddress(LetterRecipientKind.Person, chosen)
                    : new LetterAddress(LetterRecipientKind.Requester, command.Route == LetterRoute.Digital ? LetterChannel.Digital : LetterChannel.Paper, request.Id.ToString());

            case LetterAddressee.Participant:
                return new LetterAddress(LetterRecipientKind.Participant, LetterChannel.Digital, await ContactAsync(command, scope, cancellationToken));

            case LetterAddressee.Representative:
                return new LetterAddress(LetterRecipientKind.Representative, command.Route == LetterRoute.Digital ? LetterChannel.Digital : LetterChannel.Paper);

            case LetterAddressee.AppealBody:
                return new LetterAddress(LetterRecipientKind.AppealBody, LetterChannel.Digital);

            case LetterAddressee.ReceivingMunicipality:
                return new LetterAddress(LetterRecipientKind.ReceivingUnit, LetterChannel.Digital);

            case LetterAddressee.Coordinator:
                var caseId = scope.RequireCase();
                var periods = await scope.Work.Db.Set<Workflows.Coordinators.CoordinatorPeriod>().Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
                var coordinator = Workflows.Coordinators.CoordinatorCoverage.InPlaceOn(periods, scope.Work.Operation.Today);
                return new LetterAddress(LetterRecipientKind.Participant, LetterChannel.Digital, coordinator?.UserId);

            default:
                return new LetterAddress(LetterRecipientKind.Person, chosen);
        }
    }

    private static async Task<CaseRequest?> RequestAsync(QueueLetter command, ApplyScope scope, CancellationToken cancellationToken)
    {
        var caseId = scope.RequireCase();
        var requests = await scope.Work.Db.Requests.Where(r => r.CaseId == caseId).ToListAsync(cancellationToken);
        var subject = ScopedCase.IdOf(command.SubjectId);
        return requests.FirstOrDefault(r => r.Id.Value == subject) ?? requests.MaxBy(r => r.ReceivedAt);
    }

    private static async Task<string?> ContactAsync(QueueLetter command, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (ScopedCase.IdOf(command.SubjectId) is not { } value)
        {
            return null;
        }

        var id = new ParticipantId(value);
        return (await scope.Work.Db.Set<PlanParticipant>().FirstOrDefaultAsync(p => p.Id == id, cancellationToken))?.ContactUserId;
    }
}
