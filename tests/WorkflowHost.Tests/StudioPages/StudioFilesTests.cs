using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using IndividualPlan.Studio.Files;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;

namespace IndividualPlan.WorkflowHost.Tests.StudioPages;

public sealed class StudioFilesTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Start = "_framework/blazor.webassembly.js";

    [Fact]
    public void The_version_in_addresses_is_the_one_that_is_installed()
    {
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(TestHost.Root, "package.json")))!;

        Assert.Equal(StudioFiles.ElsaVersion, (string?)package["dependencies"]!["@elsa-workflows/elsa-studio-wasm"]);
    }

    [Fact]
    public void The_demo_page_of_the_package_is_not_among_the_files() =>
        Assert.DoesNotContain(StudioFiles.Elsa.Paths, path => path.EndsWith(".html", StringComparison.Ordinal));

    [Theory]
    [InlineData("_framework/blazor.webassembly.js", "text/javascript")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css", "text/css")]
    [InlineData("_content/Radzen.Blazor/fonts/RobotoFlex.woff2", "font/woff2")]
    [InlineData("appsettings.json", "application/json")]
    public async Task A_file_has_its_type(string path, string type)
    {
        using var client = host.CreateClient();

        var answer = await client.GetAsync(StudioFiles.ElsaAddress(path));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Every_wasm_and_data_file_has_the_type_that_browsers_demand()
    {
        using var client = host.CreateClient();
        var paths = StudioFiles.Elsa.Paths.Where(p => Path.GetExtension(p) is ".wasm" or ".dat").ToList();

        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, StudioFiles.BasePath + path);
            var answer = await client.SendAsync(request);
            Assert.Equal(path.EndsWith(".wasm", StringComparison.Ordinal) ? "application/wasm" : "application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        }

        Assert.True(paths.Count > 100);
    }

    [Fact]
    public async Task A_browser_that_takes_brotli_gets_the_same_file_compressed()
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, StudioFiles.ElsaAddress(Start));
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");

        var compressed = await client.SendAsync(request);
        await using var unpacked = new BrotliStream(await compressed.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);

        Assert.Equal("br", compressed.Content.Headers.ContentEncoding.Single());
        Assert.Equal("Accept-Encoding", compressed.Headers.Vary.Single());
        Assert.Equal(await client.GetStringAsync(StudioFiles.ElsaAddress(Start)), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_browser_that_does_not_take_brotli_gets_the_file_plain()
    {
        using var client = host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, StudioFiles.ElsaAddress(Start));
        request.Headers.AcceptEncoding.ParseAdd("gzip, br;q=0");

        var answer = await client.SendAsync(request);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Contains("Blazor", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_change_at_its_address_is_asked_for_again_and_mostly_not_sent()
    {
        using var client = host.CreateClient();

        var kept = await client.GetAsync(StudioFiles.ElsaAddress(Start));
        var unversioned = await client.GetAsync(StudioFiles.BasePath + Start);
        using var again = new HttpRequestMessage(HttpMethod.Get, StudioFiles.BasePath + Start);
        again.Headers.IfNoneMatch.Add(unversioned.Headers.ETag!);
        var unchanged = await client.SendAsync(again);

        Assert.Equal("public, max-age=31536000, immutable", kept.Headers.GetValues("Cache-Control").Single());
        Assert.True(unversioned.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Everything_that_the_page_names_is_there()
    {
        using var client = await host.VisitorAsync("leader");
        var html = await client.GetStringAsync("/studio/instances");
        var addresses = System.Text.RegularExpressions.Regex.Matches(html, "(?:src|href)=\"(/(?:studio|assets)/[^\"]+\\.(?:js|css))\"").Select(m => m.Groups[1].Value).ToList();

        // Studio asks another host when the address is not absolute, and a doubled path when it ends in a slash.
        Assert.Contains("remote-endpoint=\"http://localhost/elsa/api\"", html, StringComparison.Ordinal);
        Assert.Equal(15, addresses.Count);
        foreach (var address in addresses)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);
        }
    }
}
