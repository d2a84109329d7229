namespace IndividualPlan.WorkflowHost.Components;

/// <summary>The page at <c>/</c>: what this is, where to go, and in demo mode whom one can be.</summary>
public sealed partial class StartPage : PageComponent
{
    private string Address => $"{Http.Request.Scheme}://{Http.Request.Host}";

    private string Calls => $$"""
        TOKEN=$(curl -s {{Address}}/api/demo/token \
          -H 'Content-Type: application/json' -d '{"user":"casemanager"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
        curl -s {{Address}}/api/tasks?assignee=none -H "Authorization: Bearer $TOKEN"
        """;

    private string Advance => $$"""curl -s {{Address}}/api/demo/clock/advance -H 'Content-Type: application/json' -d '{"by":"P32D"}'""";

    private string Heading => T("Individuell plan", "Individuell plan", "Individual plan");
}
