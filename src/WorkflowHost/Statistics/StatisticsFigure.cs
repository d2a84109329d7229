namespace IndividualPlan.WorkflowHost.Statistics;

/// <summary>A figure as it was on a day. It is about no one person and stays when a case is disposed of.</summary>
internal sealed class StatisticsFigure
{
    public Guid Id { get; set; }

    /// <summary>The last day that is counted.</summary>
    public DateOnly TakenOn { get; set; }

    /// <summary>Number of the report, such as <c>R-6</c>.</summary>
    public string Report { get; set; } = "";

    public string Table { get; set; } = "";

    /// <summary>Code of the unit; empty for cases that no unit has taken.</summary>
    public string Unit { get; set; } = "";

    public string Track { get; set; } = "";

    /// <summary>The quarter in which it happened, 1–4; 0 for what stands on the day.</summary>
    public int Quarter { get; set; }

    public string Row { get; set; } = "";

    public string Column { get; set; } = "";

    /// <summary>Days that it took, where the report measures time.</summary>
    public int Days { get; set; }

    public int Count { get; set; }
}
