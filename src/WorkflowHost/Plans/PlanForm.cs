using System.Globalization;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Components;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The plan as it stands in the editor: as typed, also where that is no date or number. Each row knows its key, so that it stays the same item however often it is saved.</summary>
internal sealed partial record PlanForm
{
    public const string MeasureRows = "measures";

    /// <summary>Revision that the page was opened on.</summary>
    public long Revision { get; init; }

    /// <summary>Which opened page this is; what it saves itself is no conflict with itself.</summary>
    public string Page { get; init; } = "";

    public IReadOnlyList<GoalRow> Goals { get; init; } = [];

    public IReadOnlyList<ItemRow> Resources { get; init; } = [];

    public IReadOnlyList<ItemRow> Needs { get; init; } = [];

    public IReadOnlyList<ItemRow> CooperationNeeds { get; init; } = [];

    public IReadOnlyList<ContributionRow> Contributions { get; init; } = [];

    public IReadOnlyList<MeasureRow> Measures { get; init; } = [];

    /// <summary>What came of each kind of offer, by kind.</summary>
    public IReadOnlyDictionary<string, string> Offers { get; init; } = new Dictionary<string, string>();

    public string PeriodFrom { get; init; } = "";

    public string PeriodTo { get; init; } = "";

    public string RevisionMonths { get; init; } = "";

    public IReadOnlyList<string> ExtraRevisions { get; init; } = [];

    public string Child { get; init; } = "";

    public IReadOnlyList<SubPlanRow> SubPlans { get; init; } = [];

    /// <summary>Why a point is not relevant, by letter.</summary>
    public IReadOnlyDictionary<string, string> NotRelevant { get; init; } = new Dictionary<string, string>();

    /// <summary>The form of a draft. A list that is empty has one blank row to begin in, and the list that was asked for has one more.</summary>
    /// <param name="content">The draft.</param>
    /// <param name="revision">Its revision.</param>
    /// <param name="page">Name of the page that is opened.</param>
    /// <param name="add">Name of the list to add to, or null.</param>
    /// <param name="goalKey">For measures: the goal that the new one serves; empty for none.</param>
    public static PlanForm Of(PlanContent content, long revision, string page, string? add, string? goalKey)
    {
        string New(string prefix) => PlanKeys.Next(content, prefix);
        IReadOnlyList<T> With<T>(IReadOnlyList<T> rows, string name, Func<T> blank) => rows.Count == 0 || add == name ? [.. rows, blank()] : rows;
        IReadOnlyList<ItemRow> Items(IReadOnlyList<PlanItem> items, string name, string prefix) =>
            With([.. items.Select(item => new ItemRow(item.Key, item.Text, item.LifeArea ?? ""))], name, () => new ItemRow(New(prefix), "", ""));
        MeasureRow[] measures = [.. content.Measures.Select(measure => new MeasureRow(
            measure.Key, measure.Title, measure.ResponsibleService, measure.Extent ?? "", measure.Implementation ?? "", Dates.ForField(measure.FromOn) ?? "", Dates.ForField(measure.ToOn) ?? "",
            measure.GoalKey ?? "", measure.IsUncovered))];
        return new PlanForm
        {
            Revision = revision,
            Page = page,
            Goals = With([.. content.Goals.Select(goal => new GoalRow(goal.Key, goal.Text, goal.IsPersonsOwn, goal.LifeArea ?? ""))], "goals", () => new GoalRow(New(PlanKeys.Goal), "", true, "")),
            Resources = Items(content.Resources, "resources", PlanKeys.Resource),
            Needs = Items(content.Needs, "needs", PlanKeys.Need),
            CooperationNeeds = Items(content.CooperationNeeds, "cooperationNeeds", PlanKeys.CooperationNeed),
            Contributions = With([.. content.Contributions.Select(part => new ContributionRow(part.Key, part.Contributor, part.Text))], "contributions", () => new ContributionRow(New(PlanKeys.Contribution), "", "")),
            Measures = add == MeasureRows ? [.. measures, new MeasureRow(New(PlanKeys.Measure), "", "", "", "", "", "", goalKey ?? "", false)] : measures,
            Offers = content.CoordinatorOffers.ToDictionary(offer => offer.Kind, offer => offer.Status.ToString(), StringComparer.Ordinal),
            PeriodFrom = Dates.ForField(content.Period?.FromOn) ?? "",
            PeriodTo = Dates.ForField(content.Period?.ToOn) ?? "",
            RevisionMonths = content.Period?.RevisionMonths?.ToString(CultureInfo.InvariantCulture) ?? "",
            ExtraRevisions = [.. (content.Period?.ExtraRevisionsOn ?? []).Select(date => Dates.ForField(date)!), ""],
            Child = content.ChildParticipation ?? "",
            SubPlans = With([.. content.SubPlans.Select(plan => new SubPlanRow(plan.Kind, plan.Reference ?? ""))], "subPlans", () => new SubPlanRow("", "")),
            NotRelevant = content.NotRelevant,
        };
    }

