using IndividualPlan.Testing;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Engine.Definitions;
using IndividualPlan.Workflows.HumanTasks;

namespace IndividualPlan.Workflows.Tests.Activities;

/// <summary>What a leader meets: names in three languages, and mistakes that are told before publishing.</summary>
public sealed class ToolboxTests
{
    private static readonly IReadOnlyList<DomainActivity> Toolbox = CaseActivities.All(RuleBook.Embedded, FormCatalogue.Embedded);

    public static TheoryData<string> Activities => [.. Toolbox.Select(activity => activity.Type)];

    public static TheoryData<string> Flows => [.. Directory.GetFiles(Path.Combine(SolutionFolder.Path, "workflow-definitions"), "*.json", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Path.Combine(SolutionFolder.Path, "workflow-definitions"), path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Activities))]
    public void Every_activity_is_named_and_explained_in_three_languages(string type)
    {
        var info = Toolbox.Single(activity => activity.Type == type).Info;

        Assert.All([info.Name, info.Description], text => Assert.All([text.Nb, text.Nn, text.En], Assert.NotEmpty));
        Assert.Equal(info.Inputs.Count, info.Inputs.Select(input => input.Name).Distinct().Count());
        Assert.All(info.Inputs, input => Assert.True(input.Kind != InputKind.Choice || input.Choices is { Count: > 0 }, input.Name));
    }

    [Fact]
    public void A_message_calls_a_field_what_the_toolbox_calls_it()
    {
        var differing =
            from activity in Engine.Catalogue.Activities
            let info = activity is DomainActivity own ? own.Info : ElsaToolbox.Find(activity.Type)
            where info is not null
            from input in info.Inputs
            where activity.InputLabel(input.Name) != input.Label
            select $"{activity.Type}.{input.Name}: {activity.InputLabel(input.Name).Nb} / {input.Label.Nb}";

        Assert.Empty(differing);
    }

    [Theory]
    [InlineData("CaseTask", "role", "Vaktmester", "the field “Who is to do it” has")]
    [InlineData("CaseTask", "form", "finnes-ikke", "the field “Form” has")]
    [InlineData("CaseTask", "dueIn", "snart", "the field “Due in” has the value “snart”, which is no length")]
    [InlineData("CaseTask", "deadline", "D-99", "the field “Legal deadline” has")]
    [InlineData("SendLetter", "template", "finnes-ikke", "the field “Letter” has")]
    [InlineData("WaitForCaseEvent", "eventName", "finnes-ikke", "the field “Event” has")]
    [InlineData("SetCaseState", "state", "Ferdig", "the field “New state” has")]
    [InlineData("RecordNoPlanReason", "codes", "N99", "the field “Reasons” has")]
    public void A_word_that_nobody_knows_is_refused_before_publishing(string activity, string input, string value, string expected)
    {
        var definition = ActivityRun.Read(new Drawing().Step("step", activity, ("title", "x"), ("role", input == "role" ? value : "CaseManager"), (input == "role" ? "guidance" : input, value)));

        Assert.Contains(ActivityRun.Validate(definition), problem => problem.Message.En.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CaseTask", "the field “What is to be done” must be filled in.")]
    [InlineData("CloseCase", "the field “Reason” must be filled in.")]
    [InlineData("WaitForDeadline", "the field “Deadline” must be filled in.")]
    [InlineData("RecordInformation", "the field “The answer to record” must be filled in.")]
    public void What_a_step_cannot_do_without_must_be_filled_in(string activity, string expected)
    {
        var definition = ActivityRun.Read(new Drawing().Step("step", activity));

        Assert.Contains(ActivityRun.Validate(definition), problem => problem.Message.En.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Every_drawing_of_the_product_can_be_published(string file)
    {
        var definitions = Directory.GetFiles(Path.Combine(SolutionFolder.Path, "workflow-definitions"), "*.json", SearchOption.AllDirectories)
            .Select(path => DefinitionReader.Read(File.ReadAllText(path)).Definition!).ToList();
        var read = DefinitionReader.Read(File.ReadAllText(Path.Combine(SolutionFolder.Path, "workflow-definitions", file)));

        Assert.Empty(read.Problems);
        Assert.Empty(DefinitionValidator.Validate(
            read.Definition!,
            Engine.Catalogue,
            (id, version) => definitions.FirstOrDefault(known => known.DefinitionId == id && (version is null || known.Version == version))).Where(problem => problem.Severity == ProblemSeverity.Error)
            .Select(problem => $"{problem.Message.En}"));
    }

    private static class Engine
    {
        public static IndividualPlan.Workflows.Engine.Execution.ActivityCatalogue Catalogue { get; } =
            IndividualPlan.Workflows.Engine.Execution.ActivityCatalogue.Elsa().With(Toolbox);
    }
}
