using System.Net;
using System.Net.Http.Json;
using IndividualPlan.WorkflowHost.Auth;

namespace IndividualPlan.WorkflowHost.Tests.Api;

/// <summary>Who gets in where (domain §6): every demo user against every kind of address. The case is Glad Fjellrev's, whose login is "person".</summary>
public sealed class RoleMatrixTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["GET /api/cases"] =
        [
            "casemanager", "casemanager2", "coordinator", "coordinator2", "childcoordinator", "leader", "approver", "coordinatingunit",
            "participant", "participant2", "participant3", "person", "havglott", "rype", "guardian", "auditor", "archivist",
        ],
        ["GET /api/cases/{id}"] = ["casemanager", "casemanager2", "approver", "coordinatingunit", "person", "auditor", "archivist"],
        ["GET /api/cases/{id}?reason=Tilsyn"] = ["casemanager", "casemanager2", "approver", "coordinatingunit", "person", "auditor", "archivist", "leader"],
        ["GET /api/cases/{id}/history"] = ["casemanager", "casemanager2", "approver", "coordinatingunit", "person", "auditor", "archivist"],
        ["GET /api/cases/{id}/access-log"] = ["person", "auditor", "dpo"],
        ["GET /api/letters?caseId={id}"] = ["casemanager", "casemanager2", "approver", "coordinatingunit", "person", "auditor", "archivist"],
        ["GET /api/deadlines"] = ["casemanager", "casemanager2", "coordinator", "coordinator2", "childcoordinator", "leader", "approver", "coordinatingunit", "auditor"],
        ["GET /api/office/summary"] = ["leader", "coordinatingunit", "auditor"],
        ["GET /api/office/overdue-deadlines"] = ["leader", "coordinatingunit", "auditor"],
        ["GET /api/office/away"] = ["leader", "coordinatingunit", "auditor"],
        ["GET /api/statistics"] = ["leader", "coordinatingunit", "auditor"],
        ["GET /api/statistics/no-plan"] = ["leader", "coordinatingunit", "auditor"],
        ["GET /api/cases/{id}/coordination"] = ["casemanager", "casemanager2", "approver", "coordinatingunit", "person", "auditor", "archivist"],
        ["GET /api/absences"] =
        [
            "casemanager", "casemanager2", "coordinator", "coordinator2", "childcoordinator", "leader", "approver", "coordinatingunit", "participant", "participant2", "participant3", "dpo", "archivist",
        ],
        ["GET /api/office/open-appeals"] = ["leader", "auditor"],
        ["GET /api/office/stopped-flows"] = ["leader", "auditor"],
        ["GET /api/incidents"] = ["leader", "admin", "auditor"],
        ["GET /api/workflow-definitions"] = ["leader", "admin", "auditor"],
        ["GET /api/workflow-definitions/request-handling/migrations"] = ["leader"],
        ["GET /api/workflow-definitions/request-handling/migrations/preview"] = ["leader"],
        ["GET /api/archive/disposals"] = ["leader", "auditor", "archivist"],
        ["GET /api/archive/journal?from=2027-01-01&to=2027-01-31"] = ["archivist"],
        ["GET /api/tasks"] =
        [
            "casemanager", "casemanager2", "coordinator", "coordinator2", "childcoordinator", "leader", "approver", "coordinatingunit", "participant", "participant2", "participant3",
            "person", "havglott", "rype", "guardian", "representative", "relative", "dpo", "archivist",
        ],
    };

    private static readonly string[] Users =
    [
        "casemanager", "casemanager2", "coordinator", "coordinator2", "childcoordinator", "leader", "approver", "coordinatingunit", "participant", "participant2", "participant3",
        "person", "havglott", "rype", "guardian", "representative", "relative", "auditor", "dpo", "admin", "archivist",
    ];

    public static TheoryData<string, string, bool> Matrix
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var (address, allowed) in Allowed)
            {
                foreach (var user in Users)
                {
                    data.Add(address, user, allowed.Contains(user));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Address_ForEachUser_LetsInOrRefuses(string address, string user, bool isAllowed)
    {
        var id = await CaseAsync();
        using var client = await host.AsAsync(user);

        var answer = await client.GetAsync(address["GET ".Length..].Replace("{id}", id, StringComparison.Ordinal));

        Assert.Equal(isAllowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public void Matrix_KnowsEveryRole() =>
        Assert.Empty(DemoUsers.All.Select(u => u.Role).Except(DemoUsers.All.Where(u => Users.Contains(u.User)).Select(u => u.Role)));

    [Theory]
    [InlineData("admin")]
    [InlineData("auditor")]
    [InlineData("dpo")]
    [InlineData("archivist")]
    [InlineData("participant")]
    [InlineData("approver")]
    public async Task Request_ByARoleThatRegistersNothing_Is403(string user)
    {
        using var client = await host.AsAsync(user);

        var answer = await client.PostAsJsonAsync("/api/requests", Calls.Request());

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Request_ByAPersonForSomeoneElse_Is403()
    {
        using var client = await host.AsAsync("rype");

        var answer = await client.PostAsJsonAsync("/api/requests", Calls.Request());

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("person", "deceased", HttpStatusCode.Forbidden)]
    [InlineData("rype", "moved", HttpStatusCode.Forbidden)]
    [InlineData("auditor", "moved", HttpStatusCode.Forbidden)]
    [InlineData("coordinator", "moved", HttpStatusCode.Forbidden)]
    public async Task Event_ByWhoeverMayNotReportIt_Is403(string user, string name, HttpStatusCode expected)
    {
        var id = await CaseAsync();
        using var client = await host.AsAsync(user);

        var answer = await client.PostAsJsonAsync($"/api/cases/{id}/events/{name}", new { });

        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<string> CaseAsync()
    {
        return (string)(await host.RegisterAsync())["caseId"]!;
    }
}
