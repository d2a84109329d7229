using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Deadlines;

/// <summary>The deadlines of a case: <see cref="DeadlinesOfCase"/>.</summary>
public sealed partial class CaseDeadlinesPage : PageComponent
{
    private DeadlinesOfCase View => The<DeadlinesOfCase>();

    private string Heading => T("Frister", "Fristar", "Deadlines");
}
