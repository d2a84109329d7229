using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>One flow of a case: <see cref="FlowInCase"/>.</summary>
public sealed partial class FlowCard : PageComponent
{
    /// <summary>The Norwegian date.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    private FlowInCase Flow => The<FlowInCase>();

    private string? DrawnIn => FlowPageWords.DrawnIn(Language);

    private LocalizedText Status => (Flow.SubStatus, Flow.Stopped.Count) switch
    {
        (WorkflowSubStatus.Cancelled, _) => new("Avlyst", "Avlyst", "Called off"),
        (WorkflowSubStatus.Finished, _) => new("Ferdig", "Ferdig", "Ended"),
        (WorkflowSubStatus.Faulted, _) or (_, > 0) => new("Har stoppet", "Har stoppa", "Has stopped"),
        _ => new("Venter", "Ventar", "Waits"),
    };

    private string Color => (Flow.SubStatus, Flow.Stopped.Count) switch
    {
        (WorkflowSubStatus.Cancelled, _) => "neutral",
        (WorkflowSubStatus.Finished, _) => "success",
        (WorkflowSubStatus.Faulted, _) or (_, > 0) => "warning",
        _ => "info",
    };

    private LocalizedText WaitsFor(WaitingStep step) => step.Kind switch
    {
        WaitKind.Task => new("Venter på at oppgaven blir gjort.", "Ventar på at oppgåva blir gjord.", "Waits for the task to be done."),
        WaitKind.Timer when step.DueAt is { } at => new($"Venter til {Dates.Show(at, "nb")}.", $"Ventar til {Dates.Show(at, "nn")}.", $"Waits until {Dates.Show(at, "en")}."),
        WaitKind.Event when step.DueAt is { } at => new(
            $"Venter til noen melder fra, eller til {Dates.Show(at, "nb")}.", $"Ventar til nokon melder frå, eller til {Dates.Show(at, "nn")}.", $"Waits until someone reports it, or until {Dates.Show(at, "en")}."),
        WaitKind.Event => new("Venter på at noen melder fra.", "Ventar på at nokon melder frå.", "Waits for someone to report it."),
        WaitKind.Child => new("Venter på en annen arbeidsflyt.", "Ventar på ein annan arbeidsflyt.", "Waits for another workflow."),
        WaitKind.Http => new("Venter på svar fra et annet system.", "Ventar på svar frå eit anna system.", "Waits for an answer from another system."),
        _ => new("Venter.", "Ventar.", "Waits."),
    };

    private static LocalizedText StepText(StepOnPath step) => step.Status switch
    {
        StepStatus.Completed => new("ferdig", "ferdig", "done"),
        StepStatus.Canceled => new("avlyst", "avlyst", "called off"),
        StepStatus.Faulted => new("stoppet", "stoppa", "stopped"),
        _ => new("pågår siden", "går no, sidan", "under way since"),
    };
}
