using System.Globalization;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.Reminders;

/// <summary>The address of a list of reminders: which kind, how many days, of which case, on which page.</summary>
internal sealed class ReminderFilter : ListAddress<ReminderFilter>
{
    public const string ComingPath = "/reminders";
    public const string SentPath = "/reminders/sent";

    public const string Kind = "kind";
    public const string Days = "days";
    public const string Case = "case";
    public const string Late = "late";

    /// <summary>How many days ahead, or back, can be chosen. A bound keeps a count cheap however many cases there are.</summary>
    public static readonly IReadOnlyList<int> Periods = [7, 14, 30, 90];

    private static readonly ListShape ComingShape = new(ComingPath, "list", [Kind, Days, Case]);
    private static readonly ListShape SentShape = new(SentPath, "list", [Kind, Days, Case, Late]);

    private readonly ListShape _shape;

    private ReminderFilter(ListShape shape, IEnumerable<KeyValuePair<string, StringValues>> query)
        : base(shape, query) => _shape = shape;

    /// <summary>How many days; 14 when none that can be chosen is given.</summary>
    public int DayCount => int.TryParse(this[Days], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && Periods.Contains(days) ? days : 14;

    /// <summary>The one case that is looked at, or null.</summary>
    public CaseId? CaseId => Guid.TryParse(this[Case], out var id) ? new CaseId(id) : null;

    public bool IsLateOnly => this[Late] is not null;

    public static ReminderFilter Coming(IQueryCollection query) => new(ComingShape, query);

    public static ReminderFilter Sent(IQueryCollection query) => new(SentShape, query);

    protected override ReminderFilter New(IEnumerable<KeyValuePair<string, StringValues>> query) => new(_shape, query);
}
