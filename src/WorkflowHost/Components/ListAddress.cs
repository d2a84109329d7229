using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>What tells one list's address from another's.</summary>
/// <param name="Path">Where the list is.</param>
/// <param name="Kept">Name of what carries the list's query along on other pages.</param>
/// <param name="Filters">Names of what leaves something out of the list, in the order in which they stand in the address.</param>
internal sealed record ListShape(string Path, string Kept, IReadOnlyList<string> Filters)
{
    /// <summary>All names that an address holds, in order. Others are left out.</summary>
    public IReadOnlyList<string> Names { get; } = [ListNames.Scope, .. Filters, ListNames.Sort, ListNames.Page];
}

/// <summary>What every list's address can hold, whatever else it holds.</summary>
internal static class ListNames
{
    public const string Scope = "scope";
    public const string Sort = "sort";
    public const string Page = "page";
}

/// <summary>The address of a list: of what, which of them, in which order, on which page. It goes along into what is opened from the list, and back.</summary>
/// <typeparam name="TSelf">The list's own kind of address.</typeparam>
internal abstract class ListAddress<TSelf>
    where TSelf : ListAddress<TSelf>
{
    public const string Scope = ListNames.Scope;
    public const string Sort = ListNames.Sort;
    public const string Page = ListNames.Page;

    private const int LongestKept = 2000;

    /// <summary>No list has more pages; a larger number is nobody's, and would overflow.</summary>
    private const int LastPage = 999_999;

    private readonly ListShape _shape;
    private readonly Dictionary<string, string> _values;

    protected ListAddress(ListShape shape, IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        _shape = shape;
        _values = query.Where(q => shape.Names.Contains(q.Key) && !StringValues.IsNullOrEmpty(q.Value))
            .ToDictionary(static q => q.Key, static q => q.Value[0]!, StringComparer.Ordinal);
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Whether anything is left out of the list that the scope would show, or let in that it would not.</summary>
    public bool IsFiltered => _shape.Filters.Any(_values.ContainsKey);

    public int PageNumber => int.TryParse(this[Page], out var number) && number is > 0 and <= LastPage ? number : 1;

    /// <summary>As it goes along on another page.</summary>
    public string ToKeep() => Query.TrimStart('?');

    /// <summary>The same list with another value, from its first page.</summary>
    public TSelf With(string name, string? value) => New(
        _values.Where(v => v.Key != Page && v.Key != name).Append(new(name, value ?? "")).Where(static v => v.Value.Length > 0)
            .Select(static v => KeyValuePair.Create(v.Key, new StringValues(v.Value))));

    /// <summary>The same scope and order with nothing left out.</summary>
    public TSelf WithoutFilters() => New(_values.Where(static v => v.Key is Scope or Sort).Select(static v => KeyValuePair.Create(v.Key, new StringValues(v.Value))));

    /// <summary>Another address that leads back here.</summary>
    public string To(string address) => ToKeep() is { Length: > 0 } kept ? QueryHelpers.AddQueryString(address, _shape.Kept, kept) : address;

    public override string ToString() => _shape.Path + Query;

    /// <summary>What came along as <see cref="ToKeep"/>, to be read; nothing when it is too long.</summary>
    protected static IEnumerable<KeyValuePair<string, StringValues>> Read(string? kept) => kept is { Length: > 0 and <= LongestKept } ? QueryHelpers.ParseQuery(kept) : [];

    protected abstract TSelf New(IEnumerable<KeyValuePair<string, StringValues>> query);

    private string Query => QueryString.Create(_shape.Names.Where(_values.ContainsKey).Select(name => new KeyValuePair<string, string?>(name, _values[name]))).ToString();
}
