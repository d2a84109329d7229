using IndividualPlan.Workflows.Consents;
using IndividualPlan.Workflows.Coordinators;

namespace IndividualPlan.Workflows.Plans;

/// <summary>A goal (point a).</summary>
/// <param name="Key">Stable key inside the plan, so that evaluations can point at it.</param>
/// <param name="Text">The goal, best in the person's own words.</param>
/// <param name="IsPersonsOwn">Whether the person set it (L-72, R-9).</param>
/// <param name="LifeArea">Life area code, or null (L-75).</param>
public sealed record PlanGoal(string Key, string Text, bool IsPersonsOwn = false, string? LifeArea = null);

/// <summary>A resource, need or cooperation need.</summary>
/// <param name="Key">Stable key inside the plan.</param>
/// <param name="Text">What it is.</param>
/// <param name="LifeArea">Life area code, or null.</param>
public sealed record PlanItem(string Key, string Text, string? LifeArea = null);

/// <summary>What someone contributes (point d).</summary>
/// <param name="Key">Stable key inside the plan.</param>
/// <param name="Contributor">A service code, or <c>person</c> or <c>relatives</c>.</param>
/// <param name="Text">The contribution.</param>
public sealed record PlanContribution(string Key, string Contributor, string Text)
{
    /// <summary>Contributor when it is the person's next of kin.</summary>
    public const string Relatives = "relatives";
}

/// <summary>A measure (tiltak; points e and f). It grants nothing: the service decides under its own statute (L-38).</summary>
/// <param name="Key">Stable key inside the plan.</param>
/// <param name="Title">What.</param>
/// <param name="ResponsibleService">Service code of who is responsible.</param>
/// <param name="Extent">How much and how often (point e).</param>
/// <param name="Implementation">How it is carried out (point f), or null.</param>
/// <param name="FromOn">First day, or null.</param>
/// <param name="ToOn">Last day, or null.</param>
/// <param name="GoalKey">The goal it serves, or null.</param>
/// <param name="IsUncovered">True when the service has declined to take part (scenario 17).</param>
public sealed record PlanMeasure(
    string Key,
    string Title,
    string ResponsibleService,
    string? Extent,
    string? Implementation = null,
    DateOnly? FromOn = null,
    DateOnly? ToOn = null,
    string? GoalKey = null,
    bool IsUncovered = false);

/// <summary>What came of offering a kind of coordinator (point g).</summary>
public enum CoordinatorOfferStatus
{
    /// <summary>Offered, not yet answered.</summary>
    Offered,

    /// <summary>Appointed.</summary>
    Appointed,

    /// <summary>Declined by the person.</summary>
    Declined,

    /// <summary>Not relevant for this person.</summary>
    NotRelevant,
}

/// <summary>One line of point g.</summary>
/// <param name="Kind"><c>coordinator</c>, <c>childCoordinator</c> or <c>contactDoctor</c>.</param>
/// <param name="Status">What came of it.</param>
public sealed record CoordinatorOffer(string Kind, CoordinatorOfferStatus Status);

/// <summary>Plan period and times of revision (point h; L-87).</summary>
/// <param name="FromOn">First day of the period.</param>
/// <param name="ToOn">Last day, or null.</param>
/// <param name="RevisionMonths">Months between revisions; null takes the rule set's default.</param>
/// <param name="ExtraRevisionsOn">Further dates.</param>
public sealed record PlanPeriod(DateOnly FromOn, DateOnly? ToOn, int? RevisionMonths, IReadOnlyList<DateOnly> ExtraRevisionsOn);

/// <summary>Another plan that is a part of this one or linked to it (L-80).</summary>
/// <param name="Kind">Kind, for example <c>kvp-programme</c>, <c>aktivitetsplan</c>, <c>integreringsplan</c>.</param>
/// <param name="Reference">Where it is found, or null.</param>
public sealed record SubPlan(string Kind, string? Reference);

/// <summary>What people write in a plan: the content points that are not facts recorded elsewhere (L-77). Stored as one document.</summary>
public sealed record PlanContent
{
    /// <summary>A plan with nothing in it.</summary>
    public static PlanContent Empty { get; } = new();

