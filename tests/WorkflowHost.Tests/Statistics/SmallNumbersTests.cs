using IndividualPlan.WorkflowHost.Statistics;

namespace IndividualPlan.WorkflowHost.Tests.Statistics;

/// <summary>The rule of small numbers: nobody who reads a table with its totals can tell a count from one to four.</summary>
public sealed class SmallNumbersTests
{
    [Fact]
    public void Numbers_from_one_to_four_are_hidden_and_zero_and_five_are_shown()
    {
        var hidden = SmallNumbers.Hide(new[,] { { 0, 5, 40 }, { 3, 2, 60 }, { 2, 3, 80 } });

        Assert.Equal([Hiding.None, Hiding.None, Hiding.None, Hiding.None], Row(hidden, 0, 4));
        Assert.Equal([Hiding.Few, Hiding.Few, Hiding.None, Hiding.None], Row(hidden, 1, 4));
        Assert.Equal([Hiding.Few, Hiding.Few, Hiding.None, Hiding.None], Row(hidden, 2, 4));
    }

    [Fact]
    public void What_is_left_alone_in_its_row_and_column_takes_others_with_it()
    {
        // With 3 hidden alone, 23 less 20 would tell it.
        var hidden = SmallNumbers.Hide(new[,] { { 3, 20 }, { 30, 40 } });

        Assert.Equal(Hiding.Few, hidden[0, 0]);
        Assert.Equal([Hiding.Protects, Hiding.Protects, Hiding.Protects], [hidden[0, 1], hidden[1, 0], hidden[1, 1]]);
    }

    [Fact]
    public void A_list_with_one_small_number_hides_the_smallest_beside_it()
    {
        var hidden = SmallNumbers.Hide(new[,] { { 3 }, { 20 }, { 9 } });

        Assert.Equal([Hiding.Few, Hiding.None, Hiding.Protects, Hiding.None], [hidden[0, 0], hidden[1, 0], hidden[2, 0], hidden[3, 0]]);
    }

    [Fact]
    public void Five_beside_one_says_too_much_with_its_total_and_so_the_total_goes_too()
    {
        // Whoever knows that the one is below five and the other is not, would have 1 and 5 from their total of 6.
        var hidden = SmallNumbers.Hide(new[,] { { 1 }, { 5 } });

        Assert.Equal([Hiding.Few, Hiding.Protects, Hiding.Protects], [hidden[0, 0], hidden[1, 0], hidden[2, 0]]);
    }

    [Fact]
    public void Tables_without_small_numbers_are_shown_whole()
    {
        Assert.All(SmallNumbers.Hide(new[,] { { 10, 0, 7 }, { 5, 6, 0 } }).Cast<Hiding>(), static h => Assert.Equal(Hiding.None, h));
    }

    /// <summary>Tries all tables that a reader could think of, with what everybody knows of each cell; no small number may have one value in all of them.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void No_hidden_number_can_be_computed_from_what_is_shown(int rows, int columns)
    {
        var random = new Random((rows * 10) + columns);
        for (var run = 0; run < (rows * columns > 4 ? 40 : 150); run++)
        {
            var counts = new int[rows, columns];
            foreach (var (row, column) in Cells(rows, columns))
            {
                counts[row, column] = random.Next(3) switch { 0 => random.Next(1, 5), 1 => random.Next(5, 9), _ => random.Next(0, 8) };
            }

            var known = Told(counts);

            Assert.True(known.Count == 0, $"{string.Join(',', counts.Cast<int>())} tells {string.Join(' ', known)}");
        }
    }

    /// <summary>Small numbers that have the same value in every table that fits.</summary>
    private static List<(int Row, int Column)> Told(int[,] counts)
    {
        const int Most = 11;
        var (all, hidden) = (SmallNumbers.WithTotals(counts), SmallNumbers.Hide(counts));
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var cells = Cells(rows, columns).ToList();
        var found = new Dictionary<(int, int), HashSet<int>>();
        var guess = new int[rows, columns];
        Try(0);
        return [.. Cells(all.GetLength(0), all.GetLength(1)).Where(c => hidden[c.Row, c.Column] == Hiding.Few && found[c].Count < 2)];

        void Try(int index)
        {
            if (index == cells.Count)
            {
                var guessed = SmallNumbers.WithTotals(guess);
                if (Cells(all.GetLength(0), all.GetLength(1)).All(c => Fits(guessed[c.Row, c.Column], all[c.Row, c.Column], hidden[c.Row, c.Column])))
                {
                    foreach (var c in Cells(all.GetLength(0), all.GetLength(1)))
                    {
                        (found.TryGetValue(c, out var values) ? values : found[c] = []).Add(guessed[c.Row, c.Column]);
                    }
                }

                return;
            }

            var (row, column) = cells[index];
            for (var value = 0; value <= Most; value++)
            {
                if (Fits(value, counts[row, column], hidden[row, column]))
                {
                    guess[row, column] = value;
                    Try(index + 1);
                }
            }
        }
    }

    private static bool Fits(int guess, int count, Hiding hiding) => hiding switch
    {
        Hiding.Few => guess is >= 1 and < SmallNumbers.Limit,
        Hiding.Protects => guess >= SmallNumbers.Limit,
        _ => guess == count,
    };

    private static Hiding[] Row(Hiding[,] hidden, int row, int columns) => [.. Enumerable.Range(0, columns).Select(column => hidden[row, column])];

    private static IEnumerable<(int Row, int Column)> Cells(int rows, int columns) =>
        Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, columns).Select(column => (row, column)));
}
