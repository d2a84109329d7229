namespace IndividualPlan.Workflows.Deadlines;

/// <summary>Unit of a period in rule data.</summary>
public enum PeriodUnit
{
    /// <summary>Calendar days; the start day is not counted (domstolloven § 148).</summary>
    Day,

    /// <summary>Days that are neither Saturday, Sunday nor holiday.</summary>
    WorkingDay,

    /// <summary>Weeks; ends on the weekday of the start (D-24).</summary>
    Week,

    /// <summary>Months; ends on the same day number, or on the month's last day.</summary>
    Month,

    /// <summary>Years; as months.</summary>
    Year,
}

/// <summary>Whose duty or right a deadline limits.</summary>
public enum DeadlineOwner
{
    /// <summary>The person or representative, for example an appeal deadline.</summary>
    Person,

    /// <summary>The body that handles the case.</summary>
    Authority,

    /// <summary>The coordinator of the plan.</summary>
    Coordinator,

    /// <summary>The body that hears appeals.</summary>
    AppealBody,
}

/// <summary>Why a deadline binds (L-32).</summary>
public enum DeadlineBasis
{
    /// <summary>By statute or regulation.</summary>
    Statutory,

    /// <summary>Promised by the municipality, without statutory force.</summary>
    LocalServicePromise,
}

/// <summary>What a step of a reminder series does.</summary>
public enum WarningKind
{
    /// <summary>Remind the one who is to act.</summary>
    Remind,

    /// <summary>Tell the leader or the coordinating unit.</summary>
    Escalate,
}

/// <summary>One step of a reminder series, relative to the deadline.</summary>
/// <param name="Kind">Reminder or escalation.</param>
/// <param name="Offset">Amount before (negative), on (0) or after (positive) the deadline.</param>
/// <param name="Unit">Unit of the offset: Day, WorkingDay or Week.</param>
/// <param name="Repeats">True when the step comes again after every further offset until the deadline is met.</param>
public sealed record WarningStep(WarningKind Kind, int Offset, PeriodUnit Unit, bool Repeats)
{
    /// <summary>The date of the step for a deadline; for a repeating step the first time.</summary>
    public DateOnly On(DateOnly deadlineOn) => Unit switch
    {
        PeriodUnit.WorkingDay => WorkingDays.Add(deadlineOn, Offset),
        PeriodUnit.Week => deadlineOn.AddDays(7 * Offset),
        _ => deadlineOn.AddDays(Offset),
    };
}
