using System.Globalization;

namespace IndividualPlan.Workflows.Plans;

/// <summary>The parts of a plan, in the order in which people read it.</summary>
public enum PlanPart
{
    /// <summary>Goals (point a).</summary>
    Goals,

    /// <summary>Measures (points e and f).</summary>
    Measures,

    /// <summary>Resources (point a).</summary>
    Resources,

    /// <summary>Needs (point a).</summary>
    Needs,

    /// <summary>Participants (point b).</summary>
    Participants,

    /// <summary>Who is responsible for preparing the plan (point c).</summary>
    Responsibility,

    /// <summary>Contributions (point d).</summary>
    Contributions,

    /// <summary>Offers of coordinator, child coordinator, contact doctor (point g).</summary>
    CoordinatorOffers,

    /// <summary>Period and revision (point h).</summary>
    Period,

    /// <summary>Consents (point i).</summary>
    Consents,

    /// <summary>Cooperation with others (point j).</summary>
    CooperationNeeds,

    /// <summary>How the child took part.</summary>
    ChildParticipation,

    /// <summary>Linked plans.</summary>
    SubPlans,

    /// <summary>Points that are not relevant, with the reason.</summary>
    NotRelevant,
}

/// <summary>What is told about an item of a plan.</summary>
public enum PlanField
{
    /// <summary>Its words. For a measure: what is to be done.</summary>
    Text,

    /// <summary>Whether the person set the goal; <c>true</c> or <c>false</c>.</summary>
    IsPersonsOwn,

    /// <summary>Life area code.</summary>
    LifeArea,

    /// <summary>Service code, or <c>person</c> or <c>relatives</c>.</summary>
    Service,

    /// <summary>How much and how often.</summary>
    Extent,

    /// <summary>How it is carried out.</summary>
    Implementation,

    /// <summary>First day, ISO 8601.</summary>
    FromOn,

    /// <summary>Last day, ISO 8601.</summary>
    ToOn,

    /// <summary>The words of the goal that a measure serves.</summary>
    Goal,

    /// <summary>Whether the service has declined; <c>true</c> or <c>false</c>.</summary>
    IsUncovered,

    /// <summary>What came of an offer: a name of <see cref="CoordinatorOfferStatus"/>.</summary>
    Status,

    /// <summary>Months between revisions.</summary>
    RevisionMonths,

    /// <summary>Further revision dates, ISO 8601, parted by a space.</summary>
    ExtraRevisionsOn,

    /// <summary>Role of a participant.</summary>
    Role,

    /// <summary>A name of <see cref="Consents.ConsentType"/>.</summary>
    ConsentType,
}

/// <summary>What became of an item.</summary>
public enum PlanChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It says something else.</summary>
    Changed,

    /// <summary>It says the same, and stands at another place of its list.</summary>
    Moved,
}

/// <summary>What one field said, and what it says.</summary>
/// <param name="Field">Which.</param>
/// <param name="Before">The earlier value; null when there was none.</param>
/// <param name="After">The later value; null when there is none.</param>
public sealed record PlanFieldChange(PlanField Field, string? Before, string? After);

/// <summary>What became of one item.</summary>
/// <param name="Part">Where in the plan.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Key">Key of the item in its part; the letter of a point that is not relevant.</param>
/// <param name="Name">What the item is known by, as it is now or was at last: its words, or the code of the service that it is about.</param>
/// <param name="Fields">Of a new or removed item all that it says; of a changed one what differs; of a moved one nothing.</param>
public sealed record PlanItemChange(PlanPart Part, PlanChangeKind Kind, string Key, string Name, IReadOnlyList<PlanFieldChange> Fields);

/// <summary>
/// Compares two contents of a plan item by item: items are the same when their keys are. What was written anew in other words, under another key, is the same
/// too when it says most of what it said; people see it as one thing that changed, not as one gone and another come.
/// </summary>
public static class PlanComparison
{
    /// <summary>How much of the words two texts must have in common to be the same thing said anew, from 0 to 1.</summary>
    private const double LeastAlike = 0.5;

    /// <summary>The changes, in the order of the parts; empty when the plans say the same.</summary>
    /// <param name="before">The earlier content.</param>
    /// <param name="after">The later content.</param>
    /// <param name="factsBefore">What was recorded elsewhere then; null leaves it out.</param>
    /// <param name="factsAfter">What was recorded elsewhere later; null leaves it out.</param>
    public static IReadOnlyList<PlanItemChange> Between(PlanContent before, PlanContent after, PlanFacts? factsBefore = null, PlanFacts? factsAfter = null)
    {
        var old = Describe(before, factsBefore).ToLookup(item => item.Part);
        var now = Describe(after, factsAfter).ToLookup(item => item.Part);
        var goals = Pairs([.. old[PlanPart.Goals]], [.. now[PlanPart.Goals]]).ToDictionary(pair => pair.Key.Key, pair => pair.Value.Key, StringComparer.Ordinal);
        return [.. Enum.GetValues<PlanPart>().SelectMany(part => Between(part, [.. old[part]], [.. now[part]], goals))];
    }

