using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.Workflows.Engine.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Security;

/// <summary>
/// Drawings that are broken on purpose, sent to every address that takes one: shipped drawings with something gone, doubled, of another type or far too large in them, and text that is
/// hardly JSON. Each is taken in whole or refused with a reason; nothing is saved by halves, and none takes long. The same ones each time, from a fixed seed.
/// </summary>
public sealed class DefinitionFuzzTests(TestHost host) : IClassFixture<TestHost>
{
    private const int Drawings = 40;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly string[] Addresses = ["/api/workflow-definitions", "/api/workflow-definitions/publish", "/elsa/api/workflow-definitions", "/elsa/api/workflow-definitions/import"];

    /// <summary>What stands where something else should.</summary>
    private static readonly Func<JsonNode?>[] Junk =
    [
        static () => null, static () => false, static () => -1, static () => JsonNode.Parse("1e308"), static () => JsonNode.Parse("123456789012345678901234567890"), static () => "",
        static () => new string('å', 100_000), static () => "\u0000\u001b[31m\u202e\ud83d\ude00", static () => new JsonArray(), static () => new JsonObject(), static () => new JsonArray(null, 1, "x"),
        static () => Deep(60), static () => new JsonArray([.. Enumerable.Range(0, 5_000).Select(static n => (JsonNode)n)]), static () => "while(true){}", static () => "../../etc/passwd",
    ];

    [Fact]
    public async Task A_broken_drawing_is_taken_in_whole_or_refused_and_nothing_is_saved_by_halves()
    {
        using var leader = await host.AsAsync("leader");
        leader.Timeout = Longest;
        var random = new Random(20_270_111);
        var shipped = Directory.EnumerateFiles(Path.Combine(TestHost.Root, "workflow-definitions"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        List<string> failures = [];
        var refused = 0;

        foreach (var (text, number) in Enumerable.Range(0, Drawings).Select(_ => Broken(shipped[random.Next(shipped.Length)], random)).Concat(Odd()).Select(static (t, i) => (t, i)))
        {
            var address = Addresses[number % Addresses.Length];
            var before = await SavedAsync();
            using var answer = await SendAsync(leader, address, text);

            if ((int)answer.StatusCode >= 500)
            {
                failures.Add($"{(int)answer.StatusCode} {address}, drawing {number}: {text[..Math.Min(text.Length, 300)]}");
            }

            if (!answer.IsSuccessStatusCode)
            {
                refused++;
                Assert.Equal(before, await SavedAsync());
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.InRange(refused, 10, Drawings + 20);
        await using var db = host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
        Assert.All(await db.WorkflowDefinitions.Where(static d => d.IsPublished).ToListAsync(), static d => Assert.NotNull(DefinitionReader.Read(d.Json).Definition));
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync("/api/workflow-definitions?pageSize=200")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync("/elsa/api/workflow-definitions?versionOptions=Latest")).StatusCode);
        Assert.NotEmpty(host.Services.GetRequiredService<DefinitionCatalogue>().Published);
    }

    [Fact]
    public async Task A_drawing_that_is_far_too_large_is_refused_before_it_is_read()
    {
        using var leader = await host.AsAsync("leader");
        leader.Timeout = Longest;
        var large = "{\"definitionId\":\"large\",\"name\":\"" + new string('x', 40_000_000) + "\"}";

        using var answer = await SendAsync(leader, Addresses[0], large);

        Assert.InRange((int)answer.StatusCode, 400, 422);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string address, string text)
    {
        var body = new StringContent(text, Encoding.UTF8);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return client.PostAsync(address, body);
    }

    /// <summary>All versions of all drawings, each with what marks a change of it.</summary>
    private async Task<List<string>> SavedAsync()
    {
        await using var db = host.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContext();
        var rows = await db.WorkflowDefinitions.OrderBy(static d => d.DefinitionId).ThenBy(static d => d.Version)
            .Select(static d => new { d.DefinitionId, d.Version, d.IsPublished, d.IsLatest, d.Revision, d.Json.Length }).ToListAsync();
        return rows.ConvertAll(static r => string.Create(CultureInfo.InvariantCulture, $"{r.DefinitionId} {r.Version} {r.IsPublished} {r.IsLatest} {r.Revision} {r.Length}"));
    }

    /// <summary>A shipped drawing with one to four things wrong in it; sometimes also as text.</summary>
    private static string Broken(string shipped, Random random)
    {
        var drawing = JsonNode.Parse(shipped)!;
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            Break(drawing, random);
        }

        var text = drawing.ToJsonString(new JsonSerializerOptions { MaxDepth = 500 });
        return random.Next(6) switch
        {
            0 => text[..random.Next(text.Length)],
            1 => "{\"root\":{\"type\":\"Elsa.Flowchart\"}," + text[1..],
            2 => text.Insert(random.Next(text.Length), "\u0000"),
            _ => text,
        };
    }

    private static void Break(JsonNode drawing, Random random)
    {
        var places = Inside(drawing).ToList();
        switch (places[random.Next(places.Count)])
        {
            case JsonObject { Count: > 0 } found:
                var name = found.ElementAt(random.Next(found.Count)).Key;
                if (random.Next(3) == 0)
                {
                    found.Remove(name);
                }
                else
                {
                    found[name] = Junk[random.Next(Junk.Length)]();
                }

                break;
            case JsonArray { Count: > 0 } list when random.Next(2) == 0:
                list.Add(list[random.Next(list.Count)]?.DeepClone());
                break;
            case JsonArray list:
                list.Add(Junk[random.Next(Junk.Length)]());
                break;
        }
    }

    private static IEnumerable<JsonNode> Inside(JsonNode node) => node switch
    {
        JsonObject o => o.Select(static p => p.Value).OfType<JsonNode>().SelectMany(Inside).Prepend(node),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Inside).Prepend(node),
        _ => [],
    };

    private static IEnumerable<string> Odd() =>
    [
        "", "null", "[]", "{", "\uFEFF{}", "{\"root\":" + string.Concat(Enumerable.Repeat("{\"root\":", 3_000)) + "1" + new string('}', 3_001), "{\"definitionId\":\"a\",\"definitionId\":\"b\",\"root\":null}",
        "{\"definitionId\":\"a\",\"DefinitionID\":\"b\",\"root\":null}", "{\"model\":{\"root\":{\"Root\":1,\"root\":2}},\"root\":{\"type\":\"Elsa.End\",\"Type\":1}}",
        "{\"definitionId\":\"x\",\"version\":1e999,\"root\":{}}", "{\"definitionId\":\"" + new string('x', 5_000) + "\",\"name\":\"n\",\"root\":{\"type\":\"Elsa.Flowchart\",\"id\":\"f\",\"activities\":[],\"connections\":[]}}",
    ];

    private static JsonNode Deep(int levels)
    {
        JsonNode node = 1;
        for (; levels > 0; levels--)
        {
            node = new JsonObject { ["root"] = node };
        }

        return node;
    }
}
