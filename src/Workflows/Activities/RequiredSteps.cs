using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Steps that are in a drawing because the law wants them.</summary>
public static class RequiredSteps
{
    /// <summary>Whether the drawing marks the step as one that the law requires, so that it must not be taken out.</summary>
    /// <param name="step">The step.</param>
    public static bool IsRequiredByLaw(this ActivityNode step) =>
        step.Json["customProperties"]?["requiredByLaw"] is System.Text.Json.Nodes.JsonValue mark && mark.TryGetValue(out bool isRequired) && isRequired;
}
