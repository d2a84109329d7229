using IndividualPlan.Workflows.Activities;
using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Tests.Activities;

public sealed class StepLengthTests
{
    [Theory]
    [InlineData("P14D", 14, PeriodUnit.Day)]
    [InlineData("P2W", 2, PeriodUnit.Week)]
    [InlineData("P6M", 6, PeriodUnit.Month)]
    [InlineData("P1Y", 1, PeriodUnit.Year)]
    [InlineData("10 arbeidsdager", 10, PeriodUnit.WorkingDay)]
    [InlineData("1 arbeidsdag", 1, PeriodUnit.WorkingDay)]
    [InlineData("10 arbeidsdagar", 10, PeriodUnit.WorkingDay)]
    [InlineData("3 working days", 3, PeriodUnit.WorkingDay)]
    [InlineData("3 virkedager", 3, PeriodUnit.WorkingDay)]
    [InlineData("1 dag", 1, PeriodUnit.Day)]
    [InlineData("14 Dager", 14, PeriodUnit.Day)]
    [InlineData("2 uker", 2, PeriodUnit.Week)]
    [InlineData("2 veker", 2, PeriodUnit.Week)]
    [InlineData("1 måned", 1, PeriodUnit.Month)]
    [InlineData("6 månader", 6, PeriodUnit.Month)]
    [InlineData("2 år", 2, PeriodUnit.Year)]
    [InlineData("2 weeks", 2, PeriodUnit.Week)]
    [InlineData("tre arbeidsdager", 3, PeriodUnit.WorkingDay)]
    [InlineData("To uker", 2, PeriodUnit.Week)]
    [InlineData("ei veke", 1, PeriodUnit.Week)]
    [InlineData("ett år", 1, PeriodUnit.Year)]
    [InlineData("one day", 1, PeriodUnit.Day)]
    public void Parse_KnownForm_GivesAmountAndUnit(string text, int amount, PeriodUnit unit)
    {
        var length = StepLength.Parse(text);

        Assert.Equal(new StepLength(amount, unit), length);
        Assert.Equal(length, StepLength.Parse(length!.ToString()));
    }

    [Theory]
    [InlineData("14")]
    [InlineData("P14")]
    [InlineData("mange uker")]
    [InlineData("3 måneskift")]
    [InlineData("-P1D")]
    public void Parse_AnythingElse_SaysWhatIsExpected(string text) =>
        Assert.Contains("P14D", Assert.Throws<FormatException>(() => StepLength.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("P1D", "1 dag", "1 dag", "1 day")]
    [InlineData("P2W", "2 uker", "2 veker", "2 weeks")]
    [InlineData("P6M", "6 måneder", "6 månader", "6 months")]
    [InlineData("P1Y", "1 år", "1 år", "1 year")]
    [InlineData("3 arbeidsdager", "3 arbeidsdager", "3 arbeidsdagar", "3 working days")]
    public void InWords_AnyLength_IsReadAgainAsTheSame(string text, string nb, string nn, string en)
    {
        var length = StepLength.Parse(text)!;

        Assert.Equal(new LocalizedText(nb, nn, en), length.InWords());
        Assert.All(new[] { nb, nn, en }, words => Assert.Equal(length, StepLength.Parse(words)));
    }

    [Fact]
    public void Before_CountsBackOverWeekends() =>
        Assert.Equal(new DateOnly(2027, 2, 24), new StepLength(3, PeriodUnit.WorkingDay).Before(new DateOnly(2027, 2, 28)));
}
