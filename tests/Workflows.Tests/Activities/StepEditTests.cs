using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Tests.Definitions;

namespace IndividualPlan.Workflows.Tests.Activities;

public sealed class StepEditTests
{
    private static readonly ChoiceInfo[] Flows = [.. Drawings.ByKey.Select(static d => new ChoiceInfo(d.Key, new(d.Key, d.Key, d.Key)))];

    public static TheoryData<string> Keys => Drawings.Keys;

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_form_that_is_sent_back_as_it_was_read_changes_nothing_in_any_language(string key)
    {
        var definition = Drawings.Find(key);

        foreach (var step in definition.Activities)
        {
            foreach (var language in new[] { "nb", "nn", "en" })
            {
                var edit = new DrawingEdit(definition, Drawings.Catalogue);
                var form = Form(definition, step);

                Assert.Empty(StepEdit.Apply(edit, form, AsShown(form, language).GetValueOrDefault, "Veien ender her"));

                Assert.True(JsonNode.DeepEquals(definition.Json, edit.Json), $"{step.Id} ({language})");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_field_that_is_asked_for_has_its_words_and_no_code_shows(string key)
    {
        var definition = Drawings.Find(key);

        foreach (var field in definition.Activities.SelectMany(step => Form(definition, step).Fields))
        {
            Assert.All(field.Choices, choice => Assert.NotEqual(choice.Value, field.Input.Kind is InputKind.Workflow or InputKind.Workflows ? "" : choice.Label.Nb));
            Assert.All(field.Values.Where(_ => field.Control is StepControl.Length or StepControl.Lengths), static value => Assert.DoesNotMatch(@"\bP\d+[DWMY]\b|\d\d:\d\d", value.Nb));
        }
    }

    [Fact]
    public void Another_due_date_is_written_as_drawings_write_it_and_nothing_else_changes()
    {
        var (errors, edit) = Fill("appeal", "assess", ("in.dueIn", ["tre uker"]));

        Assert.Empty(errors);
        var change = Assert.Single(DefinitionComparison.Compare(Drawings.Find("appeal"), edit.Drawing).Changed);
        Assert.Equal("dueIn", Assert.Single(change.Inputs).Input);
        Assert.Equal("P3W", (string?)edit.Drawing.FindActivity("assess")!.Json["dueIn"]!["expression"]!["value"]);
        Assert.Equal("String", (string?)edit.Drawing.FindActivity("assess")!.Json["dueIn"]!["typeName"]);
    }

    [Theory]
    [InlineData("14 dager")]
    [InlineData("14 dagar")]
    [InlineData("14 days")]
    [InlineData("P14D")]
    public void The_same_length_in_other_words_is_no_change(string typed)
    {
        var (_, edit) = Fill("appeal", "assess", ("in.dueIn", [typed]));

        Assert.True(DefinitionComparison.Compare(Drawings.Find("appeal"), edit.Drawing).IsSame);
    }

    [Fact]
    public void Reminders_are_read_line_by_line()
    {
        var (errors, edit) = Fill("appeal", "assess", ("in.remindBefore", ["1 uke\r\n2 arbeidsdager\r\n"]));

        Assert.Empty(errors);
        Assert.Equal("[\"P1W\",\"2 arbeidsdager\"]", (string?)edit.Drawing.FindActivity("assess")!.Json["remindBefore"]!["expression"]!["value"]);
    }

    [Theory]
    [InlineData("in.dueIn", "snart", "«snart» er ikke en lengde. Skriv for eksempel «3 arbeidsdager», «2 uker» eller «1 måned».")]
    [InlineData("in.remindBefore", "i morgen", "«i morgen» er ikke en lengde. Skriv for eksempel «3 arbeidsdager», «2 uker» eller «1 måned».")]
    [InlineData("in.role", "Pope", "Velg på nytt fra lista.")]
    [InlineData("in.role", "", "Må fylles ut.")]
    [InlineData("in.title", " ", "Må fylles ut.")]
    [InlineData("name", "", "Må fylles ut.")]
    [InlineData("to.0", "nowhere-near", "Velg et av stegene i lista.")]
    public void What_cannot_be_taken_is_told_at_its_field_and_nothing_is_changed(string field, string typed, string message)
    {
        var (errors, edit) = Fill("appeal", "assess", ("in.guidance", ["Noe annet"]), (field, [typed]));

        Assert.Equal(message, errors[field].Nb);
        Assert.True(JsonNode.DeepEquals(Drawings.Find("appeal").Json, edit.Json));
    }

    [Fact]
    public void A_field_whose_value_an_expression_gives_is_shown_and_cannot_be_overwritten()
    {
        var definition = Drawings.Find("plan-making");
        var form = Form(definition, definition.FindActivity("askSharing")!);

        var title = form.Fields.Single(static f => f.Input.Name == "title");
        var (errors, edit) = Fill("plan-making", "askSharing", ("in.title", ["Skrevet over"]), ("in.dueIn", ["3 dager"]));

        Assert.Equal((StepControl.Shown, "bestemmes når flyten kjører"), (title.Control, title.Values[0].Nb));
        Assert.Contains("getVariable('CurrentValue').service", title.Code, StringComparison.Ordinal);
        Assert.Empty(errors);
        Assert.Equal("dueIn", Assert.Single(Assert.Single(DefinitionComparison.Compare(definition, edit.Drawing).Changed).Inputs).Input);
    }

    [Fact]
    public void The_answer_that_a_step_records_is_chosen_among_the_steps_that_give_one()
    {
        var definition = Drawings.Find("appeal");
        var source = Form(definition, definition.FindActivity("open")!).Fields.Single(static f => f.Input.Name == "source");

        Assert.Equal(StepControl.One, source.Control);
        Assert.Contains(source.Choices, c => c.Value == source.Values[0].Nb && c.Label.Nb == "«Klage mottatt»");
    }

    [Fact]
    public void An_answer_that_is_renamed_keeps_where_it_leads()
    {
        var (errors, edit) = Fill(Asked(), "ask", ("in.outcomes", ["Kom fram", "Kom ikke fram", "Vil ringe selv", ""]));

        Assert.Empty(errors);
        Assert.Equal([("Kom fram", "a"), ("Kom ikke fram", "b")], Ways(edit, "ask"));
        Assert.Equal(["Kom fram", "Kom ikke fram", "Vil ringe selv"], edit.OutcomesOf("ask"));
    }

    [Fact]
    public void Answers_that_change_names_keep_each_its_own_way()
    {
        var (_, edit) = Fill(Asked(), "ask", ("in.outcomes", ["Nei", "Ja"]));

        Assert.Equal([("Nei", "a"), ("Ja", "b")], Ways(edit, "ask"));
    }

    [Fact]
    public void An_answer_that_is_taken_away_takes_its_line_along()
    {
        var (_, edit) = Fill(Asked(), "ask", ("in.outcomes", ["", "Nei"]));

        Assert.Equal([("Nei", "b")], Ways(edit, "ask"));
    }

    [Fact]
    public void An_answer_that_an_expression_asks_for_is_not_renamed_behind_its_back()
    {
        var definition = Drawings.Find("identification-and-information");
        var step = definition.Activities.First(static a => InputCheck.WrittenTexts(a, "outcomes").Contains("Takker nei"));
        var outcomes = InputCheck.WrittenTexts(step, "outcomes").Select(static o => o == "Takker nei" ? "Ønsker ikke" : o).ToArray();

        var (errors, _) = Fill(definition, step.Id, ("in.outcomes", outcomes));

        Assert.StartsWith("Svaret «Takker nei» brukes i et uttrykk i steget «", errors["in.outcomes"].Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_answers_of_one_name_are_refused()
    {
        var (errors, _) = Fill(Asked(), "ask", ("in.outcomes", ["Ja", "ja"]));

        Assert.Equal("To av navnene er like. Gi det ene et annet navn.", errors["in.outcomes"].Nb);
    }

    [Fact]
    public void An_answer_can_lead_elsewhere_or_end_its_path()
    {
        var (errors, edit) = Fill(Asked(), "ask", ("to.0", ["b"]), ("to.1", [StepEdit.EndHere]));

        Assert.Empty(errors);
        Assert.Equal([("Ja", "b"), ("Nei", "EndOfPath1")], Ways(edit, "ask"));
        Assert.Equal("Veien ender her", edit.Drawing.FindActivity("EndOfPath1")!.DisplayName);
        Assert.DoesNotContain(DefinitionValidator.Validate(edit.Drawing, Drawings.Catalogue), static p => p.Severity == ProblemSeverity.Error);
    }

    [Theory]
    [InlineData("2 timer og 30 minutter", "02:30:00")]
    [InlineData("14 dager", "14.00:00:00")]
    [InlineData("1 uke, 1 dag", "8.00:00:00")]
    [InlineData("3.00:00:00", "3.00:00:00")]
    [InlineData("two weeks", null)]
    [InlineData("dager", null)]
    public void A_wait_is_written_as_people_say_it(string typed, string? written)
    {
        var definition = ActivityRun.Read(new Activities.Drawing().Add("wait", "Elsa.Delay", ("timeSpan", "1.00:00:00")));

        var (errors, edit) = Fill(definition, "wait", ("in.timeSpan", [typed]));

        Assert.Equal(written is null, errors.ContainsKey("in.timeSpan"));
        Assert.Equal(written ?? "1.00:00:00", (string?)edit.Drawing.FindActivity("wait")!.Json["timeSpan"]!["expression"]!["value"]);
    }

    private static WorkflowDefinition Asked() => ActivityRun.Read(new Activities.Drawing()
        .Step("ask", "CaseTask", ("title", "Ring"), ("role", "CaseManager"), ("outcomes", new[] { "Ja", "Nei" }))
        .Step("a", "OpenPlan").Step("b", "OpenPlan").Connect("ask", "Ja", "a").Connect("ask", "Nei", "b"));

    private static StepForm Form(WorkflowDefinition definition, ActivityNode step) =>
        StepForm.Of(definition, step, new FlowWords(Drawings.Catalogue, static id => id), Flows);

    private static (IReadOnlyDictionary<string, LocalizedText> Errors, DrawingEdit Edit) Fill(string key, string step, params (string Field, string[] Typed)[] typed) =>
        Fill(Drawings.Find(key), step, typed);

    /// <summary>Sends the form of a step with some fields changed.</summary>
    private static (IReadOnlyDictionary<string, LocalizedText> Errors, DrawingEdit Edit) Fill(WorkflowDefinition definition, string step, params (string Field, string[] Typed)[] typed)
    {
        var edit = new DrawingEdit(definition, Drawings.Catalogue);
        var form = Form(definition, definition.FindActivity(step)!);
        var values = AsShown(form, "nb");

        foreach (var (field, value) in typed)
        {
            values[field] = value;
        }

        return (StepEdit.Apply(edit, form, values.GetValueOrDefault, "Veien ender her"), edit);
    }

    /// <summary>What a browser sends of an untouched form.</summary>
    private static Dictionary<string, IReadOnlyList<string>> AsShown(StepForm form, string language)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["name"] = [form.Step.DisplayName], ["description"] = [form.Description] };

        foreach (var field in form.Fields.Where(static f => f.Control != StepControl.Shown))
        {
            var shown = field.Values.Select(v => v.In(language)).ToList();
            values[StepEdit.Field(field.Input.Name)] = field.Control switch
            {
                StepControl.Many => shown,
                StepControl.Names => [.. shown, "", ""],
                StepControl.Lengths => [string.Join("\r\n", shown)],
                StepControl.YesNo => shown.Count == 0 && field.Input.Default is { } usual ? [usual] : shown,
                StepControl.Lines => [shown.Count == 0 ? "" : shown[0].Replace("\n", "\r\n", StringComparison.Ordinal)],
                _ => [shown.Count == 0 ? "" : shown[0]],
            };
        }

        foreach (var (way, index) in form.Ways.Select(static (w, i) => (w, i)).Where(static w => w.w.Targets.Count < 2))
        {
            values[StepEdit.WayField(index)] = [way.Targets.Count == 0 ? "" : way.Targets[0]];
        }

        return values;
    }

    private static IEnumerable<(string, string)> Ways(DrawingEdit edit, string id) => edit.Drawing.FindActivity(id)!.Parent!.Connections.Where(c => c.SourceId == id).Select(static c => (c.SourcePort, c.TargetId));
}
