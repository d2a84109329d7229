using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Activities;

/// <summary>
/// Reads the form of a plan draft into the ten content points. Lists are JSON lists, or texts with one item on each line, columns parted by <c>|</c>.
/// What the answer leaves out or blank stays as it was drafted; an empty JSON list clears. An item that says what an item of the draft says is that item and has its key.
/// </summary>
internal static class PlanContentReader
{
    /// <summary>The draft with the points that the answer names replaced.</summary>
    public static PlanContent Read(TaskResult result, PlanContent draft, DateOnly today) => draft with
    {
        Goals = Rows(result, "goals") is { } goals
            ? Known(
                goals.Select(row => new PlanGoal(row.Text("key") ?? "", row.Text("text") ?? "", row.Flag("isPersonsOwn"), row.Text("lifeArea"))),
                draft.Goals, static g => g.Key, static g => g.Text, static (g, was) => g with { Key = was.Key, IsPersonsOwn = g.IsPersonsOwn || was.IsPersonsOwn, LifeArea = g.LifeArea ?? was.LifeArea })
            : draft.Goals,
        Resources = Items(result, "resources", draft.Resources),
        Needs = Items(result, "needs", draft.Needs),
        Contributions = Rows(result, "contributions", "contributor", "text") is { } contributions
            ? Known(
                contributions.Select(row => new PlanContribution(row.Text("key") ?? "", row.Text("contributor") ?? "", row.Text("text") ?? "")),
                draft.Contributions, static c => c.Key, static c => $"{c.Contributor}|{c.Text}", static (c, was) => c with { Key = was.Key })
            : draft.Contributions,
        Measures = Rows(result, "measures", "title", "responsibleService", "extent", "implementation") is { } measures
            ? Known(measures.Select(row => Measure(row, result)), draft.Measures, static m => m.Key, static m => m.Title, Fill)
            : draft.Measures,
        CoordinatorOffers = Offers(result) ?? draft.CoordinatorOffers,
        Period = Period(result, draft.Period, today),
        CooperationNeeds = Items(result, "cooperationNeeds", draft.CooperationNeeds),
        ChildParticipation = result.Text("childParticipation") ?? draft.ChildParticipation,
        NotRelevant = NotRelevant(result) ?? draft.NotRelevant,
        SubPlans = Rows(result, "subPlans", "kind", "reference") is { } subPlans
            ? [.. subPlans.Select(row => new SubPlan(row.Text("kind") ?? "", row.Text("reference")))]
            : draft.SubPlans,
    };

    private static PlanMeasure Measure(TaskResult row, TaskResult whole) => new(
        row.Text("key") ?? "",
        row.Text("title") ?? row.Text("text") ?? "",
        row.Text("responsibleService") ?? whole.Text("responsibleService") ?? "",
        row.Text("extent") ?? whole.Text("extent"),
        row.Text("implementation") ?? whole.Text("implementation"),
        row.Date("fromOn"),
        row.Date("toOn"),
        row.Text("goalKey"),
        row.Flag("isUncovered"));

    /// <summary>A line of text says less than the editor keeps: dates and goal stay as they were drafted.</summary>
    private static PlanMeasure Fill(PlanMeasure read, PlanMeasure was) => read with
    {
        Key = was.Key,
        FromOn = read.FromOn ?? was.FromOn,
        ToOn = read.ToOn ?? was.ToOn,
        GoalKey = read.GoalKey ?? was.GoalKey,
    };

    private static IReadOnlyList<PlanItem> Items(TaskResult result, string name, IReadOnlyList<PlanItem> draft) =>
        Rows(result, name) is { } rows
            ? Known(
                rows.Select(row => new PlanItem(row.Text("key") ?? "", row.Text("text") ?? "", row.Text("lifeArea"))),
                draft, static i => i.Key, static i => i.Text, static (i, was) => i with { Key = was.Key, LifeArea = i.LifeArea ?? was.LifeArea })
            : draft;

    /// <summary>Items that have no key of their own, and say what an item of the draft says, are that item.</summary>
    private static IReadOnlyList<T> Known<T>(IEnumerable<T> read, IReadOnlyList<T> draft, Func<T, string> keyOf, Func<T, string> wordsOf, Func<T, T, T> take)
    {
        var left = draft.ToList();
        return
        [
            .. read.Select(item =>
            {
                var at = left.FindIndex(was => keyOf(item).Length == 0 ? wordsOf(was) == wordsOf(item) : keyOf(was) == keyOf(item));
                if (at < 0)
                {
                    return item;
                }

                var was = left[at];
                left.RemoveAt(at);
                return keyOf(item).Length == 0 ? take(item, was) : item;
            }),
        ];
    }

    private static IReadOnlyList<CoordinatorOffer>? Offers(TaskResult result) =>
        Rows(result, "coordinatorOffers", "kind", "status") is { } rows
            ? [.. rows.Select(row => new CoordinatorOffer(row.Text("kind") ?? "coordinator", row.Choice("status", CoordinatorOfferStatus.Offered)))]
            : result.Choice<CoordinatorOfferStatus>("coordinatorOffer") is { } status ? [new CoordinatorOffer("coordinator", status)] : null;

    private static PlanPeriod? Period(TaskResult result, PlanPeriod? was, DateOnly today)
    {
        var from = result.Date("planPeriodFrom");
        var to = result.Date("planPeriodTo");
        var months = result.Number("revisionIntervalMonths");
        DateOnly[] extra = [.. result.Texts("extraRevisionsOn").Concat(result.Texts("nextRevisionOn")).Select(text => TaskResult.DateOf(JsonValue.Create(text))!.Value)];
        return from is null && to is null && months is null && extra.Length == 0
            ? was
            : new PlanPeriod(from ?? was?.FromOn ?? today, to ?? was?.ToOn, months ?? was?.RevisionMonths, extra.Length > 0 ? extra : was?.ExtraRevisionsOn ?? []);
    }

    private static IReadOnlyDictionary<string, string>? NotRelevant(TaskResult result)
    {
        if (result.Values["notRelevant"] is JsonObject byPoint)
        {
            return byPoint.ToDictionary(pair => pair.Key, pair => TaskResult.TextOf(pair.Value) ?? "");
        }

        var points = result.Texts("notRelevant");
        return points.Count == 0 ? null : points.Distinct().ToDictionary(point => point, _ => result.Text("notRelevantReason") ?? "");
    }

    /// <summary>The rows of a list field; null when the answer does not name it or leaves it blank.</summary>
    private static IReadOnlyList<TaskResult>? Rows(TaskResult result, string name, params string[] columns)
    {
        if (result.Values[name] is not JsonArray && result.Text(name) is null)
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
