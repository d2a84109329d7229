using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Definitions;

/// <summary>An act that a leader is asked about before it is done: what it means for the cases, and why it is to be done.</summary>
/// <param name="Flow">The workflow.</param>
/// <param name="Heading">What is to be done.</param>
/// <param name="Consequences">What follows from it.</param>
/// <param name="Button">What the button says.</param>
/// <param name="Action">Where the form is sent.</param>
/// <param name="TakesAway">Whether something goes away.</param>
internal sealed record FlowAct(FlowVersions Flow, LocalizedText Heading, IReadOnlyList<LocalizedText> Consequences, LocalizedText Button, string Action, bool TakesAway = false)
{
    public string DefinitionId => Flow.DefinitionId;

    public string Name => Flow.Name;

    public long ChangeNumber => Flow.ChangeNumber;

    /// <summary>The version that it is about; null for the whole workflow.</summary>
    public int? Version { get; init; }

    /// <summary>Why it cannot be done now; null when it can.</summary>
    public LocalizedText? Hindrance { get; init; }

    /// <summary>Where the difference to what runs is shown; null for nowhere.</summary>
    public string? SeeDifferences { get; init; }

    /// <summary>What was typed and refused.</summary>
    public string? Reason { get; init; }

    public Refusal? Refusal { get; init; }

    public IReadOnlyList<DefinitionProblem> Problems { get; init; } = [];

    /// <summary>Goes back to an old version.</summary>
    public static FlowAct RollBack(FlowVersions flow, DefinitionSummary to) => new(
        flow,
        new($"Gå tilbake til versjon {to.Version}", $"Gå tilbake til versjon {to.Version}", $"Go back to version {to.Version}"),
        [
            new($"Nye saker følger tegningen fra versjon {to.Version}. Den får et nytt nummer, så historikken blir stående.",
                $"Nye saker følgjer teikninga frå versjon {to.Version}. Ho får eit nytt nummer, så historikken blir ståande.",
                $"New cases follow the drawing of version {to.Version}. It gets a new number, so that the history stays as it is."),
            Staying(flow),
            .. flow.Draft is { } draft ? new LocalizedText[]
            {
                new($"Utkastet til versjon {draft.Version} blir liggende blant versjonene, men det kan ikke tegnes videre på.",
                    $"Utkastet til versjon {draft.Version} blir liggjande blant versjonane, men det kan ikkje teiknast vidare på.",
                    $"The draft of version {draft.Version} stays among the versions, but cannot be drawn on any more."),
            } : [],
        ],
        new($"Gå tilbake til versjon {to.Version}", $"Gå tilbake til versjon {to.Version}", $"Go back to version {to.Version}"),
        FlowAddress.Act(flow.DefinitionId, "roll-back", to.Version))
    {
        Version = to.Version,
        SeeDifferences = flow.Running is { } running ? FlowAddress.Compare(flow.DefinitionId, running.Version, to.Version) : null,
    };

    /// <summary>Takes the workflow out of use.</summary>
    public static FlowAct Retract(FlowVersions flow, LocalizedText? hindrance) => new(
        flow,
        new("Ta arbeidsflyten ut av bruk", "Ta arbeidsflyten ut av bruk", "Take the workflow out of use"),
        [
            flow.StartsOn.Count > 0
                ? new(
                    $"Ingen nye saker følger den. Når dette skjer, starter den ikke lenger: {string.Join("; ", flow.StartsOn.Select(static s => s.Nb))}.",
                    $"Ingen nye saker følgjer han. Når dette skjer, startar han ikkje lenger: {string.Join("; ", flow.StartsOn.Select(static s => s.Nn))}.",
                    $"No new cases follow it. When this happens, it no longer starts: {string.Join("; ", flow.StartsOn.Select(static s => s.En))}.")
                : new("Ingen nye saker følger den.", "Ingen nye saker følgjer han.", "No new cases follow it."),
            Staying(flow),
            new("Du kan ta den i bruk igjen ved å publisere en versjon.", "Du kan ta han i bruk igjen ved å publisere ein versjon.", "You can take it into use again by publishing a version."),
        ],
        new("Ta ut av bruk", "Ta ut av bruk", "Take out of use"),
        FlowAddress.Act(flow.DefinitionId, "retract"),
        TakesAway: true)
    {
        Hindrance = flow.Running is null ? DefinitionRefusals.NotPublished().Refusal.Detail : hindrance,
    };

