using System.Net;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

public sealed class FlowListPageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_list_says_which_version_runs_and_what_lies_unpublished_by_whom()
    {
        await host.SaveAsync(LeaderPages.Flow("two-versions", "a"), publish: true);
        await host.StartAsync("two-versions");
        await host.SaveAsync(LeaderPages.Flow("two-versions", "a", "b"));
        using var leader = await host.VisitorAsync("leader");

        var text = await leader.ReadAsync("/workflows?q=two-versions");

        Assert.Contains("1 arbeidsflyt passer med søket.", text, StringComparison.Ordinal);
        Assert.Contains("Versjon 1 fra 11.01.2027 Berit Storhei Versjon 2 lagret 11.01.2027 Berit Storhei 1 sak", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_something_in_a_case_starts_comes_first_and_parts_say_who_uses_them()
    {
        using var leader = await host.VisitorAsync("leader");

        var text = await leader.ReadAsync("/workflows");

        Assert.InRange(text.IndexOf("Informasjon om individuell plan", StringComparison.Ordinal), text.IndexOf("Hovedflyter", StringComparison.Ordinal), text.IndexOf("Behandling av henvendelse", StringComparison.Ordinal));
        Assert.InRange(text.IndexOf("Énmånedersklokka", StringComparison.Ordinal), text.IndexOf("Delflyter", StringComparison.Ordinal), text.Length);
        Assert.Contains("Starter når: Klage er mottatt", text, StringComparison.Ordinal);
        Assert.Contains("Brukes av: Behandling av henvendelse , Gjennomføring av klageutfall", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb", "Arbeidsflyter", "Kjører nå")]
    [InlineData("nn", "Arbeidsflytar", "Køyrer no")]
    [InlineData("en", "Workflows", "Runs now")]
    public async Task The_list_speaks_the_readers_language(string language, string heading, string column)
    {
        using var leader = await host.VisitorAsync("leader");
        await leader.SendFormAsync("/workflows", "/language", ("language", language), ("returnUrl", "/workflows"));

        var page = await leader.GetStringAsync("/workflows");

        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains($">{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(column, Html.Texts(page));
    }

    [Fact]
    public async Task No_code_of_the_program_or_of_the_law_shows_in_the_list()
    {
        using var leader = await host.VisitorAsync("leader");

        Assert.DoesNotMatch(@"\b(W|L|D|P)-\d+|IndividualPlan\.|Elsa\.|[a-z]-received|Published|Latest", await leader.ReadAsync("/workflows"));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so()
    {
        using var leader = await host.VisitorAsync("leader");

        Assert.Contains("Ingen arbeidsflyt passer med søket.", await leader.ReadAsync("/workflows?q=finnes-ikke"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_begins_a_flow_and_is_led_to_its_empty_drawing()
    {
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.FillInAsync("/workflows/new", "/workflows/new", ("name", "Oppfølging etter sykehus"), ("description", "Når noen er skrevet ut."), ("reason", "Avtale med sykehuset"));

        var address = answer.Headers.Location!.OriginalString;
        Assert.StartsWith("/studio/definitions/", address, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync(address)).StatusCode);
        var page = await leader.ReadAsync("/workflows/" + address["/studio/definitions/".Length..]);
        Assert.Contains("Når noen er skrevet ut.", page, StringComparison.Ordinal);
        Assert.Contains("Utkast til versjon 1", page, StringComparison.Ordinal);
        Assert.Contains("Avtale med sykehuset", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Behov", "Må fylles ut.")]
    [InlineData("Klage", "Behov", "En annen arbeidsflyt heter det samme. Velg et annet navn.")]
    [InlineData("En ny flyt", "", "Må fylles ut.")]
    public async Task What_is_missing_in_a_new_flow_is_told_and_what_was_typed_stays(string name, string reason, string message)
    {
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.FillInAsync("/workflows/new", "/workflows/new", ("name", name), ("description", "For noe nytt"), ("reason", reason));

        var text = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.Contains("For noe nytt", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_flows_are_downloaded_as_one_file()
    {
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.GetAsync("/workflows/download");

        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        await using var archive = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Contains(archive.Entries, static e => e.Name == "workflow-definition-klage-appeal-v1.json");
    }
}
