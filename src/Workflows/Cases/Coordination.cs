using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.Workflows.Cases;

/// <summary>What coordinates services for a person beside, or instead of, an individual plan (domain §5.5). None of it replaces the right to a plan. The names are stored and counted, so they are never renamed.</summary>
public enum CoordinationKind
{
    /// <summary>A coordinator without a plan (koordinator uten plan; L-64).</summary>
    CoordinatorWithoutPlan,

    /// <summary>Barnekoordinator (L-11).</summary>
    ChildCoordinator,

    /// <summary>Ansvarsgruppe.</summary>
    CareTeam,

    /// <summary>Aktivitetsplan (NAVL § 14 a).</summary>
    ActivityPlan,

    /// <summary>Plan of the qualification programme (SOT § 30).</summary>
    QualificationPlan,

    /// <summary>Integreringsplan or -kontrakt (INT §§ 15–16).</summary>
    IntegrationPlan,

    /// <summary>IPS, supported employment, extended follow-up.</summary>
    SupportedEmployment,

    /// <summary>Youth team, counsellor in school, losordning.</summary>
    YouthTeam,

    /// <summary>FACT, ACT or FACT Ung.</summary>
    AssertiveCommunityTeam,

    /// <summary>Individuell opplæringsplan, utviklingsplan, stafettlogg.</summary>
    PupilPlan,

    /// <summary>Responsible contact or contact doctor (SPH § 2-5 c).</summary>
    ContactDoctor,

    /// <summary>Plan for housing, medication-assisted rehabilitation or treatment.</summary>
    TreatmentPlan,

    /// <summary>Something else; the note says what.</summary>
    Other,
}

/// <summary>One instrument that coordinates services for a person, from a day to a day. Ended, never deleted.</summary>
public sealed class Coordination
{
    private Coordination()
    {
    }

    /// <summary>Id.</summary>
    public CoordinationId Id { get; private set; }

    /// <summary>The person; it goes along when a new case is opened.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>The case in which it was recorded.</summary>
    public CaseId CaseId { get; private set; }

    /// <summary>Which instrument.</summary>
    public CoordinationKind Kind { get; private set; }

    /// <summary>Code of the service that answers for it, or null when not known.</summary>
    public string? Service { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>Last day, which counts; null while it goes on.</summary>
    public DateOnly? ToOn { get; private set; }

    /// <summary>Free note, or null.</summary>
    public string? Note { get; private set; }

    /// <summary>Whether it coordinates on a day.</summary>
    public bool IsOn(DateOnly day) => FromOn <= day && (ToOn is null || ToOn >= day);

    /// <summary>Records an instrument; records <c>coordination-recorded</c>.</summary>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public static Coordination Record(
        CoordinationId id, PersonId personId, CaseId caseId, CoordinationKind kind, string? service, DateOnly fromOn, DateOnly? toOn, string? note, Operation operation)
    {
        Require(fromOn, toOn);
        operation.Record(caseId, "coordination-recorded", ("coordinationId", id), ("kind", kind), ("service", service), ("fromOn", fromOn), ("toOn", toOn));
        return new Coordination
        {
            Id = id,
            PersonId = personId,
            CaseId = caseId,
            Kind = kind,
            Service = TextLimits.Bound(service, TextLimits.Code, nameof(service)),
            FromOn = fromOn,
            ToOn = toOn,
            Note = TextLimits.Bound(note, TextLimits.Text, nameof(note)),
        };
    }

    /// <summary>Ends it with a last day; records <c>coordination-ended</c> in the case where one looks now. The same day again is no change.</summary>
    /// <exception cref="ArgumentException">The last day lies before the first.</exception>
    public void End(CaseId caseId, DateOnly toOn, Operation operation)
    {
        Require(FromOn, toOn);
        if (ToOn != toOn)
        {
            ToOn = toOn;
            operation.Record(caseId, "coordination-ended", ("coordinationId", Id), ("kind", Kind), ("toOn", toOn));
        }
    }

    private static void Require(DateOnly fromOn, DateOnly? toOn)
    {
        if (toOn < fromOn)
        {
            throw new ArgumentException("The last day lies before the first.", nameof(toOn));
        }
    }
}
