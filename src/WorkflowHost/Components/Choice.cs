namespace IndividualPlan.WorkflowHost.Components;

/// <summary>Something that can be chosen in a form.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read, in the language of the page.</param>
/// <param name="Hint">A line below it; null for none.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
