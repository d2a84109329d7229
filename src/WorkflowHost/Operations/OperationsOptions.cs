using System.ComponentModel.DataAnnotations;

namespace IndividualPlan.WorkflowHost.Operations;

/// <summary>When the host says that something is not as it should be; section <c>Operations</c>.</summary>
internal sealed class OperationsOptions
{
    public const string Section = "Operations";

    /// <value>How many failures of a job in a row make <c>/health/ready</c> degraded; 1–100, default 3.</value>
    [Range(1, 100)]
    public int MaxFailures { get; set; } = 3;

    /// <value>How long a message may wait in the outbox beyond its time before <c>/health/ready</c> is degraded; 1 minute to 1 day, default 15 minutes.</value>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MaxLag { get; set; } = TimeSpan.FromMinutes(15);
}
