using Microsoft.EntityFrameworkCore;

namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>How many there are of one kind: in a table's cell, of a unit and a track.</summary>
/// <param name="Table">Key of the table.</param>
/// <param name="Unit">Code of the unit; empty for cases that no unit has taken.</param>
/// <param name="Track">Legal track.</param>
/// <param name="Quarter">When it happened, 1–4; 0 for what stands on the day.</param>
/// <param name="Row">Key of the row.</param>
/// <param name="Column">Key of the column.</param>
/// <param name="Days">Days that it took, where the table measures time.</param>
/// <param name="Count">How many.</param>
internal sealed record Figure(string Table, string Unit, string Track, int Quarter, string Row, string Column, int Days, int Count);

/// <summary>One thing that is counted, and where it belongs; the database groups them.</summary>
/// <typeparam name="TRow">Kind of the row's key.</typeparam>
/// <typeparam name="TColumn">Kind of the column's key.</typeparam>
internal sealed class Counted<TRow, TColumn>
{
    public string? Unit { get; init; }

    public string Track { get; init; } = "";

    public int Quarter { get; init; }

    public TRow Row { get; init; } = default!;

    public TColumn Column { get; init; } = default!;

    public int Days { get; init; }
}

/// <summary>Lets the database count.</summary>
internal static class Counting
{
    public static async Task<IReadOnlyList<Figure>> CountAsync<TRow, TColumn>(this IQueryable<Counted<TRow, TColumn>> things, string table, CancellationToken cancellationToken)
    {
        var groups = await things.GroupBy(static t => new { t.Unit, t.Track, t.Quarter, t.Row, t.Column, t.Days })
            .Select(static g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return [.. groups.Select(g => new Figure(table, g.Key.Unit ?? "", g.Key.Track, g.Key.Quarter, g.Key.Row?.ToString() ?? "", g.Key.Column?.ToString() ?? "", g.Key.Days, g.Count))];
    }
}
