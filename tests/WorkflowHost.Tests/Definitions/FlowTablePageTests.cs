using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

/// <summary>The failure beaten: camunda-modeler#5687 and bpmn-js#1548, where a flow can only be read by those who see its drawing.</summary>
public sealed partial class FlowTablePageTests(TestHost host) : IClassFixture<TestHost>
{
    /// <summary>Outcomes as drawings write them, in English for machines.</summary>
    private static readonly string[] Codes =
    [
        "Done", "True", "False", "Default", "Reached", "Settled", "Given", "Refused", "NotAnswered", "Appointed", "NotAppointed", "Complete", "Incomplete", "Approved", "Changes",
        "AllConfirmed", "NoParticipants", "SomeDeclined", "Admissible", "Inadmissible", "NeedsCorrection", "Due", "Requested", "CaseManager", "OfficeLeader",
    ];

    private static readonly string[] EnglishWords = ["Step", "Who", "Leads to", "Change", "Within", "Reminder", "The flow", "Runs now", "back to", "at once"];

    private static readonly string[] NorwegianWords = ["Steg", "Hvem", "Kven", "Leder til", "Leier til", "Innen", "Innan", "Påminnelse", "Flyten er slutt", "Kjører nå", "tilbake til", "samtidig", "Veien ender her"];

