using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Auth;

/// <summary>An invented person of demo mode.</summary>
/// <param name="User">What to sign in as; also the user id.</param>
/// <param name="Name">Invented name.</param>
/// <param name="Role">Role code of domain §6.</param>
/// <param name="Service">Code of the service worked for, or null.</param>
/// <param name="PersonNumber">Synthetic identity number of a citizen, or null.</param>
/// <param name="ActsFor">Synthetic identity number of the one a guardian acts for, or null.</param>
internal sealed record DemoUser(string User, string Name, string Role, string? Service = null, string? PersonNumber = null, string? ActsFor = null)
{
    /// <summary>What a token or a session of this person says.</summary>
    public IEnumerable<KeyValuePair<string, string>> Claims()
    {
        yield return new(UserClaims.Subject, User);
        yield return new(UserClaims.Name, Name);
        yield return new(UserClaims.Role, Role);
        if (Service is not null)
        {
            yield return new(UserClaims.Service, Service);
        }

        if (PersonNumber is not null)
        {
            yield return new(UserClaims.PersonNumber, PersonNumber);
        }

        if (ActsFor is not null)
        {
            yield return new(UserClaims.ActsFor, ActsFor);
        }
    }
}

/// <summary>The people of demo mode, at least one per role. The citizens are the invented persons of our scenarios, with synthetic numbers (month + 80, P-28).</summary>
internal static class DemoUsers
{
    public static IReadOnlyList<DemoUser> All { get; } =
    [
        new("casemanager", "Kari Lyngmo", Roles.CaseManager, "nav"),
        new("casemanager2", "Anders Bekkely", Roles.CaseManager, "nav"),
        new("casemanager3", "Liv Haugane", Roles.CaseManager, "child-welfare"),
        new("coordinator", "Maja Solhaug", Roles.Coordinator, "municipal-health"),
        new("coordinator2", "Jonas Tindvik", Roles.Coordinator, "nav"),
        new("childcoordinator", "Signe Bjørkås", Roles.ChildCoordinator, "municipal-health"),
        new("leader", "Berit Storhei", Roles.OfficeLeader, "nav"),
        new("leader2", "Torunn Eikås", Roles.OfficeLeader, "child-welfare"),
        new("approver", "Olav Granmo", Roles.Approver, "nav"),
        new("approver2", "Hege Moltu", Roles.Approver, "nav"),
        new("coordinatingunit", "Inger Fjordheim", Roles.CoordinatingUnit, "coordinating-unit"),
        new("participant", "Pål Skogland", Roles.Participant, "upper-secondary-school"),
        new("participant2", "Ragnhild Vikan", Roles.Participant, "gp"),
        new("participant3", "Trygve Myrdal", Roles.Participant, "employer"),
        new("person", "Glad Fjellrev", Roles.Person, PersonNumber: "14838949844"),
        new("havglott", "Sindig Havgløtt", Roles.Person, PersonNumber: "02899649578"),
        new("rype", "Modig Rype", Roles.Person, PersonNumber: "23869349879"),
        new("elgokse", "Treig Elgokse", Roles.Person, PersonNumber: "11917849937"),
        new("torsk", "Kvikk Torsk", Roles.Person, PersonNumber: "05850099903"),
        new("hestehov", "Blid Hestehov", Roles.Person, PersonNumber: "30818549896"),
        new("granskog", "Stille Granskog", Roles.Person, PersonNumber: "17887149917"),
        new("maake", "Våken Måke", Roles.Person, PersonNumber: "28820299843"),
        new("bekkeaure", "Rask Bekkeaure", Roles.Person, PersonNumber: "09841199909"),
        new("multemyr", "Lun Multemyr", Roles.Person, PersonNumber: "21921099824"),
        new("bergknaus", "Stødig Bergknaus", Roles.Person, PersonNumber: "19906449938"),
        new("kvitveis", "Ærlig Kvitveis", Roles.Person, PersonNumber: "07879049800"),
        new("guardian", "Trygg Bekkeaure", Roles.Guardian, ActsFor: "09841199909"),
        new("representative", "Rolf Advokatsen", Roles.Representative),
        new("relative", "Nær Fjellrev", Roles.Relative),
        new("auditor", "Revy Nordgard", Roles.Auditor, "audit"),
        new("dpo", "Vern Haugland", Roles.Dpo, "nav"),
        new("admin", "Drift Sørmo", Roles.SystemAdmin, "it"),
        new("archivist", "Arkiva Moen", Roles.Archivist, "archive"),
    ];

    public static DemoUser? Find(string? user) => All.FirstOrDefault(u => string.Equals(u.User, user, StringComparison.OrdinalIgnoreCase));
}
