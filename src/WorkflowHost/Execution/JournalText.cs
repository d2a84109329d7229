using System.Globalization;
using System.Text;
using System.Text.Json;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>
/// The stored form of journal lines: one line each, with only what the definition does not tell. The newest lie in the instance's own row, since a
/// row of their own would cost each step one more statement and page; when they grow too long they move to a <see cref="JournalSegment"/>.
/// </summary>
internal sealed class JournalText
{
    /// <summary>How many characters the instance's row holds before they move; about what one page holds beside a state.</summary>
    public const int SegmentLength = 2_000;

    private readonly StringBuilder _lines = new();

    /// <summary>Adds a line: instant (milliseconds), event, activity id, execution, parent execution, outcomes; parted by tabs.</summary>
    public void Add(JournalEntry entry)
    {
        _lines.Append(CultureInfo.InvariantCulture, $"{entry.At.ToUnixTimeMilliseconds()}\t{entry.Event}\t{Clean(entry.ActivityId)}\t{entry.ExecutionId}\t{entry.ParentExecutionId}");

        foreach (var outcome in entry.Outcomes ?? [])
        {
            _lines.Append('\t').Append(Clean(outcome));
        }

        _lines.Append('\n');
    }

    /// <summary>Adds a line that an activity wrote; it has the event <c>Output</c>.</summary>
    public void AddOutput(DateTimeOffset at, EngineCommand command, string line) =>
        _lines.Append(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds()}\tOutput\t{Clean(command.ActivityId)}\t{command.ExecutionId}\t\t{JsonSerializer.Serialize(line)}\n");

    /// <summary>Adds that an execution ended with its instance; it has the event <c>Dropped</c>.</summary>
    public void AddDropped(DateTimeOffset at, DropExecution drop) =>
        _lines.Append(CultureInfo.InvariantCulture, $"{at.ToUnixTimeMilliseconds()}\tDropped\t{Clean(drop.ActivityId)}\t{drop.ExecutionId}\t\n");

    public JournalSegment? MoveTo(WorkflowInstance row)
    {
        if (_lines.Length == 0)
        {
            return null;
        }

        var text = row.Journal + _lines;
        _lines.Clear();

        if (text.Length <= SegmentLength)
        {
            row.Journal = text;
            return null;
        }

        row.Journal = "";
        row.JournalSegments++;
        return new JournalSegment { InstanceId = row.Id, Number = row.JournalSegments, Lines = text };
    }

    /// <summary>Reads lines back; what a line leaves out comes from the definition.</summary>
    public static IEnumerable<JournalEntry> Read(string lines, WorkflowDefinition definition)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t');
            var node = definition.FindActivity(parts[2]);

            yield return new JournalEntry(
                parts[1],
                parts[2],
                node?.Type ?? "",
                node?.Version ?? 1,
                node?.NodeId ?? "",
                node?.Name,
                int.Parse(parts[3], CultureInfo.InvariantCulture),
                parts[4].Length == 0 ? null : int.Parse(parts[4], CultureInfo.InvariantCulture),
                parts.Length == 5 ? null : parts[5..],
                DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture)));
        }
    }

    private static string Clean(string text) => text.AsSpan().ContainsAny('\t', '\n') ? text.Replace('\t', ' ').Replace('\n', ' ') : text;
}
