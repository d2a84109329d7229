using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth.OpenId;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Tests.Auth.OpenId;

/// <summary>From what a provider says to what someone may do here.</summary>
public sealed class RoleMappingTests
{
    [Fact]
    public void Groups_of_Entra_ID_give_roles_and_offices_the_first_rule_foremost()
    {
        var provider = new ProviderOptions
        {
            Roles =
            [
                new() { Claim = "groups", Value = "2f1e", Role = Roles.OfficeLeader, Service = "nav" },
                new() { Claim = "groups", Value = "77aa", Role = Roles.CaseManager, Service = "nav" },
                new() { Claim = "groups", Value = "90c0", Role = Roles.Auditor },
            ],
        };

        var mapping = Map(provider, """{"groups":["77aa","2f1e","ffff"]}""");

        Assert.Equal([Roles.OfficeLeader, Roles.CaseManager], mapping.Roles);
        Assert.Equal(["nav"], mapping.Services);
    }

    [Theory]
    [InlineData("""{"authorization_details":[{"authorized_parties":[{"orgno":{"ID":"0192:1"},"resource":"plan"}]}]}""", true)]
    [InlineData("""{"authorization_details":[{"authorized_parties":[{"orgno":{"ID":"0192:1"},"resource":"other"},{"orgno":{"ID":"0192:2"},"resource":"plan"}]}]}""", false)]
    [InlineData("""{"authorization_details":[]}""", false)]
    [InlineData("""{"authorization_details":"0192:1"}""", false)]
    [InlineData("{}", false)]
    public void A_representation_in_Altinn_counts_when_one_and_the_same_party_meets_all_conditions(string claims, bool fits)
    {
        var provider = new ProviderOptions
        {
            Roles =
            [
                new()
                {
                    Claim = "authorization_details.authorized_parties", Where = new() { ["orgno.ID"] = "0192:1", ["resource"] = "plan" },
                    Role = Roles.Participant, Service = "gp",
                },
            ],
        };

        Assert.Equal(fits, Map(provider, claims).Roles.Count == 1);
    }

    [Theory]
    [InlineData("""{"realm_access":{"roles":["leader"]}}""", "realm_access.roles")]
    [InlineData("""{"https://id.example/roles":"leader"}""", "https://id.example/roles")]
    [InlineData("""{"is_leader":"leader"}""", "is_leader")]
    public void Nested_claims_and_claims_with_points_in_their_names_are_found(string claims, string path)
    {
        var provider = new ProviderOptions { Roles = [new() { Claim = path, Value = "leader", Role = Roles.OfficeLeader }] };

        Assert.Equal([Roles.OfficeLeader], Map(provider, claims).Roles);
    }

    [Fact]
    public void Plain_role_codes_are_taken_as_they_stand_and_others_are_passed_over()
    {
        var mapping = Map(new ProviderOptions(), """{"role":["Coordinator","System","AppealBody","Boss","coordinator"],"service":["nav","a,b"]}""");

        Assert.Equal([Roles.Coordinator], mapping.Roles);
        Assert.Equal(["nav"], mapping.Services);
    }

    [Theory]
    [InlineData("high", 2, 0)]
    [InlineData("low", 1, 1)]
    [InlineData(null, 1, 1)]
    public void A_role_that_demands_a_higher_level_is_withheld_with_its_office_and_the_others_stay(string? level, int given, int withheld)
    {
        var provider = new ProviderOptions
        {
            Roles = [new() { Claim = "*", Role = Roles.OfficeLeader, Service = "nav" }, new() { Claim = "*", Role = Roles.Participant, Service = "gp" }],
            LevelsByRole = new() { [Roles.OfficeLeader] = ["high"] },
        };

        var mapping = RoleMapping.Of(provider, [], level);

        Assert.Equal((given, withheld), (mapping.Roles.Count, mapping.Withheld.Count));
        Assert.Equal(given, mapping.Services.Count);
    }

    [Fact]
    public void The_identity_number_is_for_citizens_only()
    {
        Assert.True(new RoleMapping([Roles.Person], [], []).HasCitizen);
        Assert.False(new RoleMapping([Roles.CaseManager, Roles.Participant], [], []).HasCitizen);
    }

    private static RoleMapping Map(ProviderOptions provider, string claims) => RoleMapping.Of(provider, (JsonObject)JsonNode.Parse(claims)!, null);
}
