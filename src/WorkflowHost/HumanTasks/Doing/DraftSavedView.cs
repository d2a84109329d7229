using IndividualPlan.WorkflowHost.HumanTasks.WorkList;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.WorkflowHost.HumanTasks.Doing;

/// <summary>What came of saving a draft in the background.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="List">The list that the page leads back to.</param>
/// <param name="Draft">The draft as it is saved; null when it is not.</param>
/// <param name="Refusal">Why not; null when it is.</param>
internal sealed record DraftSavedView(HumanTaskId TaskId, WorkListAddress List, DraftView? Draft, Refusal? Refusal);
