using IndividualPlan.Workflows.Consents;

namespace IndividualPlan.Workflows.Plans;

/// <summary>Kinds of information in a plan that a sharing consent may cover. Stored in consents, so never renamed.</summary>
public static class InformationCategories
{
    /// <summary>Goals.</summary>
    public const string Goals = "goals";

    /// <summary>Resources and needs.</summary>
    public const string Needs = "needs";

    /// <summary>What others contribute.</summary>
    public const string Contributions = "contributions";

    /// <summary>Other services' measures.</summary>
    public const string Measures = "measures";

    /// <summary>Cooperation needs and linked plans.</summary>
    public const string Cooperation = "cooperation";

    /// <summary>The whole plan.</summary>
    public const string WholePlan = "plan";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Goals, Needs, Contributions, Measures, Cooperation, WholePlan];
}

/// <summary>What a participant may see of a plan (domain §0.1: the sharing consent gates visibility).</summary>
public static class PlanVisibility
{
    /// <summary>The plan as the service may see it. Without a sharing consent in force: its own measures and contributions, and the plan period. With one: what the consent covers as well.</summary>
    /// <param name="content">The whole content.</param>
    /// <param name="service">Code of the participant's service.</param>
    /// <param name="consents">All consents of the case.</param>
    /// <param name="at">The instant; a lapsed consent opens nothing even when nobody has recorded the lapse.</param>
    public static PlanContent For(PlanContent content, string service, IEnumerable<ConsentRecord> consents, DateTimeOffset at) => Parts(content, CategoriesFor(service, consents, at), service);

    /// <summary>The parts of a plan that kinds of information cover, and what is a service's own.</summary>
    /// <param name="content">The whole content.</param>
    /// <param name="categories">Kinds of information, <see cref="InformationCategories"/>.</param>
    /// <param name="service">Code of the service whose own measures and contributions stay; null for none.</param>
    public static PlanContent Parts(PlanContent content, IReadOnlyCollection<string> categories, string? service = null)
    {
        bool Sees(string category) => categories.Contains(category) || categories.Contains(InformationCategories.WholePlan);

        var measures = content.Measures.Where(measure => Sees(InformationCategories.Measures) || measure.ResponsibleService == service).ToArray();
        return new PlanContent
        {
            Goals = Sees(InformationCategories.Goals) ? content.Goals : [],
            Resources = Sees(InformationCategories.Needs) ? content.Resources : [],
            Needs = Sees(InformationCategories.Needs) ? content.Needs : [],
            Contributions = [.. content.Contributions.Where(part => Sees(InformationCategories.Contributions) || part.Contributor == service)],
            Measures = Sees(InformationCategories.Goals) ? measures : [.. measures.Select(measure => measure with { GoalKey = null })],
            CoordinatorOffers = Sees(InformationCategories.WholePlan) ? content.CoordinatorOffers : [],
            Period = content.Period,
            CooperationNeeds = Sees(InformationCategories.Cooperation) ? content.CooperationNeeds : [],
            ChildParticipation = Sees(InformationCategories.WholePlan) ? content.ChildParticipation : null,
            NotRelevant = Sees(InformationCategories.WholePlan) ? content.NotRelevant : new Dictionary<string, string>(),
            SubPlans = Sees(InformationCategories.Cooperation) ? content.SubPlans : [],
        };
    }

    /// <summary>The kinds of information that the service may see by consents in force at the instant.</summary>
    public static IReadOnlySet<string> CategoriesFor(string service, IEnumerable<ConsentRecord> consents, DateTimeOffset at) =>
        consents.Where(consent => consent.Type == ConsentType.Sharing && consent.RecipientService == service && consent.IsInForceAt(at))
            .SelectMany(consent => consent.Scope.Categories)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a participant has access at all: taking part, and consent to the plan in force (L-55).</summary>
    public static bool HasAccess(PlanParticipant participant, IEnumerable<ConsentRecord> consents, DateTimeOffset at) =>
        participant.State is ParticipantState.Invited or ParticipantState.Confirmed
        && consents.Any(consent => consent.Type == ConsentType.Plan && consent.IsInForceAt(at));
}
