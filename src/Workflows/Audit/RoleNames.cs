namespace IndividualPlan.Workflows.Audit;

/// <summary>What people call the roles of <see cref="Roles"/>.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, LocalizedText> Names = new(StringComparer.Ordinal)
    {
        [Roles.OfficeLeader] = new("Kontorleder", "Kontorleiar", "Office leader"),
        [Roles.CaseManager] = new("Saksbehandler", "Saksbehandlar", "Case manager"),
        [Roles.Approver] = new("Godkjenner", "Godkjennar", "Approver"),
        [Roles.Coordinator] = new("Koordinator", "Koordinator", "Coordinator"),
        [Roles.ChildCoordinator] = new("Barnekoordinator", "Barnekoordinator", "Child coordinator"),
        [Roles.CoordinatingUnit] = new("Koordinerende enhet", "Koordinerande eining", "Coordinating unit"),
        [Roles.Participant] = new("Deltaker", "Deltakar", "Participant"),
        [Roles.Person] = new("Tjenestemottaker", "Tenestemottakar", "Service recipient"),
        [Roles.Guardian] = new("Foresatt eller verge", "Føresett eller verje", "Parent or guardian"),
        [Roles.Representative] = new("Fullmektig", "Fullmektig", "Representative"),
        [Roles.Relative] = new("Pårørende", "Pårørande", "Next of kin"),
        [Roles.AppealBody] = new("Klageinstansen", "Klageinstansen", "Appeal body"),
        [Roles.Auditor] = new("Revisor", "Revisor", "Auditor"),
        [Roles.Dpo] = new("Personvernombud", "Personvernombod", "Data protection officer"),
        [Roles.SystemAdmin] = new("Systemansvarlig", "Systemansvarleg", "System administrator"),
        [Roles.Archivist] = new("Arkivar", "Arkivar", "Archivist"),
        [Roles.System] = new("Systemet", "Systemet", "The system"),
    };

    /// <summary>The name of a role.</summary>
    /// <param name="role">A code of <see cref="Roles"/>; the name of another code is the code.</param>
    public static LocalizedText Of(string role) => Names.GetValueOrDefault(role) ?? new(role, role, role);
}
