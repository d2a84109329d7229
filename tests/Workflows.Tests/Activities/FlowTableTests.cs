using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Tests.Definitions;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Activities;

public sealed class FlowTableTests
{
    public static TheoryData<string> Keys => Drawings.Keys;

    private static FlowWords Words { get; } = new(Drawings.Catalogue, id => Drawings.ByKey.GetValueOrDefault(id)?.Definition.Name);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_step_of_every_drawing_has_a_row_in_an_order_that_can_be_read(string key)
    {
        var definition = Drawings.Find(key);

        var rows = FlowTable.Of(definition, Words, []).Rows;

        Assert.Equal(definition.Activities.Where(a => a != definition.Root && !(a.Type == "Elsa.Sequence" && a.Parent!.Type == "Elsa.ParallelForEach")).Select(static a => a.Id).Order(), rows.Select(static r => r.Step.Id).Order());
        Assert.Equal(rows.Count, rows.Select(static r => r.Number).Distinct().Count());
        Assert.True(rows[0].IsStart);
        Assert.All(rows.Where(static r => !r.IsStart && !r.Number.Contains('.', StringComparison.Ordinal)), row =>
            Assert.Contains(rows.TakeWhile(r => r != row).SelectMany(static r => r.Ways).SelectMany(static w => w.Targets), t => t.Number == row.Number));
        Assert.All(rows.SelectMany(static r => r.Ways), static way => Assert.True(way.Targets.Count > 0 || way.End is not null));
        Assert.DoesNotContain(rows.SelectMany(static r => r.Ways), static way => way.End?.En == "Leads nowhere");
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_word_stands_in_three_languages_and_no_code_shows(string key)
    {
        var rows = FlowTable.Of(Drawings.Find(key), Words, []).Rows;
        var texts = rows.SelectMany(r => new[] { r.Kind, r.Who, r.Due, r.Inside }.Concat(r.FollowUp).Concat(r.Details.SelectMany(static d => new[] { d.Label, d.Value })).Concat(r.Ways.SelectMany(static w => new[] { w.Outcome, w.End }))).OfType<LocalizedText>().ToList();

        Assert.All(texts, static text => Assert.All(new[] { text.Nb, text.Nn, text.En }, static t => Assert.False(string.IsNullOrWhiteSpace(t))));
        Assert.All(rows.SelectMany(static r => r.FollowUp).Concat(rows.Select(static r => r.Who).OfType<LocalizedText>()).Concat(rows.Select(static r => r.Due).OfType<LocalizedText>()), static text =>
            Assert.DoesNotMatch(@"\b(P\d+[DWMY]|CaseManager|OfficeLeader|none|None|the|after)\b", text.Nb));
        Assert.DoesNotContain(rows, static r => r.Kind.En == "Unknown step");
    }

    [Fact]
    public void The_request_flow_says_who_does_what_by_when_and_where_each_answer_leads()
    {
        var rows = FlowTable.Of(Drawings.Find("one-month-clock"), Words, []).Rows;

        var reply = rows.Single(static r => r.Name == "Skriv foreløpig svar");
        Assert.Equal(("7", "Oppgave", "Saksbehandler (sakens saksbehandler)"), (reply.Number, reply.Kind.Nb, reply.Who!.Nb));
        Assert.Equal("Fristen «Foreløpig svar (D-1)»", reply.Due!.Nb);
        Assert.Equal(["Påminnelse på fristdagen", "Kontorleder varsles når fristen er ute"], reply.FollowUp.Select(static f => f.Nb));
        Assert.Equal("Send foreløpig svar → 8 Foreløpig svar", Ways(reply));
        Assert.Equal("Tidspunktet er nådd → 7 Skriv foreløpig svar; Fristen er holdt → 6 Veien ender her", Ways(rows.Single(static r => r.Name == "Vent til siste varsel")));
        Assert.Equal("→ 9 Vent til lovet dato (tilbake)", Ways(rows.Single(static r => r.Name == "Melding om forsinkelse")));
        Assert.Equal("→ Flyten er slutt", Ways(rows.Single(static r => r.Name == "Klokka stopper")));
        Assert.Equal("→ Veien ender her", Ways(rows.Single(static r => r.Name == "Varsle lederen om brudd")));
    }

    [Fact]
    public void Each_start_is_told_to_its_end_before_the_next()
    {
        var rows = FlowTable.Of(Drawings.Find("request-handling"), Words, []).Rows;

        Assert.Equal(["1", "11", "14"], rows.Where(static r => r.IsStart).Select(static r => r.Number));
        var clock = rows.Single(static r => r.Name == "Start énmånedersklokka");
        Assert.Equal(("one-month-clock", "Énmånedersklokka"), (clock.SubFlow, clock.SubFlowName));
    }

    [Fact]
    public void An_answer_that_was_written_twice_is_one_way_on()
    {
        var drawing = new Drawing().Step("call", "CaseTask", ("title", "Ring fastlegen"), ("role", "Coordinator"), ("outcomes", new[] { "Fikk svar", "Fikk ikke svar", "Fikk ikke svar" }));
        var definition = ActivityRun.Read(drawing);

        var row = FlowTable.Of(definition, Words, ActivityRun.Validate(definition)).Rows[0];

        Assert.Equal("Fikk svar → Fører ingen steder; Fikk ikke svar → Fører ingen steder", Ways(row));
        Assert.Equal(2, row.Problems.Count);
    }

    [Fact]
    public void A_step_that_a_leader_draws_without_an_expression_is_told_in_full()
    {
        var drawing = new Drawing()
            .Step("call", "CaseTask", ("title", "Ring fastlegen"), ("role", "Coordinator"), ("assignTo", "Coordinator"), ("dueIn", "3 arbeidsdager"), ("outcomes", new[] { "Fikk svar", "Fikk ikke svar" }),
                ("remindBefore", new[] { "P1D" }), ("remindEvery", "2 dager"), ("escalateAfter", "1 uke"), ("remindTo", "CoordinatingUnit"), ("escalateBy", "EMail"))
            .Step("end", "EndOfPath").Connect("call", "Fikk svar", "end");
        var definition = ActivityRun.Read(drawing);

        var row = FlowTable.Of(definition, Words, ActivityRun.Validate(definition)).Rows[0];

        Assert.Equal("Koordinator (sakens koordinator)", row.Who!.Nb);
        Assert.Equal(("Innen 3 arbeidsdager", "Innan 3 arbeidsdagar", "Within 3 working days"), (row.Due!.Nb, row.Due.Nn, row.Due.En));
        Assert.Equal(
            ["Påminnelse 1 dag før fristen", "Deretter purring med 2 dager mellom", "Kontorleder varsles 1 uke etter fristen", "Påminnelser går til koordinerende enhet", "Varsling videre: bare på e-post"],
            row.FollowUp.Select(static f => f.Nb));
        Assert.Equal("Fikk svar → 2 end; Fikk ikke svar → Fører ingen steder", Ways(row));
        Assert.Equal("Steget «call»: svaret «Fikk ikke svar» fører ingen steder. Trekk en strek til neste steg, eller til «Veien ender her».", Assert.Single(row.Problems).Message.Nb);
    }

    [Fact]
    public void Steps_inside_steps_are_numbered_below_them_and_say_where_they_stand()
    {
        var choice = Activity("If", "if", ("condition", Js("true")));
        choice["then"] = Sequence("s", Line("a"), Line("b"));
        choice["else"] = Line("c");

        var rows = FlowTable.Of(Read(Flow().With(choice, Flowchart("inner", [Line("x"), Line("y")], "x -> y")).Connect("if -> inner")), Words, []).Rows;

        Assert.Equal(["1 if", "1.1 a", "1.2 b", "1.3 c", "2 inner", "2.1 x", "2.2 y"], rows.Select(static r => $"{r.Number} {r.Name}"));
        Assert.Equal([null, "Da", "Da", "Ellers", null, null, null], rows.Select(static r => r.Inside?.Nb));
        Assert.Equal("→ 1.2 b", Ways(rows[1]));
        Assert.Equal("→ 2.2 y", Ways(rows[5]));
    }

    [Fact]
    public void Elsas_own_steps_are_told_in_the_words_of_the_toolbox()
    {
        var rows = FlowTable.Of(
            Read(Flow().With(Activity("Start", "s"), Activity("Delay", "d", ("timeSpan", "14.02:00:00")), Activity("FlowDecision", "q", ("condition", Js("1 > 0"))), Activity("Nobody.Knows", "n"), Line("lost")).Connect("s -> d", "d -> q", "q.True -> n", "q.False -> d")),
            Words,
            []).Rows;

        Assert.Equal(("Vent en tid", "Venter 14 dager og 2 timer"), (rows[1].Kind.Nb, rows[1].Due!.Nb));
        Assert.Equal("Ja → 4 n; Nei → 2 d (tilbake)", Ways(rows[2]));
        Assert.Equal("Ukjent steg", rows[3].Kind.Nb);
        Assert.Equal(("lost", false), (rows[4].Name, rows[4].IsStart));
    }

    [Theory]
    [InlineData("true", "ja")]
    [InlineData("False", "nei")]
    public void A_truth_value_is_said_as_yes_or_no(string written, string expected) =>
        Assert.Equal(expected, Words.Value(Read(Flow().With(Activity("DispatchWorkflow", "d", ("waitForCompletion", written)))).FindActivity("d")!, "waitForCompletion")!.Nb);

    [Fact]
    public void Values_are_told_as_what_they_name()
    {
        var step = Read(Flow().With(Activity("DispatchWorkflow", "d", ("workflowDefinitionId", "consent"), ("input", Js("({})")), ("result", To("Answer"))))).FindActivity("d")!;

        Assert.Equal("«Samtykke til planen»", Words.Value(step, "workflowDefinitionId")!.Nb);
        Assert.Equal("uttrykket ({})", Words.Value(step, "input")!.Nb);
        Assert.Equal("variabelen «Answer»", Words.Value(step, "result")!.Nb);
        Assert.Null(Words.Value(step, "correlationId"));
        Assert.Equal("Det flyten ga", Words.Label(step, "result").Nb);
    }

    private static string Ways(FlowTableRow row) => string.Join("; ", row.Ways.Select(static w =>
        $"{w.Outcome?.Nb} → {string.Join(" + ", w.Targets.Select(static t => $"{t.Number} {t.Name}{(t.IsBack ? " (tilbake)" : "")}"))}{w.End?.Nb}".Trim()));

    private static WorkflowDefinition Read(Engine.FlowBuilder flow) => DefinitionReader.Read(JsonNode.Parse(flow.Json())!.AsObject()).Definition!;
}
