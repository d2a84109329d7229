namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>Tells what has happened in a case in sentences that people say, by the name of the event.</summary>
internal static class HistoryWords
{
    private static readonly Dictionary<string, HistoryTelling> Known = new(
        new[] { CaseTellings.All, WorkTellings.All, DecisionTellings.All, PeopleTellings.All, PlanTellings.All }.SelectMany(static all => all), StringComparer.Ordinal);

    /// <summary>Whether an event has a sentence of its own.</summary>
    public static bool Knows(string name) => Known.ContainsKey(name);

    /// <summary>Names of the events of a kind.</summary>
    public static IReadOnlyList<string> Names(HistoryKind kind) => [.. Known.Where(k => k.Value.Kind == kind).Select(static k => k.Key)];

    public static HistoryKind Kind(string name) => Known.GetValueOrDefault(name)?.Kind ?? HistoryKind.Case;

    /// <summary>The sentence; one that says little when the event came from a version that knows more.</summary>
    public static LocalizedText Tell(string name, HistoryDetails details) =>
        Known.GetValueOrDefault(name)?.Tell(details) ?? new("Noe ble registrert i saken", "Noko vart registrert i saka", "Something was recorded in the case");
}
