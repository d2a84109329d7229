using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.ElsaApi.Descriptors;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.ElsaApi.Descriptors;

/// <summary>What Studio must know of every step before it can show a drawing.</summary>
public sealed class DescriptorTests(TestHost host) : IClassFixture<TestHost>
{
    /// <summary>The editors that Studio 3.8.2 has.</summary>
    private static readonly string[] Editors =
    [
        "singleline", "multiline", "checkbox", "checklist", "radiolist", "dropdown", "multitext", "dictionary", "code-editor", "json-editor", "expression-editor", "datetime-picker",
        "type-picker", "variable-picker", "input-picker", "output-picker", "outcome-picker", "workflow-definition-picker", "switch-editor", "flow-switch-editor", "http-status-codes", "dynamic-outcomes",
    ];

    [Fact]
    public async Task Every_descriptor_has_the_recorded_shape_and_none_of_the_nulls_that_blank_the_canvas()
    {
        var recorded = InstanceShape.RecordedAnswer("get-descriptors-activities")["items"]![1]!.AsObject();

        var items = await ItemsAsync();

        Assert.Equal(items.Count, items.Select(item => ((string?)item["typeName"], (int)item["version"]!)).Distinct().Count());
        Assert.All(items, item =>
        {
            Assert.Equal(recorded.Select(p => p.Key).Order(), item.Select(p => p.Key).Order());
            Assert.DoesNotContain(item, p => p.Value is null);
            Assert.DoesNotContain('/', (string)item["category"]!);
            Same(recorded["inputs"]![0]!, item["inputs"]!, "category", "defaultValue", "storageDriverType");
            Same(InstanceShape.RecordedAnswer("get-descriptors-activities")["items"]![0]!["outputs"]![0]!, item["outputs"]!);
            Same(recorded["ports"]![0]!, item["ports"]!);
            Assert.All(item["inputs"]!.AsArray(), input => Assert.Contains((string)input!["uiHint"]!, Editors));
        });
    }

    [Fact]
    public async Task Every_step_of_every_delivered_drawing_can_be_drawn()
    {
        var known = (await ItemsAsync()).Select(item => ((string)item["typeName"]!, (int)item["version"]!)).ToHashSet();
        var used = Directory.GetFiles(Path.Combine(TestHost.Root, "workflow-definitions"), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => StepsOf(JsonNode.Parse(File.ReadAllText(file))!["root"])).ToHashSet();

        Assert.NotEmpty(used);
        Assert.Empty(used.Except(known));
        Assert.Contains(("Elsa.Flowchart", 1), known);
        Assert.Contains(("Elsa.NotFoundActivity", 1), known);
    }

    [Fact]
    public async Task Every_step_that_the_engine_runs_is_described_and_leaves_by_the_ports_that_are_drawn()
    {
        var items = (await ItemsAsync()).ToDictionary(item => (string)item["typeName"]!);

        Assert.All(host.Services.GetRequiredService<ActivityCatalogue>().Activities, activity =>
        {
            var ports = items[activity.Type]["ports"]!.AsArray().Where(p => (string?)p!["type"] == "Flow").Select(p => (string)p!["name"]!);

            Assert.Equal(activity.Outcomes(Untouched(activity.Type)), ports);
        });
    }

    [Theory]
    [InlineData("nb", "Individuell plan", "Oppgave", "Hvem skal gjøre det *", "Kontorleder")]
    [InlineData("nn", "Individuell plan", "Oppgåve", "Kven skal gjere det *", "Kontorleiar")]
    [InlineData("en", "Individual plan", "Task", "Who is to do it *", "Office leader")]
    public async Task The_toolbox_speaks_the_callers_language(string language, string category, string name, string label, string role)
    {
        var task = (await ItemsAsync(language)).Single(item => (string?)item["typeName"] == "IndividualPlan.CaseTask");

        var input = task["inputs"]!.AsArray().Single(i => (string?)i!["name"] == "Role")!;
        Assert.Equal((category, name, label), ((string?)task["category"], (string?)task["displayName"], (string?)input["displayName"]));
        Assert.Contains(Choices(input), c => c == ("OfficeLeader", role));
    }

