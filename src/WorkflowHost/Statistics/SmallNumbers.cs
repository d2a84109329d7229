namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>Why a cell is not shown.</summary>
internal enum Hiding
{
    /// <summary>It is shown.</summary>
    None,

    /// <summary>It holds between one and four.</summary>
    Few,

    /// <summary>It would let a small number be computed from the totals.</summary>
    Protects,
}

/// <summary>
/// The rule of small numbers (domain §5.2): what leaves the office shows no count from one to four, nor anything from which such a count could be computed. Zero is shown; it
/// is about nobody.
/// </summary>
/// <remarks>
/// A table with its totals is a network: a cell leads from its row to its column, a total from the end back to the beginning. What is hidden could have another value exactly
/// when one unit can be sent around a circle of hidden cells within what everybody knows of them: from one to four where it says "fewer than five", five or more where another is
/// protected. As long as a small number is on no such circle, the smallest number beside it is hidden too.
/// </remarks>
internal static class SmallNumbers
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Limit = 5;

    /// <summary>Which cells are hidden.</summary>
    /// <param name="counts">A table with rows of the same length, without totals.</param>
    /// <returns>The same table, with its totals; see <see cref="WithTotals"/>.</returns>
    public static Hiding[,] Hide(int[,] counts)
    {
        var all = WithTotals(counts);
        var table = new Network(counts.GetLength(0), counts.GetLength(1));
        var hidden = new Hiding[all.GetLength(0), all.GetLength(1)];
        foreach (var (row, column) in Cells(all))
        {
            if (all[row, column] is > 0 and < Limit)
            {
                hidden[row, column] = Hiding.Few;
            }
        }

        while (Cells(all).FirstOrDefault(c => hidden[c.Row, c.Column] == Hiding.Few && !MayDiffer(table, all, hidden, c), (Row: -1, Column: -1)) is (>= 0, _) known
            && Beside(table, all, hidden, known) is (>= 0, _) also)
        {
            hidden[also.Row, also.Column] = Hiding.Protects;
        }

        return hidden;
    }

    /// <summary>The table with the sums of its rows, when it has more than one column, and of its columns, when it has more than one row.</summary>
    public static int[,] WithTotals(int[,] counts)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var all = new int[rows > 1 ? rows + 1 : rows, columns > 1 ? columns + 1 : columns];
        foreach (var (row, column) in Cells(counts))
        {
            var count = counts[row, column];
            all[row, column] = count;
            if (columns > 1)
            {
                all[row, columns] += count;
            }

            if (rows > 1)
            {
                all[rows, column] += count;
            }

            if (columns > 1 && rows > 1)
            {
                all[rows, columns] += count;
            }
        }

        return all;
    }

    /// <summary>The smallest number shown in the row or the column, rather a cell than a total; any number shown when there is none, a zero last.</summary>
    private static (int Row, int Column) Beside(Network table, int[,] all, Hiding[,] hidden, (int Row, int Column) cell) =>
        Cells(all).Where(c => hidden[c.Row, c.Column] == Hiding.None)
            .OrderBy(c => all[c.Row, c.Column] == 0 ? 1 : 0)
            .ThenBy(c => c.Row == cell.Row || c.Column == cell.Column ? 0 : 1)
            .ThenBy(c => table.TotalsAt(c))
            .ThenBy(c => all[c.Row, c.Column])
            .FirstOrDefault((Row: -1, Column: -1));

    /// <summary>Whether a reader cannot tell the cell's value: there is a circle through it in one of the two directions.</summary>
    private static bool MayDiffer(Network table, int[,] all, Hiding[,] hidden, (int Row, int Column) cell)
    {
        var (from, to) = table.EndsOf(cell);
        return (CanGrow(all, hidden, cell) && Reaches(table, all, hidden, to, from, cell)) || (CanShrink(all, hidden, cell) && Reaches(table, all, hidden, from, to, cell));
    }

    private static bool Reaches(Network table, int[,] all, Hiding[,] hidden, int start, int goal, (int Row, int Column) without)
    {
        var seen = new HashSet<int> { start };
        var next = new Queue<int>(seen);
        while (next.TryDequeue(out var at))
        {
            if (at == goal)
            {
                return true;
            }

            foreach (var cell in Cells(all).Where(c => c != without))
            {
                var (from, to) = table.EndsOf(cell);
                if (from == at && CanGrow(all, hidden, cell) && seen.Add(to))
                {
                    next.Enqueue(to);
                }

                if (to == at && CanShrink(all, hidden, cell) && seen.Add(from))
                {
                    next.Enqueue(from);
                }
            }
        }

        return false;
    }

    private static bool CanGrow(int[,] all, Hiding[,] hidden, (int Row, int Column) cell) => hidden[cell.Row, cell.Column] switch
    {
        Hiding.Few => all[cell.Row, cell.Column] < Limit - 1,
        Hiding.Protects => true,
        _ => false,
    };

    private static bool CanShrink(int[,] all, Hiding[,] hidden, (int Row, int Column) cell) => hidden[cell.Row, cell.Column] switch
    {
        Hiding.Few => all[cell.Row, cell.Column] > 1,
        Hiding.Protects => all[cell.Row, cell.Column] > Limit,
        _ => false,
    };

    private static IEnumerable<(int Row, int Column)> Cells(int[,] table)
    {
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = 0; column < table.GetLength(1); column++)
            {
                yield return (row, column);
            }
        }
    }

    /// <summary>Where the cells of a table lead. Where there are no totals nothing binds a row's cells, or a column's, and all of these ends are one.</summary>
    private readonly record struct Network(int Rows, int Columns)
    {
        private const int Outside = 0;

        /// <summary>A cell leads from its row to its column, a row's total back to its row, a column's total on from its column, and the total of all closes the circle.</summary>
        public (int From, int To) EndsOf((int Row, int Column) cell)
        {
            var row = Columns > 1 ? 1 + cell.Row : Outside;
            var column = Rows > 1 ? 2 + Rows + cell.Column : Outside;
            return cell.Row == Rows == (cell.Column == Columns) ? (row, column) : (column, row);
        }

        /// <summary>0 for a cell, 1 for a total, 2 for the total of all.</summary>
        public int TotalsAt((int Row, int Column) cell) => (cell.Row == Rows ? 1 : 0) + (cell.Column == Columns ? 1 : 0);
    }
}
