namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>Something that the product does by itself, again and again. When it is next due is a row in the database, so that several hosts share the work.</summary>
internal abstract class RecurringJob
{
    /// <summary>Short and stable; what is stored.</summary>
    public abstract string Key { get; }

    /// <summary>What it is called on the page.</summary>
    public abstract LocalizedText Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    public abstract LocalizedText Purpose { get; }

    /// <summary>How long after a run the next one comes; zero for what every round of the background work does on every host.</summary>
    public abstract TimeSpan Interval { get; }

    /// <summary>Does it, now. Running it twice does no harm.</summary>
    /// <returns>How many things were done.</returns>
    public abstract Task<int> RunAsync(CancellationToken cancellationToken);
}
