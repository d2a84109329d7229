using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases.List;

/// <summary>Whose cases are listed, among those that the user may know of.</summary>
internal enum CaseScope
{
    /// <summary>All that the user may know of.</summary>
    All,

    /// <summary>Those that the user manages or coordinates, or has a task in.</summary>
    Mine,

    /// <summary>Those that a colleague of the user's unit manages or coordinates, and those that the unit has the main responsibility for.</summary>
    Unit,
}

/// <summary>How far listed cases have come.</summary>
internal enum CaseShown
{
    /// <summary>Whatever is not closed.</summary>
    Open,
    Request,
    Assessment,
    Consent,
    Coordinator,
    Mapping,
    Plan,
    FollowUp,
    Paused,
    Closed,

    /// <summary>Open and closed.</summary>
    Every,
}

/// <summary>The order of a list of cases.</summary>
internal enum CaseOrder
{
    /// <summary>The newest reference first.</summary>
    Newest,

    /// <summary>The nearest deadline first; those without one last.</summary>
    Deadline,
}

/// <summary>Which cases are wanted, and in which order.</summary>
internal sealed record CaseFilter
{
    /// <summary>Stands for nobody as case manager.</summary>
    public const string Nobody = "none";

    private static readonly CaseState[] Paused = [CaseState.Suspended, CaseState.TransferPending];

    public CaseScope Scope { get; init; }

    public CaseShown Shown { get; init; }

    public CaseOrder Order { get; init; }

    public string? Track { get; init; }

    /// <summary>A user id or <see cref="Nobody"/>; null for whoever.</summary>
    public string? Manager { get; init; }

    /// <summary>Parts of a reference or a name; null for no search.</summary>
    public string? Words { get; init; }

    /// <summary>Whether only what has a deadline that the office has not kept is wanted.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Whether only what has a deadline of the office from today to Sunday is wanted.</summary>
    public bool IsDueThisWeek { get; init; }

    /// <summary>Roles that are held in a unit, and so have colleagues' cases beside their own.</summary>
    private static readonly string[] UnitRoles = [Roles.CaseManager, Roles.CoordinatingUnit, Roles.OfficeLeader, Roles.Approver];

    /// <summary>Whether the user's list is parted into mine, the unit's and all. Others see their own cases only, or all and none of them as theirs.</summary>
    public static bool HasUnit(CurrentUser user) => user.HasAny(UnitRoles);

    /// <summary>Reads the filter from an address; what cannot be read is left out.</summary>
    public static CaseFilter Read(CurrentUser user, CaseListAddress address, string? words) => new()
    {
        Scope = !HasUnit(user) ? CaseScope.All : Named<CaseScope>(address[CaseListAddress.Scope]) ?? Usual(user),
        Shown = Named<CaseShown>(address[CaseListAddress.Stage]) ?? CaseShown.Open,
        Order = Named<CaseOrder>(address[CaseListAddress.Sort]) ?? CaseOrder.Newest,
        Track = address[CaseListAddress.Track],
        Manager = address[CaseListAddress.Manager],
        Words = words,
        IsOverdue = address[CaseListAddress.Overdue] is not null,
        IsDueThisWeek = address[CaseListAddress.ThisWeek] is not null,
    };

    /// <summary>Whose cases are shown when nothing is said: case managers have cases of their own, the others watch over those of all.</summary>
    public static CaseScope Usual(CurrentUser user) => user.Has(Roles.CaseManager) ? CaseScope.Mine : CaseScope.All;

    /// <summary>How a value stands in an address.</summary>
    public static string Slug<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The states that are shown; null for every one of them.</summary>
    public static IReadOnlyList<CaseState>? StatesOf(CaseShown shown) => shown switch
    {
        CaseShown.Every => null,
        CaseShown.Open => [.. Enum.GetValues<CaseState>().Except([CaseState.Closed])],
        CaseShown.Paused => Paused,
        CaseShown.Closed => [CaseState.Closed],
        _ => [.. Enum.GetValues<CaseState>().Except(Paused).Where(state => CaseStages.StageOf(state).ToString() == shown.ToString())],
    };

    private static T? Named<T>(string? text)
        where T : struct, Enum => text is { Length: > 0 } && !char.IsAsciiDigit(text[0]) && text[0] != '-' && Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value : null;
}
