namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>Section <c>Statistics</c>.</summary>
internal sealed class StatisticsOptions
{
    public const string Section = "Statistics";

    /// <value>Whether the figures of each day are kept, so that those of last year stay as they were; default true. Without it, periods that are over are counted anew from the cases that are left.</value>
    public bool KeepsFigures { get; set; } = true;
}
