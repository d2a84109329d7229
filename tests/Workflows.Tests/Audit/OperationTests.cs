using System.Text.Json.Nodes;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Decisions;
using IndividualPlan.Workflows.HumanTasks;
using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Tests.Audit;

public sealed class OperationTests
{
    [Fact]
    public void Record_Pairs_WritesIdsCodesAndDatesAndLeavesOutWhatIsNull()
    {
        var operation = Given.On("2027-01-11");
        operation.Record(
            Given.Case,
            "something-happened",
            ("caseId", Given.Case), ("on", new DateOnly(2027, 1, 11)), ("state", CaseState.Active), ("count", 3), ("flag", true), ("codes", new[] { "a", "b" }), ("none", null));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""{"caseId":"{{Given.Case}}","on":"2027-01-11","state":"Active","count":3,"flag":true,"codes":["a","b"]}"""),
            operation.Details("something-happened")));
    }

    [Fact]
    public void Today_JustBeforeMidnightInNorway_IsThatDay()
    {
        var operation = Given.At(new DateTimeOffset(2027, 1, 11, 22, 30, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2027, 1, 11), operation.Today);
        Assert.True(operation.Actor.IsSystem);
    }

    [Fact]
    public void A_text_beyond_its_limit_is_refused_without_being_repeated()
    {
        var secret = new string('x', TextLimits.Text + 1);

        var e = Assert.Throws<ArgumentException>(() => new Operation(Actor.System, secret, default));

        Assert.DoesNotContain("xxx", e.Message);
    }

    [Fact]
    public void Every_life_cycle_reaches_every_state_from_its_first()
    {
        Reaches(CaseTransitions.Table);
        Reaches(DeadlineTransitions.Table);
        Reaches(DecisionTransitions.Table);
        Reaches(HumanTaskTransitions.Table);
        Reaches(PlanTransitions.Table);
    }

    private static void Reaches<TState, TOperation>(LifeCycle<TState, TOperation> table)
        where TState : struct, Enum
        where TOperation : struct, Enum
    {
        var reached = new HashSet<TState> { default };
        while (table.Transitions.FirstOrDefault(row => reached.Contains(row.From) && !reached.Contains(row.To)) is { } row)
        {
            reached.Add(row.To);
        }

        Assert.Equal(Enum.GetValues<TState>().Order(), reached.Order());
    }
}
