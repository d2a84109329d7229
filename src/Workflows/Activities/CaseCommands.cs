using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>The person wants a plan or coordinator, as staff have written down: a request like any other (L-26).</summary>
/// <param name="Channel">How the wish was told.</param>
/// <param name="Result">Services and wishes.</param>
public sealed record ReceiveRequest(RequestChannel Channel, TaskResult Result) : EngineCommand;

/// <summary>Information about individual plan was given (L-19).</summary>
/// <param name="Result">How, in which language, and what the person answered.</param>
public sealed record KeepInformation(TaskResult Result) : EngineCommand;

/// <summary>What came of asking for an authorization (L-24, L-25).</summary>
/// <param name="RequestId">The request; null for the newest.</param>
/// <param name="Result">Shown, rejected or confirmed by the person.</param>
public sealed record SettleAuthorization(string? RequestId, TaskResult Result) : EngineCommand;

/// <summary>Reasons why the person has no plan begin or end (domain §5.3).</summary>
/// <param name="IsClosing">True to end the standing reasons.</param>
/// <param name="Codes">The reasons, the primary one first; when closing, which ones, none meaning all.</param>
/// <param name="Note">In words; null for nothing.</param>
public sealed record ChangeNoPlanReasons(bool IsClosing, IReadOnlyList<NoPlanReasonCode> Codes, string? Note) : EngineCommand;

/// <summary>Who settled which service has the main responsibility (L-34).</summary>
public enum ResponsibilityDecider
{
    /// <summary>The services agreed.</summary>
    Agreement,

    /// <summary>The municipality decided.</summary>
    Municipality,
}

/// <summary>The main responsible service is settled (L-34, L-39).</summary>
/// <param name="DecidedBy">How.</param>
/// <param name="Result">Which service, between whom, why.</param>
public sealed record SettleResponsibility(ResponsibilityDecider DecidedBy, TaskResult Result) : EngineCommand;

/// <summary>The case rests on another ground or track (L-2, scenario 19).</summary>
/// <param name="Basis">The ground; null to leave it.</param>
/// <param name="Track">The track; null to leave it.</param>
public sealed record ChangeBasis(EntitlementBasis? Basis, string? Track) : EngineCommand;

/// <summary>The case gets a case manager, who also gets its unassigned case-manager tasks.</summary>
/// <param name="UserId">Who; null for whoever acts, when that is a case manager and the case has none.</param>
public sealed record AssignCaseManager(string? UserId) : EngineCommand;

/// <summary>The case moves to a state; one that the table does not allow is an incident.</summary>
/// <param name="State">The state to reach.</param>
/// <param name="Suspension">Why it is paused, when it is.</param>
public sealed record MoveCase(CaseState State, SuspensionReason? Suspension) : EngineCommand;

/// <summary>The case ends: plan, coordinator period, clocks, access and open tasks with it (domain §1.15).</summary>
/// <param name="Reason">Why.</param>
/// <param name="StopFlows">Whether the case's other running flows are cancelled.</param>
/// <param name="Keep">Definition ids of flows that go on all the same.</param>
public sealed record EndCase(CloseReason Reason, bool StopFlows, IReadOnlyList<string> Keep) : EngineCommand;

/// <summary>All other running flows of the case are cancelled, and their tasks with them.</summary>
/// <param name="Reason">Why, as a code that history can show.</param>
/// <param name="Keep">Definition ids of flows that go on.</param>
public sealed record StopFlows(string Reason, IReadOnlyList<string> Keep) : EngineCommand;

/// <summary>A step of handing the case over to another municipality or service (L-109).</summary>
public enum TransferStage
{
    /// <summary>The move is known.</summary>
    Start,

    /// <summary>The person consents to the handover.</summary>
    Consent,

    /// <summary>The file is sent.</summary>
    Send,

    /// <summary>The receiver has taken over.</summary>
    Acknowledge,

    /// <summary>The person does not consent; nothing is sent.</summary>
    Refuse,
}

/// <summary>A step of a transfer is recorded.</summary>
/// <param name="Stage">Which.</param>
/// <param name="Result">Receiver, contact, dates.</param>
public sealed record KeepTransfer(TransferStage Stage, TaskResult Result) : EngineCommand;

/// <summary>Someone must know: a notification and a line of history, once for each time it is raised.</summary>
/// <param name="Kind">Code of what is wrong, for instance <c>NoResponsible</c> (L-70).</param>
/// <param name="Role">Who is told.</param>
/// <param name="Text">What the notification says; no personal data.</param>
/// <param name="SubjectId">What it is about; null for the case.</param>
public sealed record AlertRole(string Kind, string Role, string Text, string? SubjectId) : EngineCommand;
