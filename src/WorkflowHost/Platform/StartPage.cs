using System.Net;
using System.Text;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>The page at <c>/</c>: what this is, and in demo mode whom to sign in as. Static HTML without script.</summary>
internal sealed class StartPage
{
    private const string Resource = "IndividualPlan.WorkflowHost.Platform.StartPage.html";
    private const string DemoPlace = "<!--demo-->";

    // What people call the codes of roles and services in the demo.
    private static readonly Dictionary<string, string> Norwegian = new(StringComparer.Ordinal)
    {
        ["CaseManager"] = "Saksbehandler",
        ["Coordinator"] = "Koordinator",
        ["ChildCoordinator"] = "Barnekoordinator",
        ["OfficeLeader"] = "Kontorleder",
        ["Approver"] = "Godkjenner",
        ["CoordinatingUnit"] = "Koordinerende enhet",
        ["Participant"] = "Deltaker",
        ["Person"] = "Tjenestemottaker",
        ["Guardian"] = "Foresatt eller verge",
        ["Representative"] = "Fullmektig",
        ["Relative"] = "Pårørende",
        ["Auditor"] = "Revisor",
        ["Dpo"] = "Personvernombud",
        ["SystemAdmin"] = "Systemansvarlig",
        ["Archivist"] = "Arkivar",
        ["nav"] = "NAV-kontoret",
        ["municipal-health"] = "Kommunal helse og omsorg",
        ["coordinating-unit"] = "Koordinerende enhet",
        ["upper-secondary-school"] = "Videregående skole",
        ["gp"] = "Fastlegen",
        ["employer"] = "Arbeidsgiver",
        ["audit"] = "Revisjonen",
        ["it"] = "IT-avdelingen",
        ["archive"] = "Arkivet",
    };

    private readonly string _html;

    /// <param name="demoUsers">User, name, role and service of each invented person; empty outside demo mode.</param>
    public StartPage(IReadOnlyList<(string User, string Name, string Role, string? Service)> demoUsers)
    {
        using var stream = typeof(StartPage).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        _html = reader.ReadToEnd().Replace(DemoPlace, demoUsers.Count == 0 ? "" : Demo(demoUsers), StringComparison.Ordinal);
    }

    public IResult Show(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
        return Results.Content(_html, "text/html; charset=utf-8");
    }

    private static string Demo(IReadOnlyList<(string User, string Name, string Role, string? Service)> users)
    {
        var html = new StringBuilder("""
            <h2 id="demo">Prøv det ut</h2>
            <p>Dette er en demo med oppdiktede personer. Ingen passord, og ingen virkelige opplysninger: bruk bare syntetiske fødselsnumre.</p>
            <p>Hent et adgangstegn for en av personene, og bruk det i kallene:</p>
            <pre tabindex="0"><code>TOKEN=$(curl -s http://127.0.0.1:5080/api/demo/token \
              -H 'Content-Type: application/json' -d '{"user":"casemanager"}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')
            curl -s http://127.0.0.1:5080/api/tasks?assignee=none -H "Authorization: Bearer $TOKEN"</code></pre>
            <p>Klokka i demoen kan flyttes framover, så du ser hva som skjer når en frist nærmer seg:</p>
            <pre tabindex="0"><code>curl -s http://127.0.0.1:5080/api/demo/clock/advance -H 'Content-Type: application/json' -d '{"by":"P32D"}'</code></pre>
            <div class="wide" role="region" aria-label="Personer du kan være" tabindex="0"><table><caption>Personer du kan være</caption>
            <thead><tr><th scope="col">Bruker</th><th scope="col">Navn</th><th scope="col">Rolle</th><th scope="col">Tjeneste</th></tr></thead><tbody>

            """);
        foreach (var (user, name, role, service) in users)
        {
            html.Append("<tr><th scope=\"row\"><code>").Append(WebUtility.HtmlEncode(user)).Append("</code></th><td>").Append(WebUtility.HtmlEncode(name))
                .Append("</td><td>").Append(WebUtility.HtmlEncode(Norwegian.GetValueOrDefault(role, role))).Append("</td><td>").Append(WebUtility.HtmlEncode(service is null ? "–" : Norwegian.GetValueOrDefault(service, service))).AppendLine("</td></tr>");
        }

        return html.Append("</tbody></table></div>").ToString();
    }
}
