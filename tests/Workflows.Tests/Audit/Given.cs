using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Tests.Audit;

/// <summary>Short ways to say who does what when.</summary>
internal static class Given
{
    public static RuleSet Law { get; } = RuleBook.Embedded.Get("no-2022");

    public static CaseId Case { get; } = new(Guid.Parse("01900000-0000-7000-8000-000000000001"));

    public static DateOnly Day(string date) => DateOnly.Parse(date);

    /// <summary>An operation at noon in Norway on the day.</summary>
    public static Operation On(string date, string user = "cm-1", string role = Roles.CaseManager, string reason = "because") =>
        new(new Actor(user, role, "nav"), reason, NorwegianTime.At(Day(date), new TimeOnly(12, 0)));

    public static Operation At(DateTimeOffset now) => new(Actor.System, "timer", now);

    public static string[] Names(this Operation operation) => [.. operation.Events.Select(e => e.Event)];

    public static JsonObject Details(this Operation operation, string name) => operation.Events.Single(e => e.Event == name).Details;
}
