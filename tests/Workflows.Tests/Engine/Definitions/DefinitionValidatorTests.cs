using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Definitions;

public sealed class DefinitionValidatorTests
{
    [Fact]
    public void The_recorded_flows_are_accepted()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "ElsaRuns"), "*.json"))
        {
            var definition = DefinitionReader.Read(JsonNode.Parse(File.ReadAllText(file))!["definition"]!.ToJsonString()).Definition!;

            // Elsa lets an outcome lead nowhere without a mark; a leader is asked to say that it is meant so.
            Assert.DoesNotContain(
                DefinitionValidator.Validate(definition, ActivityCatalogue.Elsa()), static p => p.Severity == ProblemSeverity.Error && p.Kind != ProblemKind.UnconnectedPort);
        }
    }

    [Fact]
    public void An_unknown_type_is_refused_with_the_name_on_the_drawing()
    {
        var unknown = Activity("Nobody.Knows", "x");
        unknown["metadata"] = new JsonObject { ["displayText"] = "Be om samtykke" };

        var problem = Assert.Single(Check(Flow().With(unknown)));

        Assert.Equal((ProblemKind.UnknownActivityType, "Be om samtykke", "Workflow1:Flowchart1:x"), (problem.Kind, problem.NodeName, problem.NodeId));
        Assert.Contains("Nobody.Knows", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_used_as_an_activity_must_be_published()
    {
        var use = Activity("Sub", "s");
        use["workflowDefinitionId"] = "sub";

        Assert.Empty(Check(Flow().With(use)));
        Assert.Equal(ProblemKind.UnknownActivityType, Assert.Single(DefinitionValidator.Validate(Read(Flow().With(use.DeepClone().AsObject())), ActivityCatalogue.Elsa(), static (_, _) => null)).Kind);
    }

    [Fact]
    public void A_dangling_connection_is_refused_with_both_ends()
    {
        var problem = Assert.Single(Check(Flow().With(Line("a")).Connect("a -> gone")));

        Assert.Equal((ProblemKind.DanglingConnection, "a"), (problem.Kind, problem.NodeName));
        Assert.Contains("“gone”", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Duplicate_ids_are_refused_wherever_they_stand()
    {
        var problem = Assert.Single(Check(Flow().With(Line("a"), Sequence("s", Line("a"))).Connect("a -> s")));

        Assert.Equal((ProblemKind.DuplicateId, "Workflow1:Flowchart1:s:a"), (problem.Kind, problem.NodeId));
    }

    [Theory]
    [InlineData("1 +", 1)]
    [InlineData("var a = 1;\nvar b = [1,2].map(x => x);", 2)]
    [InlineData("return 1;\n`x`", 2)]
    public void An_expression_that_cannot_be_parsed_is_refused_with_line_and_column(string code, int line)
    {
        var problem = Assert.Single(Check(Flow().With(Activity("WriteLine", "a", ("text", Js(code))))));

        Assert.Equal((ProblemKind.Expression, "a", line), (problem.Kind, problem.NodeName, problem.Line));
        Assert.InRange(problem.Column!.Value, 1, 40);
        Assert.Contains("the field “Text”", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_scripts_and_unknown_expression_languages_are_checked_too()
    {
        var choice = Activity("FlowSwitch", "s");
        choice["cases"] = new JsonArray(new JsonObject { ["label"] = "one", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "((" } });
        var script = Activity("RunJavaScript", "r", ("script", "let = ;"));
        var liquid = Activity("WriteLine", "l");
        liquid["text"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Liquid", ["value"] = "{{x}}" } };

        var problems = Check(Flow().With(choice, script, liquid).Connect("s.one -> r", "s.Default -> r", "r -> l"));

        Assert.Equal(["s", "r", "l"], problems.Where(static p => p.Kind == ProblemKind.Expression).Select(static p => p.NodeName));
    }

    [Fact]
    public void A_wait_all_join_behind_both_ways_of_a_decision_is_refused_and_names_the_branch()
    {
        var flow = Flow().With(Decision("d"), Task("yes"), Task("no"), Join("j"), Line("z"))
            .Connect("d.True -> yes", "d.False -> no", "yes -> j", "no -> j", "j -> z");

        var problem = Assert.Single(Check(flow));

        Assert.Equal((ProblemKind.JoinNeverComplete, "j", ProblemSeverity.Error), (problem.Kind, problem.NodeName, problem.Severity));
        Assert.Contains("“no”", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_all_join_behind_a_port_that_does_not_exist_is_refused()
    {
        var flow = Flow().With(Fork("f", "A", "B"), Task("t1"), Task("t2"), Join("j")).Connect("f.A -> t1", "f.B -> j", "f.C -> t2", "t1 -> j", "t2 -> j");

        Assert.Contains(Check(flow), static p => p.Kind == ProblemKind.JoinNeverComplete && p.Message.En.Contains("“t2”", StringComparison.Ordinal) && p.Message.En.Contains("“C”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wait_all_join_behind_a_decision_in_one_branch_is_a_warning_and_one_behind_a_fork_is_fine()
    {
        var optional = Flow().With(Fork("f", "A", "B"), Task("t1"), Decision("d"), Line("off"), Join("j"))
            .Connect("f.A -> t1", "f.B -> d", "d.True -> j", "d.False -> off", "t1 -> j");
        var sound = Flow().With(Fork("f", "A", "B"), Task("t1"), Task("t2"), Join("j")).Connect("f.A -> t1", "f.B -> t2", "t1 -> j", "t2 -> j");

        var warning = Assert.Single(Check(optional));
        Assert.Equal((ProblemKind.JoinMayNotComplete, ProblemSeverity.Warning), (warning.Kind, warning.Severity));
        Assert.Empty(Check(sound));
    }

    [Fact]
    public void A_cycle_without_a_wait_and_without_a_way_out_is_refused_and_a_counting_loop_is_not()
    {
        var endless = Flow().With(Line("a"), Line("b"), Line("c")).Connect("a -> b", "b -> c", "c -> b");
        var counting = Flow().With(Line("b"), Decision("d"), Line("z")).Connect("b -> d", "d.True -> b", "d.False -> z");
        var waiting = Flow().With(Line("b"), Task("t")).Connect("b -> t", "t -> b");

        var problem = Assert.Single(Check(endless));
        Assert.Equal(ProblemKind.EndlessLoop, problem.Kind);
        Assert.Contains("“b” and “c”", problem.Message.En, StringComparison.Ordinal);
        Assert.Empty(Check(counting));
        Assert.Empty(Check(waiting));
    }

    [Fact]
    public void A_connection_back_into_a_branch_is_refused()
    {
        var flow = Flow().With(Line("a"), Task("t1"), Task("t2"), Task("z")).Connect("a -> t1", "a -> t2", "t1 -> z", "t2 -> z", "z -> t1");

        Assert.Equal(ProblemKind.InvalidBackwardConnection, Assert.Single(Check(flow)).Kind);
    }

    [Fact]
    public void An_outcome_that_leads_nowhere_is_refused_and_a_step_that_nothing_leads_to_is_a_warning()
    {
        var problems = Check(Flow().With(Decision("d"), Line("a"), Line("lost")).Connect("d.True -> a"));

        Assert.Equal([(ProblemKind.UnconnectedPort, ProblemSeverity.Error), (ProblemKind.Unreachable, ProblemSeverity.Warning)], problems.Select(static p => (p.Kind, p.Severity)));
        Assert.Equal("Steget «d»: svaret «Nei» fører ingen steder. Trekk en strek til neste steg, eller til «Veien ender her».", problems[0].Message.Nb);
        Assert.Contains("“No”", problems[0].Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_with_one_way_on_may_be_the_last_and_an_end_mark_ends_the_other_ways()
    {
        var problems = Check(Flow().With(Decision("d"), Line("a"), Activity("End", "e"), Activity("Finish", "f"), Decision("g")).Connect("d.True -> a", "d.False -> g", "g.True -> e", "g.False -> f"));

        Assert.Empty(problems);
    }

    [Fact]
    public void A_line_from_an_outcome_that_is_gone_is_a_warning()
    {
        var problem = Assert.Single(Check(Flow().With(Decision("d"), Line("a"), Line("b")).Connect("d.True -> a", "d.False -> a", "d.Perhaps -> b")));

        Assert.Equal((ProblemKind.UnknownPort, ProblemSeverity.Warning, "d"), (problem.Kind, problem.Severity, problem.NodeName));
        Assert.Contains("«Perhaps»", problem.Message.Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_cannot_work_are_refused()
    {
        var flow = Flow().With(Activity("Delay", "d", ("timeSpan", "soon")), Activity("Cron", "c", ("cronExpression", "often")), Activity("While", "w", ("condition", Js("true"))),
            SetVariable("s", "Nobody", "1"), Activity("RunTask", "t")).Connect("d -> c", "c -> w", "w -> s", "s -> t");

        Assert.Equal(["d", "c", "w", "s", "t"], Check(flow).Where(static p => p.Kind == ProblemKind.Setting).Select(static p => p.NodeName));
    }

    [Fact]
    public void Every_problem_names_its_step_and_is_told_in_words_that_are_no_code()
    {
        var flow = Flow().With(
            Activity("Delay", "d", ("timeSpan", "soon")), Activity("Cron", "c", ("cronExpression", "often")), Activity("StartAt", "at", ("dateTime", "tomorrow")), Activity("While", "w", ("condition", Js("((("))),
            SetVariable("s", "Nobody", "1"), Activity("RunTask", "t"), Activity("Event", "e"), Activity("PublishEvent", "p"), Activity("SendHttpRequest", "h"), Activity("DispatchWorkflow", "k"),
            Activity("SetOutput", "o"), Activity("FlowJoin", "j", ("mode", "Sometimes")), Activity("Nobody.Knows", "x"), Decision("q"), Line("lost")).Connect(
            "d -> c", "c -> at", "at -> w", "w -> s", "s -> t", "t -> e", "e -> p", "p -> h", "h -> k", "k -> o", "o -> j", "j -> x", "x -> q", "d -> gone");

        var problems = Check(flow);

        Assert.True(problems.Count > 15, string.Join("\n", problems.Select(static p => p.Message.Nb)));
        Assert.All(problems, static p => Assert.All(new[] { p.Message.Nb, p.Message.Nn }, text =>
        {
            Assert.StartsWith($"Steget «{p.NodeName}»: ", text, StringComparison.Ordinal);
            Assert.EndsWith(".", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?i)\b(json|activity|type [A-Z]|the|must|is not|Elsa\.|node|null|Nobody\.Knows|timeSpan|eventName)\b", text);
        }));
        Assert.All(problems, static p => Assert.NotEqual(p.Message.Nb, p.Message.Nn));
    }

    private static IReadOnlyList<DefinitionProblem> Check(FlowBuilder flow) => DefinitionValidator.Validate(Read(flow), ActivityCatalogue.Elsa());

    private static WorkflowDefinition Read(FlowBuilder flow) => DefinitionReader.Read(flow.Json()).Definition!;

    private static JsonObject Decision(string id) => Activity("FlowDecision", id, ("condition", Js("true")));

    private static JsonObject Join(string id) => Activity("FlowJoin", id, ("mode", "WaitAll"));

    private static JsonObject Fork(string id, params string[] branches) => Activity("FlowFork", id, ("branches", Literal(new JsonArray([.. branches]))));
}
