using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Reminders;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Plans;
using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>Reads what drawings see of a case as <c>theCase</c>: codes, dates and ids. No names, numbers or free text, but the plan's own draft.</summary>
internal static class CaseFacts
{
    public static async Task<JsonObject> ReadAsync(Work work, CaseId caseId, CancellationToken cancellationToken)
    {
        var db = work.Db;
        var today = work.Operation.Today;
        var ipCase = await db.Cases.FirstAsync(c => c.Id == caseId, cancellationToken);
        var personId = ipCase.PersonId;
        var person = await db.Persons.FirstAsync(p => p.Id == personId, cancellationToken);
        var requests = await db.Requests.Where(r => r.CaseId == caseId).ToListAsync(cancellationToken);
        var consents = await db.Set<ConsentRecord>().Where(c => c.CaseId == caseId).ToListAsync(cancellationToken);
        var periods = await db.Set<CoordinatorPeriod>().Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        var participants = await db.Set<PlanParticipant>().Where(p => p.CaseId == caseId).ToListAsync(cancellationToken);
        var plan = await db.Set<Plan>().FirstOrDefaultAsync(p => p.CaseId == caseId && p.State != PlanState.Closed, cancellationToken);
        var decisions = await db.Set<Decision>().Where(d => d.CaseId == caseId && d.State != DecisionState.Discarded).ToListAsync(cancellationToken);
        var appeals = await db.Set<Appeal>().Where(a => a.CaseId == caseId).ToListAsync(cancellationToken);
        var deadlines = await db.Deadlines.Where(d => d.CaseId == caseId).ToListAsync(cancellationToken);
        var information = await db.InformationRecords.Where(i => i.CaseId == caseId).ToListAsync(cancellationToken);
        var request = requests.MaxBy(r => r.ReceivedAt);
        var track = RuleBook.Embedded.Get(ipCase.RuleSetKey).Track(ipCase.Track);
        var response = information.MaxBy(i => i.GivenAt)?.Response;

        return new JsonObject
        {
            ["caseId"] = caseId.ToString(),
            ["reference"] = ipCase.Reference,
            ["state"] = ipCase.State.ToString(),
            ["track"] = ipCase.Track,
            ["ruleSet"] = ipCase.RuleSetKey,
            ["isEnkeltvedtak"] = track.DecisionForm == DecisionForm.IndividualDecision,
            ["isKvp"] = track.EntitledWithoutNeedTest,
            ["basis"] = ipCase.EntitlementBasis?.ToString(),
            ["language"] = person.Language,
            ["age"] = person.AgeOn(today),
            ["isDeceased"] = person.DeceasedOn is not null,
            ["caseManager"] = ipCase.CaseManagerId,
            ["mainResponsibleService"] = ipCase.MainResponsibleService,
            ["receivedOn"] = Iso(request?.ReceivedOn),
            ["requesterRole"] = request?.Requester.Role.ToString(),
            ["hasAuthorization"] = request is null || request.Authorization is not (AuthorizationState.Missing or AuthorizationState.Rejected),
            ["services"] = new JsonArray([.. requests.SelectMany(r => r.Services).Distinct().Select(JsonNode (s) => s)]),
            ["request"] = request is null ? null : Describe(request),
            ["informationResponse"] = response?.ToString(),
            ["wantsCoordinatorOnly"] = response == InformationResponse.WantsCoordinatorOnly,
            ["planConsent"] = PlanConsent(consents, work.Operation.Now),
            ["consents"] = new JsonArray([.. consents.Where(c => c.AnsweredAt is not null).Select(JsonNode (c) => Describe(c, work.Operation.Now))]),
            ["coordinator"] = Describe(CoordinatorCoverage.InPlaceOn(periods, today)),
            ["participants"] = new JsonArray([.. participants.Where(p => p.State != ParticipantState.Removed).Select(JsonNode (p) => Describe(p, consents, work.Operation.Now))]),
            ["plan"] = Describe(plan),
            ["decision"] = Describe(decisions.MaxBy(d => d.Id.Value)),
            ["appeal"] = Describe(appeals.OrderBy(a => a.IsOpen).ThenBy(a => a.ReceivedAt).LastOrDefault(), decisions),
            [ReminderFacts.Name] = await ReminderSettings.ReadAsync(db, today, cancellationToken),
            ["deadlines"] = new JsonArray([.. deadlines.OrderBy(d => d.Id.Value).Select(JsonNode (d) => Describe(d))]),
        };
    }

    private static string PlanConsent(List<ConsentRecord> consents, DateTimeOffset now)
    {
        var answered = consents.Where(c => c.Type == ConsentType.Plan && c.AnsweredAt is not null).ToList();
        return answered.Any(c => c.IsInForceAt(now)) ? nameof(ConsentState.Given)
            : answered.MaxBy(c => c.EndedAt ?? c.AnsweredAt) is not { } last ? "None"
            : last.State == ConsentState.Refused ? nameof(ConsentState.Refused)
            : nameof(ConsentState.Withdrawn);
    }

