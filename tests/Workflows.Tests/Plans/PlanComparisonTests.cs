using IndividualPlan.Workflows.Plans;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Plans;

/// <summary>What differs between two versions, as people read it: by goal and measure, not by document.</summary>
public sealed class PlanComparisonTests
{
    private static readonly PlanContent Before = PlanTests.Full;

    [Fact]
    public void The_same_plan_has_no_changes_even_when_it_was_read_anew()
    {
        var readAnew = Before with { Goals = [.. Before.Goals], Measures = [.. Before.Measures.Select(measure => measure with { })] };

        Assert.Empty(PlanComparison.Between(Before, readAnew, PlanTests.Facts, PlanTests.Facts));
    }

    [Fact]
    public void A_goal_that_is_put_in_and_one_that_is_taken_out_are_told_with_all_that_they_say()
    {
        var changes = PlanComparison.Between(Before, Before with { Goals = [new PlanGoal("m2", "Få jobb", IsPersonsOwn: true)] });

        var added = changes.Single(change => change is { Part: PlanPart.Goals, Kind: PlanChangeKind.Added });
        var removed = changes.Single(change => change is { Part: PlanPart.Goals, Kind: PlanChangeKind.Removed });
        Assert.Equal([new(PlanField.Text, null, "Få jobb"), new(PlanField.IsPersonsOwn, null, "true")], added.Fields);
        Assert.Equal("Bo selv", removed.Fields[0].Before);
    }

    [Theory]
    [InlineData("m1")]
    [InlineData("m9")]
    public void A_goal_in_other_words_is_told_once_as_changed_whatever_its_key_and_its_measures_are_as_they_were(string key)
    {
        var before = Before with { Goals = [new PlanGoal("m1", "Jeg vil bo for meg selv")], Measures = [.. Before.Measures.Select(measure => measure with { GoalKey = "m1" })] };
        var after = before with { Goals = [new PlanGoal(key, "Jeg vil bo for meg selv i byen")], Measures = [.. before.Measures.Select(measure => measure with { GoalKey = key })] };

        var change = Assert.Single(PlanComparison.Between(before, after));

        Assert.Equal((PlanPart.Goals, PlanChangeKind.Changed, key), (change.Part, change.Kind, change.Key));
        Assert.Equal([new(PlanField.Text, "Jeg vil bo for meg selv", "Jeg vil bo for meg selv i byen")], change.Fields);
    }

    [Fact]
    public void What_was_written_anew_is_the_item_whose_words_are_most_like_its_own()
    {
        PlanItem[] before = [new("b1", "Trenger ro om kvelden"), new("b2", "Trenger hjelp til handling")];
        PlanItem[] after = [new("b3", "Trenger hjelp til handling og matlaging"), new("b4", "Trenger ro om kvelden")];

        var change = Assert.Single(PlanComparison.Between(new PlanContent { Needs = before }, new PlanContent { Needs = after }), change => change.Kind != PlanChangeKind.Moved);

        Assert.Equal((PlanChangeKind.Changed, "b3", "Trenger hjelp til handling"), (change.Kind, change.Key, change.Fields[0].Before));
    }

    [Fact]
    public void A_changed_measure_tells_only_what_differs()
    {
        var after = Before with { Measures = [Before.Measures[0] with { Extent = "3 timer i uka", ToOn = Given.Day("2027-12-01") }, Before.Measures[1]] };

        var change = Assert.Single(PlanComparison.Between(Before, after));

        Assert.Equal((PlanPart.Measures, PlanChangeKind.Changed, "t1"), (change.Part, change.Kind, change.Key));
        Assert.Equal([new(PlanField.Extent, "2 timer i uka", "3 timer i uka"), new(PlanField.ToOn, null, "2027-12-01")], change.Fields);
    }

