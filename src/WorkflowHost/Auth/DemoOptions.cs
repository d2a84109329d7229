namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>Demo mode. Section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    public ClockOptions Clock { get; init; } = new();

    internal sealed class ClockOptions
    {
        /// <value>The instant at which the clock starts, ISO 8601; the real time when not given.</value>
        public DateTimeOffset? StartsAt { get; init; }

        /// <value>Whether time passes by itself. Default true; tests set false and move the clock.</value>
        public bool Runs { get; init; } = true;
    }
}
