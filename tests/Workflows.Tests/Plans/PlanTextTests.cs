using IndividualPlan.Workflows.Plans;

namespace IndividualPlan.Workflows.Tests.Plans;

/// <summary>Parts of the plan written as lines of text: a line that is changed stays the item that it was.</summary>
public sealed class PlanTextTests
{
    private static readonly PlanContent Content = new()
    {
        Goals = [new("m1", "Komme i arbeid", IsPersonsOwn: true, LifeArea: "work"), new("m2", "Bo selv"), new("m4", "Lære\nnorsk")],
        Contributions = [new("d1", "person", "Møter til avtalene"), new("d2", "gp", "Følger opp helsen")],
        Measures = [new("t1", "Arbeidstrening", "employer", "2 dager i uka", "Veileder følger opp", new DateOnly(2027, 3, 1), GoalKey: "m1"), new("t2", "Samtaler", "gp", "månedlig")],
    };

    public static TheoryData<string> Parts => [.. PlanTextPart.All.Select(static part => part.Name)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_is_read_back_unchanged_is_the_plan_itself(string name)
    {
        var part = PlanTextPart.All.First(p => p.Name == name);
        List<LocalizedText> problems = [];

        var read = PlanText.Read(Content, part, PlanText.Write(Content, part, NameOf), CodeOf, problems);

        Assert.Empty(problems);
        Assert.Empty(PlanComparison.Between(Content, read));
        Assert.Equal(PlanText.Mark(Content, part), PlanText.Mark(read, part));
    }

    [Fact]
    public void A_goal_that_is_worded_anew_stays_the_goal_that_measures_point_at()
    {
        var read = Read(PlanTextPart.Goals, "Komme i fast arbeid\nFå førerkort\nBo selv\nLære norsk");

        Assert.Equal([("m1", "Komme i fast arbeid"), ("", "Få førerkort"), ("m2", "Bo selv"), ("m4", "Lære\nnorsk")], read.Goals.Select(static goal => (goal.Key, goal.Text)));
        Assert.Equal((true, "work"), (read.Goals[0].IsPersonsOwn, read.Goals[0].LifeArea));
    }

    [Fact]
    public void A_line_that_is_taken_out_takes_out_its_own_item_and_no_other()
    {
        var read = Read(PlanTextPart.Goals, "Komme i arbeid\nLære norsk");

        Assert.Equal(["m1", "m4"], read.Goals.Select(static goal => goal.Key));
    }

    [Fact]
    public void A_measure_keeps_what_its_line_does_not_say()
    {
        var read = Read(PlanTextPart.Measures, "Arbeidstrening | Arbeidsgiver | 3 dager i uka\nSamtaler | Fastlegen | ukentlig");

        Assert.Equal(Content.Measures[0] with { Extent = "3 dager i uka" }, read.Measures[0]);
        Assert.Equal(("t2", "gp", "ukentlig"), (read.Measures[1].Key, read.Measures[1].ResponsibleService, read.Measures[1].Extent));
    }

    [Fact]
    public void How_measures_are_carried_out_is_written_beside_their_names()
    {
        var read = Read(PlanTextPart.Implementation, "samtaler | Faste timer hos legen\nArbeidstrening | Veileder følger opp");

        Assert.Equal(["Veileder følger opp", "Faste timer hos legen"], read.Measures.Select(static measure => measure.Implementation));
    }

    [Fact]
    public void A_line_that_cannot_be_read_is_told_by_its_number()
    {
        List<LocalizedText> problems = [];

        PlanText.Read(Content, PlanTextPart.Contributions, "Personen selv | Møter\nTanten | Kjører", CodeOf, problems);
        PlanText.Read(Content, PlanTextPart.Implementation, "Ridning | Hver onsdag", CodeOf, problems);

        Assert.Equal(2, problems.Count);
        Assert.StartsWith("Linje 2: Skriv først hvem", problems[0].Nb, StringComparison.Ordinal);
        Assert.StartsWith("Linje 1: Tiltaket står ikke i planen", problems[1].Nb, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_is_the_same_in_every_language_and_another_when_the_part_says_something_else()
    {
        var mark = PlanText.Mark(Content, PlanTextPart.Measures);

        Assert.Equal(mark, PlanText.Mark(Content with { Goals = [] }, PlanTextPart.Measures));
        Assert.NotEqual(mark, PlanText.Mark(Read(PlanTextPart.Measures, "Arbeidstrening | Arbeidsgiver | 3 dager i uka"), PlanTextPart.Measures));
    }

    [Theory]
    [InlineData("a", "goals,resources,needs")]
    [InlineData("bcghi", "")]
    [InlineData("e", "measures")]
    [InlineData("f", "implementation")]
    [InlineData("adefj", "goals,resources,needs,contributions,measuresAndHow,cooperationNeeds")]
    public void Points_are_written_in_these_parts(string points, string parts) =>
        Assert.Equal(parts, string.Join(',', PlanTextPart.Of([.. points.Select(static c => c.ToString())]).Select(static part => part.Name)));

    private static PlanContent Read(PlanTextPart part, string text) => PlanText.Read(Content, part, text, CodeOf, []);

    private static string NameOf(string code) => code switch { "person" => "Personen selv", "gp" => "Fastlegen", "employer" => "Arbeidsgiver", _ => code };

    private static string? CodeOf(string name) => name switch { "Personen selv" => "person", "Fastlegen" => "gp", "Arbeidsgiver" => "employer", _ => null };
}