    /// <summary>What was typed, as a content. What is no date or number is left out and told.</summary>
    /// <param name="today">When the plan applies from, when only other parts of the period are filled in.</param>
    /// <param name="errors">Takes what is wrong, by name of the field.</param>
    public PlanContent ToContent(DateOnly today, FieldErrors errors) => new()
    {
        Goals = [.. Goals.Select(row => new PlanGoal(row.Key, row.Text, row.IsOwn, row.LifeArea))],
        Resources = [.. Resources.Select(row => new PlanItem(row.Key, row.Text, row.LifeArea))],
        Needs = [.. Needs.Select(row => new PlanItem(row.Key, row.Text, row.LifeArea))],
        CooperationNeeds = [.. CooperationNeeds.Select(row => new PlanItem(row.Key, row.Text, row.LifeArea))],
        Contributions = [.. Contributions.Select(row => new PlanContribution(row.Key, row.Contributor, row.Text))],
        Measures = [.. Measures.Select((row, at) => new PlanMeasure(
            row.Key, row.Title, row.Service, row.Extent, row.Implementation,
            Date(row.From, $"measures.{at}.fromOn", errors), Date(row.To, $"measures.{at}.toOn", errors), row.Goal, row.IsUncovered))],
        CoordinatorOffers = [.. Offers.Where(offer => offer.Value.Length > 0)
            .Select(offer => (offer.Key, Status: Enum.TryParse<CoordinatorOfferStatus>(offer.Value, out var status) ? status : (CoordinatorOfferStatus?)null))
            .Where(offer => offer.Status is not null).Select(offer => new CoordinatorOffer(offer.Key, offer.Status!.Value))],
        Period = Period(today, errors),
        ChildParticipation = Child,
        SubPlans = [.. SubPlans.Select(row => new SubPlan(row.Kind, row.Reference))],
        NotRelevant = NotRelevant,
    };

    /// <summary>The field that a problem is about. The places of problems count what is kept, and the form has blank rows too.</summary>
    public string FieldOf(PlanContentProblem problem, PlanContent kept)
    {
        if (Place().Match(problem.Path) is not { Success: true } match)
        {
            return problem.Path.Length == 0 ? "part-goals" : problem.Path;
        }

        var (list, at) = (match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
        var row = list switch
        {
            "goals" => Goals.ToList().FindIndex(goal => goal.Key == kept.Goals[at].Key),
            "measures" => Measures.ToList().FindIndex(measure => measure.Key == kept.Measures[at].Key),
            "resources" => Resources.ToList().FindIndex(item => item.Key == kept.Resources[at].Key),
            "needs" => Needs.ToList().FindIndex(item => item.Key == kept.Needs[at].Key),
            "cooperationNeeds" => CooperationNeeds.ToList().FindIndex(item => item.Key == kept.CooperationNeeds[at].Key),
            "contributions" => Contributions.ToList().FindIndex(part => part.Key == kept.Contributions[at].Key),
            _ => at,
        };
        return string.Create(CultureInfo.InvariantCulture, $"{list}.{Math.Max(row, 0)}.{match.Groups[3].Value}");
    }

    private PlanPeriod? Period(DateOnly today, FieldErrors errors)
    {
        var from = Date(PeriodFrom, "period.fromOn", errors);
        var to = Date(PeriodTo, "period.toOn", errors);
        DateOnly[] extra = [.. ExtraRevisions.Select((text, at) => Date(text, $"extra.{at}", errors)).OfType<DateOnly>().Distinct().Order()];
        int? months = null;
        if (RevisionMonths.Trim().Length > 0)
        {
            if (int.TryParse(RevisionMonths.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                months = number;
            }
            else
            {
                errors.Add("period.revisionMonths", new("Skriv et helt tall, for eksempel 6.", "Skriv eit heilt tal, til dømes 6.", "Write a whole number, for example 6."));
            }
        }

        return from is null && to is null && months is null && extra.Length == 0 ? null : new PlanPeriod(from ?? today, to, months, extra);
    }

    private static DateOnly? Date(string text, string field, FieldErrors errors) =>
        Dates.Read(text, field, errors, new("Skriv en dato, for eksempel 31.01.2027.", "Skriv ein dato, til dømes 31.01.2027.", "Write a date, for example 31.01.2027."));

    [GeneratedRegex(@"^(\w+)\[(\d+)\]\.(\w+)$")]
    private static partial Regex Place();
}

internal sealed record GoalRow(string Key, string Text, bool IsOwn, string LifeArea);

internal sealed record ItemRow(string Key, string Text, string LifeArea);

internal sealed record ContributionRow(string Key, string Contributor, string Text);

internal sealed record MeasureRow(string Key, string Title, string Service, string Extent, string Implementation, string From, string To, string Goal, bool IsUncovered);

internal sealed record SubPlanRow(string Kind, string Reference);
