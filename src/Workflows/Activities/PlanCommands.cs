using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Plan work begins; the person has consented and has no open plan.</summary>
public sealed record BeginPlan : EngineCommand;

/// <summary>The plan's content as worked out so far.</summary>
/// <param name="Content">All points, with what was drafted before.</param>
public sealed record ReplacePlanContent(PlanContent Content) : EngineCommand;

/// <summary>The plan is put before the person.</summary>
public sealed record SubmitPlan : EngineCommand;

/// <summary>The person approved: the content becomes an immutable version (L-90).</summary>
/// <param name="Result">How and when it was approved.</param>
public sealed record FixPlanVersion(TaskResult Result) : EngineCommand;

/// <summary>The person wants changes: the plan goes back to drafting.</summary>
/// <param name="Result">What to change.</param>
public sealed record ReturnPlan(TaskResult Result) : EngineCommand;

/// <summary>Services are invited to take part in the plan.</summary>
/// <param name="Result">One participant or a list.</param>
public sealed record AddParticipants(TaskResult Result) : EngineCommand;

/// <summary>A participant answered the invitation.</summary>
/// <param name="ParticipantId">Who.</param>
/// <param name="IsConfirmed">False when it declined.</param>
/// <param name="Result">Contribution, or why it declined.</param>
public sealed record RecordParticipation(string ParticipantId, bool IsConfirmed, TaskResult Result) : EngineCommand;

/// <summary>The confirmed contributions become a version of the case's cooperation agreement.</summary>
public sealed record RecordAgreement : EngineCommand;

/// <summary>The plan's next revision is set, with its deadline D-17.</summary>
/// <param name="Computed">Raw and rolled date.</param>
/// <param name="RuleSet">Key of the rule set counted by.</param>
public sealed record SetNextRevision(ComputedDeadline Computed, string RuleSet) : EngineCommand;

/// <summary>A revision took place; its outcome is kept and D-17 is met.</summary>
/// <param name="Outcome">What came of it: NoChange, Adjusted, NewVersion or Close.</param>
/// <param name="Result">Evaluation, who attended, the person's own assessment.</param>
public sealed record KeepRevision(string Outcome, TaskResult Result) : EngineCommand;
