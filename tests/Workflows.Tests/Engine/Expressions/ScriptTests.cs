using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Execution;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Expressions;

public sealed class ScriptTests
{
    private readonly EngineHost host = new();

    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("true", "True")]
    [InlineData("null", "")]
    [InlineData("({a:1,b:['x']})", """{"a":1,"b":["x"]}""")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("let a = 2; const b = 3; a * b", "6")]
    [InlineData("return 'r';", "r")]
    [InlineData("isNullOrEmpty('') + '' + isNullOrWhiteSpace(' ') + isNullOrEmpty('x')", "truetruefalse")]
    [InlineData("toJson({a:[1,null]})", """{"a":[1,null]}""")]
    [InlineData("stringFromBase64(stringToBase64('blåbær'))", "blåbær")]
    [InlineData("parseGuid('0F8FAD5B-D9CB-469F-A165-70867728950E')", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("[1,2,3].includes(2) + '' + 'abc'.startsWith('ab') + [1,2,3].find(function(x){return x>1})", "truetrue2")]
    [InlineData("Object.assign({a:1},{b:2}).b + Object.values({c:3})[0]", "5")]
    [InlineData("new Date().toISOString()", "2026-01-01T08:00:00.000Z")]
    [InlineData("new Date(Date.now() + 864e5).getDate()", "2")]
    [InlineData("TimeSpan.FromHours(36)", "1.12:00:00")]
    [InlineData("getWorkflowDefinitionId()+'/'+getWorkflowDefinitionVersionId()+'/'+getWorkflowDefinitionVersion()+'/'+getWorkflowInstanceId()", "flow/flow-v1/1/instance-1")]
    [InlineData("getVariable('nobody')", "")]
    [InlineData("variables.X + getX() + getVariable('X')", "15")]
    [InlineData("getInput('N') + getN()", "14")]
    public void A_script_gives_its_value(string code, string expected)
    {
        host.Start(
            host.Publish(Flow().Variables(Variable("X", "Int32", "5")).Inputs("N").With(Activity("WriteLine", "p", ("text", Js(code)))).Json()),
            new JsonObject { ["N"] = 7 });

        Assert.Equal([expected], host.Console);
    }

    [Fact]
    public void Scripts_change_variables_in_every_way_that_Elsa_knows()
    {
        var instance = Run("setVariable('A', 1); setB(2); variables.C = '3'; getVariable('D').x = 4; variables.E = null;",
            Variable("A"), Variable("B"), Variable("C", "Int32"), Variable("D", "ExpandoObject", "{\"x\":0}"), Variable("E", "String", "kept"));

        Assert.Equal("""{"A":1,"B":2,"C":3,"D":{"x":4},"E":"kept"}""", instance.State.Variables.ToJsonString());
    }

    [Fact]
    public void A_variable_that_a_script_invents_lives_in_the_container_and_outlives_a_wait()
    {
        var flow = Flow().With(Activity("RunJavaScript", "r", ("script", "setVariable('New', 'n')")), Task("t"), Activity("WriteLine", "p", ("text", Js("getVariable('New')")))).Connect("r -> t", "t -> p");
        var instance = host.Start(host.Publish(flow.Json()));

        host.CompleteTask(instance, "t", null);

        Assert.Equal(["n"], host.Console);
        Assert.Equal("{}", instance.State.Variables.ToJsonString());
    }

    [Fact]
    public void Outputs_of_other_activities_can_be_asked_for_even_after_a_wait()
    {
        var flow = Flow().With(Task("ask"), Activity("WriteLine", "p", ("text", Js("getOutputFrom('ask').n + getResultFromAsk().n + getLastResult().n"))), Task("other"),
            Activity("WriteLine", "q", ("text", Js("getOutputFrom('ask','Result').n")))).Connect("ask -> p", "p -> other", "other -> q");
        var instance = host.Start(host.Publish(flow.Json()));

        host.CompleteTask(instance, "ask", new JsonObject { ["n"] = 1 });
        host.CompleteTask(instance, "other", null);

        Assert.Equal(["3", "1"], host.Console);
    }

    [Fact]
    public void Correlation_id_and_name_can_be_read_and_set()
    {
        var instance = Run("setCorrelationId('C-' + getCorrelationId()); setWorkflowInstanceName('named'); setVariable('A', getWorkflowInstanceName())", Variable("A"));

        Assert.Equal(("C-null", "named"), (instance.State.CorrelationId, instance.State.Name));
        Assert.Equal("named", instance.State.Variables["A"]!.ToString());
    }

    [Fact]
    public void RunJavaScript_leaves_by_the_outcomes_it_chooses()
    {
        var script = Activity("RunJavaScript", "r", ("script", "setOutcomes(['A','C'])"));
        host.Start(host.Publish(Flow().With(script, Line("a"), Line("b"), Line("c")).Connect("r.A -> a", "r.B -> b", "r.C -> c").Json()));

        Assert.Equal(["a", "c"], host.Console);
    }

    [Fact]
    public void The_case_can_be_read_and_not_changed()
    {
        host.Case = new JsonObject { ["state"] = "Open", ["services"] = new JsonArray("a", "b"), ["deep"] = new JsonObject { ["n"] = 1 } };

        Run("theCase.state = 'x'; theCase.more = 1; theCase.deep.n = 2; theCase.services.push; setVariable('A', theCase.state + theCase.deep.n + theCase.services.length + typeof theCase.more)", Variable("A"));

        Assert.Equal("Open12undefined", host.Instances[0].State.Variables["A"]!.ToString());
        Assert.Equal("Open", host.Case["state"]!.ToString());
    }

    [Theory]
    [InlineData("while (true) {}", "limits")]
    [InlineData("(function f() { return f(); })()", "limits")]
    [InlineData("var s = 'xxxxxxxxxxxxxxxx'; while (true) { s += s; }", "limits")]
    [InlineData("var a = [1,2,3,4]; [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22].forEach(function () { a = a.concat(a); })", "limits")]
    [InlineData("nope.x", "nope is not defined")]
    [InlineData("throw new Error('own words')", "own words")]
    [InlineData("System.IO.File.ReadAllText('/etc/passwd')", "System is not defined")]
    [InlineData("importNamespace('System')", "importNamespace is not defined")]
    [InlineData("var o = {}; o.o = o; o", "contains itself")]
    [InlineData("null.x", "x")]
    public void A_script_that_fails_or_goes_too_far_is_an_incident(string code, string reason)
    {
        var instance = host.Start(host.Publish(Flow().With(Activity("WriteLine", "p", ("text", Js(code)))).Json()));

        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
        Assert.Contains(reason, instance.State.Incidents[0].Message, StringComparison.Ordinal);
        Assert.Contains("'text'", instance.State.Incidents[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_script_leaves_a_trace_for_another()
    {
        string[] spoilers =
        [
            "leaked = 1; getVariable = 5; JSON.stringify = 6",
            "Object.prototype.bad = 1; Array.prototype.map = null; String.prototype.more = 1",
            "Math.random = function () { return 7; }; toJson.leaked = 1; Date.now = 3",
            "theCase = 1; variables = 2; delete Array.prototype.push",
        ];

        foreach (var spoiler in spoilers)
        {
            Run(spoiler);
        }

        const string Probe = "typeof leaked + typeof getVariable + typeof ({}).bad + typeof [].map + typeof ''.more + (Math.random() < 1) + typeof toJson.leaked + typeof Date.now + typeof [].push + JSON.stringify([1])";
        Assert.Equal("undefinedfunctionundefinedfunctionundefinedtrueundefinedfunctionfunction[1]", Run($"setVariable('A', {Probe})", Variable("A")).State.Variables["A"]!.ToString());
    }

    [Fact]
    public void Chance_and_new_ids_are_the_same_when_an_advance_is_repeated()
    {
        const string Code = "setVariable('A', [Math.random(), newGuidString(), newShortGuid(), newGuid()])";

        var once = Run(Code, Variable("A")).State.Variables.ToJsonString();
        var other = new EngineHost();
        var again = other.Start(other.Publish(Script(Code, Variable("A")))).State.Variables.ToJsonString();

        Assert.Equal(once, again);
    }

    [Fact]
    public void A_regular_expression_begins_anew_each_time()
    {
        var loop = Activity("For", "f", ("start", 1), ("end", 3), ("step", 1));
        loop["body"] = Activity("WriteLine", "p", ("text", Js("/a/g.test('a')")));
        host.Start(host.Publish(Flow().With(loop).Json()));

        Assert.Equal(["True", "True", "True"], host.Console);
    }

    [Fact]
    public void Inputs_are_read_from_variables_inputs_and_lists_in_texts()
    {
        var byVariable = Activity("WriteLine", "v", ("text", Expression("Variable", "{\"id\":\"X\",\"name\":\"X\"}")));
        var byObject = Activity("WriteLine", "o", ("text", Expression("Variable", new JsonObject { ["id"] = "X", ["name"] = "X" })));
        var byInput = Activity("WriteLine", "i", ("text", Expression("Input", new JsonObject { ["name"] = "N" })));
        var list = Activity("ForEach", "f", ("items", Expression("Object", "[\"a\",\"b\"]")));
        list["body"] = Activity("WriteLine", "p", ("text", Js("getVariable('CurrentValue')")));
        var bare = Activity("WriteLine", "b");
        bare["text"] = "bare";
        host.Start(
            host.Publish(Flow().Variables(Variable("X", "String", "x")).Inputs("N").With(byVariable, byObject, byInput, list, bare).Connect("v -> o", "o -> i", "i -> f", "f -> b").Json()),
            new JsonObject { ["N"] = "n" });

        Assert.Equal(["x", "x", "n", "a", "b", "bare"], host.Console);
    }

    [Theory]
    [InlineData("Int32", "7", "7")]
    [InlineData("Int64", "x", "0")]
    [InlineData("Double", "1.5", "1.5")]
    [InlineData("Boolean", "True", "true")]
    [InlineData("String", "7", "\"7\"")]
    [InlineData("Object", "7", "\"7\"")]
    [InlineData("ExpandoObject", "{\"a\":1}", """{"a":1}""")]
    [InlineData("System.Int32, System.Private.CoreLib", "8", "8")]
    [InlineData("String[]", "[\"a\"]", """["a"]""")]
    public void A_variable_begins_with_its_default_in_its_type(string type, string value, string expected)
    {
        var instance = host.Start(host.Publish(Flow().Variables(Variable("V", type, value)).With(Line("a")).Json()));

        Assert.Equal($$"""{"V":{{expected}}}""", instance.State.Variables.ToJsonString());
    }

    private static JsonObject Expression(string type, JsonNode value) =>
        new() { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static string Script(string code, params JsonObject[] variables) =>
        Flow().Variables(variables).With(Activity("RunJavaScript", "r", ("script", code))).Json();

    private EngineInstance Run(string code, params JsonObject[] variables) => host.Start(host.Publish(Script(code, variables)));
}