    private static IEnumerable<PlanItemChange> Between(PlanPart part, List<Item> old, List<Item> now, Dictionary<string, string> goals)
    {
        var pairs = Pairs(old, now);
        var moved = Moved([.. old.Where(pairs.ContainsValue)], [.. now.Where(pairs.ContainsKey).Select(item => pairs[item])]);
        foreach (var item in now)
        {
            if (!pairs.TryGetValue(item, out var was))
            {
                yield return new PlanItemChange(part, PlanChangeKind.Added, item.Key, item.Name, [.. item.Fields.Select(field => new PlanFieldChange(field.Field, null, field.Value))]);
            }
            else if (Differences(was, item, goals) is { Count: > 0 } fields)
            {
                yield return new PlanItemChange(part, PlanChangeKind.Changed, item.Key, item.Name, fields);
            }
            else if (moved.Contains(was))
            {
                yield return new PlanItemChange(part, PlanChangeKind.Moved, item.Key, item.Name, []);
            }
        }

        foreach (var item in old.Where(item => !pairs.ContainsValue(item)))
        {
            yield return new PlanItemChange(part, PlanChangeKind.Removed, item.Key, item.Name, [.. item.Fields.Select(field => new PlanFieldChange(field.Field, field.Value, null))]);
        }
    }

    /// <summary>For each later item the earlier one that it is: the one with the same key, else the one whose words are most like its own.</summary>
    private static Dictionary<Item, Item> Pairs(List<Item> old, List<Item> now)
    {
        var pairs = new Dictionary<Item, Item>(ReferenceEqualityComparer.Instance);
        var left = old.ToHashSet<Item>(ReferenceEqualityComparer.Instance);
        foreach (var item in now)
        {
            if (item.Key.Length > 0 && old.Find(was => was.Key == item.Key) is { } was && left.Remove(was))
            {
                pairs.Add(item, was);
            }
        }

        var alike =
            from item in now
            where !pairs.ContainsKey(item)
            from was in old
            where left.Contains(was)
            let likeness = item.LikenessTo(was)
            where likeness >= LeastAlike
            orderby likeness descending
            select (item, was);
        foreach (var (item, was) in alike.ToList())
        {
            if (!pairs.ContainsKey(item) && left.Remove(was))
            {
                pairs.Add(item, was);
            }
        }

        return pairs;
    }

