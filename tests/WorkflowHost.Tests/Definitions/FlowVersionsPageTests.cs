using System.Net;
using System.Text;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.ElsaApi.Definitions;
using IndividualPlan.Workflows.Audit;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

/// <summary>The failure beaten: elsa-studio#692 and #765, where nobody could tell a draft from what runs.</summary>
public sealed class FlowVersionsPageTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly Actor Olav = new("olav", Roles.OfficeLeader);

    [Fact]
    public async Task A_leader_publishes_a_draft_and_says_why_and_it_is_in_the_history()
    {
        await host.SaveAsync(LeaderPages.Flow("publish-me", "a"), publish: true);
        await host.SaveAsync(LeaderPages.Flow("publish-me", "a", "b"));
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.FillInAsync("/workflows/publish-me", "/workflows/publish-me/publish", ("reason", "Fastlegen skal ringes"));

        var text = await leader.FollowAsync(answer);
        Assert.Contains("Versjon 2 er publisert. Nye saker følger den fra nå av.", text, StringComparison.Ordinal);
        Assert.Contains("Berit Storhei Publiserte versjon 2 Fastlegen skal ringes", text, StringComparison.Ordinal);
        Assert.Equal(["1", "2PL"], await host.VersionsAsync("publish-me"));
        Assert.DoesNotContain("er publisert. Nye saker", await leader.ReadAsync("/workflows/publish-me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publishing_without_a_reason_is_refused_at_the_field()
    {
        await host.SaveAsync(LeaderPages.Flow("say-why", "a"));
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.FillInAsync("/workflows/say-why", "/workflows/say-why/publish", ("reason", " "));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#publish-reason\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>Feil: ", page, StringComparison.Ordinal);
        Assert.Equal(["1L"], await host.VersionsAsync("say-why"));
    }

    [Fact]
    public async Task A_draft_with_a_fault_is_not_published_and_each_fault_leads_to_its_step()
    {
        var drawing = LeaderPages.Flow("faulty", "a").Add("tom", "IndividualPlan.CaseTask", ("title", "String", "Tom"));
        drawing.Connect("a", "tom", "Utført");
        await host.SaveAsync(drawing);
        using var leader = await host.VisitorAsync("leader");

        var answer = await leader.FillInAsync("/workflows/faulty", "/workflows/faulty/publish", ("reason", "Prøver"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("/workflows/faulty/table?version=1#activity-tom", Html.Links(page));
        Assert.Contains("/studio/definitions/faulty", Html.Links(page));
        Assert.Contains("Vis «tom» i tabellen", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("Prøver", Html.Text(page), StringComparison.Ordinal);
        Assert.Equal(["1L"], await host.VersionsAsync("faulty"));
    }

    [Fact]
    public async Task The_second_of_two_leaders_is_told_that_the_draft_has_changed_and_publishes_nothing()
    {
        await host.SaveAsync(LeaderPages.Flow("two-leaders", "a"));
        using var leader = await host.VisitorAsync("leader");
        var opened = await leader.GetStringAsync("/workflows/two-leaders");
        await host.SaveAsync(LeaderPages.Flow("two-leaders", "a", "b"), by: Olav);

        var answer = await leader.SendFormAsync("/workflows/two-leaders", "/workflows/two-leaders/publish", ("reason", "Klar"), ("rev", Rev(opened)));

        var text = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Contains("olav endret arbeidsflyten 11.01.2027 kl. 08.00, etter at du åpnet siden. Ingenting er gjort.", text, StringComparison.Ordinal);
        Assert.Contains("Klar", text, StringComparison.Ordinal);
        Assert.Equal(["1L"], await host.VersionsAsync("two-leaders"));
    }

    [Fact]
    public async Task Whoever_publishes_in_Studio_without_a_word_is_asked_for_it_here_once()
    {
        using var studio = await host.AsAsync("leader");
        var saved = await studio.SavedAsync(ElsaApi.Definitions.Studio.NewFlow("Uten begrunnelse", "t1"), publish: true);
        var address = "/workflows/" + (string)saved["definitionId"]!;
        using var leader = await host.VisitorAsync("leader");

        var before = await leader.ReadAsync(address);
        var answer = await leader.FillInAsync(address, address + "/explain", ("reason", "Prøveordning ut året"));
        var after = await leader.FollowAsync(answer);
        var again = await leader.SendFormAsync(address, address + "/explain", ("version", "1"), ("reason", "Noe annet"));

        Assert.Contains("Mangler – legg til", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Mangler – legg til", after, StringComparison.Ordinal);
        Assert.Contains("La til begrunnelse for versjon 1 Prøveordning ut året", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_leader_goes_back_to_an_old_version_and_what_runs_stays_on_its_own()
    {
        await host.SaveAsync(LeaderPages.Flow("go-back", "a"), publish: true);
        await host.SaveAsync(LeaderPages.Flow("go-back", "a", "b"), publish: true);
        var running = await host.StartAsync("go-back");
        using var leader = await host.VisitorAsync("leader");
        const string address = "/workflows/go-back/roll-back?version=1";

        var asked = await leader.ReadAsync(address);
        var text = await leader.FollowAsync(await leader.FillInAsync(address, address, ("reason", "Steg b virket ikke")));
        var fresh = await host.StartAsync("go-back");

        Assert.Contains("Saker som er i gang (1), fortsetter på sin versjon.", asked, StringComparison.Ordinal);
        Assert.Contains("Nye saker følger nå versjon 3, som er lik versjon 1.", text, StringComparison.Ordinal);
        Assert.Contains("Steg b virket ikke", text, StringComparison.Ordinal);
        Assert.Equal(["1", "2", "3PL"], await host.VersionsAsync("go-back"));
        Assert.Equal((2, 3), (await host.VersionOfAsync(running), await host.VersionOfAsync(fresh)));
    }

    [Fact]
    public async Task A_step_that_the_law_requires_is_not_lost_by_going_back()
    {
        await host.SaveAsync(LeaderPages.Flow("by-law", "a"), publish: true);
        await host.SaveAsync(LeaderPages.Flow("by-law", "a", "b").RequiredByLaw("b"), publish: true);
        using var leader = await host.VisitorAsync("leader");
        const string address = "/workflows/by-law/roll-back?version=1";

        var answer = await leader.FillInAsync(address, address, ("reason", "Steg b tar for lang tid"));

        var text = await answer.TextAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Vi kan ikke gå tilbake til versjon 1. Ingenting er endret.", text, StringComparison.Ordinal);
        Assert.Contains("Versjon 1 har ikke steget «b», som loven krever. Gjør heller endringen i et utkast der steget er med.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vis «b» i tabellen", text, StringComparison.Ordinal);
        Assert.Contains("Steg b tar for lang tid", text, StringComparison.Ordinal);
        Assert.Equal(["1", "2PL"], await host.VersionsAsync("by-law"));
    }

    [Fact]
    public async Task A_leader_takes_a_flow_out_of_use_after_reading_what_that_means()
    {
        await host.SaveAsync(LeaderPages.Flow("retire", "a").Event("when", "moved", starts: true).Connect("when", "a"), publish: true);
        using var leader = await host.VisitorAsync("leader");

        var asked = await leader.ReadAsync("/workflows/retire/retract");
        var text = await leader.FollowAsync(await leader.FillInAsync("/workflows/retire/retract", "/workflows/retire/retract", ("reason", "Erstattet av en annen")));

        Assert.Contains("Når dette skjer, starter den ikke lenger: Personen flytter.", asked, StringComparison.Ordinal);
        Assert.Contains("Tok versjon 1 ut av bruk Erstattet av en annen", text, StringComparison.Ordinal);
        Assert.Equal(["1L"], await host.VersionsAsync("retire"));
    }

    [Fact]
    public async Task What_other_flows_use_is_neither_taken_out_of_use_nor_deleted()
    {
        using var leader = await host.VisitorAsync("leader");

        foreach (var act in new[] { "retract", "delete" })
        {
            var asked = await leader.ReadAsync("/workflows/closing/" + act);
            var sent = await leader.SendFormAsync("/workflows/closing", "/workflows/closing/" + act, ("reason", "Likevel"));

            Assert.Contains("Andre arbeidsflyter bruker denne:", asked, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, sent.StatusCode);
        }

        Assert.Equal(["1PL"], await host.VersionsAsync("closing"));
    }

    [Fact]
    public async Task A_draft_is_deleted_only_after_a_question_and_what_runs_goes_on()
    {
        await host.SaveAsync(LeaderPages.Flow("throw-away", "a"), publish: true);
        await host.SaveAsync(LeaderPages.Flow("throw-away", "a", "b"));
        using var leader = await host.VisitorAsync("leader");
        const string address = "/workflows/throw-away/delete?version=2";

        var asked = await leader.ReadAsync(address);
        var text = await leader.FollowAsync(await leader.FillInAsync(address, address, ("reason", "Ble ikke noe av")));

        Assert.Contains("Nye saker følger fortsatt versjon 1.", asked, StringComparison.Ordinal);
        Assert.Contains("Slettet versjon 2 Ble ikke noe av", text, StringComparison.Ordinal);
        Assert.Equal(["1PL"], await host.VersionsAsync("throw-away"));
    }

    [Fact]
    public async Task A_copy_is_a_flow_of_its_own()
    {
        await host.SaveAsync(LeaderPages.Flow("original", "a"), publish: true);
        using var leader = await host.VisitorAsync("leader");

        var text = await leader.FollowAsync(await leader.FillInAsync("/workflows/original", "/workflows/original/copy", ("name", "Kopi til prøve")));

        Assert.Contains("Kopien «Kopi til prøve» er laget. Den er et utkast.", text, StringComparison.Ordinal);
        Assert.Contains("Utkast til versjon 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flows_that_have_an_older_version_as_a_step_are_moved_to_the_one_that_runs()
    {
        var part = LeaderPages.Flow("part", "a").ToJson().Replace("\"options\":{}", "\"options\":{\"usableAsActivity\":true}", StringComparison.Ordinal);
        using var api = await host.AsAsync("leader");
        await api.PostAsync("/api/workflow-definitions/publish?reason=Del", new StringContent(part, Encoding.UTF8, "application/json"));
        var whole = new Drawing("whole").Add("step", "part").ToJson(isPublished: true).Replace("\"type\":\"part\"", "\"type\":\"part\",\"workflowDefinitionId\":\"part\",\"workflowDefinitionVersionId\":\"part-v1\"", StringComparison.Ordinal);
        await api.PostAsync("/api/workflow-definitions/publish?reason=Hele", new StringContent(whole, Encoding.UTF8, "application/json"));
        await api.PostAsync("/api/workflow-definitions/publish?reason=Del", new StringContent(part.Replace("P14D", "P3D", StringComparison.Ordinal), Encoding.UTF8, "application/json"));
        using var leader = await host.VisitorAsync("leader");

        var before = await leader.ReadAsync("/workflows/part");
        var after = await leader.FollowAsync(await leader.FillInAsync("/workflows/part", "/workflows/part/update-references", ("reason", "Ny frist")));

        Assert.Contains("whole (versjon 1 som steg)", before, StringComparison.Ordinal);
        Assert.Contains("Disse bruker nå versjonen som kjører: whole.", after, StringComparison.Ordinal);
        Assert.Contains("whole (versjon 2 som steg)", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_manager_reads_everything_and_changes_nothing()
    {
        await host.SaveAsync(LeaderPages.Flow("look-only", "a"), publish: true);
        await host.SaveAsync(LeaderPages.Flow("look-only", "a", "b"));
        using var reader = await host.VisitorAsync("casemanager");

        foreach (var address in new[] { "/workflows", "/workflows/look-only", "/workflows/look-only/compare?from=1&to=2", "/workflows/look-only/download?version=1" })
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address)).StatusCode);
        }

        var page = await reader.GetStringAsync("/workflows/look-only");
        Assert.DoesNotContain("action=\"/workflows", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Html.Links(page), static l => l.Contains("roll-back", StringComparison.Ordinal) || l.Contains("delete", StringComparison.Ordinal));

        foreach (var act in new[] { "new", "look-only/publish", "look-only/explain", "look-only/copy", "look-only/update-references", "look-only/roll-back?version=1", "look-only/retract", "look-only/delete" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.SendFormAsync("/workflows", "/workflows/" + act, ("reason", "Vil"), ("name", "Ny"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.ImportFromAsync("/workflows", "draft", ("flow.json", [1]))).StatusCode);
        Assert.Equal(["1P", "2L"], await host.VersionsAsync("look-only"));
    }

    [Theory]
    [InlineData("/workflows/no-such-flow")]
    [InlineData("/workflows/no-such-flow/compare")]
    [InlineData("/workflows/closing/compare?from=1&to=99")]
    [InlineData("/workflows/closing/compare?from=x")]
    [InlineData("/workflows/closing/roll-back?version=99")]
    [InlineData("/workflows/closing/delete?version=99")]
    [InlineData("/workflows/closing/download?version=99")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var leader = await host.VisitorAsync("leader");

        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(address)).StatusCode);
    }

    private static string Rev(string page) => System.Text.RegularExpressions.Regex.Match(page, "name=\"rev\" value=\"(\\d+)\"").Groups[1].Value;
}