    private static JsonObject Describe(CaseRequest request) => new()
    {
        ["requestId"] = request.Id.ToString(),
        ["receivedOn"] = Iso(request.ReceivedOn),
        ["channel"] = request.Channel.ToString(),
        ["requesterRole"] = request.Requester.Role.ToString(),
        ["authorization"] = request.Authorization.ToString(),
        ["joined"] = request.JoinedExistingCase,
    };

    private static JsonObject Describe(ConsentRecord consent, DateTimeOffset now) => new()
    {
        ["consentId"] = consent.Id.ToString(),
        ["type"] = consent.Type.ToString(),
        ["service"] = consent.RecipientService,
        ["givenBy"] = consent.Consenter.Kind.ToString(),
        ["state"] = consent.State.ToString(),
        ["inForce"] = consent.IsInForceAt(now),
        ["to"] = Iso(consent.ToOn),
    };

    private static JsonObject? Describe(CoordinatorPeriod? period) => period is null ? null : new JsonObject
    {
        ["userId"] = period.UserId,
        ["periodId"] = period.Id.ToString(),
        ["service"] = period.Service,
        ["type"] = period.Type.ToString(),
        ["from"] = Iso(period.FromOn),
        ["to"] = Iso(period.ToOn),
    };

    private static JsonObject Describe(PlanParticipant participant, List<ConsentRecord> consents, DateTimeOffset now) => new()
    {
        ["participantId"] = participant.Id.ToString(),
        ["service"] = participant.Service,
        ["serviceName"] = Auth.RoleNames.Service(participant.Service).WithinSentence().Nb,
        ["contactUserId"] = participant.ContactUserId,
        ["role"] = participant.Role,
        ["isObliged"] = participant.HasDutyToTakePart,
        ["status"] = participant.State.ToString(),
        ["sharing"] = consents.Any(c => c.Type == ConsentType.Sharing && c.RecipientService == participant.Service && c.IsInForceAt(now)),
    };

    private static JsonObject? Describe(Plan? plan) => plan is null ? null : new JsonObject
    {
        ["planId"] = plan.Id.ToString(),
        ["state"] = plan.State.ToString(),
        ["version"] = plan.VersionNumber,
        ["approvedOn"] = Iso(plan.ApprovedOn),
        ["nextRevisionOn"] = Iso(plan.NextRevisionOn),
        ["revisionIntervalMonths"] = plan.Draft.Period?.RevisionMonths,
        ["draft"] = JsonSerializer.SerializeToNode(plan.Draft, PlanFactsReader.Json),
    };

    private static JsonObject? Describe(Decision? decision) => decision is null ? null : new JsonObject
    {
        ["decisionId"] = decision.Id.ToString(),
        ["kind"] = decision.Subject.ToString(),
        ["outcome"] = decision.Outcome.ToString(),
        ["state"] = decision.State.ToString(),
        ["draftedBy"] = decision.DraftedBy,
        ["approvedBy"] = decision.ApprovedBy,
        ["madeOn"] = Iso(decision.MadeOn),
        ["arrivedOn"] = Iso(decision.Notice?.ArrivedOn),
    };

    private static JsonObject? Describe(Appeal? appeal, List<Decision> decisions) => appeal is null ? null : new JsonObject
    {
        ["appealId"] = appeal.Id.ToString(),
        ["state"] = appeal.State.ToString(),
        ["type"] = appeal.Type.ToString(),
        ["outcome"] = appeal.Outcome?.ToString(),
        ["decisionId"] = appeal.DecisionId?.ToString(),
        ["decisionMadeOn"] = Iso(decisions.FirstOrDefault(d => d.Id == appeal.DecisionId)?.MadeOn),
        ["receivedAt"] = appeal.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
        ["receivedOn"] = Iso(appeal.ReceivedOn),
        ["postmarkOn"] = Iso(appeal.PostmarkOn),
        ["cameInTime"] = appeal.CameInTime,
        ["assessedBy"] = appeal.HandledBy,
        ["correctionTried"] = appeal.CorrectionDueOn is not null,
    };

    private static JsonObject Describe(Deadline deadline) => new()
    {
        ["key"] = deadline.Key,
        ["subjectId"] = deadline.SubjectId?.ToString(),
        ["startedOn"] = Iso(deadline.StartedOn),
        ["rawOn"] = Iso(deadline.RawOn),
        ["effectiveOn"] = Iso(deadline.EffectiveOn),
        ["actByOn"] = Iso(deadline.ActByOn),
        ["state"] = deadline.State.ToString(),
    };

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
