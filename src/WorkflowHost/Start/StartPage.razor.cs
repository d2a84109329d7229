using IndividualPlan.WorkflowHost.Components;

namespace IndividualPlan.WorkflowHost.Start;

/// <summary>The page at <c>/</c>: the day's work for those who have some; for others what this is, and in demo mode whom one can be.</summary>
public sealed partial class StartPage : PageComponent
{
    private string Address => $"{Http.Request.Scheme}://{Http.Request.Host}";

    private string Calls => $$"""
        TOKEN=$(curl -s {{Address}}/api/demo/token \
          -H 'Content-Type: application/json' -d '{"user":"casemanager"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
        curl -s {{Address}}/api/tasks?assignee=none -H "Authorization: Bearer $TOKEN"
        """;

    /// <summary>Whether someone who has tasks is signed in; the page then begins with them.</summary>
    private bool IsWorkDay => Model is not null;

    private string Heading => IsWorkDay ? T("Forsiden", "Framsida", "Front page") : T("Individuell plan", "Individuell plan", "Individual plan");
}
