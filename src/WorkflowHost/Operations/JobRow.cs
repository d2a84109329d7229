namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>How a <see cref="RecurringJob"/> has gone, and when it is next due.</summary>
internal sealed class JobRow
{
    public string Key { get; set; } = "";

    /// <summary>Not before this instant. The host that moves it on is the one that runs the job.</summary>
    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? LastRunAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    public DateTimeOffset? LastFailureAt { get; set; }

    /// <summary>What kind of fault the last failure was; never its words, which could be about a person.</summary>
    public string? LastError { get; set; }

    /// <summary>Failures in a row; 0 after a success.</summary>
    public int Failures { get; set; }

    /// <summary>How many things the last run did.</summary>
    public int LastCount { get; set; }

    public long Version { get; set; }
}
