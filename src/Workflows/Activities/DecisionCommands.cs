using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A step in the life of a decision.</summary>
public enum DecisionStage
{
    /// <summary>It is drafted, or the draft is changed.</summary>
    Draft,

    /// <summary>The approver sends the draft back.</summary>
    Return,

    /// <summary>It is made.</summary>
    Make,

    /// <summary>Notice of it reaches the person.</summary>
    Notify,
}

/// <summary>A step of a decision is recorded.</summary>
/// <param name="Stage">Which step.</param>
/// <param name="About">What the decision is about; only used for a new draft.</param>
/// <param name="Outcome">The outcome; null to read it from the result's field <c>outcome</c>.</param>
/// <param name="DecisionId">The decision; null for the newest that the step can be taken on.</param>
/// <param name="Result">What was filled in.</param>
public sealed record AdvanceDecision(DecisionStage Stage, DecisionSubject About, DecisionOutcome? Outcome, string? DecisionId, TaskResult Result) : EngineCommand;
