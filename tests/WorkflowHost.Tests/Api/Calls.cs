using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IndividualPlan.WorkflowHost.Tests.Api;

/// <summary>Requests of invented persons, as clients send them.</summary>
internal static class Calls
{
    public const string Fjellrev = "14838949844";
    public const string Rype = "23869349879";

    public static object Request(string number = Fjellrev, string givenName = "Glad", string familyName = "Fjellrev", string role = "Person", string channel = "Digital", string receivedAt = "2027-01-11T07:30:00+01:00") => new
    {
        person = new { nationalIdentityNumber = number, givenName, familyName, bornOn = "1989-03-14", language = "nb" },
        track = "SOC-28",
        receivedAt,
        channel,
        requester = new { role },
        services = new[] { "nav" },
        wishes = "En plan",
    };

    public static async Task<JsonObject> RegisterAsync(this HttpClient client, object? request = null)
    {
        var answer = await client.PostAsJsonAsync("/api/requests", request ?? Request());
        Assert.Equal(201, (int)answer.StatusCode);
        return await answer.JsonAsync();
    }

    /// <summary>A request that the coordinating unit registers, so that no case manager has the case yet.</summary>
    public static async Task<JsonObject> RegisterAsync(this TestHost host, object? request = null)
    {
        using var unit = await host.AsAsync("coordinatingunit");
        return await unit.RegisterAsync(request);
    }

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

    public static async Task<JsonArray> ItemsAsync(this HttpClient client, string address) =>
        (await client.GetFromJsonAsync<JsonObject>(address))!["items"]!.AsArray();
}
