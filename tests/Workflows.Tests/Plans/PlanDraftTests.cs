using System.Text.Json;
using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Cases;
using IndividualPlan.Workflows.Plans;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Plans;

/// <summary>Writing the draft: keys that last, order, bounds, and a history that tells of the writing without drowning in it.</summary>
public sealed class PlanDraftTests
{
    [Fact]
    public void New_items_get_keys_and_known_ones_keep_theirs()
    {
        var plan = Written(new PlanContent { Goals = [new("", "Bo selv"), new("m7", "Få jobb"), new("", "Lære norsk")], Measures = [new("", "Kurs", "school", null)] });

        Assert.Equal(["m8", "m7", "m9"], plan.Draft.Goals.Select(goal => goal.Key));
        Assert.Equal("t1", plan.Draft.Measures[0].Key);
    }

    [Fact]
    public void A_key_is_never_given_again_so_progress_never_comes_to_belong_to_another_measure()
    {
        var plan = Written(new PlanContent { Measures = [new("t1", "Kurs", "school", null), new("t2", "Samtaler", "gp", null)] });

        plan.Write(plan.Draft with { Measures = [plan.Draft.Measures[0]] }, Given.On("2027-02-21"));
        plan.Write(plan.Draft with { Measures = [.. plan.Draft.Measures, new("", "Praksis", "employer", null)] }, Given.On("2027-02-22"));

        Assert.Equal(["t1", "t3"], plan.Draft.Measures.Select(measure => measure.Key));
        Assert.Equal("t4", PlanKeys.Next(plan.Draft, PlanKeys.Measure));
    }

    [Fact]
    public void Two_items_cannot_have_one_key()
    {
        var plan = Written(new PlanContent { Needs = [new("b1", "Bolig"), new("b1", "Tolk")] });

        Assert.Equal(["b1", "b2"], plan.Draft.Needs.Select(need => need.Key));
    }

    [Fact]
    public void A_plan_stored_before_keys_were_counted_is_read_and_written_on()
    {
        const string stored = """{"goals":[{"key":"m1","text":"Bo selv","isPersonsOwn":true}],"measures":[{"key":"t1","title":"Kurs","responsibleService":"school","isUncovered":false}],"period":{"fromOn":"2027-03-05","extraRevisionsOn":[]}}""";
        var content = JsonSerializer.Deserialize<PlanContent>(stored, PlanFactsReader.Json)!;

        var plan = Written(content with { Goals = [.. content.Goals, new("", "Få jobb")] });

        Assert.Equal((0, "m2", true), (content.KeysUsedUpTo, plan.Draft.Goals[1].Key, plan.Draft.Goals[0].IsPersonsOwn));
    }

    [Fact]
    public void Writing_what_is_written_already_changes_nothing_and_tells_nothing()
    {
        var plan = Written(PlanTests.Full);
        var (draft, operation) = (plan.Draft, Given.On("2027-02-21"));

        plan.Write(PlanTests.Full with { Goals = [.. PlanTests.Full.Goals] }, operation);

        Assert.Same(draft, plan.Draft);
        Assert.Empty(operation.Events);
    }

    [Fact]
    public void One_spell_of_writing_is_one_event_and_the_next_writer_is_another()
    {
        var plan = Written(PlanContent.Empty);
        var start = Given.On("2027-02-21").Now;

        string[] Write(string text, string user, int minutes)
        {
            var operation = new Operation(new Actor(user, Roles.Coordinator), "", start.AddMinutes(minutes));
            plan.Write(plan.Draft with { Goals = [new("m1", text)] }, operation);
            return operation.Names();
        }

        Assert.Equal(["plan-drafted"], Write("B", "maja", 0));
        Assert.Empty(Write("Bo", "maja", 1));
        Assert.Empty(Write("Bo s", "maja", 9));
        Assert.Equal(["plan-drafted"], Write("Bo selv", "maja", 10));
        Assert.Equal(["plan-drafted"], Write("Bo alene", "jonas", 11));
        Assert.Equal(("jonas", start.AddMinutes(11)), (plan.DraftedBy, plan.DraftedAt));
    }

