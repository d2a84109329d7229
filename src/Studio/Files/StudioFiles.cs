using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IndividualPlan.Studio.Files;

/// <summary>Elsa Studio as its makers published it, and our own script and styles for the pages that show it.</summary>
public static partial class StudioFiles
{
    /// <summary>Version of the npm package <c>@elsa-workflows/elsa-studio-wasm</c>; part of addresses, so that an upgrade is fetched anew.</summary>
    public const string ElsaVersion = "3.8.2";

    /// <summary>The base address of pages with Elsa Studio in them. Studio refuses to start on a page outside it, and fetches its parts below it.</summary>
    public const string BasePath = "/studio/";

    private const string VersionPath = $"{BasePath}{ElsaVersion}/";

    /// <summary>Elsa Studio's files.</summary>
    public static EmbeddedFiles Elsa { get; } = new(typeof(StudioFiles).Assembly, "elsa/", ElsaVersion);

    /// <summary>Our own script and styles.</summary>
    public static EmbeddedFiles Own { get; } = new(typeof(StudioFiles).Assembly, "page/");

    /// <summary>Address of one of our own files.</summary>
    public static string Address(string file) => $"{BasePath}page/{Own.Version}/{file}";

    /// <summary>Address of one of Elsa Studio's files, for what a page names itself; it may be kept for good.</summary>
    public static string ElsaAddress(string file) => VersionPath + file;

    /// <summary>Serves both sets of files. The caller names the policy.</summary>
    /// <remarks>What Studio fetches by itself it looks for below the base address, without a version: there, files with a fingerprint in their name may be kept,
    /// and others are asked for again, mostly to hear that nothing has changed.</remarks>
    public static RouteGroupBuilder MapStudioFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup(BasePath);
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        files.MapMethods($"{ElsaVersion}/{{**path}}", methods, static (HttpContext context, string path) => Elsa.AnswerAsync(context, path, mayKeep: true));
        files.MapMethods("page/{version}/{**path}", methods, static (HttpContext context, string version, string path) => Own.AnswerAsync(context, path, version == Own.Version));
        files.MapMethods("_framework/{**path}", methods, static (HttpContext context, string path) => UnversionedAsync(context, "_framework/" + path));
        files.MapMethods("_content/{**path}", methods, static (HttpContext context, string path) => UnversionedAsync(context, "_content/" + path));
        files.MapMethods("appsettings.json", methods, static context => UnversionedAsync(context, "appsettings.json"));
        return files;
    }

    private static Task UnversionedAsync(HttpContext context, string path) => Elsa.AnswerAsync(context, path, Fingerprinted().IsMatch(path));

    [GeneratedRegex(@"^_framework/.*\.[a-z0-9]{10}\.(wasm|js|dat)$")]
    private static partial Regex Fingerprinted();
}
