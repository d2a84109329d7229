using System.Net;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.Definitions;
using IndividualPlan.WorkflowHost.Tests.HumanTasks;

namespace IndividualPlan.WorkflowHost.Tests.Cases;

/// <summary>A request registered by page, by those who work here and by those who ask (L-23 – L-30). Each test has a person of its own, so that they share one host.</summary>
public sealed class NewRequestPageTests(TestHost host) : IClassFixture<TestHost>
{
    private const string New = "/requests/new";

    [Fact]
    public async Task A_request_of_someone_new_is_registered_and_its_receipt_says_what_happens_next_and_by_when()
    {
        const string number = "28820299843";
        using var manager = await host.VisitorAsync("casemanager");

        var found = await Find(manager, number);
        var asked = await found.PageAsync();
        var sent = await Send(manager, number, asked, [.. Names("Våken", "Måke", "2002-02-28"), ("wishes", "Vil ha en koordinator."), ("services", "nav"), ("services", "gp")]);
        var receipt = Html.Text(await manager.GetStringAsync(sent.Headers.Location));
        var opened = Html.Text(await manager.GetStringAsync((await manager.PageAsync(sent.Headers.Location!.OriginalString)).LinkTo("Åpne saken")));

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Contains("Personen er ikke registrert fra før.", asked, StringComparison.Ordinal);
        Assert.Matches("^/requests/[0-9a-f-]{36}/receipt$", sent.Headers.Location.OriginalString);
        Assert.Contains("Henvendelsen er registrert", receipt, StringComparison.Ordinal);
        Assert.Matches("Saksnummer IP-2027-\\d{5} Gjelder Våken Måke Mottatt 11.01.2027, på telefon Fra personen selv", receipt);
        Assert.Contains("Foreløpig svar senest 11.02.2027 31 dager igjen", receipt, StringComparison.Ordinal);
        Assert.Contains("«Vil ha en koordinator.»", opened, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Logged, l => l.Contains("Måke", StringComparison.OrdinalIgnoreCase) || l.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Someone_known_is_not_asked_for_again_and_a_second_request_joins_the_open_case_when_that_is_wanted()
    {
        var first = await host.RequestAsync();
        using var manager = await host.VisitorAsync("casemanager");

        var asked = await (await Find(manager, "148389 49844")).PageAsync();
        var stopped = await Send(manager, Calls.Fjellrev, asked);
        var told = await stopped.PageAsync();
        var joined = await Send(manager, Calls.Fjellrev, told, ("joins", "true"));
        var receipt = Html.Text(await manager.GetStringAsync(joined.Headers.Location));

        Assert.Contains("Glad Fjellrev", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("person.givenName", asked, StringComparison.Ordinal);
        Assert.Contains("Personen har allerede en åpen sak", asked, StringComparison.Ordinal);
        Assert.Contains($"/cases/{first["caseId"]}", Html.Links(asked));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stopped.StatusCode);
        Assert.Contains($"href=\"#joins\">Bekreft at henvendelsen skal legges til i saken {first["reference"]}.", told, StringComparison.Ordinal);
        Assert.Contains("Henvendelsen er lagt til i saken", receipt, StringComparison.Ordinal);
        Assert.Contains($"Saksnummer {first["reference"]}", receipt, StringComparison.Ordinal);
        Assert.Contains("får en oppgave med å se på den nye henvendelsen", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_request()
    {
        const string number = "17887149917";
        using var manager = await host.VisitorAsync("casemanager");
        var page = await (await Find(manager, number)).PageAsync();

        var first = await Send(manager, number, page, Names("Stille", "Granskog", "1971-08-17"));
        var second = await Send(manager, number, page, Names("Stille", "Granskog", "1971-08-17"));
        var receipt = await manager.PageAsync(first.Headers.Location!.OriginalString);
        using var api = await host.AsAsync("casemanager");
        var caseId = receipt.LinkTo("Åpne saken")["/cases/".Length..];
        var requests = (await (await api.GetAsync($"/api/cases/{caseId}")).JsonAsync())["requests"]!.AsArray();

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(requests);
    }

    [Fact]
    public async Task What_must_be_corrected_is_told_beside_each_field_and_nothing_typed_is_lost()
    {
        const string number = "07879049800";
        using var manager = await host.VisitorAsync("casemanager");
        var page = await (await Find(manager, number)).PageAsync();

        var answer = await manager.SendFormAsync(New, New,
        [
            ("operationId", page.Hidden("operationId")), ("act", "register"), ("person.nationalIdentityNumber", number), ("person.givenName", "Ærlig"), ("person.bornOn", "i går"),
            ("requester.role", "Person"), ("channel", "Paper"), ("receivedAt", "2027-02-01"), ("wishes", "Vil ha hjelp."), ("services", "gp"),
        ]);
        var told = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<title>Feil: Ny henvendelse", told, StringComparison.Ordinal);
        foreach (var (field, message) in new[]
        {
            ("person.familyName", "Fyll inn etternavn."), ("person.bornOn", "Født: skriv datoen slik: 31.01.2027."), ("receivedAt", "Mottatt: kan ikke være fram i tid."), ("track", "Velg lovspor."),
        })
        {
            Assert.Contains($"href=\"#{field}\">{message}", told, StringComparison.Ordinal);
            Assert.Contains(field, Html.Ids(told));
        }

        Assert.Contains("value=\"Ærlig\"", told, StringComparison.Ordinal);
        Assert.Contains("value=\"i går\"", told, StringComparison.Ordinal);
        Assert.Contains("Vil ha hjelp.", told, StringComparison.Ordinal);
        Assert.Matches("value=\"Paper\" checked", told);
        Assert.Matches("value=\"gp\" checked", told);
        Assert.Equal(page.Hidden("operationId"), told.Hidden("operationId"));
    }

    [Theory]
    [InlineData("", "Fyll inn fødselsnummer eller d-nummer.")]
    [InlineData("123", "Fødselsnummer eller d-nummer: må være elleve sifre.")]
    [InlineData("28820299844", "Fødselsnummer eller d-nummer: er ikke et gyldig fødselsnummer eller d-nummer.")]
    public async Task A_number_that_cannot_be_is_told_before_anything_else_is_asked_for(string number, string message)
    {
        using var manager = await host.VisitorAsync("casemanager");

        var answer = await Find(manager, number);
        var told = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"href=\"#person.nationalIdentityNumber\">{message}", told, StringComparison.Ordinal);
        Assert.DoesNotContain("requester.role", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11917849937", "missing", false, "Fullmakt mangler. Vi ber om den, eller spør personen direkte.")]
    [InlineData("19906449938", "shown", false, "Fullmakt er vist")]
    [InlineData("21921099824", "shown", true, "Den som henvendte seg, kan ikke være fullmektig.")]
    public async Task A_representative_shows_an_authorization_or_the_receipt_says_what_is_missing(string number, string authorization, bool isColleague, string sentence)
    {
        using var manager = await host.VisitorAsync("casemanager");
        var page = await (await Find(manager, number)).PageAsync();
        (string, string)[] same = isColleague ? [("requester.worksInSameAdministration", "true")] : [];

        var sent = await Send(manager, number, page, [.. Names("Tenkt", "Person", "1978-11-11"), ("requester.role", "Representative"), ("requester.name", "Rolf Advokatsen"), ("authorization", authorization), .. same]);
        var receipt = Html.Text(await manager.GetStringAsync(sent.Headers.Location));

        Assert.Contains("Fra fullmektig (Rolf Advokatsen)", receipt, StringComparison.Ordinal);
        Assert.Contains(sentence, receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relative_learns_nothing_about_whether_the_person_is_known_before_or_after()
    {
        const string number = "02899649578";
        await host.RequestAsync(number, "Sindig", "Havgløtt");
        using var relative = await host.VisitorAsync("relative");
        using var representative = await host.VisitorAsync("representative");

        var asked = await (await Find(relative, number)).PageAsync();
        var sent = await Send(relative, number, asked, Names("Sindig", "Havgløtt", "1996-09-02"));
        var receipt = Html.Text(await relative.GetStringAsync(sent.Headers.Location));
        var foreign = await representative.GetAsync(sent.Headers.Location);

        Assert.DoesNotContain("åpen sak", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("registrert fra før", asked, StringComparison.Ordinal);
        Assert.Contains("person.givenName", Html.Ids(asked));
        Assert.Contains("Kvitteringsnummer", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("IP-2027", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("åpne saken", receipt, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task A_coordinator_without_a_part_in_the_case_is_not_told_that_the_person_is_known()
    {
        await host.RequestAsync("05850099903", "Kvikk", "Torsk");
        using var coordinator = await host.VisitorAsync("coordinator");

        var asked = await (await Find(coordinator, "05850099903")).PageAsync();

        Assert.DoesNotContain("Torsk", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("åpen sak", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_asks_for_a_plan_without_typing_or_seeing_the_own_number()
    {
        using var person = await host.VisitorAsync("rype");

        var page = await person.PageAsync(New);
        var sent = await person.SendFormAsync(New, New,
            [("operationId", page.Hidden("operationId")), ("act", "register"), .. Names("Modig", "Rype", "1993-06-23"), ("track", "SOC-28"), ("wishes", "Jeg trenger en koordinator."), ("requester.role", "Guardian")]);
        var receipt = Html.Text(await person.GetStringAsync(sent.Headers.Location));

        Assert.Contains("<h1 class=\"aksel-heading aksel-heading--xlarge\">Be om individuell plan", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Calls.Rype, page, StringComparison.Ordinal);
        Assert.Contains("Mottatt 11.01.2027 kl. 08.00, digitalt Fra personen selv", receipt, StringComparison.Ordinal);
        Assert.Contains("Foreløpig svar senest 11.02.2027", receipt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("casemanager", true)]
    [InlineData("coordinatingunit", true)]
    [InlineData("leader", false)]
    [InlineData("auditor", false)]
    public async Task The_way_to_a_new_request_is_shown_to_those_who_may_register_one(string user, bool isShown)
    {
        using var visitor = await host.VisitorAsync(user);

        Assert.Equal(isShown, Html.Links(await visitor.GetStringAsync("/cases")).Contains(New));
        Assert.Equal(isShown ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await visitor.GetAsync(New)).StatusCode);
    }

    private static Task<HttpResponseMessage> Find(HttpClient visitor, string number) =>
        visitor.SendFormAsync(New, New, ("act", "find"), ("person.nationalIdentityNumber", number));

    /// <summary>Sends the form with what most requests have; later fields of a name go before earlier ones.</summary>
    private static Task<HttpResponseMessage> Send(HttpClient visitor, string number, string page, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual =
        [
            ("operationId", page.Hidden("operationId")), ("act", "register"), ("person.nationalIdentityNumber", number), ("person.language", "nb"),
            ("requester.role", "Person"), ("channel", "Phone"), ("receivedAt", "2027-01-11"), ("track", "SOC-28"),
        ];
        return visitor.SendFormAsync(New, New, [.. usual.Where(u => more.All(m => m.Name != u.Name)), .. more]);
    }

    private static (string Name, string Value)[] Names(string given, string family, string born) => [("person.givenName", given), ("person.familyName", family), ("person.bornOn", born), ("person.language", "nb")];
}
