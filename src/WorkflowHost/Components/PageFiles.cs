using IndividualPlan.Studio.Files;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>Styles, fonts and icons of the pages, all from this host.</summary>
internal static class PageFiles
{
    private static readonly EmbeddedFiles Files = new(typeof(PageFiles).Assembly, "assets/");

    private static readonly string[] Aksel = ["tokens", "reset", "baseline", "typography", "link", "tag", "table", "alert", "button", "form", "print"];

    private static readonly string[] Own = ["pages", "forms", "flows", "cases", "tasks", "plan", "office", "workflows"];

    /// <summary>The style sheets in the order in which they build on each other: Aksel's, then ours.</summary>
    public static readonly IReadOnlyList<string> StyleSheets =
        [Address("fonts.css"), .. Aksel.Select(static name => Address($"aksel/{name}.css")), .. Own.Select(static name => Address($"{name}.css"))];

    /// <summary>What lets a page save in the background; every page works without it.</summary>
    public static string Script { get; } = Address("htmx.js");

    public static string Address(string file) => $"/assets/{Files.Version}/{file}";

    /// <summary>One of Aksel's icons as an SVG element that screen readers pass by.</summary>
    /// <param name="name">File name in the icon set, such as <c>ArrowLeft</c>; it must be among those embedded.</param>
    public static string Icon(string name) => Icons.GetOrAdd(name, static n =>
        Files.ReadText($"icons/{n}.svg").Replace("<svg ", "<svg aria-hidden=\"true\" focusable=\"false\" ", StringComparison.Ordinal));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Icons = new(StringComparer.Ordinal);

    public static RouteHandlerBuilder Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{version}/{**path}", [HttpMethods.Get, HttpMethods.Head], static (HttpContext context, string version, string path) =>
            Files.AnswerAsync(context, path, version == Files.Version));
}
