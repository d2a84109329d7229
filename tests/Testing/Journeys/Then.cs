using System.Globalization;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.Testing.Journeys;

/// <summary>What is so. Everything is read over HTTP.</summary>
public sealed class Then(Journey journey)
{
    /// <summary>The case and its surroundings.</summary>
    public Journey Journey => journey;

    /// <summary>The case as the case manager sees it.</summary>
    public Task<JsonNode> TheCase(string user = "casemanager") => journey.GetAsync(user, $"/api/cases/{journey.CaseId}");

    /// <summary>The state of the case.</summary>
    public async Task TheStateIs(string state) => Same("state", state, Text((await TheCase())["state"]));

    /// <summary>A deadline of the case: from, raw end, end, state.</summary>
    public async Task TheDeadline(string key, string startedOn, string rawOn, string effectiveOn, string state, bool rolled)
    {
        var deadlines = (await TheCase())["deadlines"]!.AsArray().Where(deadline => Text(deadline!["key"]) == key).ToList();
        var found = deadlines.FirstOrDefault(deadline => Text(deadline!["startedOn"]) == startedOn)
            ?? throw new ExpectationException($"No {key} that started on {startedOn}; there are {string.Join(", ", deadlines.Select(deadline => deadline!.ToJsonString()))}");
        Same($"{key} raw", rawOn, Text(found["rawOn"]));
        Same($"{key} effective", effectiveOn, Text(found["effectiveOn"]));
        Same($"{key} state", state, Text(found["state"]));
        Same($"{key} rolled", rolled.ToString(), (found["rolledBecause"] is not null).ToString());
    }

    /// <summary>The whole history, oldest first: <c>day actor event</c>. Letters leave, and are alerted about again, beside what people do, so when they went is told by <see cref="TheLettersAre"/>.</summary>
    public async Task TheHistoryIs(params string[] expected)
    {
        string[] actual = [.. (await History()).Where(line => !line.EndsWith(" letter-sent", StringComparison.Ordinal) && !line.EndsWith(" letter-alerted-again", StringComparison.Ordinal))];
        if (!expected.SequenceEqual(actual))
        {
            throw new ExpectationException($"The history is not as told.{Environment.NewLine}{Compare(expected, actual)}");
        }
    }

    /// <summary>The history, oldest first.</summary>
    public async Task<IReadOnlyList<string>> History() => [.. (await HistoryItems()).Select(item => $"{Day(item)} {Text(item["actor"])} {Text(item["event"])}")];

    /// <summary>The history as the API gives it, oldest first, all pages.</summary>
    public async Task<IReadOnlyList<JsonNode>> HistoryItems(string user = "casemanager")
    {
        var items = new List<JsonNode>();
        for (var next = $"/api/cases/{journey.CaseId}/history?page=1"; next is not null;)
        {
            var page = await journey.GetAsync(user, next);
            items.AddRange(page["items"]!.AsArray()!);
            next = page["next"]?.GetValue<string>();
        }

        return [.. items.Select((item, at) => (item, at)).OrderBy(pair => pair.item["at"]!.GetValue<DateTimeOffset>()).ThenBy(pair => pair.at).Select(pair => pair.item)];
    }

    /// <summary>The open tasks of the case, by key.</summary>
    public async Task TheOpenTasksAre(params string[] keys) => SameSet("open tasks", keys, await OpenTasks());

    /// <summary>The keys of the open tasks.</summary>
    public async Task<IReadOnlyList<string>> OpenTasks(string user = "leader") =>
        [.. (await journey.GetAsync(user, $"/api/tasks?caseId={journey.CaseId}&state=open"))["items"]!.AsArray().Select(task => Text(task!["key"]))];