    [Fact]
    public async Task A_drop_down_offers_what_can_be_published_and_nothing_else()
    {
        var items = (await ItemsAsync()).ToDictionary(item => (string)item["typeName"]!);

        Assert.All(host.Services.GetRequiredService<ActivityCatalogue>().Activities.OfType<DomainActivity>(), activity =>
        {
            foreach (var input in items[activity.Type]["inputs"]!.AsArray().Where(i => (string?)i!["uiHint"] is "dropdown" or "checklist"))
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName((string)input!["name"]!);
                var offered = Choices(input).Select(c => c.Value).ToList();

                Assert.NotEmpty(offered);
                Assert.Equal(offered.Count, Choices(input).Select(c => c.Text).Distinct().Count());
                Assert.All(offered, value => Assert.DoesNotContain(activity.Validate(Untouched(activity.Type, name, value)), p => p.En.Contains($"“{value}”", StringComparison.Ordinal)));

                if (activity.Info.Inputs.Single(i => i.Name == name).Kind != InputKind.Workflows)
                {
                    Assert.Contains(activity.Validate(Untouched(activity.Type, name, "no such word")), p => p.En.Contains("“no such word”", StringComparison.Ordinal));
                }
            }
        });
    }

    [Fact]
    public async Task A_new_task_has_an_answer_to_draw_a_line_from_and_a_new_recording_step_asks_for_a_variable()
    {
        var items = (await ItemsAsync()).ToDictionary(item => (string)item["typeName"]!);

        Assert.Equal("""{"typeName":"String[]","expression":{"type":"Object","value":"[\"Utført\"]"}}""", items["IndividualPlan.CaseTask"]["constructionProperties"]!["Outcomes"]!.ToJsonString(Readable));
        Assert.Equal("Oppgave", (string?)items["IndividualPlan.CaseTask"]["constructionProperties"]!["Name"]);
        Assert.Equal("Variable", (string?)items["IndividualPlan.RecordInformation"]["constructionProperties"]!["Source"]!["expression"]!["type"]);
        Assert.Equal("dynamic-outcomes", (string?)items["IndividualPlan.CaseTask"]["inputs"]!.AsArray().Single(i => (string?)i!["name"] == "Outcomes")!["uiHint"]);
    }

    [Fact]
    public async Task Asking_again_costs_nothing_as_long_as_no_drawing_has_changed()
    {
        using var client = await host.AsAsync("leader");
        using var first = await client.GetAsync("/elsa/api/descriptors/activities?Refresh=True");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/elsa/api/descriptors/activities?Refresh=True");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await client.SendAsync(request);
        using var packedRequest = new HttpRequestMessage(HttpMethod.Get, "/elsa/api/descriptors/activities");
        packedRequest.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var packed = await client.SendAsync(packedRequest);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("br", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.True(packed.Content.Headers.ContentLength * 5 < first.Content.Headers.ContentLength);
        await using var unpacked = new System.IO.Compression.BrotliStream(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await new StreamReader(unpacked).ReadToEndAsync());
    }

    [Fact]
    public async Task Only_those_who_may_open_Studio_see_the_toolbox()
    {
        foreach (var (user, expected) in new[] { ("leader", HttpStatusCode.OK), ("casemanager", HttpStatusCode.OK), ("person", HttpStatusCode.Forbidden), ("coordinator", HttpStatusCode.Forbidden) })
        {
            using var client = await host.AsAsync(user);
            using var answer = await client.GetAsync("/elsa/api/descriptors/activities");

            Assert.Equal((user, expected), (user, answer.StatusCode));
        }
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private async Task<IReadOnlyList<JsonObject>> ItemsAsync(string language = "nb")
    {
        using var client = await host.AsAsync("leader");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        var answer = (await client.GetFromJsonAsync<JsonObject>("/elsa/api/descriptors/activities?Refresh=True"))!;
        Assert.Equal(answer["items"]!.AsArray().Count, (int)answer["count"]!);
        return [.. answer["items"]!.AsArray().Select(item => item!.AsObject())];
    }

    private static void Same(JsonNode recorded, JsonNode items, params string[] mayBeNull) => Assert.All(items.AsArray(), item =>
    {
        Assert.Equal(recorded.AsObject().Select(p => p.Key).Order(), item!.AsObject().Select(p => p.Key).Order());
        Assert.DoesNotContain(item.AsObject(), p => p.Value is null && !mayBeNull.Contains(p.Key));
    });

    private static IReadOnlyList<(string Value, string Text)> Choices(JsonNode input) =>
        [.. ((input["uiSpecifications"]!["dropdown"]?["selectList"] ?? input["uiSpecifications"]!["checklist"]!["checkList"])!["items"]!.AsArray()).Select(i => ((string)i!["value"]!, (string)i["text"]!))];

    private static IEnumerable<(string Type, int Version)> StepsOf(JsonNode? node) => node switch
    {
        JsonObject step => (step["type"] is JsonValue type && step["version"] is JsonValue version && step["id"] is not null ? new[] { ((string)type!, (int)version) } : []).Concat(step.SelectMany(p => StepsOf(p.Value))),
        JsonArray list => list.SelectMany(StepsOf),
        _ => [],
    };

    private static IndividualPlan.Workflows.Engine.Definitions.ActivityNode Untouched(string type, string? input = null, string? value = null)
    {
        var step = new JsonObject { ["id"] = "step", ["type"] = type, ["version"] = 1 };
        if (input is not null)
        {
            step[input] = new JsonObject { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
        }

        var definition = new JsonObject { ["definitionId"] = "x", ["id"] = "x", ["version"] = 1, ["name"] = "x", ["root"] = new JsonObject { ["id"] = "root", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["activities"] = new JsonArray(step), ["connections"] = new JsonArray() } };
        return IndividualPlan.Workflows.Engine.Definitions.DefinitionReader.Read(definition.ToJsonString()).Definition!.FindActivity("step")!;
    }
}
