using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Cases.History;

/// <summary>Who has looked at a case: <see cref="AccessLogOfCase"/>.</summary>
public sealed partial class AccessLogPage : PageComponent
{
    private AccessLogOfCase View => The<AccessLogOfCase>();

    private string Heading => T("Innsyn", "Innsyn", "Access log");

    private string Caption => T("Hvem som har sett hva, det siste øverst", "Kven som har sett kva, det siste øvst", "Who has seen what, the latest first");
}
