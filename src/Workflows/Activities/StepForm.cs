using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.Workflows.Activities;

/// <summary>One step of a drawing as a form: what the toolbox lets one fill in, and where its outcomes lead. Changes are read with <see cref="StepReading"/>.</summary>
/// <param name="Step">The step.</param>
/// <param name="Fields">What can be filled in, in the order of the toolbox; what only the drawing can change is shown, not asked.</param>
/// <param name="Ways">The ways on, one for each outcome; none where the step stands in no flowchart.</param>
/// <param name="Place">Where the step stands.</param>
public sealed record StepForm(ActivityNode Step, IReadOnlyList<StepField> Fields, IReadOnlyList<StepWay> Ways, StepPlace Place)
{
    /// <summary>What the step is for; empty when nobody said.</summary>
    public string Description => (ActivityNode.Text(Step.Json["metadata"] as System.Text.Json.Nodes.JsonObject, "description") ?? "").ReplaceLineEndings("\n").Trim();

    /// <summary>Makes the form of a step.</summary>
    /// <param name="definition">The drawing.</param>
    /// <param name="step">The step.</param>
    /// <param name="words">The words for it.</param>
    /// <param name="workflows">The workflows that a step may start: definition ids and names.</param>
    public static StepForm Of(WorkflowDefinition definition, ActivityNode step, FlowWords words, IReadOnlyList<ChoiceInfo> workflows)
    {
        var place = step.Parent?.Type switch { "Elsa.Flowchart" => StepPlace.Flowchart, "Elsa.Sequence" => StepPlace.Sequence, _ => StepPlace.Slot };
        return new StepForm(
            step,
            [.. (words.InfoOf(step)?.Inputs ?? []).Select(input => StepField.Of(definition, step, input, words, workflows)).OfType<StepField>()],
            place == StepPlace.Flowchart ? Lead(step, words) : [],
            place);
    }

    private static IReadOnlyList<StepWay> Lead(ActivityNode step, FlowWords words)
    {
        var lines = step.Parent!.Connections.Where(c => c.SourceId == step.Id).ToList();
        IReadOnlyList<string> own = words.Catalogue.Find(step.Type)?.Outcomes(step) ?? ["Done"];
        var outcomes = own.Concat(lines.Select(static l => l.SourcePort)).Distinct().ToList();

        return [.. outcomes.Select(outcome => new StepWay(
            outcome,
            outcomes.Count == 1 && outcome == "Done" ? null : words.Outcome(step, outcome),
            [.. lines.Where(l => l.SourcePort == outcome).Select(static l => l.TargetId).Where(id => step.Parent.Children.Any(c => c.Id == id)).Distinct()]))];
    }
}

/// <summary>Where a step stands, which decides what can be done around it.</summary>
public enum StepPlace
{
    /// <summary>In a flowchart: lines lead from step to step.</summary>
    Flowchart,

    /// <summary>In a list that is done from top to bottom.</summary>
    Sequence,

    /// <summary>Alone inside another step.</summary>
    Slot,
}

/// <summary>A way on from a step.</summary>
/// <param name="Outcome">The outcome as the drawing writes it.</param>
/// <param name="Label">What people call it; null when the step has one way only.</param>
/// <param name="Targets">Ids of the steps that it leads to; several are begun at once, none is a line that is missing or an end.</param>
public sealed record StepWay(string Outcome, LocalizedText? Label, IReadOnlyList<string> Targets);

/// <summary>How a field of a step is asked for.</summary>
public enum StepControl
{
    /// <summary>Not asked: an expression or the drawing decides.</summary>
    Shown,

    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Lines,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A length of time in words.</summary>
    Length,

    /// <summary>Lengths of time, one a line.</summary>
    Lengths,

    /// <summary>Names, each in a field of its own, so that one can be renamed without losing where it leads.</summary>
    Names,

    /// <summary>One of a list.</summary>
    One,

    /// <summary>Any of a list.</summary>
    Many,

    /// <summary>Yes or no.</summary>
    YesNo,
}