    [Fact]
    public void A_measure_that_comes_to_serve_another_goal_is_told_with_the_words_of_the_goals()
    {
        var after = Before with { Goals = [.. Before.Goals, new PlanGoal("m2", "Få jobb")], Measures = [Before.Measures[0] with { GoalKey = "m2" }, Before.Measures[1]] };

        var change = PlanComparison.Between(Before, after).Single(one => one.Part == PlanPart.Measures);

        Assert.Equal([new(PlanField.Goal, "Bo selv", "Få jobb")], change.Fields);
    }

    [Fact]
    public void Only_the_item_that_was_moved_is_told_to_have_moved()
    {
        PlanItem[] items = [new("b1", "En"), new("b2", "To"), new("b3", "Tre"), new("b4", "Fire")];

        var changes = PlanComparison.Between(new PlanContent { Needs = items }, new PlanContent { Needs = [items[3], items[0], items[1], items[2]] });

        Assert.Equal([("b4", PlanChangeKind.Moved)], changes.Select(change => (change.Key, change.Kind)));
    }

    [Fact]
    public void Participants_responsibility_and_consents_are_compared_too()
    {
        var after = PlanTests.Facts with
        {
            Participants = [.. PlanTests.Facts.Participants, new ParticipantFact(new ParticipantId(Guid.Empty), "gp", "fastlege")],
            ResponsibleService = "municipal-health",
            Consents = [],
        };

        var changes = PlanComparison.Between(Before, Before, PlanTests.Facts, after);

        Assert.Equal(
            [(PlanPart.Participants, PlanChangeKind.Added), (PlanPart.Responsibility, PlanChangeKind.Changed), (PlanPart.Consents, PlanChangeKind.Removed)],
            changes.Select(change => (change.Part, change.Kind)));
    }

    [Fact]
    public void Changes_come_in_the_order_of_the_plan()
    {
        var parts = PlanComparison.Between(PlanContent.Empty, Before with { ChildParticipation = "Var med på møtene", NotRelevant = new Dictionary<string, string> { ["j"] = "Ingen" } }, PlanFacts.None, PlanTests.Facts)
            .Select(change => change.Part).ToList();

        Assert.Equal(parts.Order(), parts);
        Assert.Equal(Enum.GetValues<PlanPart>().Except([PlanPart.SubPlans]), parts.Distinct());
    }

    [Theory]
    [InlineData("Bo selv", "Bo selv", "Bo selv")]
    [InlineData("Bo selv", "Bo for meg selv", "Bo +[for meg ]selv")]
    [InlineData("to timer i uka", "tre timer i uka", "-[to ]+[tre ]timer i uka")]
    [InlineData("Kurs hver uke på skolen", "Kurs på skolen", "Kurs -[hver uke ]på skolen")]
    [InlineData(null, "Nytt", "+[Nytt]")]
    [InlineData("Gammelt", null, "-[Gammelt]")]
    [InlineData("", "", "")]
    public void Texts_differ_word_by_word(string? before, string? after, string shown)
    {
        var pieces = TextComparison.Between(before, after);

        Assert.Equal(shown, string.Concat(pieces.Select(piece => piece.Kind switch
        {
            TextPieceKind.Added => $"+[{piece.Text}]",
            TextPieceKind.Removed => $"-[{piece.Text}]",
            _ => piece.Text,
        })));
    }

    [Fact]
    public void Whatever_is_compared_both_texts_can_be_read_out_of_the_pieces()
    {
        var before = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"ord{i % 7}"));
        var after = string.Join("\n", Enumerable.Range(0, 280).Select(i => $"ord{i % 5}"));

        var pieces = TextComparison.Between(before, after);

        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != TextPieceKind.Added).Select(piece => piece.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != TextPieceKind.Removed).Select(piece => piece.Text)));
    }

    [Fact]
    public void Very_long_texts_are_shown_as_replaced_at_once()
    {
        var pieces = TextComparison.Between(string.Join(' ', Enumerable.Repeat("a", 3000)), string.Join(' ', Enumerable.Repeat("b", 3000)));

        Assert.Equal([TextPieceKind.Removed, TextPieceKind.Added], pieces.Select(piece => piece.Kind));
    }
}
