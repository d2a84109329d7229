using System.Globalization;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Something in a draft that cannot be kept: where, and a sentence that says how to put it right.</summary>
/// <param name="Path">Where: <c>measures[2].toOn</c>, <c>period.revisionMonths</c>.</param>
/// <param name="Message">Plain sentence; it never repeats what was written.</param>
public sealed record PlanContentProblem(string Path, LocalizedText Message);

/// <summary>Checks what people write in a plan before it is kept. A draft may lack anything (see <see cref="PlanCompleteness"/>), but what is there must make sense and have room.</summary>
public static class PlanContentCheck
{
    /// <summary>Most characters of all texts together; the whole plan is stored as one document.</summary>
    public const int MostCharacters = 50_000;

    private static readonly LocalizedText Backwards = new("Til-datoen er før fra-datoen.", "Til-datoen er før frå-datoen.", "The end date is before the start date.");

    /// <summary>Everything that is wrong, in the order of the plan; empty when the draft can be kept.</summary>
    /// <param name="content">The draft.</param>
    /// <param name="ruleSet">Says how long there may be between revisions.</param>
    public static IReadOnlyList<PlanContentProblem> Check(PlanContent content, RuleSet ruleSet)
    {
        List<PlanContentProblem> problems =
        [
            .. Items("goals", content.Goals, static goal => [("text", goal.Text)]),
            .. Items("resources", content.Resources, static item => [("text", item.Text)]),
            .. Items("needs", content.Needs, static item => [("text", item.Text)]),
            .. Items("contributions", content.Contributions, static part => [("text", part.Text)]),
            .. Items("measures", content.Measures, static measure => [("title", measure.Title), ("extent", measure.Extent), ("implementation", measure.Implementation)]),
            .. content.Measures.Select((measure, at) => (measure, at)).Where(row => row.measure.ToOn < row.measure.FromOn)
                .Select(row => new PlanContentProblem(string.Create(CultureInfo.InvariantCulture, $"measures[{row.at}].toOn"), Backwards)),
            .. Items("cooperationNeeds", content.CooperationNeeds, static item => [("text", item.Text)]),
            .. Items("subPlans", content.SubPlans, static plan => [("kind", plan.Kind), ("reference", plan.Reference)], TextLimits.Name),
            .. content.NotRelevant.Where(point => point.Value.Length > TextLimits.Text).Select(point => TooLong($"notRelevant.{point.Key}", TextLimits.Text)),
            .. Period(content.Period, ruleSet.Deadline(DeadlineKeys.PlanRevision).MaximumAmount),
        ];
        if (problems.Count == 0 && PlanContentLimits.Characters(content) > MostCharacters)
        {
            problems.Add(new PlanContentProblem("", Format(
                "Planen er for lang. Alle tekstene kan til sammen ha høyst {0} tegn.",
                "Planen er for lang. Alle tekstane kan til saman ha høgst {0} teikn.",
                "The plan is too long. All texts together can have at most {0} characters.",
                MostCharacters)));
        }

        return problems;
    }

    private static IEnumerable<PlanContentProblem> Items<T>(string name, IReadOnlyList<T> items, Func<T, (string Field, string? Text)[]> textsOf, int most = TextLimits.Text)
    {
        if (items.Count > PlanContentLimits.MostItems)
        {
            yield return new PlanContentProblem(name, Format("Det er plass til høyst {0}.", "Det er plass til høgst {0}.", "There is room for at most {0}.", PlanContentLimits.MostItems));
        }

        for (var at = 0; at < items.Count; at++)
        {
            foreach (var (field, text) in textsOf(items[at]))
            {
                if (text?.Trim().Length > most)
                {
                    yield return TooLong(string.Create(CultureInfo.InvariantCulture, $"{name}[{at}].{field}"), most);
                }
            }
        }
    }

    private static IEnumerable<PlanContentProblem> Period(PlanPeriod? period, int? mostMonths)
    {
        if (period?.ToOn < period?.FromOn)
        {
            yield return new PlanContentProblem("period.toOn", Backwards);
        }

        if (period?.RevisionMonths is { } months && (months < 1 || months > (mostMonths ?? int.MaxValue)))
        {
            yield return new PlanContentProblem("period.revisionMonths", Format(
                "Det kan gå fra 1 til {0} måneder mellom revisjonene.", "Det kan gå frå 1 til {0} månader mellom revisjonane.", "There can be from 1 to {0} months between revisions.", mostMonths ?? 12));
        }
    }

    private static PlanContentProblem TooLong(string path, int most) =>
        new(path, Format("Teksten kan ha høyst {0} tegn.", "Teksten kan ha høgst {0} teikn.", "The text can have at most {0} characters.", most));

    private static LocalizedText Format(string nb, string nn, string en, int number) => new(
        string.Format(CultureInfo.InvariantCulture, nb, number), string.Format(CultureInfo.InvariantCulture, nn, number), string.Format(CultureInfo.InvariantCulture, en, number));
}
