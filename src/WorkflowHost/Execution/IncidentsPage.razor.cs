using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>What has stopped and waits for someone: a list of <see cref="OpenIncident"/>.</summary>
public sealed partial class IncidentsPage : PageComponent
{
    private IReadOnlyList<OpenIncident> Incidents => The<IReadOnlyList<OpenIncident>>();

    private string Heading => T("Saker som har stoppet", "Saker som har stoppa", "Cases that have stopped");

    private LocalizedText Lead => Incidents.Count == 1
        ? new("Ett steg har stoppet.", "Eitt steg har stoppa.", "One step has stopped.")
        : new($"{Incidents.Count} steg har stoppet. Det eldste står øverst.", $"{Incidents.Count} steg har stoppa. Det eldste står øvst.", $"{Incidents.Count} steps have stopped. The oldest comes first.");

    /// <summary>The first incident of an instance is what links to the instance lead to.</summary>
    private string IdOf(OpenIncident incident, int index) =>
        Incidents.Take(index).Any(i => i.InstanceId == incident.InstanceId) ? "incident-" + incident.IncidentId : "flow-" + incident.InstanceId;
}
