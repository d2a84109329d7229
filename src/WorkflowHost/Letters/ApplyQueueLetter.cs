using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Cases;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence.Outbox;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Letters;

/// <summary>
/// Stores a letter with its text as it stands now, and puts it in the outbox, with a copy to whoever the law says must have one. When the person has died nothing is sent, except to the
/// appeal body (domain §1.15); to another municipality nothing is sent by itself when the address is strictly confidential (L-110).
/// </summary>
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

        if (address.Kind == LetterRecipientKind.ReceivingUnit && person.AddressProtection >= AddressProtection.StrictlyConfidential)
        {
            work.Operation.Record(ipCase.Id, "letter-not-sent", ("template", command.Template), ("reason", nameof(AddressProtection)));
            return;
        }

        var ordinal = 0;
        foreach (var copy in command.Addressee == LetterAddressee.Person ? await ToPersonAsync(address, ipCase, person, scope, cancellationToken) : [address])
        {
            await WriteAsync(command, ipCase, person, copy, ++ordinal, scope, cancellationToken);
        }

        if (command.Settles is { } deadline)
        {
            await CaseDeadlines.SettleAsync(scope, deadline, null, DeadlineSettlement.Met, null, cancellationToken);
        }
    }

    /// <summary>
    /// Who gets a letter to the person. A representative gets what the person gets: nobody is left without word of the own case because someone else writes for them (FVL § 12). So do the
    /// parents as long as the age rules give them a say, and a child who is too young to be heard gets none of its own (L-57, FVL §§ 16 and 27).
    /// </summary>
    private static async Task<IReadOnlyList<LetterAddress>> ToPersonAsync(LetterAddress own, IpCase ipCase, Person person, ApplyScope scope, CancellationToken cancellationToken)
    {
        var representative = await RepresentedAsync(scope, cancellationToken);
        var required = ConsentAgeRules.Find(scope.RulesOfToday(), ipCase.Track, person.AgeOn(scope.Work.Operation.Today), new ConsentSituation());
        return LetterRecipients.Copies(own, required, representative?.Id.ToString());
    }

    private async Task WriteAsync(QueueLetter command, IpCase ipCase, Person person, LetterAddress address, int ordinal, ApplyScope scope, CancellationToken cancellationToken)
    {
        var work = scope.Work;
        var (key, decision) = await TemplateAsync(command, scope, cancellationToken);
        var matter = new LetterMatter(ipCase, person, key, address.Kind, decision, ScopedCase.IdOf(command.SubjectId));
        var data = await LetterData.ReadAsync(scope, matter, users, command.Details, cancellationToken);
        var template = await LetterTemplates.NewestAsync(work.Db, key, matter.Language, cancellationToken);
        var rendered = renderer.RenderText(template.Text, matter.Language, data);
        var number = await work.Db.Set<Letter>().CountAsync(l => l.CaseId == ipCase.Id, cancellationToken) + ordinal;
        var journal = new JournalMetadata(
            string.Create(CultureInfo.InvariantCulture, $"{ipCase.Reference}/{number}"),
            ipCase.Reference,
            rendered.Subject,
            await CorrespondentAsync(address, matter, command, scope, cancellationToken),
            work.Operation.Today,
            work.Operation.Now);
        var body = LetterCopies.Introduce(LetterSummary.Add(rendered.Body, matter, data), matter);
        var letter = Letter.Queue(
            work.Ids.NewLetterId(), ipCase.Id, key, matter.Language, address, rendered.Subject, body, journal, work.Operation, matter.SubjectId ?? decision?.Id.Value, template.Version);
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
        var language = matter.Language;
        var name = address.Kind switch
        {
            LetterRecipientKind.Person => LetterData.NameOf(matter.Person),
            LetterRecipientKind.Requester when await RequestAsync(command, scope, cancellationToken) is { Requester: var requester } =>
                requester.Name ?? (requester.Service is { } service ? RoleNames.Service(service).In(language) : null),
            LetterRecipientKind.Representative => (await RepresentedAsync(scope, cancellationToken))?.Requester.Name,
            LetterRecipientKind.Participant when address.Key is { } key => users.NameOf(key),
            LetterRecipientKind.Participant when matter.Person.AddressProtection == AddressProtection.None && await ParticipantAsync(command, scope, cancellationToken) is { } participant =>
                RoleNames.Service(participant.Service).In(language),
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
                // A service that nobody signs in for is written to on paper.
                var contact = (await ParticipantAsync(command, scope, cancellationToken))?.ContactUserId;
                return new LetterAddress(LetterRecipientKind.Participant, contact is null ? LetterChannel.Paper : LetterChannel.Digital, contact);

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

    private static async Task<PlanParticipant?> ParticipantAsync(QueueLetter command, ApplyScope scope, CancellationToken cancellationToken)
    {
        if (ScopedCase.IdOf(command.SubjectId) is not { } value)
        {
            return null;
        }

        var (id, caseId) = (new ParticipantId(value), scope.RequireCase());
        return await scope.Work.Db.Set<PlanParticipant>().FirstOrDefaultAsync(p => p.Id == id && p.CaseId == caseId, cancellationToken);
    }
}
