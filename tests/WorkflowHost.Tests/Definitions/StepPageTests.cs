using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndividualPlan.WorkflowHost.Execution;
using IndividualPlan.WorkflowHost.Tests.Api;
using IndividualPlan.WorkflowHost.Tests.Auth;
using IndividualPlan.WorkflowHost.Tests.ElsaApi.Instances;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Definitions;

/// <summary>What a leader most often changes is changed without the canvas: with forms, on the keyboard, and never in what runs.</summary>
public sealed class StepPageTests : IAsyncLifetime
{
    private const string Assess = "/workflows/appeal/steps/assess";
    private readonly TestHost _host = new();
    private HttpClient _leader = null!;

    public static TheoryData<string> Flows => [.. Directory.GetDirectories(Path.Combine(TestHost.Root, "workflow-definitions")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public async Task InitializeAsync() => _leader = await _host.VisitorAsync("leader");

    public Task DisposeAsync()
    {
        _leader.Dispose();
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Another_due_date_goes_into_a_draft_and_what_runs_stays_as_it_is()
    {
        var runs = await StoredAsync("appeal", 1);

        var answer = await SendAsync(_leader, Assess, Assess, ("in.dueIn", "3 uker"));
        var after = await _leader.GetStringAsync(answer.Headers.Location);

        Assert.Equal((HttpStatusCode.Redirect, Assess), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Contains("Utkast lagret. Det kjører ikke før det publiseres.", Html.Text(after), StringComparison.Ordinal);
        Assert.Contains("/workflows/appeal", Html.Links(after));
        Assert.Equal("3 uker", Fields(after, Assess).Single(static f => f.Name == "in.dueIn").Value);
        var change = Assert.Single(DefinitionComparison.Compare(Read(runs.Json), Read((await StoredAsync("appeal", 2)).Json)).Changed);
        Assert.Equal(("assess", "dueIn"), (change.After.Id, Assert.Single(change.Inputs).Input));
        var published = await StoredAsync("appeal", 1);
        Assert.Equal((runs.Json, true), (published.Json, published.IsPublished));
        Assert.False((await StoredAsync("appeal", 2)).IsPublished);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public async Task A_form_that_is_sent_as_it_was_read_stores_nothing(string flow)
    {
        var definition = _host.Services.GetRequiredService<DefinitionCatalogue>().Find(flow, null)!;
        var rows = FlowTable.Of(definition, new FlowWords(_host.Services.GetRequiredService<ActivityCatalogue>(), static _ => null), []).Rows;

        foreach (var row in rows)
        {
            var address = $"/workflows/{flow}/steps/{row.Step.Id}";
            var answer = await SendAsync(_leader, address, address);

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        await using var db = _host.Read();
        var versions = await db.WorkflowDefinitions.Where(d => d.DefinitionId == flow).ToListAsync();
        Assert.Equal(definition.Version, versions.Max(static v => v.Version));
        Assert.All(versions, static v => Assert.Equal("system", v.ChangedBy));
    }

    [Fact]
    public async Task Parts_of_the_plan_are_chosen_for_a_task_and_stand_in_the_draft_and_in_the_table()
    {
        const string Map = "/workflows/plan-making/steps/map";

        var answer = await SendAsync(_leader, Map, Map, ("in.planSections", "a"));
        var after = await _leader.GetStringAsync(answer.Headers.Location);
        var stored = Read((await StoredAsync("plan-making", 3)).Json).FindActivity("map")!;

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("a) Mål, ressurser og behov", Html.Text(after), StringComparison.Ordinal);
        Assert.Equal(["a"], Fields(after, Map).Where(static f => f.Name == "in.planSections").Select(static f => f.Value));
        Assert.Contains("\"a\"", stored.Json["planSections"]!["expression"]!.ToJsonString().Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("a) Mål, ressurser og behov", Html.Text(await _leader.GetStringAsync("/workflows/plan-making/table?version=3")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_leader_is_told_and_nothing_typed_is_lost()
    {
        using var other = await _host.VisitorAsync("leader");
        var mine = await _leader.GetStringAsync(Assess);
        await SendAsync(other, Assess, Assess, ("in.dueIn", "3 uker"));

        var refused = await PostAsync(_leader, mine, Assess, ("in.dueIn", "4 uker"), ("in.guidance", "Se også på tidligere klager."));
        var page = await refused.Content.ReadAsStringAsync();
        var again = await PostAsync(_leader, page, Assess);

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Contains("Berit Storhei endret arbeidsflyten 11.01.2027 kl. 08.00.", Html.Text(page), StringComparison.Ordinal);
        Assert.Contains("Lagret nå: «3 uker».", Html.Text(page), StringComparison.Ordinal);
        Assert.Equal("4 uker", Fields(page, Assess).Single(static f => f.Name == "in.dueIn").Value);
        Assert.Equal("Se også på tidligere klager.", Fields(page, Assess).Single(static f => f.Name == "in.guidance").Value.Trim());
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var step = Read((await StoredAsync("appeal", 2)).Json).FindActivity("assess")!;
        Assert.Equal(("P4W", "Se også på tidligere klager."), (step.LiteralText("dueIn"), step.LiteralText("guidance")));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_saved_once()
    {
        var page = await _leader.GetStringAsync(Assess);

        await PostAsync(_leader, page, Assess, ("in.dueIn", "3 uker"));
        var second = await PostAsync(_leader, page, Assess, ("in.dueIn", "3 uker"));

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        await using var db = _host.Read();
        Assert.Equal(2, await db.WorkflowDefinitions.CountAsync(d => d.DefinitionId == "appeal"));
    }

    [Fact]
    public async Task What_cannot_be_taken_is_told_at_its_field_with_everything_still_there()
    {
        var answer = await SendAsync(_leader, Assess, Assess, ("in.dueIn", "snart"), ("in.guidance", "Skriv mer"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("#in.dueIn", Html.Links(page));
        Assert.Contains("in.dueIn", Html.Ids(page));
        Assert.Contains("<title>Feil: ", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(Html.Text(page), "«snart» er ikke en lengde."));
        Assert.Equal("Skriv mer", Fields(page, Assess).Single(static f => f.Name == "in.guidance").Value.Trim());
        await using var db = _host.Read();
        Assert.Equal(1, await db.WorkflowDefinitions.CountAsync(d => d.DefinitionId == "appeal"));
    }

    [Fact]
    public async Task What_an_expression_decides_is_shown_with_an_explanation_and_survives_a_save()
    {
        const string address = "/workflows/plan-making/steps/askSharing";
        var page = await _leader.GetStringAsync(address);

        await SendAsync(_leader, address, address, ("in.dueIn", "3 uker"), ("in.title", "Skrevet over"));

        Assert.DoesNotContain(Fields(page, address), static f => f.Name == "in.title");
        Assert.Contains("Et uttrykk på tegningen bestemmer dette når flyten kjører.", Html.Text(page), StringComparison.Ordinal);
        var change = Assert.Single(DefinitionComparison.Compare(Read((await StoredAsync("plan-making", 2)).Json), Read((await StoredAsync("plan-making", 3)).Json)).Changed);
        Assert.Equal("dueIn", Assert.Single(change.Inputs).Input);
    }

    [Fact]
    public async Task A_step_is_put_in_filled_in_and_the_flow_can_be_published()
    {
        const string receipt = "/workflows/appeal/steps/receipt";

        var added = await SendAsync(_leader, receipt, receipt + "/add", ("kind", "IndividualPlan.CaseTask"), ("newName", "Ring klageren"));
        var step = added.Headers.Location!.OriginalString;
        var blank = await _leader.GetStringAsync(step);
        var filled = await SendAsync(_leader, step, step, ("in.role", "CaseManager"), ("in.dueIn", "2 dager"));

        Assert.Equal("/workflows/appeal/steps/CaseTask1", step);
        Assert.Contains("Steget er lagt inn i utkastet.", Html.Text(blank), StringComparison.Ordinal);
        Assert.Contains("feltet «Hvem skal gjøre det» må fylles ut", Html.Text(blank), StringComparison.Ordinal);
        Assert.Equal("Ring klageren", Fields(blank, step).Single(static f => f.Name == "in.title").Value);
        Assert.Equal(HttpStatusCode.Redirect, filled.StatusCode);
        var draft = Read((await StoredAsync("appeal", 2)).Json);
        Assert.Empty(DefinitionValidator.Validate(draft, _host.Services.GetRequiredService<ActivityCatalogue>()));
        Assert.Equal(["CaseTask1"], Targets(draft, "receipt"));
        Assert.Equal(Targets(Read((await StoredAsync("appeal", 1)).Json), "receipt"), Targets(draft, "CaseTask1"));
        Assert.Contains("Ring klageren", Html.Text(await _leader.GetStringAsync("/workflows/appeal/table?version=2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_step_without_a_kind_a_name_or_an_answer_to_come_after_is_asked_for_again()
    {
        var answer = await SendAsync(_leader, Assess, Assess + "/add", ("newName", ""));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Velg hvilket svar steget skal komme etter.", Html.Texts(page));
        Assert.Contains("Velg hva slags steg det skal være.", Html.Texts(page));
        Assert.Contains("Må fylles ut.", Html.Texts(page));
    }

    [Fact]
    public async Task A_step_that_is_taken_out_leaves_its_ends_joined()
    {
        const string receipt = "/workflows/appeal/steps/receipt";
        var next = Targets(Read((await StoredAsync("appeal", 1)).Json), "receipt");

        var asked = await _leader.GetStringAsync(receipt + "/remove");
        var answer = await PostAsync(_leader, asked, receipt + "/remove");
        var table = await _leader.GetStringAsync(answer.Headers.Location);

        Assert.Contains("Ta ut steget «Kvittering for klagen»?", Html.Texts(asked));
        Assert.Contains("Steget er tatt ut av utkastet.", Html.Text(table), StringComparison.Ordinal);
        var draft = Read((await StoredAsync("appeal", 2)).Json);
        Assert.Null(draft.FindActivity("receipt"));
        Assert.Equal(next, Targets(draft, "open"));
        Assert.Empty(DefinitionValidator.Validate(draft, _host.Services.GetRequiredService<ActivityCatalogue>()));
    }

    [Fact]
    public async Task A_step_that_leads_to_several_asks_which_of_them_comes_instead()
    {
        var definition = Read((await StoredAsync("appeal", 1)).Json);
        var step = definition.Activities.First(a => a.Type == "Elsa.FlowDecision" && !a.IsRequiredByLaw());
        var address = $"/workflows/appeal/steps/{step.Id}";
        var chosen = Targets(definition, step.Id)[0];

        var unanswered = await SendAsync(_leader, address + "/remove", address + "/remove");
        var answered = await SendAsync(_leader, address + "/remove", address + "/remove", ("next", chosen));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unanswered.StatusCode);
        Assert.Contains("Velg hva som skal komme i stedet.", Html.Texts(await unanswered.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Null(Read((await StoredAsync("appeal", 2)).Json).FindActivity(step.Id));
    }

    [Theory]
    [InlineData("/workflows/appeal/steps/assess", "Loven krever dette steget, så det kan ikke tas ut.")]
    [InlineData("/workflows/appeal/steps/received", "Flyten begynner med dette steget, så det kan ikke tas ut her.")]
    public async Task What_the_law_wants_and_what_the_flow_begins_with_stays(string address, string why)
    {
        var page = await _leader.GetStringAsync(address);
        var answer = await PostAsync(_leader, page, address + "/remove");

        Assert.Contains(why, Html.Texts(page));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, Html.Texts(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_step_that_someone_took_out_meanwhile_is_not_found()
    {
        const string receipt = "/workflows/appeal/steps/receipt";
        var page = await _leader.GetStringAsync(receipt);
        await SendAsync(_leader, receipt + "/remove", receipt + "/remove");

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(_leader, page, receipt, ("name", "Kvittering"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _leader.GetAsync(receipt)).StatusCode);
    }

    [Fact]
    public async Task A_save_from_the_form_is_told_with_who_and_when_and_the_designer_hears_of_it()
    {
        await SendAsync(_leader, Assess, Assess, ("in.dueIn", "3 uker"));

        await using var db = _host.Read();
        var told = await db.History.SingleAsync(static h => h.Event == "workflow-definition-saved");
        Assert.Equal(("leader", "Endret et steg i en arbeidsflyt."), (told.Actor, told.Reason));
        Assert.Equal(2, (await StoredAsync("appeal", 2)).ChangeNumber);
    }

    [Theory]
    [InlineData("casemanager")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Those_who_only_read_are_offered_no_form(string user)
    {
        using var manager = await _host.VisitorAsync(user);

        var page = await manager.GetStringAsync(Assess);

        Assert.Contains("Det er kontorlederen som endrer arbeidsflytene.", Html.Texts(page));
        Assert.Contains("14 dager", Html.Texts(page));
        Assert.Contains("Saksbehandler", Html.Texts(page));
        Assert.DoesNotContain("name=\"in.", page, StringComparison.Ordinal);
        Assert.Contains("Vis alt om steget", Html.Text(await manager.GetStringAsync("/workflows/appeal/table")), StringComparison.Ordinal);
        foreach (var address in new[] { Assess, Assess + "/add", Assess + "/remove" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await manager.SendFormAsync(Assess, address)).StatusCode);
        }
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("person")]
    [InlineData("dpo")]
    public async Task Others_are_refused(string user)
    {
        using var visitor = await _host.VisitorAsync(user);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Assess)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendFormAsync("/", Assess)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Assess + "/remove")).StatusCode);
    }

    [Theory]
    [InlineData("nb", "Hva skal gjøres", "Lagre utkast", "Kontorleder")]
    [InlineData("nn", "Kva skal gjerast", "Lagre utkast", "Kontorleiar")]
    [InlineData("en", "What is to be done", "Save draft", "Office leader")]
    public async Task The_form_speaks_the_language_that_was_asked_for(string language, string label, string button, string role)
    {
        _leader.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var texts = Html.Texts(await _leader.GetStringAsync(Assess));

        Assert.Contains(label, texts);
        Assert.Contains(button, texts);
        Assert.Contains(role, texts);
        Assert.DoesNotContain(texts, static t => t is "CaseManager" or "OfficeLeader" or "CaseTask" or "Default" or "DecisionCaseworker");
    }

    private static WorkflowDefinition Read(string json) => DefinitionReader.Read(json).Definition!;

    private static List<string> Targets(WorkflowDefinition definition, string step) => [.. definition.FindActivity(step)!.Parent!.Connections.Where(c => c.SourceId == step).Select(static c => c.TargetId)];

    private async Task<WorkflowDefinitionRow> StoredAsync(string definitionId, int version)
    {
        await using var db = _host.Read();
        return await db.WorkflowDefinitions.AsNoTracking().SingleAsync(d => d.DefinitionId == definitionId && d.Version == version);
    }

    /// <summary>Opens a page and sends its form with some fields changed, as a browser would.</summary>
    private static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string page, string action, params (string Name, string Value)[] changed) =>
        await PostAsync(visitor, await visitor.GetStringAsync(page), action, changed);

    private static Task<HttpResponseMessage> PostAsync(HttpClient visitor, string page, string action, params (string Name, string Value)[] changed)
    {
        var fields = Fields(page, action).ToList();
        if (fields.Count == 0)
        {
            fields = [.. Fields(page, null).Where(static f => f.Name is "__RequestVerificationToken" or "rev" or "session").DistinctBy(static f => f.Name)];
        }

        foreach (var (name, value) in changed)
        {
            fields.RemoveAll(f => f.Name == name);
            fields.Add((name, value));
        }

        return visitor.PostAsync(action, new FormUrlEncodedContent(fields.Select(static f => new KeyValuePair<string, string>(f.Name, f.Value))));
    }

    /// <summary>What a browser would send of an untouched form.</summary>
    private static IEnumerable<(string Name, string Value)> Fields(string page, string? action)
    {
        var form = action is null ? page : Regex.Match(page, $"<form[^>]*action=\"{Regex.Escape(action)}\".*?</form>", RegexOptions.Singleline).Value;
        foreach (Match field in Regex.Matches(form, "<input\\b(?<attributes>[^>]*)>|<textarea\\b(?<attributes>[^>]*)>\n?(?<text>.*?)</textarea>|<select\\b(?<attributes>[^>]*)>(?<options>.*?)</select>", RegexOptions.Singleline))
        {
            var attributes = field.Groups["attributes"].Value;
            var name = WebUtility.HtmlDecode(Regex.Match(attributes, "\\bname=\"([^\"]*)\"").Groups[1].Value);
            if (name.Length == 0 || (Regex.IsMatch(attributes, "type=\"(checkbox|radio)\"") && !Regex.IsMatch(attributes, "\\bchecked\\b")))
            {
                continue;
            }

            var value = field.Groups["text"].Success ? field.Groups["text"].Value.Replace("\n", "\r\n", StringComparison.Ordinal)
                : field.Groups["options"].Success ? Regex.Match(field.Groups["options"].Value, "<option(?=[^>]*\\bselected\\b)[^>]*\\bvalue=\"([^\"]*)\"").Groups[1].Value
                : Regex.Match(attributes, "\\bvalue=\"([^\"]*)\"").Groups[1].Value;
            yield return (name, WebUtility.HtmlDecode(value));
        }
    }
}
