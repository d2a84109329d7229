using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>What people call the roles and the services of invented people, in the product's three languages.</summary>
internal static class RoleNames
{
    private static readonly Dictionary<string, LocalizedText> ByRole = new(StringComparer.Ordinal)
    {
        [Roles.CaseManager] = new("Saksbehandler", "Saksbehandlar", "Case manager"),
        [Roles.Coordinator] = new("Koordinator", "Koordinator", "Coordinator"),
        [Roles.ChildCoordinator] = new("Barnekoordinator", "Barnekoordinator", "Child coordinator"),
        [Roles.OfficeLeader] = new("Kontorleder", "Kontorleiar", "Office leader"),
        [Roles.Approver] = new("Godkjenner", "Godkjennar", "Approver"),
        [Roles.CoordinatingUnit] = new("Koordinerende enhet", "Koordinerande eining", "Coordinating unit"),
        [Roles.Participant] = new("Deltaker", "Deltakar", "Participant"),
        [Roles.Person] = new("Tjenestemottaker", "Tenestemottakar", "Service recipient"),
        [Roles.Guardian] = new("Foresatt eller verge", "Føresett eller verje", "Parent or guardian"),
        [Roles.Representative] = new("Fullmektig", "Fullmektig", "Representative"),
        [Roles.Relative] = new("Pårørende", "Pårørande", "Next of kin"),
        [Roles.AppealBody] = new("Statsforvalteren", "Statsforvaltaren", "County governor"),
        [Roles.Auditor] = new("Revisor", "Revisor", "Auditor"),
        [Roles.Dpo] = new("Personvernombud", "Personvernombod", "Data protection officer"),
        [Roles.SystemAdmin] = new("Systemansvarlig", "Systemansvarleg", "System administrator"),
        [Roles.Archivist] = new("Arkivar", "Arkivar", "Archivist"),
        [Roles.System] = new("Systemet", "Systemet", "The system"),
    };

    /// <summary>The parents as those whom a young person may let follow the own case; no service, but consents name them like one (L-60).</summary>
    public const string Parents = "parents";

    private static readonly Dictionary<string, LocalizedText> ByService = new(StringComparer.Ordinal)
    {
        ["nav"] = new("NAV-kontoret", "NAV-kontoret", "NAV office"),
        ["municipal-health"] = new("Kommunal helse og omsorg", "Kommunal helse og omsorg", "Municipal health and care"),
        ["coordinating-unit"] = new("Koordinerende enhet", "Koordinerande eining", "Coordinating unit"),
        ["upper-secondary-school"] = new("Videregående skole", "Vidaregåande skule", "Upper secondary school"),
        ["school"] = new("Skolen", "Skulen", "School"),
        ["kindergarten"] = new("Barnehagen", "Barnehagen", "Kindergarten"),
        ["gp"] = new("Fastlegen", "Fastlegen", "General practitioner"),
        ["specialist-health"] = new("Spesialisthelsetjenesten", "Spesialisthelsetenesta", "Specialist health service"),
        ["mental-health"] = new("Psykisk helse og rus", "Psykisk helse og rus", "Mental health and addiction care"),
        ["child-welfare"] = new("Barnevernet", "Barnevernet", "Child welfare service"),
        ["integration"] = new("Integreringstjenesten", "Integreringstenesta", "Integration service"),
        ["crisis-centre"] = new("Krisesenteret", "Krisesenteret", "Crisis centre"),
        ["housing"] = new("Boligkontoret", "Bustadkontoret", "Housing office"),
        [Parents] = new("Foreldrene", "Foreldra", "The parents"),
        ["employer"] = new("Arbeidsgiver", "Arbeidsgivar", "Employer"),
        ["audit"] = new("Revisjonen", "Revisjonen", "Audit"),
        ["it"] = new("IT-avdelingen", "IT-avdelinga", "IT department"),
        ["archive"] = new("Arkivet", "Arkivet", "Archive"),
    };

    /// <summary>Services that take part in plans, by code. Those that only look on, or look after the product, are left out.</summary>
    public static IReadOnlyDictionary<string, LocalizedText> PlanServices { get; } = ByService.Where(static s => s.Key is not ("audit" or "it" or "archive" or Parents)).ToDictionary(StringComparer.Ordinal);

    public static LocalizedText Role(string code) => ByRole.GetValueOrDefault(code) ?? new(code, code, code);

    public static LocalizedText Service(string code) => ByService.GetValueOrDefault(code) ?? new(code, code, code);
}
