using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Tests.Api;

public sealed class CaseApiTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Request_OfAPersonWithoutACase_OpensOneAndStartsTheClock()
    {
        using var person = await _host.AsAsync("person");

        var answer = await person.PostAsJsonAsync("/api/requests", Calls.Request());
        var receipt = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"/api/cases/{receipt["caseId"]}", answer.Headers.Location?.ToString());
        Assert.Equal("IP-2027-00001", (string?)receipt["reference"]);
        Assert.False((bool)receipt["joinedExistingCase"]!);
        var clock = Assert.Single(receipt["deadlines"]!.AsArray(), d => (string?)d!["key"] == "D-1")!;
        Assert.Equal("2027-01-11", (string?)clock["startedOn"]);
        Assert.Equal("2027-02-11", (string?)clock["effectiveOn"]);
        Assert.Equal("no-2022", (string?)clock["ruleSet"]);
        Assert.Equal("Running", (string?)clock["state"]);
    }

    [Fact]
    public async Task SecondRequest_ForTheSamePerson_JoinsTheOpenCaseAndKeepsBothDates()
    {
        using var manager = await _host.AsAsync("casemanager");
        var first = await _host.RegisterAsync();

        var second = await _host.RegisterAsync(Calls.Request(role: "GP", channel: "Paper", receivedAt: "2027-01-08"));
        var found = await manager.GetFromJsonAsync<JsonObject>($"/api/cases/{first["caseId"]}");

        Assert.Equal((string?)first["caseId"], (string?)second["caseId"]);
        Assert.True((bool)second["joinedExistingCase"]!);
        Assert.Equal(["2027-01-08", "2027-01-11"], found!["requests"]!.AsArray().Select(r => (string?)r!["receivedOn"]));
    }

    [Fact]
    public async Task Request_WithManyFaults_NamesEachField()
    {
        using var manager = await _host.AsAsync("casemanager");

        var answer = await manager.PostAsJsonAsync("/api/requests", new
        {
            person = new { nationalIdentityNumber = "14838949845", familyName = "", bornOn = "2999-01-01", language = "fr" },
            track = "XYZ",
            receivedAt = "2028-01-01T00:00:00Z",
            channel = "Fax",
        });
        var errors = (await answer.JsonAsync())["errors"]!.AsObject().Select(e => e.Key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            ["channel", "person.bornOn", "person.familyName", "person.givenName", "person.language", "person.nationalIdentityNumber", "receivedAt", "requester", "track"],
            errors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"person":{"bornOn":"yesterday"}}""", "person.bornOn")]
    [InlineData("""{"receivedAt":7}""", "receivedAt")]
    [InlineData("""{"services":"nav"}""", "services")]
    public async Task Request_WithAnIllTypedValue_NamesTheField(string body, string field)
    {
        using var manager = await _host.AsAsync("casemanager");

        var answer = await manager.PostAsync("/api/requests", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await answer.JsonAsync())["errors"]![field]);
    }

    [Fact]
    public async Task Request_OfARepresentativeWithoutAuthorization_IsRegisteredAndTellsNothing()
    {
        // L-24, L-25, scenario 8: the clock runs, and the helper learns neither whether the person is known nor where the case stands.
        using var helper = await _host.AsAsync("representative");
        using var manager = await _host.AsAsync("casemanager");
        await _host.RegisterAsync(Calls.Request(Calls.Rype, "Modig", "Rype"));

        var receipt = await helper.RegisterAsync(Calls.Request(Calls.Rype, "Modig", "Rype", role: "Representative", channel: "Paper"));

        Assert.Equal("Missing", (string?)receipt["authorization"]);
        Assert.Null(receipt["caseId"]);
        Assert.Null(receipt["reference"]);
        Assert.False((bool)receipt["joinedExistingCase"]!);
    }

    [Fact]
    public async Task Search_ByNumber_GoesInTheBodyOnly()
    {
        using var manager = await _host.AsAsync("casemanager");
        var receipt = await _host.RegisterAsync();

        var inAddress = await manager.GetAsync($"/api/cases?q={Calls.Fjellrev}");
        var inBody = await (await manager.PostAsJsonAsync("/api/cases/search", new { nationalIdentityNumber = Calls.Fjellrev })).JsonAsync();
        var byName = await manager.ItemsAsync("/api/cases?q=fjell");
        var byReference = await manager.ItemsAsync("/api/cases?q=00001");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, inAddress.StatusCode);
        Assert.Equal((string?)receipt["caseId"], (string?)inBody["items"]![0]!["caseId"]);
        Assert.Single(byName);
        Assert.Single(byReference);
    }

    [Fact]
    public async Task AccessLog_HoldsLooksAndRefusals()
    {
        using var manager = await _host.AsAsync("casemanager");
        using var leader = await _host.AsAsync("leader");
        using var other = await _host.AsAsync("rype");
        using var admin = await _host.AsAsync("admin");
        using var person = await _host.AsAsync("person");
        var address = $"/api/cases/{(await _host.RegisterAsync())["caseId"]}";

        await manager.GetAsync(address);
        await leader.GetAsync(address);
        await leader.GetAsync($"{address}?reason=Klage p%C3%A5 ventetid");
        await other.GetAsync(address);
        await admin.GetAsync(address);
        var log = await person.ItemsAsync($"{address}/access-log");

        Assert.Equal(
            ["casemanager case Allowed ", "leader case Denied ", "leader case Allowed Klage på ventetid", "rype case Denied ", "admin case Denied "],
            log.Select(l => $"{l!["userId"]} {l["what"]} {l["outcome"]} {l["reason"]}").Take(5));
    }

    [Fact]
    public async Task UnknownIds_Are404()
    {
        using var manager = await _host.AsAsync("casemanager");
        var nothing = "01a3038c-0000-7000-8000-000000000000";

        foreach (var address in new[] { $"/api/cases/{nothing}", $"/api/tasks/{nothing}", $"/api/letters/{nothing}", "/api/cases/not-an-id", $"/api/cases/{nothing}/plan" })
        {
            var answer = await manager.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal("urn:individualplan:problem:not-found", (string?)(await answer.JsonAsync())["type"]);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsJsonAsync($"/api/cases/{nothing}/events/moved", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.PostAsJsonAsync($"/api/tasks/{nothing}/complete", new { operationId = "x", outcome = "y" })).StatusCode);
    }

    [Fact]
    public async Task Pages_LeadToEachOther()
    {
        using var manager = await _host.AsAsync("casemanager");
        await _host.RegisterAsync();
        await _host.RegisterAsync(Calls.Request(Calls.Rype, "Modig", "Rype"));

        var first = await manager.GetFromJsonAsync<JsonObject>("/api/cases?state=Requested,UnderAssessment&pageSize=1");
        var second = await manager.GetFromJsonAsync<JsonObject>((string)first!["next"]!);

        Assert.Equal(2, (int)first["total"]!);
        Assert.Equal("IP-2027-00002", (string?)first["items"]![0]!["reference"]);
        Assert.Equal("IP-2027-00001", (string?)second!["items"]![0]!["reference"]);
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task Letter_CanBeReadAsTextAndAsPdf()
    {
        using var person = await _host.AsAsync("person");
        using var stranger = await _host.AsAsync("rype");
        var receipt = await person.RegisterAsync();

        var letter = Assert.Single(await person.ItemsAsync($"/api/letters?caseId={receipt["caseId"]}"))!;
        var read = await person.GetFromJsonAsync<JsonObject>($"/api/letters/{letter["letterId"]}");
        var pdf = await person.GetAsync($"/api/letters/{letter["letterId"]}/pdf");
        var bytes = await pdf.Content.ReadAsByteArrayAsync();

        Assert.Equal("receipt", (string?)letter["template"]);
        Assert.Contains((string)receipt["reference"]!, (string?)read!["body"], StringComparison.Ordinal);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF"u8, bytes.AsSpan(0, 4));
        Assert.InRange(bytes.Length, 20_000, 400_000); // The fonts are in it, with the letters that are used.
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"/api/letters/{letter["letterId"]}/pdf")).StatusCode);
    }

    [Fact]
    public async Task StartPage_SaysWhatThisIsAndWhomToBe()
    {
        using var anonymous = _host.CreateClient();

        var page = await anonymous.GetStringAsync("/");

        Assert.Contains("<html lang=\"nb\" ", page, StringComparison.Ordinal);
        Assert.Contains("<code>coordinatingunit</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_WithAStaleVersionOfTheCase_Is412()
    {
        using var manager = await _host.AsAsync("casemanager");
        var address = $"/api/cases/{(await _host.RegisterAsync())["caseId"]}";
        var seen = (await manager.GetAsync(address)).Headers.ETag!;
        using var fresh = new HttpRequestMessage(HttpMethod.Post, $"{address}/events/request-withdrawn") { Headers = { IfMatch = { seen } } };
        using var stale = new HttpRequestMessage(HttpMethod.Post, $"{address}/events/moved") { Headers = { IfMatch = { seen } } };

        var first = await manager.SendAsync(fresh);
        var second = await manager.SendAsync(stale);

        Assert.Equal("NotPursued", (string?)(await first.JsonAsync())["state"]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);
    }

    [Fact]
    public async Task Death_StopsEverythingAtOnce()
    {
        // Scenario 20: tasks called off, clocks stopped, access ended; nothing more goes out.
        using var manager = await _host.AsAsync("casemanager");
        var receipt = await _host.RegisterAsync();
        var address = $"/api/cases/{receipt["caseId"]}";

        var answer = await manager.PostAsJsonAsync($"{address}/events/deceased", new { deceasedOn = "2027-01-10" });
        await manager.PostAsJsonAsync("/api/demo/clock/advance", new { by = "P3M" });
        var found = await manager.GetFromJsonAsync<JsonObject>(address);

        Assert.Equal("Closed", (string?)(await answer.JsonAsync())["state"]);
        Assert.Equal("Deceased", (string?)found!["closeReason"]);
        Assert.All(found["deadlines"]!.AsArray(), d => Assert.Equal("Stopped", (string?)d!["state"]));
        Assert.Equal(["after-death"], (await manager.ItemsAsync($"/api/tasks?caseId={receipt["caseId"]}&state=open")).Select(static t => (string)t!["key"]!));
        Assert.Single(await manager.ItemsAsync($"/api/letters?caseId={receipt["caseId"]}"));
        Assert.NotEmpty(await manager.ItemsAsync($"{address}/history?pageSize=200"));
    }
}
