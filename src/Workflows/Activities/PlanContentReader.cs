using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Activities;

/// <summary>Reads the form of a plan draft into the ten content points. Lists are JSON lists, or texts with one item on each line, columns parted by <c>|</c>.</summary>
internal static class PlanContentReader
{
    /// <summary>The draft with the points that the answer names replaced.</summary>
    public static PlanContent Read(TaskResult result, PlanContent draft, DateOnly today) => draft with
    {
        Goals = Rows(result, "goals") is { } goals
            ? [.. goals.Select((row, i) => new PlanGoal(row.Text("key") ?? $"m{i + 1}", row.Text("text") ?? "", row.Flag("isPersonsOwn"), row.Text("lifeArea")))]
            : draft.Goals,
        Resources = Items(result, "resources", "r") ?? draft.Resources,
        Needs = Items(result, "needs", "b") ?? draft.Needs,
        Contributions = Rows(result, "contributions", "contributor", "text") is { } contributions
            ? [.. contributions.Select((row, i) => new PlanContribution(row.Text("key") ?? $"d{i + 1}", row.Text("contributor") ?? "", row.Text("text") ?? ""))]
            : draft.Contributions,
        Measures = Rows(result, "measures", "title", "responsibleService", "extent", "implementation") is { } measures
            ? [.. measures.Select((row, i) => Measure(row, i, result))]
            : draft.Measures,
        CoordinatorOffers = Offers(result) ?? draft.CoordinatorOffers,
        Period = Period(result, today) ?? draft.Period,
        CooperationNeeds = Items(result, "cooperationNeeds", "j") ?? draft.CooperationNeeds,
        ChildParticipation = result.Text("childParticipation") ?? draft.ChildParticipation,
        NotRelevant = NotRelevant(result) ?? draft.NotRelevant,
        SubPlans = Rows(result, "subPlans", "kind", "reference") is { } subPlans
            ? [.. subPlans.Select(row => new SubPlan(row.Text("kind") ?? "", row.Text("reference")))]
            : draft.SubPlans,
    };

    private static PlanMeasure Measure(TaskResult row, int index, TaskResult whole) => new(
        row.Text("key") ?? $"t{index + 1}",
        row.Text("title") ?? row.Text("text") ?? "",
        row.Text("responsibleService") ?? whole.Text("responsibleService") ?? "",
        row.Text("extent") ?? whole.Text("extent"),
        row.Text("implementation") ?? whole.Text("implementation"),
        row.Date("fromOn"),
        row.Date("toOn"),
        row.Text("goalKey"),
        row.Flag("isUncovered"));

    private static IReadOnlyList<PlanItem>? Items(TaskResult result, string name, string prefix) =>
        Rows(result, name) is { } rows ? [.. rows.Select((row, i) => new PlanItem(row.Text("key") ?? $"{prefix}{i + 1}", row.Text("text") ?? "", row.Text("lifeArea")))] : null;

    private static IReadOnlyList<CoordinatorOffer>? Offers(TaskResult result) =>
        Rows(result, "coordinatorOffers", "kind", "status") is { } rows
            ? [.. rows.Select(row => new CoordinatorOffer(row.Text("kind") ?? "Municipal", row.Choice("status", CoordinatorOfferStatus.Offered)))]
            : result.Choice<CoordinatorOfferStatus>("coordinatorOffer") is { } status ? [new CoordinatorOffer("Municipal", status)] : null;

    private static PlanPeriod? Period(TaskResult result, DateOnly today)
    {
        var from = result.Date("planPeriodFrom");
        var to = result.Date("planPeriodTo");
        var months = result.Number("revisionIntervalMonths");
        DateOnly[] extra = [.. result.Texts("extraRevisionsOn").Concat(result.Texts("nextRevisionOn")).Select(text => TaskResult.DateOf(JsonValue.Create(text))!.Value)];
        return from is null && to is null && months is null && extra.Length == 0 ? null : new PlanPeriod(from ?? today, to, months, extra);
    }

    private static Dictionary<string, string>? NotRelevant(TaskResult result)
    {
        if (result.Values["notRelevant"] is JsonObject byPoint)
        {
            return byPoint.ToDictionary(pair => pair.Key, pair => TaskResult.TextOf(pair.Value) ?? "");
        }

        var points = result.Texts("notRelevant");
        return points.Count == 0 ? null : points.Distinct().ToDictionary(point => point, _ => result.Text("notRelevantReason") ?? "");
    }

    /// <summary>The rows of a list field; null when the answer does not name it.</summary>
    private static IReadOnlyList<TaskResult>? Rows(TaskResult result, string name, params string[] columns)
    {
        if (!result.Values.ContainsKey(name))
        {
            return null;
        }

        if (result.Items(name) is { Count: > 0 } items)
        {
            return items;
        }

        var texts = result.Values[name] is JsonArray ? result.Texts(name) : (result.Text(name) ?? "").Split('\n');
        return [.. texts.Select(text => text.Trim()).Where(text => text.Length > 0).Select(text => Row(text, columns))];
    }

    private static TaskResult Row(string text, string[] columns)
    {
        if (columns.Length == 0)
        {
            return TaskResult.Empty with { Values = new JsonObject { ["text"] = text } };
        }

        var parts = text.Split('|', StringSplitOptions.TrimEntries);
        var values = new JsonObject();
        for (var i = 0; i < Math.Min(parts.Length, columns.Length); i++)
        {
            values[columns[i]] = parts[i];
        }

        return TaskResult.Empty with { Values = values };
    }
}
