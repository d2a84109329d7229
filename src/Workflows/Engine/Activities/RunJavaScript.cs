using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;
using IndividualPlan.Workflows.Engine.Expressions;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Runs a script that may give a result and choose its outcomes.</summary>
internal sealed class RunJavaScript : Activity
{
    public override string Type => "Elsa.RunJavaScript";

    public override void Execute(ActivityContext c)
    {
        var text = c.GetText("script");

        if (string.IsNullOrWhiteSpace(text))
        {
            c.Complete();
            return;
        }

        try
        {
            var script = (Script)c.Node.Cache.GetOrAdd("script:" + text, static (_, t) => Script.Parse(t), text);
            var outcomes = new ScriptOutcomes();
            var result = c.Run.RunScript(c.Execution, script, outcomes);

            if (result is not null)
            {
                c.SetOutput("Result", result);
            }

            c.Run.Complete(c.Execution, new OutcomeSet(outcomes.Names ?? ["Done"]));
        }
        catch (Exception e) when (e is ScriptFaultException or ScriptSyntaxException)
        {
            throw new ActivityFaultException(e.Message, e);
        }
    }

    public override IReadOnlyList<string> Outcomes(ActivityNode node) =>
        node.LiteralTexts("possibleOutcomes") is { Count: > 0 } outcomes ? outcomes : ["Done"];
}
