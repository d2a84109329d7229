using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Engine.Activities;

/// <summary>Asks for a task by name and waits for its result.</summary>
internal sealed class RunTask : Activity
{
    public override string Type => "Elsa.RunTask";

    public override void Execute(ActivityContext c)
    {
        var wait = c.OpenWait(WaitKind.Task, c.GetText("taskName") ?? "", payload: c.GetInput("payload"));
        c.SetOutput("TaskId", JsonValue.Create(wait));
    }

    public override void Resume(ActivityContext c, Wait wait, JsonNode? payload)
    {
        c.SetOutput("Result", payload?.DeepClone());
        c.Complete();
    }

    public override IEnumerable<LocalizedText> Validate(ActivityNode node) =>
        node.FindInput("taskName") is null ? [new("feltet «Oppgavens navn» er tomt. Gi oppgaven et navn.", "feltet «Namnet på oppgåva» er tomt. Gje oppgåva eit namn.", "it does not name the task. Give it a name.")] : [];
}
