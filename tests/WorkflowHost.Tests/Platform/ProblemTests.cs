using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.Platform;

public sealed class ProblemTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Request_WithoutSignIn_Is401WithProblemDetails()
    {
        using var client = host.CreateClient();

        var answer = await client.GetAsync("/api/cases");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal("urn:individualplan:problem:not-signed-in", (string?)problem!["type"]);
        Assert.Equal("Du er ikke logget inn", (string?)problem["title"]);
    }

    [Theory]
    [InlineData("nn-NO", "Du er ikkje logga inn")]
    [InlineData("en-GB, nb;q=0.5", "You are not signed in")]
    [InlineData("fr, de;q=0.8", "Du er ikke logget inn")]
    [InlineData("no", "Du er ikke logget inn")]
    public async Task Texts_FollowAcceptLanguage(string language, string title)
    {
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", language);

        var problem = await (await client.GetAsync("/api/cases")).Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal(title, (string?)problem!["title"]);
    }

    [Fact]
    public async Task Body_ThatIsNotJson_Is400WithWhere()
    {
        using var client = host.CreateClient();

        var answer = await client.PostAsync("/api/demo/token", new StringContent("{\"user\":", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Contains("$.user", (string?)problem!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_OfTheWrongType_Is422NamingTheField()
    {
        using var client = host.CreateClient();

        var answer = await client.PostAsJsonAsync("/api/demo/token", new { user = 5 });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!["user"]);
    }

    [Fact]
    public async Task Body_OfAnotherMediaType_Is415()
    {
        using var client = await host.AsAsync("casemanager");

        var answer = await client.PostAsync("/api/demo/token", new StringContent("user=person", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Platform_AnswersWithoutSignIn(string path)
    {
        using var client = host.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
    }
}
