using System.Net;
using IndividualPlan.Testing.Journeys;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Persistence;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Plans;

/// <summary>The plan as the people in it meet it: each sees what is theirs to see, and every look is written down (P-10, P-12).</summary>
public sealed class PlanPageTests : IAsyncLifetime
{
    private PlanOnScreen _plan = null!;

    public async Task InitializeAsync() => _plan = await PlanOnScreen.InUseAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact]
    public async Task The_person_reads_the_own_plan_in_the_own_words()
    {
        var html = await ReadAsync("person", _plan.Address);

        Assert.Contains("<h1 class=\"aksel-heading aksel-heading--large\">Min individuelle plan</h1>", html, StringComparison.Ordinal);
        foreach (var words in new[] { "Komme i arbeid", "Arbeidstrening", "2 dager i uka", "Arbeidsgiver", "Fastlegen", "Maja Solhaug", "06.09.2027", "Versjon 1", "I bruk", "hver 6. måned" })
        {
            Assert.Contains(words, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_participant_sees_the_own_part_and_what_the_person_shares()
    {
        var shared = await ReadAsync("participant2", _plan.Address);
        await _plan.When.Person.Tells("consent-withdrawn", new { type = "Sharing", recipientService = "gp" });
        var own = await ReadAsync("participant2", _plan.Address);
        var compared = await (await _plan.AsAsync("participant2")).OpensAsync(_plan.Address + "/compare?from=1&to=1");
        var pdf = PdfText(await FileAsync("participant2", _plan.Api + "/pdf"));

        Assert.Contains("Komme i arbeid", shared, StringComparison.Ordinal);
        Assert.Contains("Samtaler", own, StringComparison.Ordinal);
        Assert.Contains("den delen av planen", own, StringComparison.Ordinal);
        Assert.Contains("Samtaler", pdf, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, compared.Status);
        Assert.All(new[] { own, pdf }, text =>
        {
            Assert.DoesNotContain("Komme i arbeid", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Arbeidstrening", text, StringComparison.Ordinal);
            Assert.DoesNotContain("FJELLREV", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Who_has_no_part_in_the_case_sees_nothing()
    {
        foreach (var user in new[] { "participant3", "rype", "coordinator2", "dpo", "admin" })
        {
            using var visitor = await _plan.AsAsync(user);

            foreach (var page in new[] { "", "/draft", "/versions", "/versions/1", "/compare?from=1&to=1", "/pdf", "/measures/t1", "/edit", "/approval" })
            {
                Assert.Equal((user, page, HttpStatusCode.Forbidden), (user, page, (await visitor.OpensAsync(_plan.Address + page)).Status));
            }
        }
    }

    [Fact]
    public async Task Every_look_at_the_plan_is_written_down()
    {
        using var visitor = await _plan.AsAsync("coordinator");
        foreach (var page in new[] { "", "/draft", "/versions", "/versions/1", "/compare?from=1&to=1", "/pdf", "/measures/t1", "/edit" })
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await visitor.OpensAsync(_plan.Address + page)).Status));
        }

        Assert.Equal(
            ["plan", "plan-draft", "plan-versions", "plan-version", "plan-compare", "plan-pdf", "plan-progress", "plan-draft"],
            (await _plan.LooksAsync("coordinator")).TakeLast(8));
    }

    [Fact]
    public async Task A_plan_in_use_is_changed_in_a_revision_that_the_people_in_it_ask_for()
    {
        using var coordinator = await _plan.AsAsync("coordinator");
        using var person = await _plan.AsAsync("person");

        var closed = await coordinator.OpensAsync(_plan.Address + "/edit");
        var asked = await person.SendsAsync(_plan.Address, _plan.Address + "/revision", ("trigger", "LifeChange"), ("reason", "Jeg har flyttet hjemmefra"));
        var open = await coordinator.OpensAsync(_plan.Address + "/edit");

        Assert.Contains("start en revisjon først", WebUtility.HtmlDecode(closed.Html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.Contains("name=\"goals.0.text\"", open.Html, StringComparison.Ordinal);
        Assert.Contains("Evaluer planen", open.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_responsible_service_tells_how_a_measure_goes_and_the_approved_version_stands()
    {
        using var gp = await _plan.AsAsync("participant2");
        var page = _plan.Address + "/measures/t2";

        var missing = await gp.SendsAsync(page, page, ("note", "Uten å velge"));
        var told = await gp.SendsAsync(page, page, ("status", "UnderWay"), ("note", "To samtaler er holdt"));
        var others = await _plan.Journey.TryAsync(HttpMethod.Post, "participant2", _plan.Api + "/measures/t1/progress", new { status = "Done" });
        var html = await ReadAsync("person", _plan.Address);
        var plan = await _plan.Journey.GetAsync("coordinator", _plan.Api);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, missing.Status);
        Assert.Contains("Uten å velge", WebUtility.HtmlDecode(missing.Html), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, _plan.Address + "#measure-t2"), (told.Status, told.Location));
        Assert.Equal(HttpStatusCode.Forbidden, others.Status);
        Assert.Contains("I gang", html, StringComparison.Ordinal);
        Assert.Contains("Ragnhild Vikan: To samtaler er holdt", html, StringComparison.Ordinal);
        Assert.Equal((1, "Active"), ((int)plan["version"]!, (string)plan["state"]!));
        Assert.Equal(("t2", "UnderWay"), ((string)plan["progress"]![0]!["measureKey"]!, (string)plan["progress"]![0]!["status"]!));
        Assert.Contains("measure-progress-reported", await _plan.EventsAsync());
    }

    [Fact]
    public async Task A_report_of_progress_is_never_changed_afterwards()
    {
        await _plan.Journey.PostAsync("coordinator", _plan.Api + "/measures/t1/progress", new { status = "Stopped", note = "Kurset er lagt ned" });
        await _plan.When.TimeIs("2027-03-06 09:00");
        await _plan.Journey.PostAsync("coordinator", _plan.Api + "/measures/t1/progress", new { status = "UnderWay" });
        var told = (await _plan.Journey.GetAsync("person", _plan.Api + "/measures/t1/progress"))["items"]!.AsArray();
        await using var db = await _plan.Journey.Services.GetRequiredService<IDbContextFactory<IpDbContext>>().CreateDbContextAsync();

        Assert.Equal(["UnderWay", "Stopped"], told.Select(report => (string)report!["status"]!));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("UPDATE measure_progress SET note = 'x'"));
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM measure_progress"));
    }

    [Fact]
    public async Task The_plan_can_be_taken_along_as_a_file_with_page_numbers_in_the_persons_language()
    {
        var bytes = await FileAsync("person", _plan.Address + "/pdf");
        var text = PdfText(bytes);

        Assert.Equal("%PDF"u8, bytes.AsSpan(0, 4));
        foreach (var words in new[] { "Individuell plan for GLAD FJELLREV", "Mål 1: Komme i arbeid", "Arbeidstrening", "2 dager i uka", "Neste revisjon", "6. september 2027", "side 1 av" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(SyntheticPerson.Fjellrev.Number, text, StringComparison.Ordinal);
        Assert.Contains("StructTreeRoot", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_address_is_strictly_confidential_only_the_person_takes_files_out()
    {
        // P-20: downloads off; the plan itself never holds an address.
        await _plan.Journey.Services.GetRequiredService<WorkWriter>().RunAsync(
            new Operation(Actor.System, "Folkeregisteret", _plan.Journey.Now),
            async (work, token) => (await work.Db.Persons.AsTracking().SingleAsync(token)).Protect(AddressProtection.StrictlyConfidential, work.Operation),
            CancellationToken.None);
        using var coordinator = await _plan.AsAsync("coordinator");

        var refused = await coordinator.OpensAsync(_plan.Address + "/pdf");
        var page = await coordinator.OpensAsync(_plan.Address);
        var own = PdfText(await FileAsync("person", _plan.Address + "/pdf"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("/plan/pdf", page.Html, StringComparison.Ordinal);
        Assert.Contains("Komme i arbeid", own, StringComparison.Ordinal);
    }

    private async Task<string> ReadAsync(string user, string address)
    {
        using var visitor = await _plan.AsAsync(user);
        var answer = await visitor.OpensAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return WebUtility.HtmlDecode(answer.Html);
    }

    private Task<byte[]> FileAsync(string user, string address) => address.StartsWith("/api/", StringComparison.Ordinal)
        ? _plan.Journey.BytesAsync(user, address)
        : _plan.Journey.BytesAsync(user, address.Replace("/cases/", "/api/cases/", StringComparison.Ordinal));

    private static string PdfText(byte[] pdf) => Testing.PdfText.Of(pdf);
}
