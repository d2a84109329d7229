using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Definitions;

/// <summary>What the designer sends and gets, in a test's words.</summary>
internal static class Studio
{
    public const string Api = "/elsa/api";

    private static string Folder => Path.Combine(TestHost.Root, "tests", "WorkflowHost.Tests", "ElsaApi");

    public static IEnumerable<string> Saves => Directory.GetFiles(Path.Combine(Folder, "Saves"), "*.json").Select(static f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static RecordedExchange Recorded(string name) => RecordedExchange.Read(Path.Combine(Folder, "Exchanges", name + ".json"));

    /// <summary>The body of a recorded save.</summary>
    public static JsonObject Save(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "Saves", name + ".json")))!.AsObject();

    /// <summary>A flowchart as a leader draws it: a task with one way out, to the end.</summary>
    public static JsonObject NewFlow(string name, params string[] tasks) => new()
    {
        ["definitionId"] = null,
        ["id"] = null,
        ["name"] = name,
        ["toolVersion"] = "3.8.0.0",
        ["createdAt"] = "0001-01-01T00:00:00+00:00",
        ["variables"] = null,
        ["options"] = null,
        ["customProperties"] = null,
        ["links"] = null,
        ["root"] = Root(tasks),
    };

    public static JsonObject Root(params string[] tasks)
    {
        var root = new JsonObject { ["id"] = "flow1", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["name"] = "Flowchart1" };
        if (tasks.Length > 0)
        {
            root["activities"] = new JsonArray([.. tasks.Select(Task)]);
            root["connections"] = new JsonArray([.. tasks.Zip(tasks.Skip(1)).Select(static pair => (JsonNode)new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = pair.First, ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = pair.Second, ["port"] = "In" },
            })]);
        }

        return root;
    }

    public static JsonNode Task(string id) => new JsonObject
    {
        ["id"] = id,
        ["name"] = id,
        ["type"] = "Elsa.RunTask",
        ["version"] = 1,
        ["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = 10, ["y"] = 20 } } },
        ["taskName"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = id } },
    };

    /// <summary>Saves a model as Studio does; the session is that of one page load.</summary>
    public static async Task<HttpResponseMessage> SaveAsync(this HttpClient client, JsonObject model, bool publish = false, string? session = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Api + "/workflow-definitions")
        {
            Content = JsonContent.Create(new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish }),
        };
        if (session is not null)
        {
            request.Headers.Add("X-Editing-Session", session);
        }

        return await client.SendAsync(request);
    }

    /// <summary>Saves and gives back Studio's new copy of the model.</summary>
    public static async Task<JsonObject> SavedAsync(this HttpClient client, JsonObject model, bool publish = false, string? session = null)
    {
        using var answer = await client.SaveAsync(model, publish, session);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync())["workflowDefinition"]!.AsObject();
    }

    public static async Task<JsonObject> OpenAsync(this HttpClient client, string definitionId, string versionOptions = "Latest") =>
        (await client.GetFromJsonAsync<JsonObject>($"{Api}/workflow-definitions/by-definition-id/{definitionId}?versionOptions={versionOptions}"))!;

    /// <summary>The refusal, which must be a 400 that Studio shows: with a sentence and a code.</summary>
    public static async Task<JsonObject> RefusalAsync(this HttpResponseMessage answer, string code)
    {
        var body = await answer.JsonAsync();
        Assert.True((int)answer.StatusCode == 400, $"{answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (string?)body["code"]);
        Assert.Contains(body["errors"]!.AsObject().SelectMany(static e => e.Value!.AsArray()), static m => ((string?)m)?.Length > 10);
        Assert.NotEmpty((string)body["detail"]!);
        return body;
    }
}