    /// <summary>The letters of the case by day: <c>day template</c>; those of one day in any order. Each of them has gone out, once, on the day it was written.</summary>
    public async Task TheLettersAre(params string[] expected)
    {
        await AllIsDelivered();
        var actual = await Letters();
        var sent = (await LetterItems()).Select(letter => $"{NorwegianClock.Day(letter["queuedAt"]!.GetValue<DateTimeOffset>())} {letter["letterId"]}");
        var told = (await HistoryItems()).Where(item => Text(item["event"]) == "letter-sent").Select(item => $"{Day(item)} {item["details"]!["letterId"]}");
        SameSet("sent letters", sent, told);
        if (!expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)))
        {
            throw new ExpectationException($"The letters are not as told.{Environment.NewLine}{Compare(expected, actual)}");
        }
    }

    /// <summary>The outbox delivers what it holds; a round that is under way is waited for.</summary>
    public async Task AllIsDelivered()
    {
        await journey.Services.GetRequiredService<BackgroundWork>().RunOnceAsync(CancellationToken.None);
        if ((await LetterItems()).Any(letter => Text(letter["state"]) == "Queued"))
        {
            throw new ExpectationException("Letters wait that nobody delivers.");
        }
    }

    /// <summary>The letters of the case, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Letters() =>
        [.. (await LetterItems()).Select(letter => $"{NorwegianClock.Day(letter["queuedAt"]!.GetValue<DateTimeOffset>())} {Text(letter["template"])}")];

    /// <summary>The letters as the API gives them, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> LetterItems() =>
        [.. (await journey.GetAsync("casemanager", $"/api/letters?caseId={journey.CaseId}"))["items"]!.AsArray().Select(letter => letter!)
            .OrderBy(letter => letter["queuedAt"]!.GetValue<DateTimeOffset>())];

    /// <summary>The text of the latest letter of a template.</summary>
    public async Task<string> TheLetterText(string template)
    {
        var letter = (await LetterItems()).LastOrDefault(letter => Text(letter["template"]) == template) ?? throw new ExpectationException($"No letter {template}; there are {string.Join(", ", await Letters())}");
        return Text((await journey.GetAsync("casemanager", $"/api/letters/{letter["letterId"]}"))["body"]);
    }

    /// <summary>The latest decision with this outcome.</summary>
    public async Task<JsonNode> TheDecision(string outcome) =>
        (await TheCase())["decisions"]!.AsArray().LastOrDefault(decision => Text(decision!["outcome"]) == outcome) ?? throw new ExpectationException($"No decision {outcome}.");

    /// <summary>The latest day on which something must have been done about a deadline.</summary>
    public async Task TheDeadlineMustBeActedOnBy(string key, string day) =>
        Same($"{key} act by", day, Text((await TheCase())["deadlines"]!.AsArray().First(deadline => Text(deadline!["key"]) == key)!["actByOn"]));

    /// <summary>The days on which the requests of the case were received.</summary>
    public async Task TheRequestsWereReceivedOn(params string[] days) =>
        Same("requests", string.Join(", ", days), string.Join(", ", (await TheCase())["requests"]!.AsArray().Select(request => Text(request!["receivedOn"])).Order(StringComparer.Ordinal)));

    /// <summary>No flow of the case has stopped with an incident.</summary>
    public async Task NothingIsStuck()
    {
        var incidents = (await journey.GetAsync("leader", "/api/incidents"))["items"]!.AsArray();
        if (incidents.Count > 0)
        {
            throw new ExpectationException($"Incidents: {incidents.ToJsonString()}");
        }
    }

    /// <summary>Fails unless both are the same.</summary>
    public static void Same(string what, string? expected, string? actual)
    {
        if (expected != actual)
        {
            throw new ExpectationException($"{what}: expected {expected}, is {actual}");
        }
    }

    private static void SameSet(string what, IEnumerable<string> expected, IEnumerable<string> actual) =>
        Same(what, string.Join(", ", expected.Order(StringComparer.Ordinal)), string.Join(", ", actual.Order(StringComparer.Ordinal)));

    /// <summary>The Norwegian day of a history item.</summary>
    public static string Day(JsonNode item) => NorwegianClock.Day(item["at"]!.GetValue<DateTimeOffset>());

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    /// <summary>Both lists side by side, with a mark where they part; what is there is written so that it can be pasted.</summary>
    private static string Compare(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var apart = Enumerable.Range(0, Math.Max(expected.Count, actual.Count)).FirstOrDefault(at => expected.ElementAtOrDefault(at) != actual.ElementAtOrDefault(at));
        var lines = actual.Select(line => string.Create(CultureInfo.InvariantCulture, $"            \"{line}\","));
        return $"They part at line {apart + 1}: expected \"{expected.ElementAtOrDefault(apart)}\", is \"{actual.ElementAtOrDefault(apart)}\". The history is:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}";
    }
}
