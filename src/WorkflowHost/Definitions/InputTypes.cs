using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Which type an input takes, for drawings in which the designer left it out because the input was filled in for the first time.</summary>
internal sealed class InputTypes(ActivityCatalogue activities)
{
    /// <summary>The type alias of an input; null when the toolbox has no such activity or input.</summary>
    public string? Find(string activityType, string inputName) =>
        ((activities.Find(activityType) as DomainActivity)?.Info ?? ElsaToolbox.Find(activityType))
            ?.Inputs.FirstOrDefault(i => string.Equals(i.Name, inputName, StringComparison.OrdinalIgnoreCase))?.Kind switch
        {
            null => null,
            InputKind.Flag or InputKind.Condition => "Boolean",
            InputKind.Lengths or InputKind.Texts or InputKind.Outcomes or InputKind.NoPlanReasons or InputKind.PlanSections or InputKind.Workflows => "String[]",
            InputKind.Expression or InputKind.Json => "Object",
            InputKind.Number => "Int32",
            InputKind.Span => "TimeSpan",
            _ => "String",
        };
}
