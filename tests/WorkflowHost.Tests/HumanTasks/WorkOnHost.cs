using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>What tests of the working day do: bring cases to where a scenario begins, and read pages as people do.</summary>
internal static partial class WorkOnHost
{
    public const string Havglott = "02899649578";

    /// <summary>An invented person's request; nobody has the case yet.</summary>
    /// <returns>The receipt, with <c>caseId</c> and <c>reference</c>.</returns>
    public static Task<JsonObject> RequestAsync(this TestHost host, string number = Calls.Fjellrev, string givenName = "Glad", string familyName = "Fjellrev", string receivedAt = "2027-01-11T07:30:00+01:00")
    {
        return host.RegisterAsync(Calls.Request(number, givenName, familyName, receivedAt: receivedAt));
    }

    /// <summary>Id of a case's open task.</summary>
    public static async Task<string> TaskAsync(this TestHost host, JsonNode receipt, string key)
    {
        using var leader = await host.AsAsync("leader");
        return (string)Assert.Single(await leader.ItemsAsync($"/api/tasks?caseId={receipt["caseId"]}&key={key}&state=open"))!["taskId"]!;
    }

    /// <summary>Completes a case's open task over the API.</summary>
    public static async Task CompletesAsync(this TestHost host, string user, JsonNode receipt, string key, string outcome, object? values = null)
    {
        using var client = await host.AsAsync(user);
        var answer = await client.PostAsJsonAsync($"/api/tasks/{await host.TaskAsync(receipt, key)}/complete", new { operationId = $"{user}-{key}-{outcome}", outcome, values = values ?? new { } });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A page's text as a browser would show it.</summary>
    public static async Task<string> PageAsync(this HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>A page, decoded.</summary>
    public static async Task<string> PageAsync(this HttpClient visitor, string address) => WebUtility.HtmlDecode(await visitor.GetStringAsync(address));

    /// <summary>The value of the first hidden field of a name.</summary>
    public static string Hidden(this string page, string name) =>
        Regex.Match(page, $"type=\"hidden\" name=\"{Regex.Escape(name)}\" value=\"([^\"]*)\"").Groups[1].Value;

    /// <summary>The address of the first link that has the text.</summary>
    public static string LinkTo(this string page, string text) =>
        Links().Matches(page).First(m => Tags().Replace(m.Groups[2].Value, "").Trim() == text).Groups[1].Value;

    [GeneratedRegex("<a\\b[^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Links();

    [GeneratedRegex("<svg.*?</svg>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tags();
}
