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
    /// <exception cref="ArgumentException">The state belongs to another definition version, or is there when it must not be or the reverse.</exception>
    public AdvanceResult Advance(WorkflowDefinition definition, WorkflowState? state, Stimulus stimulus, Surroundings surroundings)
    {
        if (stimulus is Stimulus.Start)
        {
            if (state is not null)
            {
                throw new ArgumentException("An instance starts once.", nameof(state));
            }

            var fresh = new WorkflowState
            {
                DefinitionId = definition.DefinitionId,
                VersionId = definition.VersionId,
                SubStatus = WorkflowSubStatus.Executing,
            };

            return new InstanceRun(this, definition, fresh, surroundings).Run(stimulus)!;
        }

        if (state is null)
        {
            throw new ArgumentException("Only a start has no state.", nameof(state));
        }

        if (state.VersionId != definition.VersionId)
        {
            throw new ArgumentException($"The instance is pinned to version {state.VersionId}, not {definition.VersionId}.", nameof(definition));
        }

        return new InstanceRun(this, definition, state.Copy(), surroundings).Run(stimulus)
            ?? new AdvanceResult(state, []) { Refused = true };
    }

    /// <summary>Says whether an instance can be moved to another version of its definition, and what would happen. Changes nothing.</summary>
    /// <param name="from">The version that the instance is pinned to.</param>
    /// <param name="to">The version that it would be pinned to.</param>
    /// <param name="state">The state so far.</param>
    /// <param name="done">Node ids of all activities that have completed in the instance, as its journal tells.</param>
    public MigrationPlan PlanMigration(WorkflowDefinition from, WorkflowDefinition to, WorkflowState state, IReadOnlySet<string> done) =>
        MigrationPlan.Of(from, to, state, done);

    /// <summary>Moves an instance to another version of its definition. What has completed never runs again, what waits goes on waiting for the same.</summary>
    /// <param name="from">The version that the instance is pinned to.</param>
    /// <param name="to">The version that it is pinned to from now on.</param>
    /// <param name="state">The state so far, which is not changed.</param>
    /// <param name="done">Node ids of all activities that have completed in the instance.</param>
    /// <param name="surroundings">What the advance may look at.</param>
    /// <returns>Refused when the plan has problems.</returns>
    public AdvanceResult Migrate(WorkflowDefinition from, WorkflowDefinition to, WorkflowState state, IReadOnlySet<string> done, Surroundings surroundings)
    {
        if (!PlanMigration(from, to, state, done).IsSafe)
        {
            return new AdvanceResult(state, []) { Refused = true };
        }

        var moved = state.Copy();
        moved.VersionId = to.VersionId;
        return new InstanceRun(this, to, moved, surroundings).Migrate(from, done);
    }

    /// <summary>Takes a move to another version back. The caller has seen to it that nothing has happened in the instance since, and that the move set nothing going.</summary>
    /// <param name="back">The version that the instance was moved from, and is pinned to again.</param>
    /// <param name="before">The state as it was before the move; it is not changed.</param>
    /// <param name="surroundings">What the advance may look at.</param>
    /// <exception cref="ArgumentException">The state belongs to another definition version.</exception>
    public AdvanceResult TakeBack(WorkflowDefinition back, WorkflowState before, Surroundings surroundings) =>
        before.VersionId == back.VersionId
            ? new InstanceRun(this, back, before.Copy(), surroundings).TakeBack()
            : throw new ArgumentException($"The state is of version {before.VersionId}, not {back.VersionId}.", nameof(before));
}