    public static TheoryData<string, string> FlowsAndLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var flow in Directory.GetDirectories(Path.Combine(TestHost.Root, "workflow-definitions")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal))
            {
                foreach (var language in new[] { "nb", "nn", "en" })
                {
                    data.Add(flow, language);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FlowsAndLanguages))]
    public async Task Every_flow_can_be_read_as_a_table_whose_links_all_lead_to_a_row(string flow, string language)
    {
        var page = await ReadAsync("casemanager", $"/workflows/{flow}/table", language);

        var ids = Html.Ids(page);
        var definition = host.Services.GetRequiredService<DefinitionCatalogue>().Find(flow, null)!;
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.All(Html.Links(page).Where(static l => l.StartsWith('#') && l != "#content"), link => Assert.Contains(link[1..], ids));
        Assert.All(FlowTable.Of(definition, new FlowWords(host.Services.GetRequiredService<ActivityCatalogue>(), static _ => null), []).Rows, row =>
        {
            Assert.Contains("step-" + row.Number, ids);
            Assert.Contains("activity-" + row.Step.Id, ids);
        });
        Assert.Equal(5, page.Split("scope=\"col\"").Length - 1);
        Assert.Contains("<caption>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FlowsAndLanguages))]
    public async Task No_word_of_another_language_or_of_machines_stands_in_the_table(string flow, string language)
    {
        var page = await ReadAsync("leader", $"/workflows/{flow}/table", language);

        var table = page[page.IndexOf("<table", StringComparison.Ordinal)..page.IndexOf("</table>", StringComparison.Ordinal)];
        var texts = Html.Texts(DrawnByTheOffice().Replace(table, ""));
        var foreign = language == "en" ? NorwegianWords : [.. EnglishWords, .. Codes];
        var kinds = host.Services.GetRequiredService<ActivityCatalogue>().Activities
            .Select(a => ((a as DomainActivity)?.Info ?? ElsaToolbox.Find(a.Type))?.Name.In(language)).ToHashSet();
        Assert.DoesNotContain(texts, text => foreign.Any(word => text == word || text == word + ":" || text.StartsWith(word + " ", StringComparison.Ordinal)));
        Assert.All(Html.OfClass(table, "ip-flow__kind"), kind => Assert.Contains(kind, kinds));
        if (language != "en")
        {
            Assert.DoesNotContain(Html.OfClass(table, "ip-flow__outcome"), outcome => Codes.Contains(outcome.TrimEnd(':')));
        }
    }

    [Fact]
    public async Task The_table_says_who_does_a_step_by_when_and_where_each_answer_leads()
    {
        var page = await ReadAsync("casemanager", "/workflows/one-month-clock/table", "nb");

        var row = Html.Element(page, "tr", "step-7");
        Assert.Contains("Skriv foreløpig svar", Html.Text(row), StringComparison.Ordinal);
        Assert.Contains("Saksbehandler (sakens saksbehandler)", Html.Texts(row));
        Assert.Contains("Kontorleder varsles når fristen er ute", Html.Texts(row));
        Assert.Contains("#step-8", Html.Links(row));
        Assert.Contains("tilbake til", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("Flyten er slutt", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("/studio/definitions/one-month-clock", Html.Links(page));
        Assert.Contains("/workflows/one-month-clock", Html.Links(page));
    }

    [Fact]
    public async Task A_step_that_starts_another_flow_leads_to_its_table()
    {
        var page = await ReadAsync("leader", "/workflows/request-handling/table", "nb");

        Assert.Contains("/workflows/one-month-clock/table", Html.Links(page));
    }

    [Fact]
    public async Task Steps_inside_a_step_are_numbered_and_indented_below_it()
    {
        var page = await ReadAsync("leader", "/workflows/plan-making/table", "nb");

        var inside = Html.Element(page, "tr", Html.Ids(page).First(static id => id.StartsWith("step-", StringComparison.Ordinal) && id.Contains('.', StringComparison.Ordinal)));
        Assert.Contains("ip-flow__row--1", inside, StringComparison.Ordinal);
        Assert.Contains("Samtykke til deling", inside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_shown_beside_what_runs_and_its_problems_stand_at_their_steps()
    {
        await host.PublishAsync(Drawing.OfTasks("two-versions", 2));
        using var leader = await host.AsAsync("leader");
        var drawn = JsonNode.Parse(new Drawing("two-versions").Task("t1").Add("ask", "Elsa.FlowDecision").Task("lost").Connect("t1", "ask").ToJson(isPublished: false))!;
        Assert.Equal(HttpStatusCode.Created, (await leader.PostAsJsonAsync("/api/workflow-definitions", drawn)).StatusCode);

        var runs = await ReadAsync("leader", "/workflows/two-versions/table", "nb");
        var draft = await ReadAsync("leader", "/workflows/two-versions/table?version=2", "nb");

        Assert.Contains("Versjon 1. Nye saker følger denne.", Html.Text(runs), StringComparison.Ordinal);
        Assert.Contains("/workflows/two-versions/table?version=2", Html.Links(runs));
        Assert.Contains("Versjon 2. Nye saker følger versjon 1.", Html.Text(draft), StringComparison.Ordinal);
        Assert.Contains("Dette er et utkast. Det kjører ikke før det publiseres.", Html.Text(draft), StringComparison.Ordinal);
        Assert.Contains("svaret «Ja» fører ingen steder", Html.Text(Html.Element(draft, "tr", "step-2")), StringComparison.Ordinal);
        Assert.Contains("ingen strek fører hit", Html.Text(Html.Element(draft, "tr", "step-3")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/workflows/no-such-flow/table")]
    [InlineData("/workflows/appeal/table?version=99")]
    [InlineData("/workflows/appeal/table?version=x")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var visitor = await host.VisitorAsync("leader");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("leader", HttpStatusCode.OK)]
    [InlineData("casemanager", HttpStatusCode.OK)]
    [InlineData("coordinator", HttpStatusCode.Forbidden)]
    [InlineData("person", HttpStatusCode.Forbidden)]
    [InlineData("dpo", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    public async Task Tables_are_for_those_who_may_look_at_flows(string user, HttpStatusCode expected)
    {
        using var visitor = await host.VisitorAsync(user);

        Assert.Equal(expected, (await visitor.GetAsync("/workflows/appeal/table")).StatusCode);
    }

    /// <summary>Whoever audits or runs the system reads what the office has decided, and meets no way to what is not theirs.</summary>
    [Theory]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Those_who_audit_and_run_the_system_read_every_page_of_a_flow_and_no_link_leads_to_a_refusal(string user)
    {
        using var visitor = await host.VisitorAsync(user);
        var start = Html.Links(await visitor.GetStringAsync("/"));

        Assert.Contains("/workflows", start);
        foreach (var address in new[] { "/workflows", "/workflows/appeal", "/workflows/appeal/table" })
        {
            var page = await visitor.GetStringAsync(address);

            Assert.DoesNotContain("/studio/", page, StringComparison.Ordinal);
            foreach (var link in Html.Links(page).Where(static l => l.StartsWith("/workflows/appeal", StringComparison.Ordinal)).Select(static l => l.Split('#')[0]).Distinct())
            {
                Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(link)).StatusCode);
            }
        }
    }

    [GeneratedRegex("<span[^>]* lang=\"no\"[^>]*>[^<]*</span>")]
    private static partial Regex DrawnByTheOffice();

    private async Task<string> ReadAsync(string user, string address, string language)
    {
        using var visitor = await host.VisitorAsync(user);
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return await visitor.GetStringAsync(address);
    }
}
