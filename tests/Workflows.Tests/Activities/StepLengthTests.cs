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
    public void Parse_KnownForm_GivesAmountAndUnit(string text, int amount, PeriodUnit unit)
    {
        var length = StepLength.Parse(text);

        Assert.Equal(new StepLength(amount, unit), length);
        Assert.Equal(length, StepLength.Parse(length!.ToString()));
    }

    [Theory]
    [InlineData("14")]
    [InlineData("P14")]
    [InlineData("to uker")]
    [InlineData("-P1D")]
    public void Parse_AnythingElse_SaysWhatIsExpected(string text) =>
        Assert.Contains("P14D", Assert.Throws<FormatException>(() => StepLength.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Before_CountsBackOverWeekends() =>
        Assert.Equal(new DateOnly(2027, 2, 24), new StepLength(3, PeriodUnit.WorkingDay).Before(new DateOnly(2027, 2, 28)));
}
