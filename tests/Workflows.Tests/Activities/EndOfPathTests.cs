using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Engine.Execution;

namespace IndividualPlan.Workflows.Tests.Activities;

/// <summary>A way through the drawing that ends on purpose, beside ways that do not.</summary>
public sealed class EndOfPathTests
{
    private static readonly (string, object) Answers = ("outcomes", new[] { "Ja", "Nei" });

    private static Drawing Parallel => new Drawing()
        .Add("fork", "Elsa.FlowFork", ("branches", new[] { "En", "To" }))
        .Step("one", "CaseTask", ("title", "En"), ("role", "CaseManager"), Answers)
        .Step("two", "CaseTask", ("title", "To"), ("role", "CaseManager"))
        .Step("after", "CaseTask", ("title", "Etter to"), ("role", "CaseManager"))
        .Step("end", "EndOfPath")
        .Connect("fork", "En", "one").Connect("fork", "To", "two").Connect("one", "Ja", "end").Connect("two", "Utført", "after");

    [Fact]
    public void The_branch_beside_it_goes_on_to_its_own_end()
    {
        var run = new ActivityRun(Parallel);

        Answer(run, "En", "Ja");
        Assert.Equal(["To"], OpenTitles(run));
        Answer(run, "To", "Utført");
        Assert.Equal(["Etter to"], OpenTitles(run));
        Answer(run, "Etter to", "Utført");

        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Finished), (run.State.Status, run.State.SubStatus));
    }

    [Fact]
    public void Elsas_End_in_its_place_calls_the_other_branch_off()
    {
        var run = new ActivityRun(Parallel.Add("stop", "Elsa.End").Connect("one", "Nei", "stop"));

        Answer(run, "En", "Nei");

        Assert.Empty(OpenTitles(run));
        Assert.Equal(WorkflowStatus.Finished, run.State.Status);
    }

    private static IEnumerable<string> OpenTitles(ActivityRun run) =>
        run.All<OpenTask>().Where(task => run.State.Waits.Any(wait => wait.Id == task.WaitId)).Select(task => task.Title);

    private static void Answer(ActivityRun run, string title, string outcome) => run.Give(new Stimulus.ResumeWait(
        run.All<OpenTask>().Single(task => task.Title == title).WaitId, new System.Text.Json.Nodes.JsonObject { ["outcome"] = outcome, ["values"] = new System.Text.Json.Nodes.JsonObject() }));
}
