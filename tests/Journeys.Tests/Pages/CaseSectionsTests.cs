using System.Net;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.Journeys.Tests.Pages;

/// <summary>The sections of a case with a plan in use and an appeal on it, as those who work with it meet them.</summary>
[Collection(OfficeCollection.Name)]
public sealed class CaseSectionsTests(OfficeFixture fixture)
{
    private readonly Journey _journey = fixture.Office.Journey;

    private string Case => $"/cases/{_journey.CaseId}";

    [Theory]
    [InlineData("", "Prøv klagen formelt")]
    [InlineData("", "Revisjon av planen: 26.07.2027")]
    [InlineData("", "Versjon 1, godkjent 25.01.2027")]
    [InlineData("/participants", "Fastlegen Deltar Kontakt Ragnhild Vikan")]
    [InlineData("/participants", "Samtykke til å dele opplysninger: Fastlegen Gitt")]
    [InlineData("/coordinators", "Maja Solhaug Koordinator nå")]
    [InlineData("/decisions", "Rett til individuell plan: Innvilget Personen er underrettet")]
    [InlineData("/decisions", "Klage på innholdet i planen Mottatt")]
    [InlineData("/letters", "Du har rett til individuell plan")]
    [InlineData("/deadlines", "Den ville ha gått ut 25.07.2027, men er flyttet til 26.07.2027 på grunn av søndag.")]
    [InlineData("/flows", "Prøv klagen formelt Venter på at oppgaven blir gjort. Har ventet siden 25.01.2027")]
    [InlineData("/flows", "Se flyten i tegningen")]
    [InlineData("/history", "Versjon 1 av planen ble godkjent.")]
    [InlineData("/history?kind=Letter", "Brevet «Planen er godkjent» ble skrevet, til personen.")]
    public async Task A_section_tells_what_is_in_the_case(string section, string sentence)
    {
        using var manager = await _journey.VisitorAsync("casemanager");

        var answer = await manager.OpensAsync(Case + section);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, Words(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_filtered_by_kind_tells_nothing_else()
    {
        using var manager = await _journey.VisitorAsync("casemanager");

        var text = Words(await manager.OpensAsync(Case + "/history?kind=Letter"));

        Assert.DoesNotContain("Oppgaven «", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fristen «", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_read_as_text_and_fetched_as_a_file()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        var letter = fixture.Office.Pages().Single(static p => p.Pattern == "/cases/{id:guid}/letters/{letterId:guid}").Address;

        var page = await manager.OpensAsync(letter);
        var file = await manager.OpensAsync(letter + "/pdf");

        Assert.Contains("<article class=\"ip-letter\" id=\"letter\" lang=\"nb\"", page.Html, StringComparison.Ordinal);
        Assert.Equal("application/pdf", file.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_participant_sees_the_own_part_and_is_told_that_the_rest_is_for_others()
    {
        using var participant = await _journey.VisitorAsync("participant2");

        var overview = await participant.OpensAsync(Case);
        var people = await participant.OpensAsync(Case + "/participants");
        var rest = new[] { "/coordinators", "/decisions", "/deadlines", "/flows" };

        Assert.DoesNotContain("HESTEHOV", overview.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Prøv klagen", overview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Vedtak og klager", overview.Html, StringComparison.Ordinal);
        Assert.Contains("Samtykke til å dele opplysninger: Fastlegen", Words(people), StringComparison.Ordinal);
        Assert.DoesNotContain("Uten dette lages det ingen plan", people.Html, StringComparison.Ordinal);
        foreach (var section in rest)
        {
            var answer = await participant.OpensAsync(Case + section);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Contains("Som deltaker ser du planen og din egen del", Words(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_data_protection_officer_reads_who_has_looked_and_not_whose_case_it_is()
    {
        using var manager = await _journey.VisitorAsync("casemanager");
        await manager.OpensAsync(Case + "/decisions");
        using var officer = await _journey.VisitorAsync("dpo");

        var answer = await officer.OpensAsync(Case + "/access-log");

        Assert.Contains("Kari Lyngmo Saksbehandler, NAV-kontoret Vedtak og klager", Words(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("HESTEHOV", answer.Html, StringComparison.OrdinalIgnoreCase);
    }

    private static string Words(PageAnswer answer) => string.Join(' ', PageText.Of(answer.Html).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
