using IndividualPlan.WorkflowHost.Auth;

namespace IndividualPlan.WorkflowHost.Cases.Events;

/// <summary>All reports that can be made on a page, and who may make each: the same people as over the API.</summary>
internal sealed class EventForms(IEnumerable<ReportedEvent> events)
{
    private static readonly IReadOnlyList<EventForm> All = [.. AppealForms.All, .. PlanForms.All, .. PeopleForms.All];

    private readonly Dictionary<string, ReportedEvent> _events = events.ToDictionary(static e => e.Name, StringComparer.Ordinal);

    /// <summary>Whether the user may make a report of this kind, in a case that the user may act in.</summary>
    public bool MayReport(CurrentUser user, string name) =>
        Policies.Granted[Policies.RaiseCaseEvent].Any(user.Has) && _events.TryGetValue(name, out var reported) && reported.ReportedBy.Any(user.Has);

    /// <summary>The form of a report; null when there is none, or the user may not make it.</summary>
    public EventForm? Find(CurrentUser user, string name) => MayReport(user, name) ? All.FirstOrDefault(f => f.Name == name) : null;

    /// <summary>What the user may report in a case as it is now.</summary>
    public IReadOnlyList<EventForm> Of(CurrentUser user, EventSubjects subjects) => [.. All.Where(f => f.Fits(subjects) && MayReport(user, f.Name))];

    public static LocalizedText Group(EventGroup group) => group switch
    {
        EventGroup.Appeal => new("Klage", "Klage", "Appeals"),
        EventGroup.Plan => new("Planen og samtykket", "Planen og samtykket", "The plan and the consent"),
        EventGroup.Coordinator => new("Koordinator", "Koordinator", "The coordinator"),
        EventGroup.Person => new("Personen", "Personen", "The person"),
        _ => new("Henvendelsen", "Førespurnaden", "The request"),
    };
}
