using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Cases.Receiving;

/// <summary>The page of a new request.</summary>
internal sealed record NewRequestView
{
    public required RequestForm Form { get; init; }

    /// <summary>Whether it is settled whom the request is about, so that the rest is asked for.</summary>
    public required bool IsPersonGiven { get; init; }

    /// <summary>The person as registered; null when not known, or not to this user.</summary>
    public KnownPerson? Known { get; init; }

    /// <summary>Whether the user is told when the person is not known yet.</summary>
    public required bool IsLookedUp { get; init; }

    /// <summary>Whether the user is no member of staff: the request then comes digitally, now.</summary>
    public required bool IsCitizen { get; init; }

    /// <summary>Whether the request is about the user, or about the one the user acts for; then no number is asked for or shown.</summary>
    public required bool IsForSelf { get; init; }

    /// <summary>The only role that the user can ask in; null when it is a choice.</summary>
    public RequesterRole? FixedRole { get; init; }

    /// <summary>Whether only synthetic numbers are taken.</summary>
    public required bool IsSyntheticOnly { get; init; }

    public required DateOnly Today { get; init; }

    public required IReadOnlyList<Choice> Tracks { get; init; }

    public required IReadOnlyList<Choice> Services { get; init; }

    public IReadOnlyDictionary<string, string>? Errors { get; init; }
}
