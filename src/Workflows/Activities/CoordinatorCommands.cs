using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>A coordinator is appointed; a running period ends with a handover and its holder's open tasks go over (L-70).</summary>
/// <param name="Result">Who, of which service, from when, and on what terms.</param>
public sealed record BeginCoordinatorPeriod(TaskResult Result) : EngineCommand;

/// <summary>The coordinator's period ends without a successor yet.</summary>
/// <param name="Result">Last day, reason and handover note.</param>
public sealed record EndCoordinatorPeriod(TaskResult Result) : EngineCommand;
