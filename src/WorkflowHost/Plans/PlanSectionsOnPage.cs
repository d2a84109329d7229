using System.Text.Json.Nodes;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>A part of the plan as it is written on a task's page.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Text">The lines as the field shows them: what was typed, or else what the plan says.</param>
/// <param name="Seen">The mark of what the plan says now, which the writer has before them.</param>
/// <param name="Theirs">What the plan says now, when others have changed it after the writer began; else null.</param>
internal sealed record PlanTextOnPage(PlanTextPart Part, string Text, string Seen, string? Theirs);

/// <summary>The parts of the plan that a task is about, to read and where the user may to write.</summary>
/// <param name="Document">The plan.</param>
/// <param name="Points">Letters of the content points.</param>
/// <param name="Texts">What can be written here; empty when the user may only read.</param>
/// <param name="WhyNot">Why it can only be read; null when it can be written.</param>
internal sealed record PlanSectionsOnPage(PlanDocument Document, IReadOnlyList<string> Points, IReadOnlyList<PlanTextOnPage> Texts, LocalizedText? WhyNot)
{
    /// <summary>The points that are only read here.</summary>
    public IReadOnlyList<string> Shown => [.. Points.Where(point => Texts.Count == 0 || PlanTextPart.Of([point]).Count == 0)];

    /// <param name="document">The plan.</param>
    /// <param name="points">Letters of the content points.</param>
    /// <param name="typed">What was typed, or null.</param>
    /// <param name="whyNot">Why it can only be read; null when it can be written.</param>
    /// <param name="language">Language of the page.</param>
    public static PlanSectionsOnPage Of(PlanDocument document, IReadOnlyList<string> points, JsonObject? typed, LocalizedText? whyNot, string language) =>
        new(document, points, whyNot is null ? [.. PlanTextPart.Of([.. points]).Select(part => Of(document.Content, part, typed, language))] : [], whyNot);

    private static PlanTextOnPage Of(PlanContent content, PlanTextPart part, JsonObject? typed, string language)
    {
        var (now, current) = (PlanText.Mark(content, part), PlanText.Write(content, part, PlanTextNames.In(language)));
        if (typed is null || WritePlanSections.TextOf(typed, part) is not { } text)
        {
            return new PlanTextOnPage(part, current, now, null);
        }

        List<LocalizedText> problems = [];
        var mine = PlanText.Mark(PlanText.Read(content, part, text, PlanTextNames.Reader(content), problems), part);
        var seen = WritePlanSections.SeenOf(typed, part);
        return problems.Count == 0 && (mine == now || mine == seen)
            ? new PlanTextOnPage(part, current, now, null)
            : new PlanTextOnPage(part, text, now, seen is not null && seen != now ? current : null);
    }
}
