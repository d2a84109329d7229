using System.ComponentModel.DataAnnotations;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Settings of durable execution; section <c>Execution</c>.</summary>
internal sealed class ExecutionOptions
{
    public const string Section = "Execution";
    public static readonly TimeSpan DefaultTimerInterval = TimeSpan.FromSeconds(1);

    /// <value>Where the drawings that come with the product lie, from the program's folder; default <c>workflow-definitions</c>.</value>
    [Required]
    public string DefinitionsFolder { get; set; } = "workflow-definitions";

    /// <value>How often due timers are looked for when nothing else asks; 100 ms to 1 hour, default 1 second.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan TimerInterval { get; set; } = DefaultTimerInterval;
}
