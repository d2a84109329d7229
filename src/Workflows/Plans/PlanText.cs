using System.Security.Cryptography;
using System.Text;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Parts of a plan as lines of text and back. A line that is changed stays the item that it was, so that evaluations, progress and what the line does not say go on with it.</summary>
public static class PlanText
{
    private const char Parting = '|';

    /// <summary>The lines of a part.</summary>
    /// <param name="content">The plan.</param>
    /// <param name="part">Which part.</param>
    /// <param name="nameOf">What a service, or who else contributes or is responsible, is called.</param>
    public static string Write(PlanContent content, PlanTextPart part, Func<string, string> nameOf) =>
        string.Join('\n', Rows(content, part).Select(row => Line(row, part, nameOf)));

    /// <summary>A short mark of what a part says, the same in every language; two marks are equal when the part says the same.</summary>
    public static string Mark(PlanContent content, PlanTextPart part) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Write(content, part, static code => code))), 0, 8).ToLowerInvariant();

    /// <summary>The plan with a part as it is written.</summary>
    /// <param name="content">The plan until now.</param>
    /// <param name="part">Which part.</param>
    /// <param name="text">The lines.</param>
    /// <param name="codeOf">The code of whoever is called by a name; null when nobody is.</param>
    /// <param name="problems">Takes what cannot be read: a sentence that says which line and what to write.</param>
    public static PlanContent Read(PlanContent content, PlanTextPart part, string text, Func<string, string?> codeOf, ICollection<LocalizedText> problems)
    {
        var rows = text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (Cells: Cells(line, part), Number: at + 1)).Where(static row => row.Cells.Any(static cell => cell.Length > 0)).ToList();
        var who = part == PlanTextPart.Contributions ? 0 : part == PlanTextPart.Measures || part == PlanTextPart.MeasuresAndHow ? 1 : -1;
        foreach (var (cells, number) in rows.Where(_ => who >= 0))
        {
            if (cells[who].Length > 0 && codeOf(cells[who]) is { } code)
            {
                cells[who] = code;
            }
            else if (cells[who].Length > 0)
            {
                problems.Add(UnknownWho(number, part));
            }
        }

        if (part == PlanTextPart.Implementation)
        {
            return WithImplementation(content, rows, problems);
        }

        IReadOnlyList<string[]> read = [.. rows.Select(static row => row.Cells)];
        return part.Name switch
        {
            "goals" => content with { Goals = Merge(content.Goals, Rows(content, part), read, static (was, c) => was is null ? new PlanGoal("", c[0]) : was with { Text = c[0] }) },
            "resources" => content with { Resources = Merge(content.Resources, Rows(content, part), read, Item) },
            "needs" => content with { Needs = Merge(content.Needs, Rows(content, part), read, Item) },
            "cooperationNeeds" => content with { CooperationNeeds = Merge(content.CooperationNeeds, Rows(content, part), read, Item) },
            "contributions" => content with
            {
                Contributions = Merge(content.Contributions, Rows(content, part), read, static (was, c) => was is null ? new PlanContribution("", c[0], c[1]) : was with { Contributor = c[0], Text = c[1] }),
            },
            "measures" => content with
            {
                Measures = Merge(content.Measures, Rows(content, part), read, static (was, c) => was is null ? new PlanMeasure("", c[0], c[1], c[2]) : was with { Title = c[0], ResponsibleService = c[1], Extent = c[2] }),
            },
            "measuresAndHow" => content with
            {
                Measures = Merge(content.Measures, Rows(content, part), read, static (was, c) => was is null
                    ? new PlanMeasure("", c[0], c[1], c[2], c[3])
                    : was with { Title = c[0], ResponsibleService = c[1], Extent = c[2], Implementation = c[3] }),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(part), part.Name, "Unknown part of a plan."),
        };
    }

    private static PlanItem Item(PlanItem? was, string[] cells) => was is null ? new PlanItem("", cells[0]) : was with { Text = cells[0] };

    private static PlanContent WithImplementation(PlanContent content, IEnumerable<(string[] Cells, int Number)> rows, ICollection<LocalizedText> problems)
    {
        var how = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (cells, number) in rows)
        {
            if (content.Measures.All(measure => !string.Equals(Cell(measure.Title), cells[0], StringComparison.OrdinalIgnoreCase)))
            {
                problems.Add(new(
                    $"Linje {number}: Tiltaket står ikke i planen. Skriv navnet på et tiltak slik det står der, og så «|» og hvordan.",
                    $"Linje {number}: Tiltaket står ikkje i planen. Skriv namnet på eit tiltak slik det står der, og så «|» og korleis.",
                    $"Line {number}: The measure is not in the plan. Write the name of a measure as it stands there, then “|” and how."));
            }

            how[cells[0]] = cells[1];
        }

        return content with
        {
            Measures = [.. content.Measures.Select(measure => how.GetValueOrDefault(Cell(measure.Title)) is var words && words == Cell(measure.Implementation) ? measure : measure with { Implementation = words })],
        };
    }

    /// <summary>Lines that say what an item says are that item; of what lies between such lines, the first is the first, and so on.</summary>
    private static IReadOnlyList<T> Merge<T>(IReadOnlyList<T> before, IReadOnlyList<string[]> rowsBefore, IReadOnlyList<string[]> read, Func<T?, string[], T> make)
        where T : class
    {
        List<T> merged = [];
        var (was, at) = (0, 0);
        foreach (var (sameWas, sameAt) in Same(rowsBefore, read).Append((before.Count, read.Count)))
        {
            for (; at < sameAt; at++, was++)
            {
                merged.Add(make(was < sameWas ? before[was] : null, read[at]));
            }

            if (sameWas < before.Count)
            {
                merged.Add(before[sameWas]);
            }

            (was, at) = (sameWas + 1, sameAt + 1);
        }

        return merged;
    }

    /// <summary>The longest row of pairs that say the same, in order.</summary>
    private static IEnumerable<(int Was, int At)> Same(IReadOnlyList<string[]> before, IReadOnlyList<string[]> read)
    {
        var length = new int[before.Count + 1, read.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = read.Count - 1; j >= 0; j--)
            {
                length[i, j] = before[i].SequenceEqual(read[j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < before.Count && j < read.Count;)
        {
            if (before[i].SequenceEqual(read[j]))
            {
                yield return (i++, j++);
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static IReadOnlyList<string[]> Rows(PlanContent content, PlanTextPart part) => part.Name switch
    {
        "goals" => [.. content.Goals.Select(static goal => new[] { Cell(goal.Text) })],
        "resources" => [.. content.Resources.Select(static item => new[] { Cell(item.Text) })],
        "needs" => [.. content.Needs.Select(static item => new[] { Cell(item.Text) })],
        "contributions" => [.. content.Contributions.Select(static part => new[] { part.Contributor, Cell(part.Text) })],
        "measures" => [.. content.Measures.Select(static measure => new[] { Cell(measure.Title), measure.ResponsibleService, Cell(measure.Extent) })],
        "measuresAndHow" => [.. content.Measures.Select(static measure => new[] { Cell(measure.Title), measure.ResponsibleService, Cell(measure.Extent), Cell(measure.Implementation) })],
        "implementation" => [.. content.Measures.Select(static measure => new[] { Cell(measure.Title), Cell(measure.Implementation) })],
        "cooperationNeeds" => [.. content.CooperationNeeds.Select(static item => new[] { Cell(item.Text) })],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part.Name, "Unknown part of a plan."),
    };

    private static string Line(string[] row, PlanTextPart part, Func<string, string> nameOf)
    {
        var who = part == PlanTextPart.Contributions ? 0 : part == PlanTextPart.Measures || part == PlanTextPart.MeasuresAndHow ? 1 : -1;
        return string.Join($" {Parting} ", row.Select((cell, at) => at == who && cell.Length > 0 ? nameOf(cell) : cell)).TrimEnd(' ', Parting);
    }

    /// <summary>The cells of a line; what stands after the last parting belongs to the last cell.</summary>
    private static string[] Cells(string line, PlanTextPart part)
    {
        var cells = part.Columns.Count == 1 ? [Cell(line)] : line.Split(Parting, part.Columns.Count).Select(Cell).ToArray();
        return [.. cells, .. Enumerable.Repeat("", part.Columns.Count - cells.Length)];
    }

    private static string Cell(string? text) => string.Join(' ', (text ?? "").Replace(Parting, '/').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static LocalizedText UnknownWho(int number, PlanTextPart part) => part == PlanTextPart.Contributions
        ? new(
            $"Linje {number}: Skriv først hvem, for eksempel «Personen selv» eller «Fastlegen», og så «|» og hva de bidrar med.",
            $"Linje {number}: Skriv først kven, til dømes «Personen sjølv» eller «Fastlegen», og så «|» og kva dei bidreg med.",
            $"Line {number}: First write who, such as “The person” or “The GP”, then “|” and what they contribute.")
        : new(
            $"Linje {number}: Den ansvarlige finnes ikke. Skriv for eksempel «Personen selv» eller «Fastlegen» mellom «|» og «|».",
            $"Linje {number}: Den ansvarlege finst ikkje. Skriv til dømes «Personen sjølv» eller «Fastlegen» mellom «|» og «|».",
            $"Line {number}: There is nobody of that name. Write for instance “The person” or “The GP” between “|” and “|”.");
}
