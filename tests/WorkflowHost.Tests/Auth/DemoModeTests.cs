using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Tests.Auth;

public sealed class DemoModeTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("casemanager")]
    [InlineData("coordinator")]
    [InlineData("leader")]
    [InlineData("approver")]
    [InlineData("coordinatingunit")]
    [InlineData("participant")]
    [InlineData("person")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Token_ForEachPromisedUser_SignsIn(string user)
    {
        using var client = await host.AsAsync(user);

        var answer = await client.GetAsync("/api/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void People_CoverEveryRoleThatSignsIn()
    {
        // The appeal body has no login, and background work is no person (domain §6).
        var expected = Roles.All.Except([Roles.AppealBody, Roles.System]);

        Assert.Empty(expected.Except(DemoUsers.All.Select(u => u.Role)));
    }

    [Fact]
    public async Task Token_ForAnUnknownUser_NamesTheField()
    {
        using var client = host.CreateClient();

        var answer = await client.PostAsJsonAsync("/api/demo/token", new { user = "nobody" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(problem!["errors"]!["user"]);
    }

    [Fact]
    public async Task Clock_IsMovedForwardOnly()
    {
        using var own = new TestHost();
        using var client = own.CreateClient();

        var forward = await client.PostAsJsonAsync("/api/demo/clock/advance", new { by = "P32D" });
        var back = await client.PostAsJsonAsync("/api/demo/clock/advance", new { to = "2027-01-01T00:00:00Z" });
        var now = await client.GetFromJsonAsync<JsonObject>("/api/demo/clock");

        Assert.Equal("2027-02-12T07:00:00Z", (string?)(await forward.Content.ReadFromJsonAsync<JsonObject>())!["now"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.StatusCode);
        Assert.Equal("2027-02-12T07:00:00Z", (string?)now!["now"]);
    }
}
