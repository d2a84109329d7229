namespace IndividualPlan.Testing.Journeys;

/// <summary>What the history tells, without every line of it.</summary>
public static class ThenHistory
{
    /// <summary>The history tells these lines in this order, <c>day actor event</c>, with others between them.</summary>
    public static async Task TheHistoryTells(this Then then, params string[] expected)
    {
        var told = await then.History();
        var from = 0;
        foreach (var line in expected)
        {
            var at = told.Skip(from).ToList().IndexOf(line);
            if (at < 0)
            {
                throw new ExpectationException($"The history does not tell \"{line}\" where it should:{Environment.NewLine}{string.Join(Environment.NewLine, told)}");
            }

            from += at + 1;
        }
    }

    /// <summary>Nothing of these kinds is told after a day.</summary>
    /// <param name="then">What is so.</param>
    /// <param name="day">The last day on which they may be told, <c>yyyy-MM-dd</c>.</param>
    /// <param name="events">Names of events.</param>
    public static async Task NothingIsToldAfter(this Then then, string day, params string[] events)
    {
        var late = (await then.History()).Where(line => string.CompareOrdinal(line[..10], day) > 0 && events.Contains(line.Split(' ')[2], StringComparer.Ordinal)).ToList();
        Then.Same($"told after {day}", "", string.Join(", ", late));
    }

    /// <summary>The details of the latest event of a name.</summary>
    public static async Task<System.Text.Json.Nodes.JsonNode> TheDetailsOf(this Then then, string name) =>
        (await then.HistoryItems()).LastOrDefault(item => item["event"]!.ToString() == name)?["details"] ?? throw new ExpectationException($"Nothing is told of {name}.");

    /// <summary>To whom the letters of a template went.</summary>
    public static async Task<IReadOnlyList<string>> TheRecipientsOf(this Then then, string template) =>
        [.. (await then.LetterItems()).Where(letter => letter["template"]!.ToString() == template).Select(letter => letter["recipient"]!.ToString())];

    /// <summary>The letters of a template, as <c>day recipient</c>, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> TheLettersOf(this Then then, string template) =>
        [.. (await then.LetterItems()).Where(letter => letter["template"]!.ToString() == template).Select(letter => $"{NorwegianClock.Day(letter["queuedAt"]!.GetValue<DateTimeOffset>())} {letter["recipient"]}")];

    /// <summary>Each letter of a template with its text, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> TheTextsOf(this Then then, string template)
    {
        var texts = new List<string>();
        foreach (var letter in (await then.LetterItems()).Where(letter => letter["template"]!.ToString() == template))
        {
            texts.Add((await then.Journey.GetAsync("casemanager", $"/api/letters/{letter["letterId"]}"))["body"]!.ToString());
        }

        return texts;
    }
}
