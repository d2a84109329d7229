using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using static IndividualPlan.Workflows.Plans.ParticipantOperation;
using static IndividualPlan.Workflows.Plans.ParticipantState;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Where a participant stands.</summary>
public enum ParticipantState
{
    /// <summary>Asked to take part.</summary>
    Invited,

    /// <summary>Takes part.</summary>
    Confirmed,

    /// <summary>Does not want to.</summary>
    Declined,

    /// <summary>Takes no part any more.</summary>
    Removed,
}

/// <summary>What can happen to a participant.</summary>
public enum ParticipantOperation
{
    /// <summary>Ask again.</summary>
    Invite,

    /// <summary>Say yes.</summary>
    Confirm,

    /// <summary>Say no.</summary>
    Decline,

    /// <summary>Take out of the plan.</summary>
    Remove,
}

/// <summary>The life cycle of a participant.</summary>
public static class ParticipantTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<ParticipantState, ParticipantOperation> Table { get; } = new(
    [
        new(Invite, Declined, Invited),
        new(Invite, Removed, Invited),
        new(Confirm, Invited, Confirmed),
        new(Confirm, Declined, Confirmed),
        new(Decline, Invited, Declined),
        new(Decline, Confirmed, Declined),
        new(Remove, Invited, Removed),
        new(Remove, Confirmed, Removed),
        new(Remove, Declined, Removed),
    ]);
}

/// <summary>A participant was asked to take a step that its state does not allow.</summary>
public sealed class ParticipantTransitionException : TransitionException
{
    internal ParticipantTransitionException(ParticipantId id, ParticipantState from, ParticipantOperation operation)
        : base("participant", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>A service that takes part in the plan (deltaker). It is the service that is invited; the contact may change (L-83).</summary>
public sealed class PlanParticipant
{
    private PlanParticipant()
    {
    }

    /// <summary>Id.</summary>
    public ParticipantId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>Service code.</summary>
    public string Service { get; private set; } = "";

    /// <summary>User id of the contact, or null until named.</summary>
    public string? ContactUserId { get; private set; }

    /// <summary>User id of the substitute, or null.</summary>
    public string? SubstituteUserId { get; private set; }

    /// <summary>Role in the plan, or null.</summary>
    public string? Role { get; private set; }

    /// <summary>Whether a statute obliges the service to take part (L-8); others may decline freely.</summary>
    public bool HasDutyToTakePart { get; private set; }

    /// <summary>Where it stands.</summary>
    public ParticipantState State { get; private set; }

    /// <summary>What it contributes, as confirmed; null until then.</summary>
    public string? Contribution { get; private set; }

    /// <summary>Why it declined, or null.</summary>
    public string? DeclineReason { get; private set; }

    /// <summary>When it was last invited.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>When it answered last, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the contact acknowledged the duty of confidentiality (P-9), or null.</summary>
    public DateTimeOffset? ConfidentialityAcknowledgedAt { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Invites a service; records <c>participant-invited</c>.</summary>
    public static PlanParticipant Invite(
        ParticipantId id, CaseId caseId, string service, string? contactUserId, string? role, bool hasDutyToTakePart, Operation operation)
    {
        var participant = new PlanParticipant
        {
            Id = id,
            CaseId = caseId,
            Service = TextLimits.Require(service, TextLimits.Code, nameof(service)),
            ContactUserId = TextLimits.Bound(contactUserId, TextLimits.UserId, nameof(contactUserId)),
            Role = TextLimits.Bound(role, TextLimits.Name, nameof(role)),
            HasDutyToTakePart = hasDutyToTakePart,
            InvitedAt = operation.Now,
        };
        participant.Record("participant-invited", operation, ("duty", hasDutyToTakePart));
        return participant;
    }

    /// <summary>Invites again after a refusal or removal; records <c>participant-invited</c>.</summary>
    public void InviteAgain(Operation operation)
    {
        if (Move(ParticipantOperation.Invite, "participant-invited", operation))
        {
            (InvitedAt, AnsweredAt, DeclineReason) = (operation.Now, null, null);
        }
    }

    /// <summary>The service takes part; records <c>participant-confirmed</c>.</summary>
    public void Confirm(string? contribution, Operation operation)
    {
        if (Move(ParticipantOperation.Confirm, "participant-confirmed", operation))
        {
            (Contribution, DeclineReason, AnsweredAt) = (TextLimits.Bound(contribution, TextLimits.Text, nameof(contribution)), null, operation.Now);
        }
    }

    /// <summary>The service does not take part; records <c>participant-declined</c>. With a duty to take part this is escalated (L-84).</summary>
    public void Decline(string? reason, Operation operation)
    {
        if (Move(ParticipantOperation.Decline, "participant-declined", operation, ("duty", HasDutyToTakePart)))
        {
            (DeclineReason, AnsweredAt) = (TextLimits.Bound(reason, TextLimits.Text, nameof(reason)), operation.Now);
        }
    }

    /// <summary>Takes it out of the plan; records <c>participant-removed</c>. Its access ends with this.</summary>
    public void Remove(Operation operation) => Move(ParticipantOperation.Remove, "participant-removed", operation);

    /// <summary>Changes contact or substitute (L-83); records <c>participant-contact-changed</c>.</summary>
    public void SetContact(string? contactUserId, string? substituteUserId, Operation operation)
    {
        if (contactUserId != ContactUserId || substituteUserId != SubstituteUserId)
        {
            ContactUserId = TextLimits.Bound(contactUserId, TextLimits.UserId, nameof(contactUserId));
            SubstituteUserId = TextLimits.Bound(substituteUserId, TextLimits.UserId, nameof(substituteUserId));
            Record("participant-contact-changed", operation, ("contact", ContactUserId), ("substitute", SubstituteUserId));
        }
    }

    /// <summary>The contact acknowledges confidentiality on first access (P-9); records <c>confidentiality-acknowledged</c>.</summary>
    public void AcknowledgeConfidentiality(Operation operation)
    {
        if (ConfidentialityAcknowledgedAt is null)
        {
            ConfidentialityAcknowledgedAt = operation.Now;
            Record("confidentiality-acknowledged", operation);
        }
    }

    private bool Move(ParticipantOperation step, string @event, Operation operation, params (string Name, object? Value)[] details)
    {
        var next = ParticipantTransitions.Table.Next(State, step) ?? throw new ParticipantTransitionException(Id, State, step);
        if (next == State)
        {
            return false;
        }

        State = next;
        Record(@event, operation, details);
        return true;
    }

    private void Record(string @event, Operation operation, params (string Name, object? Value)[] details) =>
        operation.Record(CaseId, @event, [("participantId", Id), ("service", Service), .. details]);
}
