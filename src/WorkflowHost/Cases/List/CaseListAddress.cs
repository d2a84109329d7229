using IndividualPlan.Workflows.Cases;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>The address of a list of cases: whose, which of them, in which order, on which page. It goes along into a case and back. It never holds what was searched for in a form that can be read.</summary>
internal sealed class CaseListAddress
{
    public const string Path = "/cases";

    public const string Scope = "scope";
    public const string Stage = "stage";
    public const string Track = "track";
    public const string Manager = "manager";
    public const string Overdue = "overdue";
    public const string ThisWeek = "thisWeek";
    public const string Words = "words";
    public const string Sort = "sort";
    public const string Page = "page";

    /// <summary>Name of what carries the list's query along on the pages of a case.</summary>
    public const string Kept = "cases";

    private const int LongestKept = 2000;

    private static readonly string[] Filters = [Stage, Track, Manager, Overdue, ThisWeek, Words];

    private static readonly string[] Names = [Scope, .. Filters, Sort, Page];

    private readonly Dictionary<string, string> _values;

    private CaseListAddress(IEnumerable<KeyValuePair<string, StringValues>> query) =>
        _values = query.Where(static q => Names.Contains(q.Key) && !StringValues.IsNullOrEmpty(q.Value))
            .ToDictionary(static q => q.Key, static q => q.Value[0]!, StringComparer.Ordinal);

    private CaseListAddress(Dictionary<string, string> values) => _values = values;

    public static CaseListAddress Of(IQueryCollection query) => new(query);

    /// <summary>The list that a page was reached from, as it came along.</summary>
    public static CaseListAddress OfKept(string? kept) => new(kept is { Length: > 0 and <= LongestKept } ? QueryHelpers.ParseQuery(kept) : []);

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Whether anything is left out of the list that the scope would show, or let in that it would not.</summary>
    public bool IsFiltered => Filters.Any(_values.ContainsKey);

    public int PageNumber => int.TryParse(this[Page], out var number) && number is > 0 and < 1_000_000 ? number : 1;

    /// <summary>As it goes along on another page.</summary>
    public string ToKeep() => Query.TrimStart('?');

    /// <summary>The same list with another value, from its first page.</summary>
    public CaseListAddress With(string name, string? value)
    {
        var values = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        values.Remove(Page);
        values.Remove(name);
        if (!string.IsNullOrEmpty(value))
        {
            values[name] = value;
        }

        return new CaseListAddress(values);
    }

    /// <summary>The same scope and order with nothing left out.</summary>
    public CaseListAddress WithoutFilters() => new(_values.Where(static v => v.Key is Scope or Sort).ToDictionary(StringComparer.Ordinal));

    /// <summary>The address of a case that leads back here.</summary>
    public string Of(CaseId id) => ToKeep() is { Length: > 0 } kept ? QueryHelpers.AddQueryString(CaseAddress.Of(id), Kept, kept) : CaseAddress.Of(id);

    public override string ToString() => Path + Query;

    private string Query => QueryString.Create(Names.Where(_values.ContainsKey).Select(name => new KeyValuePair<string, string?>(name, _values[name]))).ToString();
}
