using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Tests.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Security;

/// <summary>Whatever is sent to an address of the API, by someone who may use it, is done or refused with a reason; nothing makes the host fail. The same bodies each time, from a fixed seed.</summary>
public sealed partial class ApiFuzzTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Elsa = "elsa/api";

    /// <summary>How many of the bodies are tried at each address.</summary>
    private const int BodiesEach = 8;

    /// <summary>Bodies that are not what any address wants, whatever it wants.</summary>
    private static readonly string[] Odd =
    [
        "", "null", "[]", "\"text\"", "0", "{", "{\"a\":1,}", "{}", "[[[[{}]]]]", "\uFEFF{}", "{\"\":null}", "{\"a\":1,\"a\":2}", "{\"values\":{\"a\":1,\"a\":2},\"outcome\":\"x\",\"operationId\":\"y\"}", Nested('[', ']', 2_000), Nested("{\"a\":", "}", 2_000),
    ];

    /// <summary>What stands where something else should.</summary>
    private static readonly Func<JsonNode?>[] Junk =
    [
        static () => null, static () => true, static () => -1, static () => 1e308, static () => JsonNode.Parse("99999999999999999999999999"), static () => "", static () => " ", static () => new string('å', 70_000),
        static () => "\u0000\u001b[31m", static () => "'; DROP TABLE cases; --", static () => "<script>alert(1)</script>{{#each this}}", static () => "\ud83d\ude00\u202e", static () => "2027-13-45", static () => "0001-01-01",
        static () => "9999-12-31T23:59:59.9999999+14:00", static () => Guid.Empty.ToString(), static () => "../../etc/passwd", static () => new JsonArray(), static () => new JsonObject(), static () => new JsonArray(null, null),
        static () => new JsonObject { ["$type"] = "System.Object", ["__proto__"] = new JsonObject() }, static () => new JsonArray([.. Enumerable.Repeat(0, 3_000).Select(static n => (JsonNode)n)]),
    ];

    [Fact]
    public async Task Nothing_that_is_sent_makes_the_host_fail()
    {
        using var manager = await host.AsAsync("casemanager");
        var receipt = await manager.RegisterAsync();
        var places = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["caseId"] = (string)receipt["caseId"]!,
            ["taskId"] = (string)(await manager.ItemsAsync("/api/tasks?scope=all"))[0]!["taskId"]!,
            ["definitionId"] = "request-handling",
        };
        var fields = await FieldsAsync();
        var random = new Random(20_261_130);
        List<string> failures = [];
        var sent = 0;

        foreach (var (method, pattern, user) in Addresses())
        {
            using var client = await host.AsAsync(user);

            foreach (var body in Bodies(fields.GetValueOrDefault($"{method} {Bare(pattern)}") ?? ["definitionId", "name", "model", "root", "version", "ids", "reason"], method, random))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Address(pattern, places, random));
                request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
                using var answer = await client.SendAsync(request);
                sent++;

                if ((int)answer.StatusCode >= 500)
                {
                    failures.Add($"{(int)answer.StatusCode} {method} {request.RequestUri} as {user}: {body?[..Math.Min(body.Length, 200)]}");
                }
            }
        }

        Assert.True(sent > 500, $"Only {sent} requests were sent.");
        Assert.Empty(failures);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync("/api/tasks")).StatusCode);
    }

    private IEnumerable<(string Method, string Pattern, string User)> Addresses() =>
        from endpoint in host.Services.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>()
        let pattern = endpoint.RoutePattern.RawText!.TrimStart('/')
        where (pattern.StartsWith("api/", StringComparison.Ordinal) || pattern.StartsWith(Elsa, StringComparison.Ordinal)) && !pattern.StartsWith("api/demo/", StringComparison.Ordinal)
        let policy = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(static a => a.Policy!).First()
        let user = DemoUsers.All.First(u => Policies.Granted[policy].Contains(u.Role)).User
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        orderby pattern, method
        select (method, pattern, user);

    /// <summary>The names of the fields that each address knows, as its description says.</summary>
    private async Task<Dictionary<string, string[]>> FieldsAsync()
    {
        using var client = host.CreateClient();
        var document = (await client.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        return (from path in document["paths"]!.AsObject()
                from operation in path.Value!.AsObject()
                let schema = operation.Value?["requestBody"]?["content"]?["application/json"]?["schema"]
                let known = schema?["$ref"] is { } reference ? document["components"]!["schemas"]![((string)reference!).Split('/')[^1]] : schema
                where known?["properties"] is not null
                select (Key: $"{operation.Key.ToUpperInvariant()} {Bare(path.Key)}", Names: known["properties"]!.AsObject().Select(static p => p.Key).ToArray())).ToDictionary(static o => o.Key, static o => o.Names);
    }

    private static IEnumerable<string?> Bodies(string[] fields, string method, Random random)
    {
        if (method == "GET")
        {
            return [null, null, null];
        }

        var all = Odd.Concat(Junk.Select(junk => Json(fields.Select(name => (name, junk()))))).Concat(fields.SelectMany(field => Junk.Select(junk => Json([(field, junk())])))).ToArray();
        random.Shuffle(all);
        return all.Take(BodiesEach);
    }

    private static string Json(IEnumerable<(string Name, JsonNode? Value)> fields) =>
        new JsonObject(fields.Select(static f => KeyValuePair.Create(f.Name, f.Value))).ToJsonString(new JsonSerializerOptions { MaxDepth = 5_000 });

    /// <summary>Mostly what is there, sometimes what is not or cannot be.</summary>
    private static string Address(string pattern, Dictionary<string, string> places, Random random)
    {
        string[] wrong = [Guid.NewGuid().ToString(), "x", "0", "-1", "%2e%2e%2f", new string('9', 300), "æ%F0%9F%98%80"];
        var address = "/" + Place().Replace(pattern, m =>
        {
            var name = (m.Groups[1].Value, pattern) switch
            {
                ("id", _) when pattern.Contains("/cases/", StringComparison.Ordinal) => "caseId",
                ("id", _) when pattern.Contains("/tasks/", StringComparison.Ordinal) => "taskId",
                var (other, _) => other,
            };
            return places.TryGetValue(name, out var value) && random.Next(4) > 0 ? value : wrong[random.Next(wrong.Length)];
        });
        return random.Next(3) == 0 ? address + "?page=-1&pageSize=99999999999&sort=x&q=%25%5F%27&from=9999-12-31&to=0001-01-01&reason=" + new string('x', 3_000) : address;
    }

    private static string Bare(string pattern) => "/" + Place().Replace(pattern, "{}").TrimStart('/');

    private static string Nested(string open, string close, int times) => string.Concat(Enumerable.Repeat(open, times)) + "1" + string.Concat(Enumerable.Repeat(close, times));

    private static string Nested(char open, char close, int times) => Nested(open.ToString(), close.ToString(), times);

    [GeneratedRegex(@"\{\*{0,2}(\w+)(?::[^}]*)?\??\}")]
    private static partial Regex Place();
}
