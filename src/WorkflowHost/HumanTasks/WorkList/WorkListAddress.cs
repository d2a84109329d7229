using IndividualPlan.Workflows.HumanTasks;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.HumanTasks.WorkList;

/// <summary>The address of a work list: whose tasks, which of them, in which order, on which page. It goes along into a task and back.</summary>
internal sealed class WorkListAddress
{
    public const string Path = "/tasks";

    public const string Scope = "scope";
    public const string State = "state";
    public const string Assignee = "assignee";
    public const string Track = "track";
    public const string CaseId = "caseId";
    public const string Overdue = "overdue";
    public const string ThisWeek = "thisWeek";
    public const string Words = "words";
    public const string Sort = "sort";
    public const string Page = "page";

    /// <summary>Says that all tasks of the page are ticked; it goes along nowhere.</summary>
    public const string Picked = "picked";

    /// <summary>Name of what carries the list's query along on other pages.</summary>
    public const string Kept = "list";

    private const int LongestKept = 2000;

    private static readonly string[] Filters = [State, Assignee, Track, CaseId, Overdue, ThisWeek, Words];

    private static readonly string[] Names = [Scope, .. Filters, Sort, Page];

    private readonly Dictionary<string, string> _values;

    private WorkListAddress(IEnumerable<KeyValuePair<string, StringValues>> query) =>
        _values = query.Where(static q => Names.Contains(q.Key) && !StringValues.IsNullOrEmpty(q.Value))
            .ToDictionary(static q => q.Key, static q => q.Value[0]!, StringComparer.Ordinal);

    private WorkListAddress(Dictionary<string, string> values) => _values = values;

    public static WorkListAddress Of(IQueryCollection query) => new(query);

    /// <summary>The list that a page was reached from, as it came along.</summary>
    public static WorkListAddress OfKept(string? kept) => new(kept is { Length: > 0 and <= LongestKept } ? QueryHelpers.ParseQuery(kept) : []);

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Whether anything is left out of the list that the scope would show.</summary>
    public bool IsFiltered => Filters.Any(_values.ContainsKey);

    public int PageNumber => int.TryParse(this[Page], out var number) && number > 0 ? number : 1;

    /// <summary>As it goes along on another page.</summary>
    public string ToKeep() => Query.TrimStart('?');

    /// <summary>The same list with another value, from its first page.</summary>
    public WorkListAddress With(string name, string? value)
    {
        var values = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        values.Remove(Page);
        values.Remove(name);
        if (!string.IsNullOrEmpty(value))
        {
            values[name] = value;
        }

        return new WorkListAddress(values);
    }

    /// <summary>The same scope and order with nothing left out.</summary>
    public WorkListAddress WithoutFilters() => new(_values.Where(static v => v.Key is Scope or Sort).ToDictionary(StringComparer.Ordinal));

    /// <summary>The address of a task that leads back here.</summary>
    public string Of(HumanTaskId id) => To($"{Path}/{id}");

    /// <summary>Another address that leads back here.</summary>
    public string To(string address) => ToKeep() is { Length: > 0 } kept ? QueryHelpers.AddQueryString(address, Kept, kept) : address;

    public override string ToString() => Path + Query;

    private string Query => QueryString.Create(Names.Where(_values.ContainsKey).Select(name => new KeyValuePair<string, string?>(name, _values[name]))).ToString();
}
