using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.HumanTasks;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.HumanTasks.WorkList;

/// <summary>The address of a work list: whose tasks, which of them, in which order, on which page.</summary>
internal sealed class WorkListAddress : ListAddress<WorkListAddress>
{
    public const string Path = "/tasks";

    public const string State = "state";
    public const string Assignee = "assignee";
    public const string Track = "track";
    public const string CaseId = "caseId";
    public const string Overdue = "overdue";
    public const string ThisWeek = "thisWeek";
    public const string Words = "words";

    /// <summary>Says that all tasks of the page are ticked; it goes along nowhere.</summary>
    public const string Picked = "picked";

    /// <summary>Name of what carries the list's query along on other pages.</summary>
    public const string Kept = "list";

    private static readonly ListShape Shape = new(Path, Kept, [State, Assignee, Track, CaseId, Overdue, ThisWeek, Words]);

    private WorkListAddress(IEnumerable<KeyValuePair<string, StringValues>> query)
        : base(Shape, query)
    {
    }

    public static WorkListAddress Of(IQueryCollection query) => new(query);

    /// <summary>The list that a page was reached from, as it came along.</summary>
    public static WorkListAddress OfKept(string? kept) => new(Read(kept));

    /// <summary>The address of a task that leads back here.</summary>
    public string Of(HumanTaskId id) => To($"{Path}/{id}");

    protected override WorkListAddress New(IEnumerable<KeyValuePair<string, StringValues>> query) => new(query);
}