    /// <summary>Deletes one version.</summary>
    public static FlowAct DeleteVersion(FlowVersions flow, FlowVersion version) => new(
        flow,
        version.Summary == flow.Draft
            ? new($"Slett utkastet til versjon {version.Summary.Version}", $"Slett utkastet til versjon {version.Summary.Version}", $"Delete the draft of version {version.Summary.Version}")
            : new($"Slett versjon {version.Summary.Version}", $"Slett versjon {version.Summary.Version}", $"Delete version {version.Summary.Version}"),
        [
            version.Summary.PublishedAt is null
                ? new("Det som er tegnet i den, blir borte for godt.", "Det som er teikna i han, blir borte for godt.", "What is drawn in it is gone for good.")
                : new("Den blir borte fra listen. Historikken blir stående.", "Han blir borte frå lista. Historikken blir ståande.", "It goes from the list. The history stays."),
            flow.Running is { } running
                ? new($"Nye saker følger fortsatt versjon {running.Version}.", $"Nye saker følgjer framleis versjon {running.Version}.", $"New cases still follow version {running.Version}.")
                : new("Ingen nye saker følger arbeidsflyten nå.", "Ingen nye saker følgjer arbeidsflyten no.", "No new cases follow the workflow now."),
        ],
        new("Slett", "Slett", "Delete"),
        FlowAddress.Act(flow.DefinitionId, "delete", version.Summary.Version),
        TakesAway: true)
    {
        Version = version.Summary.Version,
        Hindrance = version.Summary.IsPublished ? DefinitionRefusals.VersionIsPublished(version.Summary.Version).Refusal.Detail : null,
    };

    /// <summary>Deletes the whole workflow.</summary>
    public static FlowAct Delete(FlowVersions flow, LocalizedText? hindrance) => new(
        flow,
        new("Slett arbeidsflyten", "Slett arbeidsflyten", "Delete the workflow"),
        [
            new("Alle versjoner blir borte fra listene, og utkast blir borte for godt.", "Alle versjonar blir borte frå listene, og utkast blir borte for godt.", "All versions go from the lists, and drafts are gone for good."),
            new("Saker som er ferdige, viser fortsatt hva de fulgte.", "Saker som er ferdige, viser framleis kva dei følgde.", "Cases that are finished still show what they followed."),
            new("Last den ned først hvis du kan få bruk for tegningen.", "Last han ned først om du kan få bruk for teikninga.", "Download it first if you may need the drawing."),
        ],
        new("Slett arbeidsflyten", "Slett arbeidsflyten", "Delete the workflow"),
        FlowAddress.Act(flow.DefinitionId, "delete"),
        TakesAway: true)
    {
        Hindrance = flow.RunningCases > 0 ? DefinitionRefusals.HasRunningInstances(flow.RunningCases).Refusal.Detail : hindrance,
    };

    private static LocalizedText Staying(FlowVersions flow) => flow.RunningCases == 0
        ? new("Ingen saker er i gang i arbeidsflyten nå.", "Ingen saker er i gang i arbeidsflyten no.", "No cases are going on in the workflow now.")
        : new(
            $"Saker som er i gang ({flow.RunningCases}), fortsetter på sin versjon.", $"Saker som er i gang ({flow.RunningCases}), held fram på sin versjon.",
            $"Cases that are going on ({flow.RunningCases}) stay on their version.");
}
