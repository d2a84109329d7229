using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Deadlines;

/// <summary>The law as dated data (domain §2.3). A case pins the set valid on the date that starts a step, so a new set never moves a running deadline.</summary>
/// <param name="Key">Key, for example <c>no-2022</c>; stored on cases, deadlines and decisions.</param>
/// <param name="Name">Name as people see it.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidTo">Last day of validity, or null.</param>
/// <param name="IsActive">Only active sets are selected by date; an inactive one is there to be read and tested.</param>
/// <param name="LegalReferences">Statutes by key, as letters cite them.</param>
/// <param name="Bodies">Names of appeal bodies by key.</param>
/// <param name="Deadlines">Deadline rules by catalogue key.</param>
/// <param name="Tracks">Legal tracks by key.</param>
/// <param name="ConsentAges">Consent age tables by key (L-57, L-59).</param>
/// <param name="ContentPoints">What a plan must contain (L-77), in the order of the regulation.</param>
/// <param name="DutiesToTakePart">Services that must take part in planning when asked (L-8 to L-10), by code, with the key of the statute that says so.</param>
/// <param name="ChildParticipationBelowAge">Below this age the plan must say how the child took part.</param>
/// <param name="Arrival">How arrival of a notice is assumed (D-22).</param>
/// <param name="Appeal">What an appeal must fulfil.</param>
/// <param name="Decision">What a decision must fulfil.</param>
public sealed record RuleSet(
    string Key,
    LocalizedText Name,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    bool IsActive,
    IReadOnlyDictionary<string, LocalizedText> LegalReferences,
    IReadOnlyDictionary<string, LocalizedText> Bodies,
    IReadOnlyDictionary<string, DeadlineRule> Deadlines,
    IReadOnlyDictionary<string, TrackRules> Tracks,
    IReadOnlyDictionary<string, IReadOnlyList<ConsentAgeRule>> ConsentAges,
    IReadOnlyList<ContentPointRule> ContentPoints,
    IReadOnlyDictionary<string, string> DutiesToTakePart,
    int ChildParticipationBelowAge,
    ArrivalRules Arrival,
    AppealConditions Appeal,
    DecisionConditions Decision)
{
    /// <summary>The rules of a track.</summary>
    /// <exception cref="UnknownRuleException">The set has no such track.</exception>
    public TrackRules Track(string key) =>
        Tracks.TryGetValue(key, out var track) ? track : throw new UnknownRuleException(Key, "track", key);

    /// <summary>A deadline rule of the catalogue.</summary>
    /// <exception cref="UnknownRuleException">The set has no such rule.</exception>
    public DeadlineRule Deadline(string key) =>
        Deadlines.TryGetValue(key, out var rule) ? rule : throw new UnknownRuleException(Key, "deadline", key);

    /// <summary>The statute by which a service must take part when asked; null when none says so, and it may decline freely (L-84).</summary>
    public LocalizedText? DutyToTakePart(string service) => DutiesToTakePart.TryGetValue(service, out var reference) ? LegalReferences[reference] : null;

    /// <summary>The appeal deadline rule of a track: three weeks (D-3) or four (D-4).</summary>
    public DeadlineRule AppealDeadline(string track) => Deadline(Track(track).AppealDeadline);

    /// <summary>Why a deadline of this kind binds on a track; only the preliminary reply differs by track (L-32).</summary>
    public DeadlineBasis BasisOf(string deadlineKey, string track) =>
        deadlineKey == DeadlineKeys.PreliminaryReply ? Track(track).PreliminaryReplyBasis
        : Deadline(deadlineKey).LegalReferences.Count > 0 ? DeadlineBasis.Statutory
        : DeadlineBasis.LocalServicePromise;

    /// <summary>Whether the set is valid on the date, whatever <see cref="IsActive"/> says.</summary>
    public bool IsValidOn(DateOnly date) => date >= ValidFrom && (ValidTo is null || date <= ValidTo);
}

/// <summary>Who consents to the plan at an age (L-57).</summary>
/// <param name="FromAge">First age in whole years, inclusive.</param>
/// <param name="BelowAge">First age no longer covered; null for no upper end.</param>
/// <param name="PersonConsents">The person's own consent is required.</param>
/// <param name="ParentsConsent">The consent of all who hold parental responsibility is required.</param>
/// <param name="PersonIsHeard">The person's view must be heard and recorded.</param>
/// <param name="LegalReferences">Statutes behind the rule.</param>
public sealed record ConsentAgeRule(int FromAge, int? BelowAge, bool PersonConsents, bool ParentsConsent, bool PersonIsHeard, IReadOnlyList<string> LegalReferences);

/// <summary>One content point of a plan (L-77).</summary>
/// <param name="Letter">Letter of the regulation's list, <c>a</c>–<c>j</c>.</param>
/// <param name="IsHardRequirement">True when the plan cannot be approved without it (L-79); else it may be marked not relevant with a reason.</param>
/// <param name="Label">Name as people see it.</param>
public sealed record ContentPointRule(char Letter, bool IsHardRequirement, LocalizedText Label);

/// <summary>When a notice counts as arrived (D-22).</summary>
public enum DigitalArrival
{
    /// <summary>The later of made available and alert sent (eforvaltningsforskriften § 11).</summary>
    LaterOfAvailableAndAlert,

    /// <summary>When the alert was sent (FVL25 § 63).</summary>
    AlertSent,
}

/// <summary>How arrival is assumed when nothing better is known (D-22).</summary>
/// <param name="PostWorkingDays">Working days that ordinary post is assumed to take.</param>
/// <param name="Digital">Which act makes a digital notice arrive.</param>
/// <param name="ContactDataMaximumAgeMonths">Older contact data may not be used for alerts, so the letter goes on paper (P-33).</param>
public sealed record ArrivalRules(int PostWorkingDays, DigitalArrival Digital, int ContactDataMaximumAgeMonths);

/// <summary>Conditions on appeals.</summary>
/// <param name="AbsoluteLimit">Key of the rule for the limit that no exception passes: D-6. It counts from the day the decision was made, not from its notice.</param>
public sealed record AppealConditions(string AbsoluteLimit);

/// <summary>Conditions on decisions.</summary>
/// <param name="FourEyes">Outcomes that need a second person: names of <c>DecisionOutcome</c>, and <c>OwnReversal</c>.</param>
/// <param name="ReasonsRequired">Outcomes that need reasons together with the decision (L-42).</param>
/// <param name="WithoutAppeal">Outcomes that cannot be appealed, whose letters carry no appeal text (L-44).</param>
/// <param name="NamesCaseworker">Whether the notice names caseworker and responsible person (FVL25 § 59).</param>
public sealed record DecisionConditions(IReadOnlyList<string> FourEyes, IReadOnlyList<string> ReasonsRequired, IReadOnlyList<string> WithoutAppeal, bool NamesCaseworker);

/// <summary>A rule set was asked for something that it does not have.</summary>
public sealed class UnknownRuleException : KeyNotFoundException
{
    internal UnknownRuleException(string ruleSet, string kind, string key)
        : base($"Rule set {ruleSet} has no {kind} {key}.")
    {
        RuleSet = ruleSet;
        Key = key;
    }

    /// <summary>Key of the rule set, or the date asked for.</summary>
    public string RuleSet { get; }

    /// <summary>Key that was asked for.</summary>
    public string Key { get; }
}
