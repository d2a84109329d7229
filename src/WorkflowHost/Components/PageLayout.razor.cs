using IndividualPlan.WorkflowHost.Archive;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Operations;
using IndividualPlan.WorkflowHost.Platform;
using IndividualPlan.WorkflowHost.Statistics;
using Microsoft.AspNetCore.Components;

namespace IndividualPlan.WorkflowHost.Components;

/// <summary>The frame of every page: skip link, menu, language, who is signed in. The page itself gives a title and an h1.</summary>
public sealed partial class PageLayout : PageComponent
{
    private static readonly (string Code, string Name)[] Languages = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")];

    // What a role may open is asked again by the page itself; the menu only spares people dead ends.
    private static readonly (string Address, LocalizedText Text, string Policy)[] MenuItems =
    [
        ("/tasks", new("Oppgaver", "Oppgåver", "Tasks"), Policies.WorkOnTasks),
        ("/cases", new("Saker", "Saker", "Cases"), Policies.ListCases),
        ("/requests/new", new("Ny henvendelse", "Ny førespurnad", "New request"), Policies.RegisterRequest),
        ("/office", new("Frister og avvik", "Fristar og avvik", "Deadlines and deviations"), Policies.ReadOffice),
        (StatisticsPages.Address, StatisticsWords.Title, Policies.ReadStatistics),
        ("/letters", new("Brev", "Brev", "Letters"), Policies.WriteLetterTemplates),
        ("/workflows", new("Arbeidsflyter", "Arbeidsflytar", "Workflows"), Policies.ReadFlows),
        (ArchivePages.Path, ArchiveWords.Title, Policies.ReadDisposals),
        (OperationsPages.Path, new("Drift", "Drift", "Operations"), Policies.ManageOperations),
    ];

    /// <summary>What the page is about, first in the window's title; the same words as the page's h1.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Whether what was sent must be corrected; the window's title then begins with that.</summary>
    [Parameter]
    public bool HasError { get; set; }

    /// <summary>Uses the width of the screen, for wide tables.</summary>
    [Parameter]
    public bool IsWide { get; set; }

    private IReadOnlyList<(string Address, LocalizedText Text)> Menu => [.. MenuItems.Where(m => May(m.Policy)).Select(m => (m.Address, m.Text))];

    /// <summary>Where to come back to after a change of language. What was posted to has no page of its own.</summary>
    private string Here => HttpMethods.IsGet(Http.Request.Method) ? LocalAddress.Or(Http.Request.Path + Http.Request.QueryString, "/") : "/";

    private string Look => Appearance.Of(Http.Request);

    private (string Kind, string Text)? Left { get; set; }

    /// <summary>Notifications that are not read; none on a page that tells of a fault, which must not ask anything more.</summary>
    private int Unread { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Left = Notices.Take(Http);
        if (Who is { } who && May(Policies.ReadNotifications) && Http.Response.StatusCode < StatusCodes.Status500InternalServerError)
        {
            Unread = await Count.RunAsync(who, Http.RequestAborted);
        }
    }

    private bool IsHere(string address) => Http.Request.Path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase);
}
