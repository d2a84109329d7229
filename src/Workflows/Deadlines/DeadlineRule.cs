using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Deadlines;

/// <summary>One rule of the deadline catalogue (domain §3.1) as a rule set states it.</summary>
/// <param name="Key">Key of the catalogue, for example <c>D-1</c>.</param>
/// <param name="Amount">Length in <paramref name="Unit"/>; null when the date is named by someone (a promise, a plan).</param>
/// <param name="Unit">Unit of the length.</param>
/// <param name="Rolls">Whether an end on a Saturday or holiday moves to the next working day (domstolloven § 149). False makes the raw date the limit.</param>
/// <param name="Owner">Whose deadline it is.</param>
/// <param name="MaximumAmount">Longest length that may be chosen, in the same unit; null when it cannot be chosen.</param>
/// <param name="Warnings">Reminder series, in order.</param>
/// <param name="LegalReferences">Keys of the statutes behind it.</param>
/// <param name="Name">Name as people see it.</param>
public sealed record DeadlineRule(
    string Key,
    int? Amount,
    PeriodUnit Unit,
    bool Rolls,
    DeadlineOwner Owner,
    int? MaximumAmount,
    IReadOnlyList<WarningStep> Warnings,
    IReadOnlyList<string> LegalReferences,
    LocalizedText Name);

/// <summary>The result of counting, with everything that explains it (D-25).</summary>
/// <param name="RuleKey">The rule counted by.</param>
/// <param name="StartedOn">The day of the start event, not counted.</param>
/// <param name="RawOn">Where the period ends by counting alone.</param>
/// <param name="EffectiveOn">The last day of the deadline, to its end: the raw date, or the working day it rolled to.</param>
/// <param name="RolledBecause">Why the date moved, for example <c>Maundy Thursday, Good Friday, Saturday</c>; null when it did not.</param>
/// <param name="ActByOn">The day by which the one who owns it should act: the effective date when that is a working day, else the working day before (D-1 policy).</param>
public sealed record ComputedDeadline(
    string RuleKey,
    DateOnly StartedOn,
    DateOnly RawOn,
    DateOnly EffectiveOn,
    string? RolledBecause,
    DateOnly ActByOn)
{
    /// <summary>The dates of a rule's reminder series for this deadline, in the rule's order. Steps in working days count from the act-by day, so that a limit on a Sunday is not warned of too late; others from the effective day.</summary>
    /// <param name="rule">The rule that this was counted by.</param>
    public IReadOnlyList<(WarningStep Step, DateOnly On)> Warnings(DeadlineRule rule) =>
        [.. rule.Warnings.Select(step => (step, step.On(step.Unit == PeriodUnit.WorkingDay ? ActByOn : EffectiveOn)))];
}
