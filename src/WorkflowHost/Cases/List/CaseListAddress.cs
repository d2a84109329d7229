using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>The address of a list of cases: whose, which of them, in which order, on which page. It never holds what was searched for in a form that can be read.</summary>
internal sealed class CaseListAddress : ListAddress<CaseListAddress>
{
    public const string Path = "/cases";

    public const string Stage = "stage";
    public const string Track = "track";
    public const string Manager = "manager";
    public const string Overdue = "overdue";
    public const string ThisWeek = "thisWeek";
    public const string Words = "words";

    /// <summary>Name of what carries the list's query along on the pages of a case.</summary>
    public const string Kept = "cases";

    private static readonly ListShape Shape = new(Path, Kept, [Stage, Track, Manager, Overdue, ThisWeek, Words]);

    private CaseListAddress(IEnumerable<KeyValuePair<string, StringValues>> query)
        : base(Shape, query)
    {
    }

    public static CaseListAddress Of(IQueryCollection query) => new(query);

    /// <summary>The list that a page was reached from, as it came along.</summary>
    public static CaseListAddress OfKept(string? kept) => new(Read(kept));

    /// <summary>The address of a case that leads back here.</summary>
    public string Of(CaseId id) => To(CaseAddress.Of(id));

    protected override CaseListAddress New(IEnumerable<KeyValuePair<string, StringValues>> query) => new(query);
}
