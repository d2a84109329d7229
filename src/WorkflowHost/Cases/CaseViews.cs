using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Deadlines;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Plans;
using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.Cases;

/// <summary>A case in a list. The person's name is there only for those who work with the case (P-4).</summary>
internal sealed record ListedCase(
    CaseId CaseId, string Reference, CaseState State, string Track, PersonName? Person, string? CaseManager, string? Coordinator, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt);

internal sealed record PersonName(string GivenName, string FamilyName);

/// <summary>The person as the case shows them: never the identity number, never an address.</summary>
internal sealed record PersonView(
    PersonId PersonId, string GivenName, string FamilyName, DateOnly BornOn, string Language, string? InterpreterLanguage, AddressProtection AddressProtection, DateOnly? DeceasedOn)
{
    public static PersonView Of(Person person) => new(
        person.Id, person.GivenName, person.FamilyName, person.BornOn, person.Language, person.InterpreterLanguage, person.AddressProtection, person.DeceasedOn);
}

/// <summary>One case, whole.</summary>
internal sealed record CaseView(
    CaseId CaseId, string Reference, CaseState State, string Track, string RuleSet, long Version, PersonView? Person,
    string? CaseManager, string? MainResponsibleService, EntitlementBasis? EntitlementBasis,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, CloseReason? CloseReason, SuspensionReason? SuspensionReason,
    CoordinatorView? Coordinator, IReadOnlyList<RequestView> Requests, IReadOnlyList<ConsentView> Consents, IReadOnlyList<DeadlineView> Deadlines,
    IReadOnlyList<DecisionView> Decisions, IReadOnlyList<AppealView> Appeals, PlanSummary? Plan, IReadOnlyList<NoPlanReasonView> NoPlanReasons, IReadOnlyList<WorkflowView> Workflows)
{
    /// <summary>How the main responsibility was settled; null when it was not, and for those who see only a part of the case.</summary>
    public ResponsibilityView? Responsibility { get; init; }
}

internal sealed record CoordinatorView(
    CoordinatorPeriodId PeriodId, string UserId, string Name, string Service, CoordinatorType Type, CoordinatorState State, DateOnly FromOn, DateOnly? ToOn)
{
    public static CoordinatorView Of(CoordinatorPeriod period, UserDirectory users) =>
        new(period.Id, period.UserId, users.NameOf(period.UserId), period.Service, period.Type, period.State, period.FromOn, period.ToOn);
}

internal sealed record RequestView(
    RequestId RequestId, DateTimeOffset ReceivedAt, DateOnly ReceivedOn, RequestChannel Channel, RequesterRole RequesterRole, string? RequesterName, string? RequesterService,
    AuthorizationState Authorization, IReadOnlyList<string> Services, string? Wishes, bool JoinedExistingCase)
{
    public static RequestView Of(CaseRequest request) => new(
        request.Id, request.ReceivedAt, request.ReceivedOn, request.Channel, request.Requester.Role, request.Requester.Name, request.Requester.Service,
        request.Authorization, request.Services, request.Wishes, request.JoinedExistingCase);
}

internal sealed record ConsentView(
    ConsentId ConsentId, ConsentType Type, ConsentState State, string? RecipientService, IReadOnlyList<string> Categories, string? Except, ConsenterKind GivenBy,
    ConsentChannel? Channel, DateOnly? FromOn, DateOnly? ToOn, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt)
{
    public static ConsentView Of(ConsentRecord consent) => new(
        consent.Id, consent.Type, consent.State, consent.RecipientService, consent.Scope.Categories, consent.Scope.Except, consent.Consenter.Kind,
        consent.Channel, consent.FromOn, consent.ToOn, consent.AnsweredAt, consent.EndedAt);
}

internal sealed record DecisionView(
    DecisionId DecisionId, DecisionSubject Subject, DecisionOutcome Outcome, DecisionState State, string Track, string RuleSet, IReadOnlyList<string> LegalBasis, string? Reasons,
    string DraftedBy, string? ApprovedBy, DateOnly? MadeOn, DateOnly? NotifiedOn, DateOnly? ArrivedOn, string? AppealDeadlineKey)
{
    public static DecisionView Of(Decision decision) => new(
        decision.Id, decision.Subject, decision.Outcome, decision.State, decision.Track, decision.RuleSetKey, decision.LegalBasis, decision.Reasons,
        decision.DraftedBy, decision.ApprovedBy, decision.MadeOn, decision.Notice?.SentOn, decision.Notice?.ArrivedOn, decision.AppealDeadlineKey);
}

internal sealed record AppealView(
    AppealId AppealId, AppealType Type, AppealState State, DecisionId? DecisionId, IReadOnlyList<string> PointsAttacked, DateTimeOffset ReceivedAt, DateOnly ReceivedOn, DateOnly? PostmarkOn,
    DateOnly? DeadlineOn, bool? CameInTime, FormalCheck? FormalCheck, FormalVerdict? Verdict, DateOnly? CorrectionDueOn, DateOnly? CorrectedOn,
    AppealOutcome? Outcome, AppealExtent? Extent, string? HandledBy, DateOnly? ForwardedOn, DateOnly? AppealBodyDecidedOn)
{
    public static AppealView Of(Appeal appeal) => new(
        appeal.Id, appeal.Type, appeal.State, appeal.DecisionId, appeal.PointsAttacked, appeal.ReceivedAt, appeal.ReceivedOn, appeal.PostmarkOn,
        appeal.DeadlineOn, appeal.CameInTime, appeal.FormalCheck, appeal.Verdict, appeal.CorrectionDueOn, appeal.CorrectedOn,
        appeal.Outcome, appeal.Extent, appeal.HandledBy, appeal.ForwardedOn, appeal.AppealBodyDecidedOn);
}

/// <summary>Which service has the main responsibility, who settled it and why (L-34, L-39).</summary>
internal sealed record ResponsibilityView(string MainResponsibleService, ResponsibilityBasis Basis, IReadOnlyList<string> Parties, string? Reason, DateOnly SettledOn)
{
    public static ResponsibilityView Of(ResponsibilityAgreement agreement) =>
        new(agreement.MainResponsibleService, agreement.Basis, agreement.Parties, agreement.Reason, agreement.SettledOn);
}

internal sealed record NoPlanReasonView(NoPlanReasonCode Code, bool IsPrimary, DateOnly FromOn, DateOnly? EndedOn);

/// <summary>A flow of the case: how it stands, and at which steps it waits since when. The instance's id opens it in the viewer.</summary>
internal sealed record WorkflowView(
    WorkflowInstanceId InstanceId, string Definition, string Name, int Version, WorkflowStatus Status, WorkflowSubStatus SubStatus, int OpenIncidents,
    DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<WaitingStep> WaitingAt);

/// <summary>A line of history: when, who, why, what.</summary>
internal sealed record HistoryItem(DateTimeOffset At, string Actor, string Reason, string Event, JsonNode? Details, string ActorRole, string? ActorService, string? OnBehalfOf);

/// <summary>Someone looked, or tried to.</summary>
internal sealed record AccessItem(DateTimeOffset At, string UserId, string Name, string Role, string? Service, string What, string? Reason, string Outcome);