    [Theory]
    [InlineData("m1", true, "m1,m2,m3")]
    [InlineData("m2", true, "m2,m1,m3")]
    [InlineData("m2", false, "m1,m3,m2")]
    [InlineData("m3", false, "m1,m2,m3")]
    [InlineData("nothing", true, "m1,m2,m3")]
    public void Goals_can_be_put_in_the_order_that_the_person_wants(string key, bool isUp, string order)
    {
        var content = new PlanContent { Goals = [new("m1", "A"), new("m2", "B"), new("m3", "C")] };

        Assert.Equal(order, string.Join(',', PlanOrder.Move(content, key, isUp).Goals.Select(goal => goal.Key)));
    }

    [Fact]
    public void A_measure_moves_among_those_of_its_goal()
    {
        var content = new PlanContent
        {
            Measures = [new("t1", "A", "nav", null, GoalKey: "m1"), new("t2", "B", "nav", null, GoalKey: "m2"), new("t3", "C", "nav", null, GoalKey: "m1")],
        };

        Assert.Equal(["t3", "t2", "t1"], PlanOrder.Move(content, "t3", isUp: true).Measures.Select(measure => measure.Key));
        Assert.Same(content.Measures, PlanOrder.Move(content, "t2", isUp: true).Measures);
    }

    [Fact]
    public void What_a_form_sends_is_tidied_and_loses_no_words()
    {
        var tidy = PlanContentTidy.Of(new PlanContent
        {
            Goals = [new("m1", "  Bo selv "), new("<script>", "Få jobb"), new("m3", "  ")],
            Measures = [new("t1", "", "", "2 timer", GoalKey: "m3"), new("t2", " ", "nav", null)],
            NotRelevant = new Dictionary<string, string> { ["j"] = " ", ["d"] = "Ingen" },
            KeysUsedUpTo = 99,
        });

        Assert.Equal([("m1", "Bo selv"), ("", "Få jobb")], tidy.Goals.Select(goal => (goal.Key, goal.Text)));
        Assert.Equal(("t1", null), (Assert.Single(tidy.Measures).Key, tidy.Measures[0].GoalKey));
        Assert.Equal(["d"], tidy.NotRelevant.Keys);
        Assert.Equal(0, tidy.KeysUsedUpTo);
    }

    [Fact]
    public void A_measure_outlives_the_goal_that_it_served()
    {
        var without = PlanOrder.Remove(PlanTests.Full, "m1");

        Assert.Empty(without.Goals);
        Assert.Equal(["t1", "t2"], without.Measures.Select(measure => measure.Key));
        Assert.Null(without.Measures[0].GoalKey);
    }

    [Fact]
    public void What_cannot_be_kept_is_told_by_place_all_at_once()
    {
        var content = PlanTests.Full with
        {
            Goals = [new("m1", "Kort"), new("m2", new string('x', 4001))],
            Measures = [new("t1", "Kurs", "school", null, FromOn: Given.Day("2027-05-01"), ToOn: Given.Day("2027-04-30"))],
            Period = new PlanPeriod(Given.Day("2027-03-05"), Given.Day("2027-03-04"), 13, []),
        };

        Assert.Equal(["goals[1].text", "measures[0].toOn", "period.toOn", "period.revisionMonths"], PlanContentCheck.Check(content, Given.Law).Select(problem => problem.Path));
        Assert.Empty(PlanContentCheck.Check(PlanTests.Full, Given.Law));
        Assert.Empty(PlanContentCheck.Check(PlanContent.Empty, Given.Law));
    }

    [Fact]
    public void The_whole_plan_has_room_for_much_but_not_for_everything()
    {
        var content = new PlanContent { Goals = [.. Enumerable.Range(1, 20).Select(i => new PlanGoal($"m{i}", new string('x', 3000)))] };

        Assert.Equal([""], PlanContentCheck.Check(content, Given.Law).Select(problem => problem.Path));
    }

    private static Plan Written(PlanContent content)
    {
        var plan = Plan.Open(new PlanId(Guid.Empty), Given.Case, new PersonId(Guid.Empty), Given.On("2027-02-10"));
        plan.Write(content, Given.On("2027-02-20"));
        return plan;
    }
}
