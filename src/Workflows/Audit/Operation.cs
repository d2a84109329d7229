using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Audit;

/// <summary>One change as it enters at the edge: who, why and when. It gathers what happened, and the host saves that as history in the same transaction.</summary>
/// <remarks>The time is read once, at the edge; everything done inside the operation happened at <see cref="Now"/>.</remarks>
public sealed class Operation
{
    private readonly List<AuditEvent> _events = [];

    /// <summary>Starts an operation.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why, in words that a person reading the history understands; no names or identity numbers. At most <see cref="TextLimits.Text"/> characters.</param>
    /// <param name="now">The instant of the whole operation; kept as UTC.</param>
    public Operation(Actor actor, string reason, DateTimeOffset now)
    {
        Actor = actor;
        Reason = TextLimits.Bound(reason, TextLimits.Text, nameof(reason)) ?? "";
        Now = now.ToUniversalTime();
    }

    /// <summary>Who performs the operation.</summary>
    public Actor Actor { get; }

    /// <summary>Why it is performed; empty when the act explains itself.</summary>
    public string Reason { get; }

    /// <summary>The instant of the operation, UTC.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The date of <see cref="Now"/> in Norwegian local time (D-26).</summary>
    public DateOnly Today => NorwegianTime.DateOf(Now);

    /// <summary>What has happened so far, in order.</summary>
    public IReadOnlyList<AuditEvent> Events => _events;

    /// <summary>Adds an event to the history of the case.</summary>
    /// <param name="caseId">The case, or null for what belongs to no case.</param>
    /// <param name="event">Kebab-case, past tense: <c>consent-given</c>.</param>
    /// <param name="details">Ids, codes and dates only, never names, identity numbers or free text about a person.</param>
    public void Record(CaseId? caseId, string @event, JsonObject? details = null) =>
        _events.Add(new AuditEvent(caseId, @event, details ?? []));

    /// <summary>Adds an event whose details are given as pairs; pairs with a null value are left out.</summary>
    /// <param name="caseId">The case, or null for what belongs to no case.</param>
    /// <param name="event">Kebab-case, past tense.</param>
    /// <param name="details">Name and value; values are written as JSON strings, numbers or booleans (dates as ISO 8601).</param>
    public void Record(CaseId? caseId, string @event, params ReadOnlySpan<(string Name, object? Value)> details) =>
        Record(caseId, @event, AuditDetails.From(details));
}
