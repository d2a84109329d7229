using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>The versions of a workflow and what may be done with each: <see cref="FlowVersions"/>.</summary>
public sealed partial class VersionsTable : PageComponent
{
    private FlowVersions Flow => The<FlowVersions>();

    private bool MayChange => May(Policies.PublishWorkflowDefinition);

    /// <summary>Studio's page opens the newest version alone, so older ones are shown as tables.</summary>
    private IEnumerable<(string Address, string Text)> ActsOn(DefinitionSummary version, bool wasUsed)
    {
        if (version.IsLatest && May(Policies.OpenStudio))
        {
            yield return (FlowAddress.Drawing(Flow.DefinitionId), T("Tegning", "Teikning", "Drawing"));
        }

        yield return (FlowTablePages.Address(Flow.DefinitionId, version.Version), T("Tabell", "Tabell", "Table"));

        if (Other(version) is { } other)
        {
            yield return (FlowAddress.Compare(Flow.DefinitionId, other.Version, version.Version), T($"Sammenlign med {other.Version}", $"Samanlikn med {other.Version}", $"Compare with {other.Version}"));
        }

        yield return (FlowAddress.Act(Flow.DefinitionId, "download", version.Version), T("Last ned", "Last ned", "Download"));

        if (MayChange && !version.IsPublished && Flow.Draft != version)
        {
            yield return (FlowAddress.Act(Flow.DefinitionId, "roll-back", version.Version), T("Gå tilbake til denne", "Gå tilbake til denne", "Go back to this one"));
        }

        if (MayChange && !version.IsPublished && !wasUsed && Flow.Versions.Count > 1)
        {
            yield return (FlowAddress.Act(Flow.DefinitionId, "delete", version.Version), T("Slett", "Slett", "Delete"));
        }
    }

    /// <summary>What a version is compared with: the one that runs; that one with the one before it.</summary>
    private DefinitionSummary? Other(DefinitionSummary version) => version.IsPublished || Flow.Running is null
        ? Flow.Versions.Select(static v => v.Summary).FirstOrDefault(v => v.Version < version.Version)
        : Flow.Running;
}
