namespace IndividualPlan.WorkflowHost.Components;

/// <summary>A place to go to, in the menu of a section.</summary>
/// <param name="Address">An address on this site.</param>
/// <param name="Text">What is read, in the language of the page.</param>
/// <param name="Count">A number beside it; null for none.</param>
public sealed record PageLink(string Address, string Text, int? Count = null);
