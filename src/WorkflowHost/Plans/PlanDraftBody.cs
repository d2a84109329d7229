using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.WorkflowHost.Plans;

/// <summary>The draft as a client sends it, whole. What is left out is empty. An item without a key is new; one with a key is the item that had it.</summary>
internal sealed record PlanDraftBody(
    IReadOnlyList<GoalBody>? Goals, IReadOnlyList<ItemBody>? Resources, IReadOnlyList<ItemBody>? Needs, IReadOnlyList<ContributionBody>? Contributions, IReadOnlyList<MeasureBody>? Measures,
    IReadOnlyList<OfferBody>? CoordinatorOffers, PeriodBody? Period, IReadOnlyList<ItemBody>? CooperationNeeds, string? ChildParticipation,
    IReadOnlyDictionary<string, string?>? NotRelevant, IReadOnlyList<SubPlanBody>? SubPlans)
{
    public PlanContent ToContent(DateOnly today) => new()
    {
        Goals = [.. (Goals ?? []).Select(goal => new PlanGoal(goal.Key ?? "", goal.Text ?? "", goal.IsPersonsOwn, goal.LifeArea))],
        Resources = Items(Resources),
        Needs = Items(Needs),
        Contributions = [.. (Contributions ?? []).Select(part => new PlanContribution(part.Key ?? "", part.Contributor ?? "", part.Text ?? ""))],
        Measures = [.. (Measures ?? []).Select(measure => new PlanMeasure(
            measure.Key ?? "", measure.Title ?? "", measure.ResponsibleService ?? "", measure.Extent, measure.Implementation, measure.FromOn, measure.ToOn, measure.GoalKey, measure.IsUncovered))],
        CoordinatorOffers = [.. (CoordinatorOffers ?? []).Select(offer => new CoordinatorOffer(offer.Kind ?? "", offer.Status))],
        Period = Period is null ? null : new PlanPeriod(Period.FromOn ?? today, Period.ToOn, Period.RevisionMonths, Period.ExtraRevisionsOn ?? []),
        CooperationNeeds = Items(CooperationNeeds),
        ChildParticipation = ChildParticipation,
        NotRelevant = (NotRelevant ?? new Dictionary<string, string?>()).ToDictionary(point => point.Key, point => point.Value ?? ""),
        SubPlans = [.. (SubPlans ?? []).Select(plan => new SubPlan(plan.Kind ?? "", plan.Reference))],
    };

    private static PlanItem[] Items(IReadOnlyList<ItemBody>? items) => [.. (items ?? []).Select(item => new PlanItem(item.Key ?? "", item.Text ?? "", item.LifeArea))];
}

internal sealed record GoalBody(string? Key, string? Text, bool IsPersonsOwn, string? LifeArea);

internal sealed record ItemBody(string? Key, string? Text, string? LifeArea);

internal sealed record ContributionBody(string? Key, string? Contributor, string? Text);

internal sealed record MeasureBody(
    string? Key, string? Title, string? ResponsibleService, string? Extent, string? Implementation, DateOnly? FromOn, DateOnly? ToOn, string? GoalKey, bool IsUncovered);

internal sealed record OfferBody(string? Kind, CoordinatorOfferStatus Status);

internal sealed record PeriodBody(DateOnly? FromOn, DateOnly? ToOn, int? RevisionMonths, IReadOnlyList<DateOnly>? ExtraRevisionsOn);

internal sealed record SubPlanBody(string? Kind, string? Reference);
