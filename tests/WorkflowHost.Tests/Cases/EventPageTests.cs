using System.Net;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

/// <summary>Reporting what happens from the pages of a case: who sees what, what must be told, and what comes of it.</summary>
public sealed class EventPageTests(CasesWithPlans cases) : IClassFixture<CasesWithPlans>
{
    private readonly Journey _journey = cases.Journey;

    [Theory]
    [InlineData("casemanager", "Registrer en klage|Trekk tilbake et samtykke|Be om revisjon av planen|Meld ønske om en annen koordinator|Meld at koordinatoren slutter|Meld at personen flytter|Meld dødsfall", "Meld ønske om koordinator|Meld at henvendelsen er trukket")]
    [InlineData("hestehov", "Registrer en klage|Trekk tilbake et samtykke|Be om revisjon av planen|Meld ønske om en annen koordinator", "Meld dødsfall|Meld at koordinatoren slutter")]
    [InlineData("participant2", "Be om revisjon av planen", "Registrer en klage|Trekk tilbake et samtykke|Meld dødsfall")]
    public async Task Each_sees_what_they_may_report_and_what_it_sets_in_motion(string user, string shown, string hidden)
    {
        using var visitor = await _journey.VisitorAsync(user);

        var answer = await visitor.OpensAsync($"/cases/{cases.ToLookAt}/events");
        var text = Html.Text(answer.Html);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.All(shown.Split('|'), s => Assert.Contains(s, text, StringComparison.Ordinal));
        Assert.All(hidden.Split('|'), s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        Assert.Contains("Koordinatoren får en oppgave med å evaluere planen sammen med personen", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hestehov", "deceased")]
    [InlineData("participant2", "appeal-received")]
    [InlineData("casemanager", "nonsense")]
    public async Task What_someone_may_not_report_has_no_page_and_takes_no_form(string user, string name)
    {
        using var visitor = await _journey.VisitorAsync(user);
        var page = $"/cases/{cases.ToLookAt}/events";

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.OpensAsync($"{page}/{name}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendsAsync(page, $"{page}/{name}", ("confirmed", "true"))).Status);
    }

    [Fact]
    public async Task A_leader_says_why_the_case_is_opened_before_reporting_in_it()
    {
        using var leader = await _journey.VisitorAsync("leader");

        var asked = await leader.OpensAsync($"/cases/{cases.ToLookAt}/events/moved");

        Assert.StartsWith($"/cases/{cases.ToLookAt}/reason?returnUrl=", asked.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ways_to_a_report_stand_where_they_are_needed()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        var at = $"/cases/{cases.ToLookAt}";

        Assert.Contains($"{at}/events", Html.Links((await manager.OpensAsync(at)).Html));
        Assert.Contains(Html.Links((await manager.OpensAsync(at + "/decisions")).Html), l => l.StartsWith($"{at}/events/appeal-received?decisionId=", StringComparison.Ordinal));
        Assert.Contains(Html.Links((await manager.OpensAsync(at + "/participants")).Html), l => l.StartsWith($"{at}/events/consent-withdrawn?consentId=", StringComparison.Ordinal));
        Assert.Contains($"{at}/events/coordinator-change-requested", Html.Links((await manager.OpensAsync(at + "/coordinators")).Html));
    }

    [Fact]
    public async Task An_appeal_is_registered_once_although_the_form_is_sent_twice()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        var decisions = (await manager.OpensAsync($"/cases/{cases.ToAppeal}/decisions")).Html;
        var page = Html.Links(decisions).First(static l => l.Contains("appeal-received", StringComparison.Ordinal));
        var form = WebUtility.HtmlDecode((await manager.OpensAsync(page)).Html);
        var decisionId = page[(page.IndexOf('=', StringComparison.Ordinal) + 1)..];
        (string, string)[] fields =
        [
            ("operationId", form.Hidden("operationId")), ("decisionId", decisionId), ("receivedOn", "2027-01-25"), ("channel", "Paper"), ("appellant", "Person"), ("isSigned", "true"),
            ("grounds", "Jeg er ikke enig."), ("reason", "Kom i posten."),
        ];

        var sent = await manager.SendsAsync(page, page.Split('?')[0], fields);
        var told = Html.Text((await manager.OpensAsync(sent.Location!)).Html);
        var again = await manager.SendsAsync(page, page.Split('?')[0], fields);
        var appeals = (await _journey.GetAsync("casemanager", $"/api/cases/{cases.ToAppeal}"))["appeals"]!.AsArray();
        var history = Html.Text((await manager.OpensAsync($"/cases/{cases.ToAppeal}/history")).Html);

        Assert.Matches($"value=\"{decisionId}\" checked", form);
        Assert.Equal($"/cases/{cases.ToAppeal}", sent.Location);
        Assert.Contains("Klagen er registrert. Neste steg er å prøve den formelt.", told, StringComparison.Ordinal);
        Assert.Contains("Prøv klagen formelt", told, StringComparison.Ordinal);
        Assert.Equal(sent.Location, again.Location);
        Assert.Equal(decisionId, (string?)Assert.Single(appeals)!["decisionId"]);
        Assert.Contains("Kom i posten.", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        var page = $"/cases/{cases.ToLookAt}/events/appeal-received";

        var answer = await manager.SendsAsync(page, page, ("receivedOn", "2027-12-24"), ("decisionId", "type:Content"), ("points", "e"), ("grounds", "Planen sier for lite."), ("channel", "Paper"), ("appellant", "Person"));
        var none = await manager.SendsAsync(page, page, ("receivedOn", "i går"), ("appellant", "Person"));
        var told = WebUtility.HtmlDecode(answer.Html);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("<title>Feil: Registrer en klage", told, StringComparison.Ordinal);
        Assert.Contains("href=\"#receivedOn\">Mottatt: kan ikke være fram i tid.", told, StringComparison.Ordinal);
        Assert.Contains("Planen sier for lite.", told, StringComparison.Ordinal);
        Assert.Matches("value=\"type:Content\" checked", told);
        Assert.Contains("Velg: hva klages det på.", Html.Text(none.Html), StringComparison.Ordinal);
        Assert.Contains("Velg: hvordan kom klagen.", Html.Text(none.Html), StringComparison.Ordinal);
        Assert.Contains("Mottatt: skriv datoen slik: 31.01.2027.", Html.Text(none.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_death_is_confirmed_before_the_case_is_closed_and_then_only_heirs_may_still_appeal()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        var page = $"/cases/{cases.ToClose}/events/deceased";

        var stopped = await manager.SendsAsync(page, page, ("deceasedOn", "2027-01-24"));
        var sent = await manager.SendsAsync(page, page, ("deceasedOn", "2027-01-24"), ("confirmed", "true"), ("reason", "Melding fra folkeregisteret."));
        var closed = (await manager.OpensAsync(sent.Location!)).Html;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stopped.Status);
        Assert.Contains("href=\"#confirmed\">Bekreft før du melder fra.", stopped.Html.Replace("&#xF8;", "ø", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Saken er lukket, og alt som skulle sendes, er stanset.", Html.Text(closed), StringComparison.Ordinal);
        Assert.Contains("Personen er død", Html.Text(closed), StringComparison.Ordinal);
        Assert.DoesNotContain($"/cases/{cases.ToClose}/events", Html.Links(closed));
var left = Html.Text((await manager.OpensAsync($"/cases/{cases.ToClose}/events")).Html);
        Assert.Contains("Registrer en klage", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Meld ", left.Replace("Meld fra", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Dette passer ikke med slik saken står nå.", Html.Text((await manager.OpensAsync(page)).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_consent_ends_what_it_opened_at_once()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        using var doctor = await _journey.VisitorAsync("participant2");
        var participants = (await manager.OpensAsync($"/cases/{cases.ToWithdraw}/participants")).Html;
        var plan = Html.Links(participants).Last(static l => l.Contains("consent-withdrawn", StringComparison.Ordinal));
        var consentId = plan[(plan.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var before = await doctor.OpensAsync($"/cases/{cases.ToWithdraw}");
        var sent = await manager.SendsAsync(plan, plan.Split('?')[0], ("consentId", consentId), ("confirmed", "true"));
        var after = await doctor.OpensAsync($"/cases/{cases.ToWithdraw}");
        var told = Html.Text((await manager.OpensAsync(sent.Location!)).Html);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], [before.Status, after.Status]);
        Assert.Contains("Samtykket er trukket tilbake. Det det åpnet for, er stengt.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_who_wants_another_coordinator_says_so_in_own_words_and_the_coordinating_unit_gets_the_task()
    {
        using var person = await _journey.VisitorAsync("havglott");
        var page = $"/cases/{cases.ToAppeal}/events/coordinator-change-requested";

        var sent = await person.SendsAsync(page, page, ("wish", "Jeg vil ha en som er oftere til stede."));
        var tasks = (await _journey.GetAsync("coordinatingunit", $"/api/tasks?caseId={cases.ToAppeal}&state=open"))["items"]!.AsArray();

        Assert.Equal($"/cases/{cases.ToAppeal}", sent.Location);
        Assert.Contains(tasks, static t => (string)t!["title"]! == "Ta stilling til ønsket");
    }
}

/// <summary>Four people with plans in use: one for looking, the others for what is done to them once.</summary>
public sealed class CasesWithPlans : IAsyncLifetime
{
    internal Journey Journey { get; } = new("2027-01-11 09:00");

    internal string ToLookAt { get; private set; } = "";

    internal string ToAppeal { get; private set; } = "";

    internal string ToClose { get; private set; } = "";

    internal string ToWithdraw { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var when = new When(Journey);
        var given = new Given(Journey, when);
        ToLookAt = await PlanAsync(given, Hestehov, "2027-01-11 09:00", "2027-01-20 09:00");
        ToAppeal = await PlanAsync(given, Havgløtt, "2027-01-20 09:30", "2027-01-21 09:00");
        ToClose = await PlanAsync(given, Granskog, "2027-01-21 09:30", "2027-01-22 09:00");
        ToWithdraw = await PlanAsync(given, Rype, "2027-01-22 09:30", "2027-01-25 09:00");
    }

    public async Task DisposeAsync() => await Journey.DisposeAsync();

    private async Task<string> PlanAsync(Given given, SyntheticPerson person, string receivedAt, string approvedAt)
    {
        await given.AnActivePlan(person, receivedAt, approvedAt);
        return Journey.CaseId;
    }
}
