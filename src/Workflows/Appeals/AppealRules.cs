using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;

namespace IndividualPlan.Workflows.Appeals;

/// <summary>Rules around an appeal that need more than the appeal itself.</summary>
public static class AppealRules
{
    /// <summary>Whether the user may prepare the appeal: not alone when having written the decision (domain §6).</summary>
    /// <param name="userId">The one who would handle it.</param>
    /// <param name="decision">The decision attacked; null when the appeal attacks a plan or a lack of coordinator.</param>
    /// <param name="togetherWith">Another user who handles it too, or null.</param>
    public static bool MayHandle(string userId, Decision? decision, string? togetherWith = null) =>
        decision is null || userId != decision.DraftedBy || (togetherWith is not null && togetherWith != decision.DraftedBy);

    /// <summary>The absolute limit of D-6, counted from the day the decision was made and not from its notice (L-95).</summary>
    public static ComputedDeadline AbsoluteLimit(RuleSet ruleSet, DateOnly decisionMadeOn) =>
        DeadlineCalendar.Compute(decisionMadeOn, ruleSet.Deadline(ruleSet.Appeal.AbsoluteLimit));

    /// <summary>Whether the absolute limit had passed when the appeal was given (postmark or arrival).</summary>
    public static bool IsPastAbsoluteLimit(RuleSet ruleSet, DateOnly decisionMadeOn, DateTimeOffset receivedAt, DateOnly? postmarkOn = null) =>
        !Arrival.IsInTime(AbsoluteLimit(ruleSet, decisionMadeOn).EffectiveOn, receivedAt, postmarkOn);

    /// <summary>How an outcome marks the decision attacked; null when it leaves the decision as it stands.</summary>
    public static DecisionOperation? EffectOn(AppealOutcome outcome) => outcome switch
    {
        AppealOutcome.ReversedByFirstInstance => DecisionOperation.Reverse,
        AppealOutcome.Changed => DecisionOperation.Change,
        AppealOutcome.AnnulledAndRemitted => DecisionOperation.Annul,
        AppealOutcome.Upheld => DecisionOperation.Uphold,
        _ => null,
    };

    /// <summary>Whether the person is to be told of the right to have necessary costs covered (L-100, D-10): the decision was changed in the person's favour.</summary>
    public static bool OffersCosts(AppealOutcome outcome) => outcome is AppealOutcome.Changed or AppealOutcome.ReversedByFirstInstance;
}
