namespace IndividualPlan.WorkflowHost.Components;

/// <summary>The accessibility statement that public bodies must have, see domain §4.7.</summary>
public sealed partial class AccessibilityPage : PageComponent
{
    private string Heading => T("Tilgjengelighetserklæring", "Tilgjengeerklæring", "Accessibility statement");
}
