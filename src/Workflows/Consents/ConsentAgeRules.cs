using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Consents;

/// <summary>Facts about the person that the age rules need beyond age (L-57).</summary>
/// <param name="ParentsWithResponsibility">Number of holders of parental responsibility, 0–2.</param>
/// <param name="CareTakenOver">Whether child welfare has taken over care.</param>
/// <param name="LacksCompetence">Whether an adult lacks decision-making competence in this matter.</param>
/// <param name="HasGuardianForPersonalMatters">Whether a guardian's mandate covers personal matters; a mandate for economy only does not count (scenario 23).</param>
/// <param name="HasLastingPowerOfAttorney">Whether a lasting power of attorney is in force.</param>
public sealed record ConsentSituation(
    int ParentsWithResponsibility = 2,
    bool CareTakenOver = false,
    bool LacksCompetence = false,
    bool HasGuardianForPersonalMatters = false,
    bool HasLastingPowerOfAttorney = false);

/// <summary>Who must consent, and whether the person must be heard besides.</summary>
/// <param name="Consenters">Each must say yes; empty when nobody has been found who may, which a person must then clarify (N23).</param>
/// <param name="PersonIsHeard">The person's own view must be heard and recorded.</param>
/// <param name="Rule">The age rule applied.</param>
public sealed record RequiredConsent(IReadOnlyList<Consenter> Consenters, bool PersonIsHeard, ConsentAgeRule Rule);

/// <summary>Finds the required consenters from the rule set's age table (L-57, L-59). Ages are data; nothing here knows 16 or 18.</summary>
public static class ConsentAgeRules
{
    /// <summary>Who must consent to the plan.</summary>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="track">The case's track, which names the table.</param>
    /// <param name="age">Age in whole years on the day.</param>
    /// <param name="situation">Parents, care, competence, guardian.</param>
    public static RequiredConsent Find(RuleSet ruleSet, string track, int age, ConsentSituation situation)
    {
        var rule = ruleSet.ConsentAges[ruleSet.Track(track).ConsentAges].First(row => age >= row.FromAge && (row.BelowAge is null || age < row.BelowAge));
        var consenters = new List<Consenter>();
        if (rule.PersonConsents && !situation.LacksCompetence)
        {
            consenters.Add(new Consenter(ConsenterKind.Person));
        }

        if (rule.ParentsConsent || (rule.BelowAge is not null && situation.LacksCompetence))
        {
            consenters.AddRange(ForChild(situation));
        }
        else if (situation.LacksCompetence)
        {
            consenters.AddRange(ForAdult(situation));
        }

        return new RequiredConsent(consenters, rule.PersonIsHeard || situation.LacksCompetence, rule);
    }

    /// <summary>Whether every required consenter has a consent to the plan in force.</summary>
    public static bool IsGiven(RequiredConsent required, IEnumerable<ConsentRecord> consents, DateTimeOffset instant)
    {
        var inForce = consents.Where(consent => consent.Type == ConsentType.Plan && consent.IsInForceAt(instant)).ToArray();
        return required.Consenters.Count > 0 && required.Consenters.All(consenter =>
            inForce.Any(consent => consent.Consenter.Kind == consenter.Kind && consent.Consenter.Order == consenter.Order));
    }

    private static IEnumerable<Consenter> ForChild(ConsentSituation situation) => situation switch
    {
        { CareTakenOver: true } => [new Consenter(ConsenterKind.ChildWelfare)],
        { ParentsWithResponsibility: > 0 } => Enumerable.Range(1, situation.ParentsWithResponsibility).Select(order => new Consenter(ConsenterKind.Parent, Order: order)),
        { HasGuardianForPersonalMatters: true } => [new Consenter(ConsenterKind.Guardian)],
        _ => [],
    };

    private static IEnumerable<Consenter> ForAdult(ConsentSituation situation) => situation switch
    {
        { HasGuardianForPersonalMatters: true } => [new Consenter(ConsenterKind.Guardian)],
        { HasLastingPowerOfAttorney: true } => [new Consenter(ConsenterKind.LastingPowerOfAttorney)],
        _ => [],
    };
}
