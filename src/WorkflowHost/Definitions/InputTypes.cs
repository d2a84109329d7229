using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>Which type an input takes, for drawings in which the designer left it out because the input was filled in for the first time.</summary>
internal sealed class InputTypes(ActivityCatalogue activities)
{
    /// <summary>The type alias of an input; null when the activity or the input is not one of the toolbox.</summary>
    public string? Find(string activityType, string inputName) =>
        (activities.Find(activityType) as DomainActivity)?.Info.Inputs.FirstOrDefault(i => string.Equals(i.Name, inputName, StringComparison.OrdinalIgnoreCase))?.Kind switch
        {
            null => null,
            InputKind.Flag => "Boolean",
            InputKind.Lengths or InputKind.Texts or InputKind.NoPlanReasons => "String[]",
            InputKind.Expression => "Object",
            _ => "String",
        };
}
