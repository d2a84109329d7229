using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Absences;

namespace IndividualPlan.WorkflowHost.Absences;

/// <summary>One's own absences, or for leaders those of a colleague; and who else is away.</summary>
internal sealed record AbsencePageView
{
    /// <summary>Whose absences can be registered here.</summary>
    public required string UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether that is the one who looks.</summary>
    public required bool IsOwn { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Those of that one that are not over, the earliest first.</summary>
    public required IReadOnlyList<AbsenceView> Absences { get; init; }

    /// <summary>How many open tasks that one has.</summary>
    public required int OpenTasks { get; init; }

    /// <summary>Whom the one who looks stands in for, now or later.</summary>
    public required IReadOnlyList<AbsenceView> StandsInFor { get; init; }

    /// <summary>Colleagues of the unit who are away, now or later.</summary>
    public required IReadOnlyList<AbsenceView> Others { get; init; }

    /// <summary>Who can stand in, by user id.</summary>
    public required IReadOnlyList<Choice> Substitutes { get; init; }

    /// <summary>Those for whom a leader registers, by user id; empty for others.</summary>
    public IReadOnlyList<Choice> Led { get; init; } = [];

    /// <summary>What was typed and could not be taken, by name of the field.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What must be corrected, by name of the field.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }
}

/// <summary>One absence that is to be changed or called off.</summary>
/// <param name="Absence">The absence.</param>
/// <param name="IsOwn">Whether it is that of the one who looks.</param>
/// <param name="Substitutes">Who can stand in, by user id.</param>
/// <param name="Typed">What was typed and could not be taken; else what is registered.</param>
/// <param name="Errors">What must be corrected, by field.</param>
/// <param name="Today">Today.</param>
internal sealed record ChangeAbsenceView(
    AbsenceView Absence, bool IsOwn, IReadOnlyList<Choice> Substitutes, IReadOnlyDictionary<string, string> Typed, IReadOnlyDictionary<string, string>? Errors, DateOnly Today);
