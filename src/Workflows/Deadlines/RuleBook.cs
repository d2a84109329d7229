namespace IndividualPlan.Workflows.Deadlines;

/// <summary>All rule sets that the product knows, checked when loaded.</summary>
public sealed class RuleBook
{
    private static readonly Lazy<RuleBook> EmbeddedBook = new(() => new RuleBook(RuleSetReader.ReadEmbedded()));
    private readonly Dictionary<string, RuleSet> _sets;

    /// <summary>Makes a book of the given sets.</summary>
    /// <exception cref="RuleSetException">Two sets share a key, or two active sets are valid on the same date.</exception>
    public RuleBook(IEnumerable<RuleSet> sets)
    {
        Sets = [.. sets.OrderBy(set => set.ValidFrom)];
        var repeated = Sets.GroupBy(set => set.Key).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
        {
            throw new RuleSetException(repeated.Key, ["key: two rule sets have this key."]);
        }

        foreach (var (earlier, later) in InForce.Zip(InForce.Skip(1)))
        {
            if (earlier.IsValidOn(later.ValidFrom))
            {
                throw new RuleSetException(later.Key, [$"validFrom: {earlier.Key} is active and valid on the same date."]);
            }
        }

        _sets = Sets.ToDictionary(set => set.Key, StringComparer.Ordinal);
    }

    /// <summary>The sets that come with the product; read once.</summary>
    public static RuleBook Embedded => EmbeddedBook.Value;

    /// <summary>All sets, oldest first.</summary>
    public IReadOnlyList<RuleSet> Sets { get; }

    /// <summary>The sets that are in force on some day, oldest first.</summary>
    public IEnumerable<RuleSet> InForce => Sets.Where(set => set.IsActive);

    /// <summary>The same sets with some put in force: each is active from its day, and the one before it until the day before. What has begun keeps the set that it began under.</summary>
    /// <param name="starts">First day by key of the set.</param>
    /// <exception cref="UnknownRuleException">There is no such set.</exception>
    /// <exception cref="RuleSetException">Two active sets would be valid on the same date.</exception>
    public RuleBook InForceFrom(IReadOnlyDictionary<string, DateOnly> starts)
    {
        var dated = Sets.ToDictionary(set => set.Key, StringComparer.Ordinal);
        foreach (var (key, start) in starts.OrderBy(start => start.Value))
        {
            foreach (var earlier in dated.Values.Where(set => set.IsActive && set.ValidFrom < start && (set.ValidTo is null || set.ValidTo >= start)).ToList())
            {
                dated[earlier.Key] = earlier with { ValidTo = start.AddDays(-1) };
            }

            dated[key] = Get(key) with { IsActive = true, ValidFrom = start };
        }

        return new RuleBook(dated.Values);
    }

    /// <summary>The active set valid on the date; before the first set's validity, the first (historic cases are counted by the oldest rules known).</summary>
    /// <exception cref="UnknownRuleException">No set is active on that date.</exception>
    public RuleSet For(DateOnly date) =>
        InForce.LastOrDefault(set => set.IsValidOn(date))
        ?? InForce.FirstOrDefault(set => date < set.ValidFrom)
        ?? throw new UnknownRuleException(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "active set", "for that date");

    /// <summary>The set with the key, active or not; how a pinned case finds its rules again.</summary>
    /// <exception cref="UnknownRuleException">There is none.</exception>
    public RuleSet Get(string key) =>
        _sets.TryGetValue(key, out var set) ? set : throw new UnknownRuleException(key, "rule set", key);
}

/// <summary>Rule set data that cannot be used, with every problem found.</summary>
public sealed class RuleSetException : FormatException
{
    internal RuleSetException(string ruleSet, IReadOnlyList<string> problems)
        : base($"Rule set {ruleSet} cannot be used:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
    {
        RuleSet = ruleSet;
        Problems = problems;
    }

    /// <summary>Key or file name of the set.</summary>
    public string RuleSet { get; }

    /// <summary>Each problem as <c>path: what is wrong and what is expected</c>.</summary>
    public IReadOnlyList<string> Problems { get; }
}