    /// <summary>Goals (point a).</summary>
    public IReadOnlyList<PlanGoal> Goals { get; init; } = [];

    /// <summary>Resources (point a).</summary>
    public IReadOnlyList<PlanItem> Resources { get; init; } = [];

    /// <summary>Needs (point a).</summary>
    public IReadOnlyList<PlanItem> Needs { get; init; } = [];

    /// <summary>Contributions (point d).</summary>
    public IReadOnlyList<PlanContribution> Contributions { get; init; } = [];

    /// <summary>Measures (points e and f).</summary>
    public IReadOnlyList<PlanMeasure> Measures { get; init; } = [];

    /// <summary>Offers of coordinator, child coordinator, contact doctor (point g).</summary>
    public IReadOnlyList<CoordinatorOffer> CoordinatorOffers { get; init; } = [];

    /// <summary>Period and revision (point h); null until set.</summary>
    public PlanPeriod? Period { get; init; }

    /// <summary>Cooperation needed or wanted with others (point j).</summary>
    public IReadOnlyList<PlanItem> CooperationNeeds { get; init; } = [];

    /// <summary>How a child's right to take part was met; required below the age in the rule set.</summary>
    public string? ChildParticipation { get; init; }

    /// <summary>Why a point is not relevant, by letter (L-79); counts only for points that are no hard requirement.</summary>
    public IReadOnlyDictionary<string, string> NotRelevant { get; init; } = new Dictionary<string, string>();

    /// <summary>Linked plans.</summary>
    public IReadOnlyList<SubPlan> SubPlans { get; init; } = [];

    /// <summary>The highest number in the key of an item that has been removed; 0 when none has. Numbers up to it are not given again, see <see cref="PlanKeys"/>. A plan stored before this was counted has 0.</summary>
    public int KeysUsedUpTo { get; init; }
}

/// <summary>A participant as a plan version shows it (point b).</summary>
/// <param name="ParticipantId">The participant.</param>
/// <param name="Service">Service code.</param>
/// <param name="Role">Role in the plan.</param>
public sealed record ParticipantFact(ParticipantId ParticipantId, string Service, string? Role);

/// <summary>A consent as a plan version shows it (point i).</summary>
/// <param name="ConsentId">The consent.</param>
/// <param name="Type">What it is to.</param>
/// <param name="RecipientService">Recipient, for sharing.</param>
public sealed record ConsentFact(ConsentId ConsentId, ConsentType Type, string? RecipientService);

/// <summary>The content points that are recorded elsewhere, gathered when a version is fixed: participants (b), responsibility (c), consents (i).</summary>
/// <param name="Participants">Who takes part.</param>
/// <param name="ResponsibleService">Who is responsible for preparing the plan.</param>
/// <param name="CoordinatorPeriodId">Who coordinates and drives progress; null when nobody does.</param>
/// <param name="Consents">Consents in force.</param>
public sealed record PlanFacts(
    IReadOnlyList<ParticipantFact> Participants,
    string? ResponsibleService,
    CoordinatorPeriodId? CoordinatorPeriodId,
    IReadOnlyList<ConsentFact> Consents)
{
    /// <summary>Nothing known.</summary>
    public static PlanFacts None { get; } = new([], null, null, []);

    /// <summary>Gathers the facts as they stand at an instant: participants who have confirmed or been invited, and consents in force.</summary>
    public static PlanFacts Gather(
        IEnumerable<PlanParticipant> participants, string? responsibleService, CoordinatorPeriod? coordinator, IEnumerable<ConsentRecord> consents, DateTimeOffset at) =>
        new(
            [.. participants.Where(participant => participant.State is ParticipantState.Invited or ParticipantState.Confirmed)
                .Select(participant => new ParticipantFact(participant.Id, participant.Service, participant.Role))],
            responsibleService,
            coordinator?.Id,
            [.. consents.Where(consent => consent.IsInForceAt(at)).Select(consent => new ConsentFact(consent.Id, consent.Type, consent.RecipientService))]);
}
