using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;

namespace IndividualPlan.WorkflowHost.Tests.HumanTasks;

/// <summary>Doing a task on its page: nothing that was typed is ever lost (peers row 5), and what cannot be done is said in words.</summary>
public sealed class TaskPageTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_form_asks_in_the_language_of_the_page_beside_the_person_and_the_deadline()
    {
        var receipt = await _host.RequestAsync();
        var address = $"/tasks/{await _host.TaskAsync(receipt, "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");

        var page = await manager.PageAsync(address);
        await manager.SendFormAsync("/sign-in", "/language", ("language", "nn"), ("returnUrl", "/"));
        var nynorsk = await manager.PageAsync(address);

        Assert.Contains("Er behovet langvarig? (valgfritt)", page, StringComparison.Ordinal);
        Assert.Contains("Må fylles ut når du velger «Avslås», «Avvises» eller «Sendes videre».", page, StringComparison.Ordinal);
        Assert.Contains("Glad Fjellrev", page, StringComparison.Ordinal);
        Assert.Contains("11.02.2027", page, StringComparison.Ordinal);
        Assert.Contains("Lovfrist (kan ikke flyttes)", page, StringComparison.Ordinal);
        Assert.Contains("Er behovet langvarig? (valfritt)", nynorsk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_the_page_is_a_code()
    {
        var receipt = await _host.RequestAsync();
        using var manager = await _host.VisitorAsync("casemanager");

        var text = Html.Text(await manager.GetStringAsync($"/tasks/{await _host.TaskAsync(receipt, "assess")}"));

        Assert.All(new[] { "CaseManager", "L-1", "L-4", "D-1", "SOC-28", "Open", "optional", "N01", "NeedAssessed" }, code => Assert.DoesNotContain(code, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_survives_a_mistake_and_the_summary_leads_to_the_field()
    {
        var receipt = await _host.RequestAsync();
        var address = $"/tasks/{await _host.TaskAsync(receipt, "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");

        var answer = await SendAsync(manager, address, "op-1", "Avslås",
            ("f-personsView", "Vil ha <plan>."), ("f-isLongLasting", "false"), ("f-noPlanReasons", "N02"), ("f-noPlanReasons", "N03"), ("f-basis", "NeedAssessed"));
        var raw = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<title>Feil: Vurder retten til plan", raw, StringComparison.Ordinal);
        Assert.Contains("href=\"#f-reasons\"", raw, StringComparison.Ordinal);
        Assert.Contains("Vil ha &lt;plan&gt;.", raw, StringComparison.Ordinal);
        Assert.Matches("name=\"f-isLongLasting\" value=\"false\" checked", raw);
        Assert.Matches("name=\"f-noPlanReasons\" value=\"N03\" checked", raw);
        Assert.Equal("op-1", raw.Hidden("operationId"));
    }

    [Fact]
    public async Task A_date_and_a_number_that_cannot_be_read_stand_as_they_were_typed()
    {
        var receipt = await _host.RequestAsync();
        await _host.CompletesAsync("casemanager", receipt, "assess", "Innvilges", new { reasons = "Langvarig behov." });
        await _host.CompletesAsync("casemanager", receipt, "notice", "Sendt", new { channel = "Digital" });
        await _host.CompletesAsync("casemanager", receipt, "ask-consent", "Given", new { givenBy = "Person", channel = "Oral" });
        var address = $"/tasks/{await _host.TaskAsync(receipt, "appoint-coordinator")}";
        using var unit = await _host.VisitorAsync("coordinatingunit");

        var answer = await SendAsync(unit, address, "op-1", "Appointed", ("f-coordinatorUserId", "coordinator"), ("f-service", "municipal-health"), ("f-fromOn", "i morra"), ("f-workloadPercent", "en halv"));
        var page = await answer.PageAsync();

        Assert.Contains("Skriv «Fra og med» som en dato, for eksempel 28.01.2027.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"i morra\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"en halv\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"coordinator\" selected>Maja Solhaug, Koordinator, Kommunal helse og omsorg</option>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_twice_completes_once()
    {
        var receipt = await _host.RequestAsync();
        var address = $"/tasks/{await _host.TaskAsync(receipt, "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");
        using var api = await _host.AsAsync("casemanager");

        var first = await SendAsync(manager, address, "op-1", "Innvilges", ("f-reasons", "Langvarig behov."));
        var again = await SendAsync(manager, address, "op-1", "Innvilges", ("f-reasons", "Langvarig behov."));
        var history = await api.ItemsAsync($"/api/cases/{receipt["caseId"]}/history?pageSize=200");

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single(history, h => (string?)h!["event"] == "task-completed");
    }

    [Fact]
    public async Task What_was_typed_stands_there_when_a_colleague_was_first()
    {
        var receipt = await _host.RequestAsync();
        var address = $"/tasks/{await _host.TaskAsync(receipt, "assess")}";
        using var slow = await _host.VisitorAsync("casemanager2");
        var seen = await slow.GetStringAsync(address);
        await _host.CompletesAsync("casemanager", receipt, "assess", "Innvilges", new { reasons = "Langvarig behov." });

        var answer = await slow.PostAsync(address, new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", Regex.Match(seen, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value),
            new("operationId", seen.Hidden("operationId")), new("outcome", "Avslås"), new("f-reasons", "Mottar bare én tjeneste."),
        ]));
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Oppgaven er allerede fullført av Kari Lyngmo.", page, StringComparison.Ordinal);
        Assert.Contains("Mottar bare én tjeneste.", page, StringComparison.Ordinal);
        Assert.Contains("Det du skrev, er ikke sendt.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Avslås\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_enter_in_a_field_saves_the_draft_and_chooses_nothing()
    {
        var receipt = await _host.RequestAsync();
        var address = $"/tasks/{await _host.TaskAsync(receipt, "assess")}";
        using var manager = await _host.VisitorAsync("casemanager");

        var page = await manager.PageAsync(address);
        var answer = await SendAsync(manager, address, "op-1", "", ("f-existingPlan", "Ja"));

        Assert.Contains($"formaction=\"{address}/draft\"", Regex.Match(page[page.IndexOf("id=\"task\"", StringComparison.Ordinal)..], "<button[^>]*>").Value, StringComparison.Ordinal);
        Assert.Contains("Velg en av knappene nederst for å gjøre oppgaven ferdig.", await answer.PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_drafted_a_refusal_is_told_that_someone_else_must_approve_it_and_who_can()
    {
        var receipt = await _host.RequestAsync();
        await _host.CompletesAsync("casemanager", receipt, "assess", "Avslås", new { reasons = "Mottar bare én tjeneste.", noPlanReason = "N09" });
        var address = $"/tasks/{await _host.TaskAsync(receipt, "approve")}";
        using var drafter = await _host.VisitorAsync("casemanager");
        using var colleague = await _host.VisitorAsync("casemanager2");

        var toDrafter = await drafter.PageAsync(address);
        var toColleague = await colleague.PageAsync(address);
        var tried = await SendAsync(drafter, address, "op-1", "Godkjennes");

        Assert.Contains("Du gjorde steget før dette, så en annen må gjøre denne oppgaven.", toDrafter, StringComparison.Ordinal);
        Assert.Contains("Oppgaven er for rollen godkjenner.", toColleague, StringComparison.Ordinal);
        Assert.All(new[] { toDrafter, toColleague }, page => Assert.Matches(@"Den kan gjøres av: (Olav Granmo, Hege Moltu|Hege Moltu, Olav Granmo)\.", Html.Text(page)));
        Assert.All(new[] { toDrafter, toColleague }, page => Assert.DoesNotContain("id=\"task\"", page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, tried.StatusCode);
    }

    [Fact]
    public async Task A_finished_task_shows_what_was_answered_by_whom_and_when()
    {
        var receipt = await _host.RequestAsync();
        var address = $"/tasks/{await _host.TaskAsync(receipt, "assess")}";
        await _host.CompletesAsync("casemanager", receipt, "assess", "Innvilges", new { reasons = "Langvarig behov.\nFlere tjenester.", isLongLasting = true, basis = "NeedAssessed" });
        using var colleague = await _host.VisitorAsync("casemanager2");

        var text = Html.Text(await colleague.GetStringAsync(address));

        Assert.Contains("Utfall Innvilges Av Kari Lyngmo Når 11.01.2027 kl. 08.00", text, StringComparison.Ordinal);
        Assert.Contains("Begrunnelse Langvarig behov. Flere tjenester.", text, StringComparison.Ordinal);
        Assert.Contains("Er behovet langvarig? Ja", text, StringComparison.Ordinal);
        Assert.Contains("Grunnlag for retten Behov for langvarige og koordinerte tjenester", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_task_comes_the_list_as_it_was()
    {
        var receipt = await _host.RequestAsync();
        using var manager = await _host.VisitorAsync("casemanager");

        var done = await SendAsync(manager, $"/tasks/{await _host.TaskAsync(receipt, "assess")}", "op-1", "Avslås", ("f-reasons", "Bare én tjeneste."), ("f-noPlanReasons", "N09"), ("list", "scope=unit&sort=due"));
        var page = await manager.PageAsync(done.Headers.Location!.OriginalString);

        Assert.Equal("/tasks?scope=unit&sort=due", done.Headers.Location.OriginalString);
        Assert.Contains("Oppgaven «Vurder retten til plan» er ferdig.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_task_comes_the_next_one_that_the_flow_hands_to_the_same_person_in_the_case()
    {
        var receipt = await _host.RequestAsync();
        await _host.CompletesAsync("casemanager", receipt, "assess", "Innvilges", new { reasons = "Langvarig behov." });
        await _host.CompletesAsync("casemanager", receipt, "notice", "Sendt", new { channel = "Digital" });
        await _host.CompletesAsync("casemanager", receipt, "ask-consent", "Given", new { givenBy = "Person", channel = "Oral" });
        await _host.CompletesAsync("coordinatingunit", receipt, "appoint-coordinator", "Appointed",
            new { coordinatorUserId = "coordinator", service = "municipal-health", personConsents = true, acceptedByCoordinator = true, acceptedByManager = true });
        using var coordinator = await _host.VisitorAsync("coordinator");

        var done = await SendAsync(coordinator, $"/tasks/{await _host.TaskAsync(receipt, "map")}", "op-1", "Kartlagt", ("f-goals", "Komme i arbeid."), ("list", "sort=due"));
        var page = await coordinator.PageAsync(done.Headers.Location!.OriginalString);

        Assert.Equal($"/tasks/{await _host.TaskAsync(receipt, "invite")}?list=sort%3Ddue", done.Headers.Location.OriginalString);
        Assert.Contains("Her er den neste oppgaven din i saken.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_sees_a_task_and_must_say_why_to_see_the_case()
    {
        var receipt = await _host.RequestAsync();
        var address = $"/tasks/{await _host.TaskAsync(receipt, "assess")}";
        using var leader = await _host.VisitorAsync("leader");

        var before = await leader.PageAsync(address);
        var after = await leader.PageAsync(address + "?why=quality");

        Assert.DoesNotContain("Fjellrev", before, StringComparison.Ordinal);
        Assert.Contains("Hvorfor trenger du å se saken?", before, StringComparison.Ordinal);
        Assert.Contains("Glad Fjellrev", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_the_form_stand_the_case_the_clocks_the_last_contact_and_the_law()
    {
        var receipt = await _host.RequestAsync();
        using var manager = await _host.VisitorAsync("casemanager");

        var text = Html.Text(await manager.GetStringAsync($"/tasks/{await _host.TaskAsync(receipt, "assess")}"));

        Assert.Contains("Glad Fjellrev , 37 år", text, StringComparison.Ordinal);
        Assert.Contains("Saken står i Til vurdering", text, StringComparison.Ordinal);
        Assert.Contains("Siste kontakt 11.01.2027: brev «Vi har fått henvendelsen din»", text, StringComparison.Ordinal);
        Assert.Contains("Frister i saken Foreløpig svar (denne oppgaven) 11.02.2027 om 31 dager", text, StringComparison.Ordinal);
        Assert.Contains("Loven bak steget (lovpålagt)", text, StringComparison.Ordinal);
        Assert.Contains("Arbeidsflyten åpnet oppgaven.", text, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient visitor, string address, string operationId, string outcome, params (string Name, string Value)[] fields) =>
        visitor.SendFormAsync("/sign-in", address, [("operationId", operationId), ("outcome", outcome), .. fields]);
}
