using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Kinds of steps that can be put into a flow from a list: those whose fields a form can ask for.</summary>
public static class StepKinds
{
    /// <summary>Elsa's own that a leader has use for without code.</summary>
    private static readonly string[] OfElsa = ["Elsa.Delay", "Elsa.DispatchWorkflow"];

    /// <summary>The kinds by type name.</summary>
    /// <param name="catalogue">The activity types.</param>
    /// <param name="leadsOn">Whether something comes after the step, so that kinds that end a path are left out.</param>
    public static IReadOnlyList<ChoiceInfo> All(ActivityCatalogue catalogue, bool leadsOn) =>
    [
        .. catalogue.Activities.OfType<DomainActivity>().Select(static a => (a.Type, a.Info))
            .Concat(OfElsa.Select(static type => (Type: type, Info: ElsaToolbox.Find(type)!)))
            .Where(k => k.Info.Inputs.All(static i => !i.IsRequired || StepField.IsAsked(i)) && (!leadsOn || k.Info.Outcomes.Count > 0))
            .Select(static k => new ChoiceInfo(k.Type, k.Info.Name)),
    ];

    /// <summary>Why a step cannot be taken out of its flow; null when it can.</summary>
    /// <param name="step">The step.</param>
    /// <param name="isStart">Whether the flow begins with it.</param>
    public static LocalizedText? WhyNotRemove(ActivityNode step, bool isStart) =>
        step.IsRequiredByLaw() ? new("Loven krever dette steget, så det kan ikke tas ut.", "Lova krev dette steget, så det kan ikkje takast ut.", "The law requires this step, so it cannot be taken out.")
        : isStart ? new("Flyten begynner med dette steget, så det kan ikke tas ut her.", "Flyten byrjar med dette steget, så det kan ikkje takast ut her.", "The flow begins with this step, so it cannot be taken out here.")
        : step.Parent?.Type is not ("Elsa.Flowchart" or "Elsa.Sequence") ? new("Steget er alt som ligger inne i et annet steg, så det kan bare tas ut på tegningen.", "Steget er alt som ligg inne i eit anna steg, så det kan berre takast ut på teikninga.", "The step is all that stands inside another, so it can only be taken out on the drawing.")
        : null;
}
