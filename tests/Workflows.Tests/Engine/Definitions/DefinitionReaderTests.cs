using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Definitions;

public sealed class DefinitionReaderTests
{
    private static readonly string Studio = Path.Combine(AppContext.BaseDirectory, "Engine", "Definitions", "Studio");

    public static TheoryData<string, string> Definitions()
    {
        var data = new TheoryData<string, string>();

        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "ElsaRuns"), "*.json").Concat(Directory.EnumerateFiles(Studio, "*.json")))
        {
            var json = JsonNode.Parse(File.ReadAllText(file))!;
            JsonNode?[] found =
            [
                json["definition"], json["model"], json["response"]?["workflowDefinition"], json["request"]?["model"],
                json["response"]?["root"] is null ? null : json["response"], .. json["dependencies"] as JsonArray ?? [],
            ];

            foreach (var (definition, index) in found.OfType<JsonObject>().Select(static (d, i) => (d, i)))
            {
                data.Add($"{Path.GetFileNameWithoutExtension(file)} {index}", definition.ToJsonString());
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void What_Elsa_and_Studio_write_is_read_and_written_without_loss(string name, string json)
    {
        var read = DefinitionReader.Read(json);

        Assert.True(read.Definition is not null, name);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(DefinitionWriter.Write(read.Definition!))), name);
    }

    [Fact]
    public void An_unknown_activity_type_and_unknown_properties_are_kept_and_seen_into()
    {
        var unknown = Activity("Other.Thing", "x");
        unknown["strange"] = new JsonArray(1, "two", new JsonObject { ["deep"] = true });
        unknown["slot"] = Line("inside");
        var json = Flow().With(unknown).Json();

        var definition = DefinitionReader.Read(json).Definition!;

        Assert.Equal(["Flowchart1", "x", "inside"], definition.Activities.Select(static a => a.Id));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(DefinitionWriter.Write(definition))));
    }

    [Theory]
    [InlineData("{ not json", "not valid JSON")]
    [InlineData("[]", "JSON object")]
    [InlineData("{}", "no root")]
    [InlineData("""{"root":{}}""", "no type")]
    [InlineData("""{"root":{"type":"Elsa.Flowchart","id":"f"},"root":{}}""", "not valid JSON")]
    public void What_is_no_definition_is_refused_with_the_reason(string json, string reason)
    {
        var result = DefinitionReader.Read(json);

        Assert.Null(result.Definition);
        Assert.Contains(reason, Assert.Single(result.Problems).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void WithIdentity_changes_the_identity_and_nothing_else()
    {
        var definition = DefinitionReader.Read(Flow().With(Line("a")).Json()).Definition!;

        var copy = definition.WithIdentity("other", "other-v7", 7, false, true);

        Assert.Equal(("other", "other-v7", 7, false, true), (copy.DefinitionId, copy.VersionId, copy.Version, copy.IsPublished, copy.IsLatest));
        Assert.Equal(("flow", 1), (definition.DefinitionId, definition.Version));
        Assert.True(JsonNode.DeepEquals(definition.Json["root"], copy.Json["root"]));
    }

    [Fact]
    public void Triggers_are_the_activities_that_may_start_the_workflow()
    {
        var trigger = Activity("Event", "e", ("eventName", "moved"));
        trigger["customProperties"]!["canStartWorkflow"] = true;
        var definition = DefinitionReader.Read(Flow().With(trigger, Line("a")).Connect("e -> a").Json()).Definition!;

        Assert.Equal([new DefinitionTrigger("e", "Elsa.Event", "moved")], definition.Triggers);
    }

    [Fact]
    public void Normalise_gives_what_an_Elsa_server_writes()
    {
        var saved = JsonNode.Parse(File.ReadAllText(Path.Combine(Studio, "checklist.json")))!["model"]!.AsObject();

        var normal = DefinitionNormaliser.Normalise(saved, static (_, input) => input == "template" ? "String" : null);

        var text = normal.ToJsonString();
        Assert.DoesNotContain("\"typeName\":null", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"value\":\"True\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"value\":\"{\\u0022id", text, StringComparison.Ordinal);
        Assert.All(DefinitionReader.Read(text).Definition!.Activities, static a => Assert.Equal(a.NodeId, a.Json["nodeId"]!.ToString()));
        Assert.True(JsonNode.DeepEquals(normal, DefinitionNormaliser.Normalise(normal)));
    }
}
