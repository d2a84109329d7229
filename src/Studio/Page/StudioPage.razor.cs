using System.Net;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.Studio.Page;

/// <summary>A page that is Elsa Studio, with a header of ours that says in the reader's language what it is and where else to go.</summary>
/// <remarks>Studio's own words are English: the version that is served has no Norwegian ones for the editor.</remarks>
public sealed partial class StudioPage : ComponentBase
{
    /// <summary>What Studio's pages may load: files and calls of this host only. WebAssembly is compiled in the browser, Studio sets styles on elements,
    /// and its two scripts for hot keys, which it writes into the page, are known by their hashes.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' 'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly string[] ElsaStyles =
    [
        "_content/MudBlazor/MudBlazor.min.css", "_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.css", "_content/Radzen.Blazor/css/material-base.css",
        "_content/Elsa.Studio.Shell/css/shell.css", "Elsa.Studio.Host.CustomElements.styles.css",
    ];

    private static readonly string[] ElsaScripts =
    [
        "_content/BlazorMonaco/jsInterop.js", "_content/BlazorMonaco/lib/monaco-editor/min/vs/loader.js",
        "_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js", "_content/MudBlazor/MudBlazor.min.js",
        "_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.js", "_content/Radzen.Blazor/Radzen.Blazor.js", "_framework/blazor.webassembly.js",
    ];

    [Parameter, EditorRequired]
    public required StudioView View { get; set; }

    private string Element => View.Part switch
    {
        StudioPart.DefinitionList => "elsa-workflow-definition-list",
        StudioPart.DefinitionEditor => "elsa-workflow-definition-editor",
        StudioPart.InstanceList => "elsa-workflow-instance-list",
        StudioPart.InstanceViewer => "elsa-workflow-instance-viewer",
        var unknown => throw new InvalidOperationException(unknown.ToString()),
    };

    private string ElementHtml
    {
        get
        {
            var id = WebUtility.HtmlEncode(View.Id);
            var attribute = View.Part switch
            {
                StudioPart.DefinitionEditor => $" definition-id=\"{id}\"",
                StudioPart.InstanceViewer => $" instance-id=\"{id}\"",
                _ => "",
            };
            return $"<{Element}{attribute}></{Element}>";
        }
    }

    /// <summary>This page's own address; with the base address that Studio needs, an empty link would lead elsewhere.</summary>
    private string PagePath => View.Part switch
    {
        StudioPart.DefinitionList => "/studio/definitions",
        StudioPart.DefinitionEditor => "/studio/definitions/" + Uri.EscapeDataString(View.Id!),
        StudioPart.InstanceList => "/studio/instances",
        _ => "/studio/instances/" + Uri.EscapeDataString(View.Id!),
    };

    private string T(LocalizedText text) => text.In(View.Language);
}
