using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Why a consent no longer holds.</summary>
public enum ConsentEnding
{
    /// <summary>The person took it back.</summary>
    Withdrawn,

    /// <summary>It passed its end date, which has the same effect (L-56).</summary>
    Lapsed,

    /// <summary>The person's own consent has taken the place of those given on the person's behalf (L-60).</summary>
    Replaced,
}

/// <summary>A consent was given or refused; a refusal is recorded too (L-51).</summary>
/// <param name="Type">Which consent.</param>
/// <param name="IsGiven">False for a refusal.</param>
/// <param name="RecipientService">The service that may see, for sharing.</param>
/// <param name="ParticipantId">The participant that may see, for sharing; null to find it by service.</param>
/// <param name="Result">Who gave it, how, when, until when, and for which information.</param>
public sealed record RecordConsent(ConsentType Type, bool IsGiven, string? RecipientService, string? ParticipantId, TaskResult Result) : EngineCommand;

/// <summary>A consent ends with all its effects at once (L-55): sharing takes the participant's access and tasks, the plan's own stops the plan work.</summary>
/// <param name="Type">Which consent.</param>
/// <param name="Ending">Why.</param>
/// <param name="RecipientService">The service, for sharing.</param>
/// <param name="SubjectId">The consent or the participant; null for the newest that holds.</param>
public sealed record EndConsent(ConsentType Type, ConsentEnding Ending, string? RecipientService, string? SubjectId) : EngineCommand;
