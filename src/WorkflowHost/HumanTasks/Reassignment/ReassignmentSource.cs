using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Office;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.HumanTasks.Reassignment;

/// <summary>Which tasks are to be moved, as it stands in the address: named ones, all of one colleague's, or a list of "Frister og avvik"; and where to go back to.</summary>
internal sealed record ReassignmentSource
{
    public const string Path = "/tasks/reassign";

    /// <summary>Name of a chosen task; as often as there are tasks.</summary>
    public const string Task = "task";

    /// <summary>Name of the one whose tasks are meant.</summary>
    public const string From = "from";

    /// <summary>Name of the one who is to have them.</summary>
    public const string Assignee = "assignee";

    /// <summary>Says that tasks were ticked or not, where a form without ticks would mean all; also the id of the table to tick in.</summary>
    public const string Ticked = "ticked";

    /// <summary>Name of a list of "Frister og avvik".</summary>
    public const string Block = "block";

    /// <summary>The chosen tasks; with the versions that were seen when a dry run is confirmed.</summary>
    public IReadOnlyList<ChosenTask> Tasks { get; private init; } = [];

    /// <summary>User id of the one whose tasks are meant; null for none.</summary>
    public string? FromUserId { get; private init; }

    /// <summary>The list that is meant; null for none.</summary>
    public OfficeBlock? OfficeBlock { get; private init; }

    /// <summary>What the list is narrowed to.</summary>
    public OfficeFilter OfficeFilter { get; private init; } = OfficeFilter.None;

    /// <summary>The work list to go back to.</summary>
    public WorkListAddress List { get; private init; } = WorkListAddress.OfKept(null);

    /// <summary>The page that led here.</summary>
    public string Back => OfficeBlock is { } block ? OfficePages.AddressOf(block, OfficeFilter) : List.ToString();

    /// <summary>Where to go when tasks have moved: what else the one who leaves has, or the page that led here.</summary>
    public string Next => FromUserId is { } from ? OfColleague(from) : Back;

    /// <summary>Whether it is known which tasks are meant.</summary>
    public bool IsChosen => Tasks.Count > 0 || FromUserId is not null || OfficeBlock is not null;

    /// <summary>Reads an address, or the form that confirms a dry run.</summary>
    public static ReassignmentSource Read(Func<string, StringValues> value, OfficeFilter filter) => new()
    {
        Tasks = [.. value(Task).Select(Chosen).OfType<ChosenTask>()],
        FromUserId = Given(value(From)),
        OfficeBlock = OfficeBlocks.Find(value(Block)) is { } block && HasTasks(block) ? block : null,
        OfficeFilter = filter,
        List = WorkListAddress.OfKept(value(WorkListAddress.Kept)),
    };

    /// <summary>Whether a list of "Frister og avvik" is one of tasks.</summary>
    public static bool HasTasks(OfficeBlock block) => block is Office.OfficeBlock.UnassignedTasks or Office.OfficeBlock.OverdueTasks;

    /// <summary>All tasks of a colleague.</summary>
    public static string OfColleague(string userId) => QueryHelpers.AddQueryString(Path, From, userId);

    /// <summary>The tasks of a list of "Frister og avvik".</summary>
    public static string OfBlock(OfficeBlock block, OfficeFilter filter) => filter.To(Path) is var address && address.Contains('?', StringComparison.Ordinal)
        ? $"{address}&{Block}={block.Slug()}"
        : $"{address}?{Block}={block.Slug()}";

    /// <summary>A dry run of these tasks for someone; without someone, the choice of who.</summary>
    public string Of(IEnumerable<HumanTaskId> tasks, string? assignee) => Path + QueryString.Create(
        tasks.Select(static id => KeyValuePair.Create<string, string?>(Task, id.ToString())).Concat(Along).Append(new(Assignee, assignee)).Where(static p => !string.IsNullOrEmpty(p.Value)));

    /// <summary>What goes along in the page's forms, so that the way back is not lost.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Along =>
        new[]
        {
            KeyValuePair.Create(From, FromUserId),
            new(Block, OfficeBlock?.Slug()),
            new("service", OfficeBlock is null ? null : OfficeFilter.Service),
            new("track", OfficeBlock is null ? null : OfficeFilter.Track),
            new(WorkListAddress.Kept, List.ToKeep()),
        }.Where(static p => !string.IsNullOrEmpty(p.Value));

    /// <summary>A chosen task as the confirmation sends it: its id and the version that was seen.</summary>
    public static string Seen(MovingTask task) => $"{task.TaskId}.{task.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static ChosenTask? Chosen(string? text) =>
        text?.Split('.') is [var id, .. var rest] && Guid.TryParse(id, out var taskId)
            ? new ChosenTask(new HumanTaskId(taskId), rest is [var version] && long.TryParse(version, out var seen) ? seen : null)
            : null;

    private static string? Given(StringValues text) => string.IsNullOrWhiteSpace(text) ? null : text.ToString().Trim();
}
