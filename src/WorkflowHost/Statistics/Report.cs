namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>A report of domain §5.2. What it counts is always so that each person, case or event is in exactly one cell of a table; that is what the rule of small numbers rests on.</summary>
internal abstract class Report
{
    /// <summary>Number as the domain calls it, such as <c>R-6</c>; stored with the figures, so it is never changed.</summary>
    public abstract string Number { get; }

    /// <summary>Its part of the address.</summary>
    public abstract string Slug { get; }

    public abstract LocalizedText Name { get; }

    /// <summary>What is counted, in a plain sentence or two.</summary>
    public abstract LocalizedText Explanation { get; }

    public abstract IReadOnlyList<TableShape> Tables { get; }

    /// <summary>Whether it takes the database long in a large office. A period that runs is then shown as of the night before.</summary>
    public virtual bool IsHeavy => false;

    /// <summary>Counts, in the database. What happened is counted by quarter; what stands on the day only when <see cref="ReportScope.IsNow"/>.</summary>
    public abstract Task<IReadOnlyList<Figure>> CountAsync(ReportScope scope, CancellationToken cancellationToken);
}

/// <summary>How a table of a report looks.</summary>
/// <param name="Key">Short and stable; stored with the figures.</param>
/// <param name="Heading">What it shows.</param>
/// <param name="RowsAre">What its rows are.</param>
/// <param name="Columns">Keys and names of the columns, in order; also the colours of the chart.</param>
/// <param name="NameOf">What a row is called, by its key.</param>
internal sealed record TableShape(string Key, LocalizedText Heading, LocalizedText RowsAre, IReadOnlyList<ColumnShape> Columns, Func<string, LocalizedText> NameOf)
{
    /// <summary>Rows that are always shown, in this order; others come after, the largest first.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Whether it shows what stands on a day, which cannot be counted afterwards.</summary>
    public bool IsOfDay { get; init; }

    /// <summary>What the days are that are measured; null when none are.</summary>
    public LocalizedText? Days { get; init; }

    /// <summary>Columns whose days are measured; all when empty.</summary>
    public IReadOnlyList<string> DaysOf { get; init; } = [];

    /// <summary>The column whose share of the whole is shown; null for none.</summary>
    public string? ShareOf { get; init; }

    /// <summary>Whether each row counts the same things anew, so that rows have no sum and each is a table of its own.</summary>
    public bool RowsStandAlone { get; init; }

    /// <summary>Whether the rows are steps, so that one who came further has also come here.</summary>
    public bool IsFunnel { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Key">Key of the figures in it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Color">Colour of its bar.</param>
internal sealed record ColumnShape(string Key, LocalizedText Name, BarColor Color = BarColor.Plain);

/// <summary>Colours of bars; the words beside say the same.</summary>
internal enum BarColor
{
    Plain,
    Good,
    Watch,
    Bad,
    Quiet,
}
