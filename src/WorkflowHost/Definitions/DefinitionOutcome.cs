using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>What came of an act on a workflow.</summary>
internal abstract record DefinitionOutcome
{
    private DefinitionOutcome()
    {
    }

    /// <summary>Done, or it was so already.</summary>
    /// <param name="Version">The version that the act made, changed or left as the newest.</param>
    /// <param name="Warnings">What someone should look at; nothing of it forbids publishing.</param>
    /// <param name="IsUnchanged">Whether there was nothing to do.</param>
    public sealed record Saved(WorkflowDefinitionRow Version, IReadOnlyList<DefinitionProblem> Warnings, bool IsUnchanged = false) : DefinitionOutcome
    {
        public string DefinitionId => Version.DefinitionId;

        public string VersionId => Version.VersionId;
    }

    /// <summary>Not done, and nothing is stored.</summary>
    /// <param name="Problems">What is wrong in the drawing, by node; empty when the refusal is not about the drawing.</param>
    public sealed record Refused(Refusal Refusal, IReadOnlyList<DefinitionProblem> Problems) : DefinitionOutcome
    {
        public Refused(Refusal refusal)
            : this(refusal, [])
        {
        }
    }
}
