using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.Workflows.Coordinators;

namespace IndividualPlan.WorkflowHost.Coordinators;

/// <summary>The coordinators of a case over time: <see cref="CoordinatorsOfCase"/>.</summary>
public sealed partial class CaseCoordinatorsPage : PageComponent
{
    private CoordinatorsOfCase View => The<CoordinatorsOfCase>();

    private string Heading => T("Koordinatorer", "Koordinatorar", "Coordinators");

    private string Wish(CoordinatorPeriod period) => (period.WasWished, period.PersonAgrees) switch
    {
        (true, _) => T("Ønsket denne koordinatoren", "Ønskte denne koordinatoren", "Wished for this coordinator"),
        (_, true) => T("Er enig", "Er samd", "Agrees"),
        (_, false) => T("Er ikke enig", "Er ikkje samd", "Does not agree"),
        _ => T("Ikke registrert", "Ikkje registrert", "Not recorded"),
    };
}
