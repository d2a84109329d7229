using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IndividualPlan.Faults.Tests.Simulation;

/// <summary>One rung as a drawing or a rule set describes it.</summary>
/// <param name="Kind">The kind of notification that it becomes.</param>
/// <param name="Amount">How long before (negative) or after the last day.</param>
/// <param name="InWorkingDays">Whether that is counted in working days.</param>
/// <param name="Repeats">Whether it comes again after each further such time.</param>
internal sealed record DrawnRung(string Kind, int Amount, bool InWorkingDays = false, bool Repeats = false);

/// <summary>
/// The ladders of steps, read from the drawings' files as text, with nothing of the product's own code: what it reads there is what is being checked. It knows the few
/// ways of writing that the drawings of the product use, and stops at any other.
/// </summary>
internal static partial class DrawnLadders
{
    public const string Reminder = "TaskReminder";
    public const string Escalation = "TaskEscalated";
    public const string Warning = "DeadlineWarning";

    /// <summary>Public holidays of the simulated years, copied from a calendar.</summary>
    private static readonly HashSet<DateOnly> Holidays =
    [
        .. "2027-01-01 2027-03-25 2027-03-26 2027-03-28 2027-03-29 2027-05-01 2027-05-06 2027-05-16 2027-05-17 2027-12-25 2027-12-26".Split(' ').Select(Day),
        .. "2028-01-01 2028-04-13 2028-04-14 2028-04-16 2028-04-17 2028-05-01 2028-05-17 2028-05-25 2028-06-04 2028-06-05 2028-12-25 2028-12-26".Split(' ').Select(Day),
        .. "2029-01-01 2029-03-29 2029-03-30 2029-04-01 2029-04-02 2029-05-01 2029-05-10 2029-05-17 2029-05-20 2029-05-21 2029-12-25 2029-12-26".Split(' ').Select(Day),
    ];

    private static readonly Dictionary<string, IReadOnlyList<JsonObject>> Steps = [];

    /// <summary>The ladder of a task's step.</summary>
    /// <param name="flow">Key of the drawing.</param>
    /// <param name="version">Its version.</param>
    /// <param name="taskKey">Key of the step.</param>
    /// <param name="isObliged">Whether the participant that is asked must take part (L-84); only such a one is led up the ladder.</param>
    public static IReadOnlyList<DrawnRung> OfTask(string flow, int version, string taskKey, bool isObliged)
    {
        var step = StepsOf(flow, version).Single(s => Text(s, "taskKey") == taskKey || (Text(s, "taskKey") is null && (string?)s["id"] == taskKey));
        if ((string)step["type"]! == "IndividualPlan.AgreeCooperation")
        {
            DrawnRung reminded = new(Reminder, Days(Text(step, "remindAfter") ?? "P0D"));
            return !isObliged ? [reminded] :
            [
                reminded,
                .. new[] { Text(step, "leaderAfter") ?? "P7D", Text(step, "unitAfter") ?? "P14D", Text(step, "municipalityAfter") ?? "P28D" }.Select(static t => new DrawnRung(Escalation, Days(t))),
            ];
        }

        return
        [
            .. Texts(step, "remindBefore").Select(static t => new DrawnRung(Reminder, -Days(t))),
            .. Texts(step, "remindEvery").Select(static t => new DrawnRung(Reminder, Days(t), Repeats: true)),
            .. Texts(step, "escalateAfter").Select(static t => new DrawnRung(Escalation, Days(t))),
        ];
    }

    /// <summary>The warnings of a deadline that a flow keeps; none of one that only runs.</summary>
    public static IReadOnlyList<DrawnRung> OfDeadline(string key) => key switch
    {
        // domain.md §3.1: after two weeks and three days before, in working days. The step goes on at the last of them, so that what comes after it is no longer its own.
        "D-1" => [new(Warning, -14, InWorkingDays: true), new(Warning, -3, InWorkingDays: true)],
        "D-2" => [new(Warning, -3, InWorkingDays: true)],
        "D-12" => [new(Warning, -7), new(Warning, 0)],
        "D-18" => [new(Warning, -30), new(Warning, -7)],
        _ => [],
    };

    /// <summary>The days of a rung, in order, until a day.</summary>
    /// <param name="rung">The rung.</param>
    /// <param name="lastOn">The last day that it is counted from.</param>
    /// <param name="until">No day after this one is wanted.</param>
    public static IEnumerable<DateOnly> DaysOf(DrawnRung rung, DateOnly lastOn, DateOnly until)
    {
        var on = rung.InWorkingDays ? Back(lastOn, -rung.Amount) : lastOn.AddDays(rung.Amount);
        yield return on;
        while (rung.Repeats && (on = on.AddDays(rung.Amount)) <= until)
        {
            yield return on;
        }
    }

    /// <summary>The last working day that is not after a day.</summary>
    public static DateOnly WorkingDayUntil(DateOnly on) => IsWorkingDay(on) ? on : WorkingDayUntil(on.AddDays(-1));

    private static DateOnly Back(DateOnly on, int workingDays) => workingDays == 0 ? on : Back(WorkingDayUntil(on.AddDays(-1)), workingDays - 1);

    private static bool IsWorkingDay(DateOnly on) => on.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(on);

    private static IReadOnlyList<JsonObject> StepsOf(string flow, int version)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "workflow-definitions", flow, string.Create(CultureInfo.InvariantCulture, $"v{version}.json"));
        return Steps.TryGetValue(file, out var known) ? known : Steps[file] = [.. Objects(JsonNode.Parse(File.ReadAllText(file))!).Where(static o => o["type"] is JsonValue && o["id"] is not null)];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(static p => Objects(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };

    private static string? Text(JsonObject step, string input) => step[input]?["expression"]?["value"] is JsonValue value ? value.ToString() : null;

    private static IEnumerable<string> Texts(JsonObject step, string input) => Text(step, input) is not { Length: > 0 } text ? []
        : text[0] == '[' ? JsonNode.Parse(text)!.AsArray().Select(static t => t!.ToString())
        : [text];

    private static int Days(string length) => int.Parse(DayPattern().Match(length).Groups[1].Value, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^P(\d+)D$")]
    private static partial Regex DayPattern();
}
