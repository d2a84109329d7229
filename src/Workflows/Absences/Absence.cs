using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Absences;

/// <summary>A period in which a colleague is away (fravær), counted in whole Norwegian days, the first and the last included: one day is a period too.</summary>
/// <remarks>Why someone is away is nobody's business here; what is kept is why it was registered, in history.</remarks>
public sealed class Absence
{
    private Absence()
    {
    }

    /// <summary>Id.</summary>
    public AbsenceId Id { get; private set; }

    /// <summary>User id of the one who is away.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>The first day away.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>The last day away.</summary>
    public DateOnly ToOn { get; private set; }

    /// <summary>User id of the one who stands in (stedfortreder), or null when nobody does.</summary>
    public string? SubstituteId { get; private set; }

    /// <summary>User id of the one who registered it.</summary>
    public string RegisteredBy { get; private set; } = "";

    /// <summary>When it was called off; null when it stands.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Concurrency token, kept by the host.</summary>
    public long Version { get; private set; }

    /// <summary>Registers an absence that <see cref="AbsenceCheck"/> has found nothing wrong with; records <c>absence-registered</c>.</summary>
    /// <exception cref="ArgumentException">The operation gives no reason, the period ends before it begins, or someone stands in for themselves.</exception>
    public static Absence Register(AbsenceId id, string userId, DateOnly fromOn, DateOnly toOn, string? substituteId, Operation operation)
    {
        var absence = new Absence { Id = id, UserId = TextLimits.Require(userId, TextLimits.UserId, nameof(userId)), FromOn = fromOn, RegisteredBy = operation.Actor.UserId };
        absence.Set(toOn, substituteId, operation);
        absence.Record("absence-registered", operation);
        return absence;
    }

    /// <summary>Whether the user is away on the day.</summary>
    public bool CoversOn(DateOnly day) => CancelledAt is null && FromOn <= day && day <= ToOn;

    /// <summary>Changes the last day or the substitute; records <c>absence-changed</c>.</summary>
    /// <returns>False when it was so already.</returns>
    public bool Change(DateOnly toOn, string? substituteId, Operation operation)
    {
        if (toOn == ToOn && substituteId == SubstituteId)
        {
            return false;
        }

        Set(toOn, substituteId, operation);
        Record("absence-changed", operation);
        return true;
    }

    /// <summary>Calls it off, for example because it was registered by mistake; records <c>absence-cancelled</c>.</summary>
    /// <returns>False when it was called off already.</returns>
    public bool Cancel(Operation operation)
    {
        if (CancelledAt is not null)
        {
            return false;
        }

        TextLimits.Require(operation.Reason, TextLimits.Text, nameof(operation));
        CancelledAt = operation.Now;
        Record("absence-cancelled", operation);
        return true;
    }

    private void Set(DateOnly toOn, string? substituteId, Operation operation)
    {
        TextLimits.Require(operation.Reason, TextLimits.Text, nameof(operation));
        if (toOn < FromOn)
        {
            throw new ArgumentException("An absence does not end before it begins.", nameof(toOn));
        }

        if (substituteId == UserId)
        {
            throw new ArgumentException("Nobody stands in for themselves.", nameof(substituteId));
        }

        (ToOn, SubstituteId) = (toOn, TextLimits.Bound(substituteId, TextLimits.UserId, nameof(substituteId)));
    }

    private void Record(string @event, Operation operation) => operation.Record(
        null, @event, ("absenceId", Id), ("userId", UserId), ("fromOn", FromOn), ("toOn", ToOn), ("substitute", SubstituteId));
}
