using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Cases;

namespace IndividualPlan.WorkflowHost.Decisions;

/// <summary>Decisions and appeals of a case: <see cref="DecisionsOfCase"/>.</summary>
public sealed partial class CaseDecisionsPage : PageComponent
{
    private DecisionsOfCase View => The<DecisionsOfCase>();

    private string Heading => T("Vedtak og klager", "Vedtak og klager", "Decisions and appeals");
}
