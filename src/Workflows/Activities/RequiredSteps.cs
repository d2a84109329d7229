using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Steps that are in a drawing because the law wants them.</summary>
public static class RequiredSteps
{
    /// <summary>Whether the drawing marks the step as one that the law requires, so that it must not be taken out.</summary>
    /// <param name="step">The step.</param>
    public static bool IsRequiredByLaw(this ActivityNode step) =>
        step.Json["customProperties"]?["requiredByLaw"] is System.Text.Json.Nodes.JsonValue mark && mark.TryGetValue(out bool isRequired) && isRequired;

    /// <summary>Steps that the law requires in what runs, and that a drawing leaves out or turns into something else: each a problem that forbids publishing.</summary>
    /// <param name="running">The version that was published last.</param>
    /// <param name="drawn">The drawing that is to take its place.</param>
    public static IReadOnlyList<DefinitionProblem> LeftOut(WorkflowDefinition running, WorkflowDefinition drawn)
    {
        var kept = drawn.Activities.Select(static a => (a.Id, a.Type)).ToHashSet();
        return [.. running.Activities.Where(a => a.IsRequiredByLaw() && !kept.Contains((a.Id, a.Type))).Select(static a => new DefinitionProblem("", a.DisplayName, new(
            $"Steget «{a.DisplayName}» er tatt ut, men loven krever det. Sett det inn igjen, eller hent forrige versjon.",
            $"Steget «{a.DisplayName}» er teke ut, men lova krev det. Set det inn att, eller hent førre versjon.",
            $"The step “{a.DisplayName}” has been taken out, but the law requires it. Put it in again, or go back to the earlier version.")))];
    }
}
