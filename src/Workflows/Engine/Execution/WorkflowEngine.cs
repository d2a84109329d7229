using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Engine.Execution;

/// <summary>Runs workflow definitions as Elsa 3.8 does. It decides only: no input or output, no clock, no chance.</summary>
/// <param name="catalogue">The activity types.</param>
/// <param name="options">Limits.</param>
public sealed class WorkflowEngine(ActivityCatalogue catalogue, EngineOptions options)
{
    /// <summary>The activity types that this engine runs.</summary>
    public ActivityCatalogue Catalogue => catalogue;

    /// <summary>The limits that apply.</summary>
    public EngineOptions Options => options;

    /// <summary>Lets one thing happen to an instance and runs it until it waits or ends. The same arguments always give the same result.</summary>
    /// <param name="definition">The version that the instance is pinned to.</param>
    /// <param name="state">The state so far, which is not changed; null to start.</param>
    /// <param name="stimulus">What happens.</param>
    /// <param name="surroundings">What the advance may look at.</param>
    public AdvanceResult Advance(WorkflowDefinition definition, WorkflowState? state, Stimulus stimulus, Surroundings surroundings) =>
        throw new NotSupportedException();
}
