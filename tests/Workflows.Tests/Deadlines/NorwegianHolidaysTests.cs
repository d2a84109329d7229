using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Tests.Deadlines;

public sealed class NorwegianHolidaysTests
{
    [Theory]
    [InlineData(2026, "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26")]
    [InlineData(2027, "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26")]
    [InlineData(2028, "01-01 04-13 04-14 04-16 04-17 05-01 05-17 05-25 06-04 06-05 12-25 12-26")]
    public void InYear_ListsTheHolidaysOfTheDomainDescription(int year, string expected)
    {
        Assert.Equal(expected, string.Join(' ', NorwegianHolidays.InYear(year).Select(date => date.ToString("MM-dd"))));
    }

    [Theory]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void EasterSunday_EarlyLateAndFarYears_IsRight(int year, int month, int day)
    {
        Assert.Equal(new DateOnly(year, month, day), NorwegianHolidays.EasterSunday(year));
    }

    [Fact]
    public void EasterSunday_IsAlwaysASundayBetween22MarchAnd25April()
    {
        Assert.All(Enumerable.Range(1900, 400).Select(NorwegianHolidays.EasterSunday), easter =>
        {
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(easter.Year, 3, 22), new DateOnly(easter.Year, 4, 25));
        });
    }

    [Theory]
    [InlineData("2026-12-24", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-03-27", false)]
    [InlineData("2027-05-17", false)]
    [InlineData("2027-05-18", true)]
    public void Christmas_Eve_and_New_Years_Eve_are_working_days_and_Easter_Saturday_is_a_Saturday(string date, bool isWorkingDay)
    {
        Assert.Equal(isWorkingDay, WorkingDays.IsWorkingDay(DateOnly.Parse(date)));
    }

    [Theory]
    [InlineData("2027-03-24", 1, "2027-03-30")]
    [InlineData("2027-03-30", -1, "2027-03-24")]
    [InlineData("2027-03-27", 0, "2027-03-27")]
    [InlineData("2027-03-27", 2, "2027-03-31")]
    [InlineData("2027-02-26", -14, "2027-02-08")]
    public void Add_WorkingDays_SkipsWeekEndsAndHolidays(string start, int days, string expected)
    {
        Assert.Equal(DateOnly.Parse(expected), WorkingDays.Add(DateOnly.Parse(start), days));
        Assert.Equal(DateOnly.Parse(expected), WorkingDays.Subtract(DateOnly.Parse(start), -days));
    }

    [Theory]
    [InlineData("2027-03-24", "2027-03-30", 1)]
    [InlineData("2027-03-30", "2027-03-24", -1)]
    [InlineData("2027-01-04", "2027-01-11", 5)]
    public void Between_CountsTheWorkingDaysAfterTheFirst(string from, string to, int expected)
    {
        Assert.Equal(expected, WorkingDays.Between(DateOnly.Parse(from), DateOnly.Parse(to)));
    }
}
