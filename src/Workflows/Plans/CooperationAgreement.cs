using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using static IndividualPlan.Workflows.Plans.AgreementOperation;
using static IndividualPlan.Workflows.Plans.AgreementState;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Where an agreement version stands.</summary>
public enum AgreementState
{
    /// <summary>Put to the participants.</summary>
    Proposed,

    /// <summary>Confirmed by all who take part.</summary>
    InForce,

    /// <summary>Replaced by a later version.</summary>
    Superseded,

    /// <summary>Ended with the case or plan.</summary>
    Ended,
}

/// <summary>What can happen to an agreement version.</summary>
public enum AgreementOperation
{
    /// <summary>Everyone has confirmed.</summary>
    BringIntoForce,

    /// <summary>A later version takes its place.</summary>
    Supersede,

    /// <summary>End it.</summary>
    End,
}

/// <summary>The life cycle of an agreement version.</summary>
public static class AgreementTransitions
{
    /// <summary>The table.</summary>
    public static LifeCycle<AgreementState, AgreementOperation> Table { get; } = new(
    [
        new(BringIntoForce, Proposed, InForce),
        new(Supersede, Proposed, Superseded),
        new(Supersede, InForce, Superseded),
        new(AgreementOperation.End, Proposed, Ended),
        new(AgreementOperation.End, InForce, Ended),
    ]);
}

/// <summary>An agreement version was asked to take a step that its state does not allow.</summary>
public sealed class AgreementTransitionException : TransitionException
{
    internal AgreementTransitionException(AgreementId id, AgreementState from, AgreementOperation operation)
        : base("cooperation-agreement", id.Value, from.ToString(), operation.ToString())
    {
    }
}

/// <summary>What one participant undertakes.</summary>
/// <param name="ParticipantId">The participant.</param>
/// <param name="Contribution">What it contributes (F1110 § 9 d–f).</param>
/// <param name="ConfirmedOn">Day it confirmed, or null.</param>
/// <param name="IsReleased">True when it declined or was taken out, so that the agreement stands without it.</param>
public sealed record AgreementPart(ParticipantId ParticipantId, string Contribution, DateOnly? ConfirmedOn = null, bool IsReleased = false);

/// <summary>One version of the cooperation agreement of a case (samarbeidsavtale, L-81): who contributes what, confirmed by each.</summary>
public sealed class CooperationAgreement
{
    private CooperationAgreement()
    {
    }

    /// <summary>Id.</summary>
    public AgreementId Id { get; private set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>Number within the case, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The parts.</summary>
    public IReadOnlyList<AgreementPart> Parts { get; private set; } = [];

    /// <summary>Common terms: meetings, channels, who calls; or null.</summary>
    public string? Terms { get; private set; }

    /// <summary>Where it stands.</summary>
    public AgreementState State { get; private set; }

    /// <summary>Day it came into force, or null.</summary>
    public DateOnly? InForceFromOn { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Puts a version to the participants; records <c>cooperation-agreement-proposed</c>.</summary>
    public static CooperationAgreement Propose(AgreementId id, CaseId caseId, int number, IReadOnlyList<AgreementPart> parts, string? terms, Operation operation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        var agreement = new CooperationAgreement
        {
            Id = id,
            CaseId = caseId,
            Number = number,
            Parts = [.. parts.Select(part => part with { Contribution = TextLimits.Bound(part.Contribution, TextLimits.Text, nameof(parts)) ?? "" })],
            Terms = TextLimits.Bound(terms, TextLimits.Text, nameof(terms)),
        };
        agreement.Record("cooperation-agreement-proposed", operation, ("participants", parts.Select(part => part.ParticipantId)));
        return agreement;
    }

    /// <summary>Begins the next version from this one, which is superseded; records both events.</summary>
    public CooperationAgreement Replace(AgreementId id, IReadOnlyList<AgreementPart> parts, string? terms, Operation operation)
    {
        Move(Supersede, "cooperation-agreement-superseded", operation);
        return Propose(id, CaseId, Number + 1, parts, terms, operation);
    }

    /// <summary>One participant confirms; records <c>cooperation-agreement-confirmed</c>, and <c>cooperation-agreement-in-force</c> when it was the last one.</summary>
    /// <exception cref="ArgumentException">The participant is no party.</exception>
    public void Confirm(ParticipantId participantId, Operation operation) =>
        Change(participantId, part => part.ConfirmedOn is not null, part => part with { ConfirmedOn = operation.Today }, "cooperation-agreement-confirmed", operation);

    /// <summary>One participant takes no part; records <c>cooperation-agreement-participant-released</c>. The others' agreement stands.</summary>
    /// <exception cref="ArgumentException">The participant is no party.</exception>
    public void Release(ParticipantId participantId, Operation operation) =>
        Change(participantId, part => part.IsReleased, part => part with { IsReleased = true }, "cooperation-agreement-participant-released", operation);

    /// <summary>Ends it; records <c>cooperation-agreement-ended</c>.</summary>
    public void End(Operation operation) => Move(AgreementOperation.End, "cooperation-agreement-ended", operation);

    private void Change(ParticipantId participantId, Func<AgreementPart, bool> isDone, Func<AgreementPart, AgreementPart> change, string @event, Operation operation)
    {
        var before = Parts.FirstOrDefault(part => part.ParticipantId == participantId)
            ?? throw new ArgumentException("The participant is no party to this agreement.", nameof(participantId));
        if (isDone(before))
        {
            return;
        }

        if (State is Superseded or Ended)
        {
            throw new AgreementTransitionException(Id, State, BringIntoForce);
        }

        Parts = [.. Parts.Select(part => part == before ? change(part) : part)];
        Record(@event, operation, ("participantId", participantId));
        if (State == Proposed && Parts.All(part => part.IsReleased || part.ConfirmedOn is not null) && Parts.Any(part => !part.IsReleased))
        {
            InForceFromOn = operation.Today;
            Move(BringIntoForce, "cooperation-agreement-in-force", operation);
        }
    }

    private void Move(AgreementOperation step, string @event, Operation operation)
    {
        var next = AgreementTransitions.Table.Next(State, step) ?? throw new AgreementTransitionException(Id, State, step);
        if (next != State)
        {
            State = next;
            Record(@event, operation);
        }
    }

    private void Record(string @event, Operation operation, params (string Name, object? Value)[] details) =>
        operation.Record(CaseId, @event, [("agreementId", Id), ("number", Number), .. details]);
}
