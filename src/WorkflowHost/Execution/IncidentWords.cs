using System.Globalization;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;

namespace IndividualPlan.WorkflowHost.Execution;

/// <summary>Tells a leader in plain words what stopped, where, since when and what to do; the technical reason is a text of its own, for those who mend it.</summary>
internal static partial class IncidentWords
{
    private static readonly LocalizedText Hidden = new(
        "Flyten lagde meldingen selv, og den kan fortelle om en person. Den vises derfor ikke her.",
        "Flyten laga meldinga sjølv, og ho kan fortelje om ein person. Ho blir difor ikkje vist her.",
        "The flow made the message itself, and it may tell about a person. It is therefore not shown here.");

    /// <summary>What to do about a step that failed.</summary>
    public static LocalizedText WhatToDo { get; } = new(
        "Resten av flyten venter. Finn ut hva som er galt, få det rettet, og prøv steget på nytt. Ingenting av det som er gjort, blir gjort om igjen.",
        "Resten av flyten ventar. Finn ut kva som er gale, få det retta, og prøv steget på nytt. Ingenting av det som er gjort, blir gjort om att.",
        "The rest of the flow waits. Find out what is wrong, have it put right, and try the step again. Nothing that has been done is done again.");

    /// <summary>One sentence: which step stopped, in which flow of which case, and when.</summary>
    public static LocalizedText Sentence(string step, string flow, string? caseReference, DateTimeOffset at)
    {
        var local = NorwegianTime.LocalOf(at);
        var (date, time) = (local.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), local.ToString("HH.mm", CultureInfo.InvariantCulture));
        return caseReference is null
            ? Messages.Format(new(
                "Steget «{0}» i flyten «{1}» stoppet {2} kl. {3}.", "Steget «{0}» i flyten «{1}» stoppa {2} kl. {3}.", "The step “{0}” in the flow “{1}” stopped on {2} at {3}."),
                step, flow, date, time)
            : Messages.Format(new(
                "Steget «{0}» i flyten «{1}» i sak {4} stoppet {2} kl. {3}.", "Steget «{0}» i flyten «{1}» i sak {4} stoppa {2} kl. {3}.",
                "The step “{0}” in the flow “{1}” of case {4} stopped on {2} at {3}."),
                step, flow, date, time, caseReference);
    }

    /// <summary>The technical reason with long numbers left out; a message that the drawing itself puts together at run time is not shown at all.</summary>
    public static LocalizedText Technical(ActivityNode? node, string message)
    {
        if (node is { Type: "Elsa.Fault" } && node.LiteralText("message") is null)
        {
            return Hidden;
        }

        var text = LongNumber().Replace(message, "…");
        return new LocalizedText(text, text, text);
    }

    /// <summary>What people call the step: the text on the drawing, else the name it had, else its id.</summary>
    public static string StepName(ActivityNode? node, string? name, string activityId) =>
        node?.DisplayName ?? (string.IsNullOrWhiteSpace(name) ? activityId : name);

    /// <summary>Finds a node by its path, also below activities whose id stands in several places.</summary>
    public static ActivityNode? NodeAt(WorkflowDefinition definition, string nodeId, string activityId) =>
        definition.Activities.FirstOrDefault(a => a.NodeId == nodeId) ?? definition.FindActivity(activityId);

    [GeneratedRegex(@"\d[\d \u00A0]{4,}\d")]
    private static partial Regex LongNumber();
}
