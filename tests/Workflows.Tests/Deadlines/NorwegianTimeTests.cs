using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Deadlines;

public sealed class NorwegianTimeTests
{
    [Theory]
    [InlineData("2027-01-11T22:59:59Z", "2027-01-11")]
    [InlineData("2027-01-11T23:00:00Z", "2027-01-12")]
    [InlineData("2027-07-01T21:59:59Z", "2027-07-01")]
    [InlineData("2027-07-01T22:00:00Z", "2027-07-02")]
    public void DateOf_AroundMidnight_IsTheNorwegianDate(string instant, string date)
    {
        Assert.Equal(Given.Day(date), NorwegianTime.DateOf(DateTimeOffset.Parse(instant)));
    }

    [Theory]
    [InlineData("2027-03-28T00:59:59Z", 1)]
    [InlineData("2027-03-28T01:00:00Z", 2)]
    [InlineData("2027-10-31T00:59:59Z", 2)]
    [InlineData("2027-10-31T01:00:00Z", 1)]
    [InlineData("2026-03-29T01:00:00Z", 2)]
    [InlineData("2026-10-25T01:00:00Z", 1)]
    public void OffsetAt_Switches_AtOneUtcOnTheLastSunday(string instant, int hours)
    {
        Assert.Equal(TimeSpan.FromHours(hours), NorwegianTime.OffsetAt(DateTimeOffset.Parse(instant)));
    }

    [Theory]
    [InlineData("2027-03-27", "2027-03-26T23:00:00Z", 24)]
    [InlineData("2027-03-28", "2027-03-27T23:00:00Z", 23)]
    [InlineData("2027-03-29", "2027-03-28T22:00:00Z", 24)]
    [InlineData("2027-10-31", "2027-10-30T22:00:00Z", 25)]
    [InlineData("2027-11-01", "2027-10-31T23:00:00Z", 24)]
    public void A_day_is_as_long_as_the_clocks_make_it(string day, string start, int hours)
    {
        Assert.Equal(DateTimeOffset.Parse(start), NorwegianTime.StartOf(Given.Day(day)));
        Assert.Equal(TimeSpan.FromHours(hours), NorwegianTime.EndOf(Given.Day(day)) - NorwegianTime.StartOf(Given.Day(day)));
    }

    [Fact]
    public void At_TheHourThatIsSkipped_IsOneHourLater()
    {
        var at = NorwegianTime.At(Given.Day("2027-03-28"), new TimeOnly(2, 30));

        Assert.Equal(new TimeOnly(3, 30), TimeOnly.FromDateTime(NorwegianTime.LocalOf(at).DateTime));
    }

    [Fact]
    public void An_electronic_appeal_on_Easter_Monday_at_2140_is_in_time()
    {
        Assert.True(Arrival.IsInTime(Given.Day("2027-03-30"), NorwegianTime.At(Given.Day("2027-03-29"), new TimeOnly(21, 40))));
    }

    [Theory]
    [InlineData("2027-03-30T21:59:59Z", null, true)]
    [InlineData("2027-03-30T22:00:00Z", null, false)]
    [InlineData("2027-04-02T10:00:00Z", "2027-03-30", true)]
    [InlineData("2027-04-02T10:00:00Z", "2027-03-31", false)]
    public void IsInTime_CountsThePostmarkElseTheArrivalBeforeTheEndOfTheDay(string received, string? postmark, bool expected)
    {
        Assert.Equal(expected, Arrival.IsInTime(Given.Day("2027-03-30"), DateTimeOffset.Parse(received), postmark is null ? null : Given.Day(postmark)));
    }

    [Theory]
    [InlineData(LetterChannel.Paper, "2027-03-22", null, "2027-04-01")]
    [InlineData(LetterChannel.Digital, "2027-01-28", "2027-01-28", "2027-01-28")]
    [InlineData(LetterChannel.Digital, "2027-01-28", "2027-02-01", "2027-02-01")]
    [InlineData(LetterChannel.Digital, "2027-02-02", "2027-02-01", "2027-02-02")]
    [InlineData(LetterChannel.Digital, "2027-01-28", null, "2027-01-28")]
    public void Assume_PostTakesWorkingDaysAndDigitalTheLaterOfAvailableAndAlert(LetterChannel channel, string sent, string? alert, string arrived)
    {
        Assert.Equal(Given.Day(arrived), Arrival.Assume(Given.Law.Arrival, channel, Given.Day(sent), alert is null ? null : Given.Day(alert)));
    }

    [Fact]
    public void Under_the_coming_act_the_alert_alone_makes_a_notice_arrive()
    {
        var rules = RuleBook.Embedded.Get("no-fvl2025").Arrival;

        Assert.Equal(Given.Day("2027-07-05"), Arrival.Assume(rules, LetterChannel.Digital, Given.Day("2027-07-06"), Given.Day("2027-07-05")));
    }
}