    /// <summary>What differs. That the goal which a measure serves has other words than before is told of the goal, not of its measures.</summary>
    private static List<PlanFieldChange> Differences(Item was, Item item, Dictionary<string, string> goals)
    {
        var servesTheSame = was.Serves is { } goalBefore && item.Serves is { } goalAfter && goals.GetValueOrDefault(goalAfter) == goalBefore;
        var before = was.Fields.ToDictionary(field => field.Field, field => field.Value);
        var after = item.Fields.ToDictionary(field => field.Field, field => field.Value);
        return [.. before.Keys.Union(after.Keys).Order()
            .Select(field => new PlanFieldChange(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field)))
            .Where(change => change.Before != change.After && !(change.Field == PlanField.Goal && servesTheSame))];
    }

    /// <summary>The items that are taken out when the fewest possible are, so that the rest stands in the same order.</summary>
    private static HashSet<Item> Moved(List<Item> old, List<Item> now)
    {
        var places = now.Select(item => old.FindIndex(was => ReferenceEquals(was, item))).ToArray();
        var longest = new int[places.Length];
        var previous = new int[places.Length];
        var end = -1;
        for (var i = 0; i < places.Length; i++)
        {
            (longest[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
            {
                if (places[j] < places[i] && longest[j] + 1 > longest[i])
                {
                    (longest[i], previous[i]) = (longest[j] + 1, j);
                }
            }

            end = end < 0 || longest[i] > longest[end] ? i : end;
        }

        var moved = now.ToHashSet<Item>(ReferenceEqualityComparer.Instance);
        for (; end >= 0; end = previous[end])
        {
            moved.Remove(now[end]);
        }

        return moved;
    }

    private static IEnumerable<Item> Describe(PlanContent content, PlanFacts? facts)
    {
        var goals = content.Goals.GroupBy(goal => goal.Key).ToDictionary(group => group.Key, group => group.First().Text, StringComparer.Ordinal);
        return content.Goals.Select(goal => Item.Of(
                PlanPart.Goals, goal.Key, (PlanField.Text, goal.Text), (PlanField.IsPersonsOwn, goal.IsPersonsOwn ? "true" : null), (PlanField.LifeArea, goal.LifeArea)))
            .Concat(content.Measures.Select(measure => Describe(measure, goals)))
            .Concat(Describe(PlanPart.Resources, content.Resources))
            .Concat(Describe(PlanPart.Needs, content.Needs))
            .Concat(content.Contributions.Select(part => Item.Of(PlanPart.Contributions, part.Key, (PlanField.Service, part.Contributor), (PlanField.Text, part.Text))))
            .Concat(content.CoordinatorOffers.Select(offer => Item.Of(PlanPart.CoordinatorOffers, offer.Kind, (PlanField.Status, offer.Status.ToString()))))
            .Concat(content.Period is { } period ? [Describe(period)] : [])
            .Concat(Describe(PlanPart.CooperationNeeds, content.CooperationNeeds))
            .Concat(string.IsNullOrWhiteSpace(content.ChildParticipation) ? [] : [Item.Of(PlanPart.ChildParticipation, PlanCompleteness.ChildPoint, (PlanField.Text, content.ChildParticipation))])
            .Concat(content.SubPlans.Select(plan => Item.Of(PlanPart.SubPlans, $"{plan.Kind}|{plan.Reference}", (PlanField.Service, plan.Kind), (PlanField.Text, plan.Reference))))
            .Concat(content.NotRelevant.Where(point => !string.IsNullOrWhiteSpace(point.Value)).OrderBy(point => point.Key, StringComparer.Ordinal)
                .Select(point => Item.Of(PlanPart.NotRelevant, point.Key, (PlanField.Text, point.Value))))
            .Concat(facts is null ? [] : Describe(facts));
    }

    private static Item Describe(PlanMeasure measure, Dictionary<string, string> goals) => Item.Of(
        PlanPart.Measures,
        measure.Key,
        (PlanField.Text, measure.Title),
        (PlanField.Service, measure.ResponsibleService),
        (PlanField.Extent, measure.Extent),
        (PlanField.Implementation, measure.Implementation),
        (PlanField.FromOn, Iso(measure.FromOn)),
        (PlanField.ToOn, Iso(measure.ToOn)),
        (PlanField.Goal, measure.GoalKey is { } key ? goals.GetValueOrDefault(key) : null),
        (PlanField.IsUncovered, measure.IsUncovered ? "true" : null)) with { Serves = measure.GoalKey };

    private static Item Describe(PlanPeriod period) => Item.Of(
        PlanPart.Period,
        "period",
        (PlanField.FromOn, Iso(period.FromOn)),
        (PlanField.ToOn, Iso(period.ToOn)),
        (PlanField.RevisionMonths, period.RevisionMonths?.ToString(CultureInfo.InvariantCulture)),
        (PlanField.ExtraRevisionsOn, string.Join(' ', period.ExtraRevisionsOn.Order().Select(date => Iso(date)))));

    private static IEnumerable<Item> Describe(PlanPart part, IEnumerable<PlanItem> items) =>
        items.Select(item => Item.Of(part, item.Key, (PlanField.Text, item.Text), (PlanField.LifeArea, item.LifeArea)));

    private static IEnumerable<Item> Describe(PlanFacts facts) =>
        facts.Participants.Select(fact => Item.Of(PlanPart.Participants, fact.Service, (PlanField.Service, fact.Service), (PlanField.Role, fact.Role)))
            .Concat(facts.ResponsibleService is { } service ? [Item.Of(PlanPart.Responsibility, "service", (PlanField.Service, service))] : [])
            .Concat(facts.Consents.GroupBy(consent => (consent.Type, consent.RecipientService)).Select(group => Item.Of(
                PlanPart.Consents, $"{group.Key.Type}|{group.Key.RecipientService}", (PlanField.ConsentType, group.Key.Type.ToString()), (PlanField.Service, group.Key.RecipientService))));

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Item(PlanPart Part, string Key, IReadOnlyList<(PlanField Field, string Value)> Fields)
    {
        private HashSet<string>? _words;

        /// <summary>Key of the goal that it serves, of a measure.</summary>
        public string? Serves { get; init; }

        public string Name => Fields.Count > 0 ? Fields[0].Value : "";

        /// <summary>Which part of their words two texts of people have in common; nothing else than such texts is ever alike.</summary>
        public double LikenessTo(Item other) => !IsOwnWords || Words.Count + other.Words.Count == 0 || (Part == PlanPart.Contributions && Name != other.Name)
            ? 0
            : 2.0 * Words.Count(other.Words.Contains) / (Words.Count + other.Words.Count);

        private bool IsOwnWords => Part is PlanPart.Goals or PlanPart.Measures or PlanPart.Resources or PlanPart.Needs or PlanPart.Contributions or PlanPart.CooperationNeeds;

        private HashSet<string> Words => _words ??= Fields.FirstOrDefault(said => said.Field == PlanField.Text).Value?
            .Split([' ', '\n', '\r', '\t', ',', '.', ';', ':', '!', '?', '(', ')', '«', '»', '"'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];

        public static Item Of(PlanPart part, string key, params (PlanField Field, string? Value)[] fields) =>
            new(part, key, [.. fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).Select(field => (field.Field, field.Value!.Trim()))]);
    }
}
