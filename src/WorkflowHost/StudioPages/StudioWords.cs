using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.WorkflowHost.StudioPages;

/// <summary>What the header above Elsa Studio says of the workflow or the case that is shown.</summary>
internal static class StudioWords
{
    public static readonly LocalizedText Workflows = new("Arbeidsflyter", "Arbeidsflytar", "Workflows");
    public static readonly LocalizedText Instances = new("Saker i arbeidsflytene", "Saker i arbeidsflytane", "Cases in their workflows");
    public static readonly LocalizedText AsTable = new("Vis som tabell", "Vis som tabell", "Show as a table");
    public static readonly LocalizedText Versions = new("Versjoner", "Versjonar", "Versions");
    public static readonly LocalizedText TheCase = new("Til saken", "Til saka", "To the case");
    public static readonly LocalizedText TryAgain = new("Prøv på nytt", "Prøv på nytt", "Try again");
    public static readonly LocalizedText Drawing = new("Til tegningen", "Til teikninga", "To the drawing");

    /// <summary>Which version runs, and whether what is shown is another.</summary>
    public static LocalizedText OfVersions(DefinitionSummary latest, DefinitionSummary? published) => (latest, published) switch
    {
        (_, null) => new("Ingen versjon kjører ennå. Du ser et utkast.", "Ingen versjon køyrer enno. Du ser eit utkast.", "No version runs yet. You see a draft."),
        ({ IsPublished: true }, _) => Messages.Format(new("Det som kjører nå, er versjon {0}.", "Det som køyrer no, er versjon {0}.", "Version {0} runs now."), published.Version),
        _ => Messages.Format(new(
            "Det som kjører nå, er versjon {0}. Du ser utkastet til versjon {1}.",
            "Det som køyrer no, er versjon {0}. Du ser utkastet til versjon {1}.",
            "Version {0} runs now. You see the draft of version {1}."), published.Version, latest.Version),
    };

    /// <summary>Whether it is finished, has stopped or waits; the step that has waited longest stands for all of them.</summary>
    public static LocalizedText OfInstance(WorkflowStatus status, WorkflowSubStatus subStatus, IReadOnlyList<WaitingStep> steps) => (status, subStatus, steps) switch
    {
        (_, WorkflowSubStatus.Faulted, _) => new("Har stoppet på en feil.", "Har stoppa på ein feil.", "Has stopped because of a fault."),
        (_, WorkflowSubStatus.Cancelled, _) => new("Er avbrutt.", "Er avbroten.", "Is called off."),
        (WorkflowStatus.Finished, _, _) => new("Er ferdig.", "Er ferdig.", "Is finished."),
        (_, _, [var step]) => Since(new("Venter på «{0}» siden {1:dd.MM.yyyy}.", "Ventar på «{0}» sidan {1:dd.MM.yyyy}.", "Waits at “{0}” since {1:dd.MM.yyyy}."), step, 0),
        (_, _, [var step, ..]) => Since(
            new("Venter på «{0}» siden {1:dd.MM.yyyy}, og på {2} andre steg.", "Ventar på «{0}» sidan {1:dd.MM.yyyy}, og på {2} andre steg.",
                "Waits at “{0}” since {1:dd.MM.yyyy}, and at {2} other steps."), step, steps.Count - 1),
        _ => new("Er i gang.", "Er i gang.", "Is running."),
    };

    private static LocalizedText Since(LocalizedText text, WaitingStep step, int others) => Messages.Format(text, step.Name, NorwegianTime.LocalOf(step.SinceAt), others);
}
