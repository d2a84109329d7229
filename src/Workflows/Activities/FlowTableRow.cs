using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>One step of a flow as a row that can be read aloud.</summary>
/// <param name="Number">Its place in reading order: <c>4</c>, or <c>4.2</c> for the second step inside step 4.</param>
/// <param name="Step">The step.</param>
/// <param name="Kind">What kind of step it is.</param>
/// <param name="Inside">Of a step inside another: which place of it, such as «Ellers»; null at the top, or where there is but one place.</param>
/// <param name="Who">Who does it; null when nobody has to.</param>
/// <param name="Due">By when, or until when it waits; null when it takes no time of its own.</param>
/// <param name="FollowUp">Reminders and escalation, in the order in which they come.</param>
/// <param name="Details">Fields that are filled in and not already told, with their values.</param>
/// <param name="Ways">Each way on.</param>
/// <param name="SubFlow">The definition id of the workflow that the step starts; null when it starts none, or an expression says which.</param>
/// <param name="SubFlowName">What that workflow is called; null when it is not known.</param>
/// <param name="IsStart">Whether the flow begins here, or something that happens begins it here.</param>
/// <param name="Problems">What is wrong with the step.</param>
public sealed record FlowTableRow(
    string Number,
    ActivityNode Step,
    LocalizedText Kind,
    LocalizedText? Inside,
    LocalizedText? Who,
    LocalizedText? Due,
    IReadOnlyList<LocalizedText> FollowUp,
    IReadOnlyList<FlowField> Details,
    IReadOnlyList<FlowWay> Ways,
    string? SubFlow,
    string? SubFlowName,
    bool IsStart,
    IReadOnlyList<DefinitionProblem> Problems)
{
    /// <summary>What people call the step.</summary>
    public string Name => Step.DisplayName;
}

/// <summary>A field of a step and what stands in it.</summary>
/// <param name="Label">What the field is called.</param>
/// <param name="Value">What stands in it.</param>
public sealed record FlowField(LocalizedText Label, LocalizedText Value)
{
    /// <summary>The expression that decides, for those who read such; null when none does, or when what it decides is not where the flow goes.</summary>
    public string? Code { get; init; }
}

/// <summary>A way on from a step.</summary>
/// <param name="Outcome">The answer that it is taken by; null when the step has one way only.</param>
/// <param name="Targets">The steps that it leads to; several are begun at once.</param>
/// <param name="End">What happens when it leads to none: an end, or a fault in the drawing.</param>
public sealed record FlowWay(LocalizedText? Outcome, IReadOnlyList<FlowTarget> Targets, LocalizedText? End);

/// <summary>A step that a way leads to.</summary>
/// <param name="Number">Its number in the table.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsBack">Whether it comes earlier in the table, so that the flow repeats itself from there.</param>
public sealed record FlowTarget(string Number, string Name, bool IsBack);
