using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;
using static IndividualPlan.Workflows.Tests.Engine.FlowBuilder;

namespace IndividualPlan.Workflows.Tests.Engine.Expressions;

/// <summary>Scripts that would take all time or all memory, by loops or by a single call into the interpreter's own library, end with an incident at the step that holds them.</summary>
public sealed class HostileScriptTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;);")]
    [InlineData("(function f() { return f() + 1; })()")]
    [InlineData("var s = 'x'; while (true) { s = s + s; }")]
    [InlineData("var a = []; while (true) { a.push(a.slice()); }")]
    [InlineData("/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(/(a|aa)+$/, '')")]
    [InlineData("new RegExp('(x+x+)+y').exec('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')")]
    [InlineData("Array(1e9).join('x')")]
    [InlineData("new Array(4294967295).join('xy')")]
    [InlineData("'x'.repeat(2e9)")]
    [InlineData("'x'.repeat(1e6).repeat(1e6)")]
    [InlineData("'x'.padStart(2e9)")]
    [InlineData("Array(1e9).fill(0)")]
    [InlineData("var a = []; a.length = 4294967295; a.map(function (x) { return x; })")]
    [InlineData("var a = []; a[4294967294] = 1; a.indexOf(2)")]
    [InlineData("var a = []; a.length = 4e9; a.reverse()")]
    [InlineData("var a = []; a.length = 4e9; a.sort()")]
    [InlineData("var o = {}; o.self = o; JSON.stringify(o)")]
    [InlineData("var o = []; for (var i = 0; i < 50000; i++) { o = [o]; } JSON.stringify(o)")]
    [InlineData("JSON.parse(Array(50000).join('['))")]
    [InlineData("[1, 2].sort(function () { while (true) { } })")]
    [InlineData("({ toString: function () { return this + ''; } }) + ''")]
    [InlineData("throw 1")]
    [InlineData("var o = []; for (var i = 0; i < 9000; i++) { o = [o]; } o + ''")]
    [InlineData("var o = []; for (var i = 0; i < 9000; i++) { o = [o]; } JSON.stringify(o)")]
    [InlineData("var o = {}; for (var i = 0; i < 9000; i++) { o = { o: o }; } setVariable('x', o)")]
    [InlineData("var a = []; a.length = 2e9; setVariable('x', a)")]
    [InlineData("Array.prototype.join.call({ length: '4000000000' }, 'x')")]
    [InlineData("var n = 0; Array.prototype.join.call({ get length() { return n++ > 0 ? 4e9 : 1; } }, 'x')")]
    [InlineData("Array.prototype.join.call({ length: { valueOf: function () { return 4e9; } } }, 'x')")]
    [InlineData("Math.max.apply(null, { length: 4e9 })")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.match('(a+)+$')")]
    [InlineData("(function () { }).constructor('while (true) { }')()")]
    [InlineData("var o = { get x() { return this.x; } }; o.x")]
    [InlineData("eval('while (true) { }')")]
    [InlineData("new Function('while (true) { }')()")]
    [InlineData("setTimeout(function () { }, 1)")]
    public async System.Threading.Tasks.Task A_script_that_takes_too_much_ends_with_an_incident(string code)
    {
        var host = new EngineHost();
        var flow = host.Publish(Flow().With(Activity("RunJavaScript", "r", ("script", code))).Json());

        var instance = await System.Threading.Tasks.Task.Run(() => host.Start(flow)).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("r", Assert.Single(instance.State.Incidents).ActivityId);
        Assert.Equal(WorkflowSubStatus.Faulted, instance.State.SubStatus);
    }

    [Theory]
    [InlineData("(", 19_999)]
    [InlineData("[", 5_000)]
    [InlineData("!", 19_000)]
    [InlineData("- ", 9_000)]
    [InlineData("a=", 9_000)]
    [InlineData("a?b:", 4_900)]
    [InlineData("typeof ", 2_500)]
    [InlineData("if(1);else ", 1_800)]
    [InlineData("function f(){", 1_500)]
    [InlineData("1+", 9_999)]
    [InlineData("x", 20_001)]
    public void A_script_that_is_nested_without_end_is_refused_when_it_is_saved(string part, int times)
    {
        var code = string.Concat(Enumerable.Repeat(part, times)) + "1";

        Assert.Throws<ScriptSyntaxException>(() => Script.Parse(code));
    }

    [Fact]
    public void A_value_as_deep_as_a_script_may_make_it_is_read_again_after_a_wait()
    {
        var host = new EngineHost();
        var flow = Flow().With(
            Activity("RunJavaScript", "r", ("script", "var o = 1; for (var i = 0; i < 60; i++) { o = [o]; } setVariable('x', o)")), Task("t")).Connect("r -> t");

        var instance = host.Start(host.Publish(flow.Json()));

        Assert.Equal(instance.State.Variables.ToJsonString(), WorkflowStateJson.Read(WorkflowStateJson.Write(instance.State)).Variables.ToJsonString());
        Assert.Single(instance.State.Waits);
    }
}
