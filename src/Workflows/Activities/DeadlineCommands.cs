using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A deadline runs: the host starts it, unless the same one (key, subject, start day) runs already.</summary>
/// <param name="Computed">Its dates and why they are so.</param>
/// <param name="RuleSet">Key of the rule set counted by.</param>
/// <param name="StartEvent">What started it, kebab-case.</param>
/// <param name="SubjectId">What it belongs to inside the case; null for the newest of its kind.</param>
public sealed record TrackDeadline(ComputedDeadline Computed, string RuleSet, string StartEvent, string? SubjectId) : EngineCommand;

/// <summary>A deadline comes near; people are told once for each rung, whatever number of activities watch it.</summary>
/// <param name="Key">Key of the catalogue.</param>
/// <param name="SubjectId">What it belongs to; null for the newest.</param>
/// <param name="StartedOn">Start day, which tells it from an earlier one of the same key.</param>
/// <param name="Rung">Which warning.</param>
/// <param name="On">The day of the warning.</param>
/// <param name="Role">Who is told.</param>
public sealed record WarnDeadline(string Key, string? SubjectId, DateOnly StartedOn, string Rung, DateOnly On, string Role) : EngineCommand
{
    /// <summary>How they get to know of it.</summary>
    public RungChannel Channel { get; init; }
}

/// <summary>A deadline's last day is over: it is missed if it still runs, and that stays in history whatever comes later.</summary>
/// <param name="Key">Key of the catalogue.</param>
/// <param name="SubjectId">What it belongs to; null for the newest.</param>
/// <param name="StartedOn">Start day.</param>
public sealed record MissDeadline(string Key, string? SubjectId, DateOnly StartedOn) : EngineCommand;

/// <summary>How a deadline comes to rest.</summary>
public enum DeadlineSettlement
{
    /// <summary>What it demanded was done.</summary>
    Met,

    /// <summary>It no longer applies.</summary>
    Stopped,

    /// <summary>It passed without being met.</summary>
    Missed,
}

/// <summary>The deadlines of a key come to rest; none running is success.</summary>
/// <param name="Key">Key of the catalogue.</param>
/// <param name="SubjectId">What it belongs to; null for all of the case.</param>
/// <param name="As">How.</param>
/// <param name="On">The day it happened; null for today.</param>
public sealed record CloseDeadline(string Key, string? SubjectId, DeadlineSettlement As, DateOnly? On) : EngineCommand;
