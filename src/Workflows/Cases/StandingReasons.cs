using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Cases;

/// <summary>The reasons that stand in a case: several at once, each code once, and one of them the main one (domain §5.3).</summary>
public static class StandingReasons
{
    /// <summary>Records reasons. Those that stand already are left as they are; the main one takes that place from another.</summary>
    /// <param name="standing">Reasons of the case that have not ended.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="codes">What is said; at least one.</param>
    /// <param name="primary">The main one, among <paramref name="codes"/>.</param>
    /// <param name="note">Free note to those that are new, or null.</param>
    /// <param name="newId">Makes the id of each.</param>
    /// <param name="operation">Who, why, when.</param>
    /// <returns>Those that are new.</returns>
    public static IReadOnlyList<NoPlanReason> Record(
        IReadOnlyCollection<NoPlanReason> standing, CaseId caseId, IReadOnlyList<NoPlanReasonCode> codes, NoPlanReasonCode primary, string? note, Func<NoPlanReasonId> newId, Operation operation)
    {
        if (!codes.Contains(primary))
        {
            throw new ArgumentException("The main reason must be one of those given.", nameof(primary));
        }

        foreach (var reason in standing)
        {
            reason.Rank(reason.Code == primary, operation);
        }

        return [.. codes.Distinct().Where(code => standing.All(r => r.Code != code)).Select(code => NoPlanReason.Record(newId(), caseId, code, code == primary, note, operation))];
    }

    /// <summary>Ends reasons. When the main one ends and others stand, the one that has stood longest becomes the main one.</summary>
    /// <param name="standing">Reasons of the case that have not ended.</param>
    /// <param name="isEnding">Which of them end.</param>
    /// <param name="operation">Who, why, when.</param>
    public static void End(IReadOnlyCollection<NoPlanReason> standing, Func<NoPlanReason, bool> isEnding, Operation operation)
    {
        foreach (var reason in standing.Where(isEnding).ToList())
        {
            reason.End(operation);
        }

        var left = standing.Where(static r => r.EndedOn is null).ToList();
        if (left.Count > 0 && !left.Exists(static r => r.IsPrimary))
        {
            left.OrderBy(static r => r.FromOn).ThenBy(static r => r.Code).First().Rank(true, operation);
        }
    }
}
