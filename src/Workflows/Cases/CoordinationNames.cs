namespace IndividualPlan.Workflows.Cases;

/// <summary>What people call the instruments of domain §5.5.</summary>
public static class CoordinationNames
{
    /// <summary>The instrument in words, as it stands in a list.</summary>
    public static LocalizedText Of(CoordinationKind kind) => kind switch
    {
        CoordinationKind.CoordinatorWithoutPlan => new("Koordinator uten plan", "Koordinator utan plan", "Coordinator without a plan"),
        CoordinationKind.ChildCoordinator => new("Barnekoordinator", "Barnekoordinator", "Child coordinator"),
        CoordinationKind.CareTeam => new("Ansvarsgruppe", "Ansvarsgruppe", "Care team"),
        CoordinationKind.ActivityPlan => new("Aktivitetsplan", "Aktivitetsplan", "Activity plan"),
        CoordinationKind.QualificationPlan => new("Plan i kvalifiseringsprogrammet", "Plan i kvalifiseringsprogrammet", "Plan of the qualification programme"),
        CoordinationKind.IntegrationPlan => new("Integreringsplan", "Integreringsplan", "Integration plan"),
        CoordinationKind.SupportedEmployment => new("IPS eller annen utvidet oppfølging", "IPS eller anna utvida oppfølging", "IPS or other extended follow-up"),
        CoordinationKind.YouthTeam => new("Ungdomsteam, veileder i skolen eller los", "Ungdomsteam, rettleiar i skulen eller los", "Youth team, counsellor in school or guide"),
        CoordinationKind.AssertiveCommunityTeam => new("FACT eller ACT", "FACT eller ACT", "FACT or ACT"),
        CoordinationKind.PupilPlan => new("Plan for elev eller barn", "Plan for elev eller barn", "Plan for a pupil or child"),
        CoordinationKind.ContactDoctor => new("Kontaktlege eller annen fast kontakt på sykehuset", "Kontaktlege eller annan fast kontakt på sjukehuset", "Contact doctor or other fixed contact at the hospital"),
        CoordinationKind.TreatmentPlan => new("Plan for bolig, LAR eller behandling", "Plan for bustad, LAR eller behandling", "Plan for housing, substitution treatment or other treatment"),
        CoordinationKind.Other => new("Noe annet", "Noko anna", "Something else"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
