using System.Globalization;
using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.Journeys;

/// <summary>What is so. Everything is read over HTTP.</summary>
public sealed class Then(Journey journey)
{
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

    /// <summary>The whole history, oldest first: <c>day actor event</c>.</summary>
    public async Task TheHistoryIs(params string[] expected)
    {
        var actual = await History();
        if (!expected.SequenceEqual(actual))
        {
            throw new ExpectationException($"The history is not as told.{Environment.NewLine}{Compare(expected, actual)}");
        }
    }

    /// <summary>The history, oldest first.</summary>
    public async Task<IReadOnlyList<string>> History() => [.. (await HistoryItems()).Select(item => $"{Day(item)} {Text(item["actor"]?["userId"] ?? item["actor"])} {Text(item["event"])}")];

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

    /// <summary>The letters of the case, oldest first: <c>day template recipient</c>.</summary>
    public async Task TheLettersAre(params string[] expected)
    {
        var actual = await Letters();
        if (!expected.SequenceEqual(actual))
        {
            throw new ExpectationException($"The letters are not as told.{Environment.NewLine}{Compare(expected, actual)}");
        }
    }

    /// <summary>The letters of the case, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Letters() =>
        [.. (await LetterItems()).Select(letter => $"{NorwegianClock.Day(letter["createdAt"]!.GetValue<DateTimeOffset>())} {Text(letter["template"])} {Text(letter["recipient"])}")];

    /// <summary>The letters as the API gives them, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> LetterItems() =>
        [.. (await journey.GetAsync("casemanager", $"/api/letters?caseId={journey.CaseId}"))["items"]!.AsArray().Select(letter => letter!)
            .OrderBy(letter => letter["createdAt"]!.GetValue<DateTimeOffset>())];

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

    private static string Day(JsonNode item) => NorwegianClock.Day(item["at"]!.GetValue<DateTimeOffset>());

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    /// <summary>Both lists side by side, with a mark where they part; what is there is written so that it can be pasted.</summary>
    private static string Compare(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var apart = Enumerable.Range(0, Math.Max(expected.Count, actual.Count)).FirstOrDefault(at => expected.ElementAtOrDefault(at) != actual.ElementAtOrDefault(at));
        var lines = actual.Select(line => string.Create(CultureInfo.InvariantCulture, $"            \"{line}\","));
        return $"They part at line {apart + 1}: expected \"{expected.ElementAtOrDefault(apart)}\", is \"{actual.ElementAtOrDefault(apart)}\". The history is:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}";
    }
}
