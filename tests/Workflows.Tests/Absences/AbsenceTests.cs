using IndividualPlan.Workflows.Absences;
using IndividualPlan.Workflows.Audit;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Tests.Audit;

namespace IndividualPlan.Workflows.Tests.Absences;

/// <summary>Substitutes as they should be: one day counts (zammad#3590), chains are followed (zammad#3694), circles are refused.</summary>
public sealed class AbsenceTests
{
    [Fact]
    public void One_day_is_a_period_with_its_first_and_last_minute_in_norway()
    {
        var absence = Away("kari", "2027-03-10", "2027-03-10", "ola");

        Assert.Equal("kari", Worker(absence, NorwegianTime.At(Given.Day("2027-03-09"), new TimeOnly(23, 59))));
        Assert.Equal("ola", Worker(absence, NorwegianTime.At(Given.Day("2027-03-10"), new TimeOnly(0, 0))));
        Assert.Equal("ola", Worker(absence, NorwegianTime.At(Given.Day("2027-03-10"), new TimeOnly(23, 59))));
        Assert.Equal("kari", Worker(absence, NorwegianTime.At(Given.Day("2027-03-11"), new TimeOnly(0, 0))));
    }

    /// <summary>Midnight in Norway is 23.00 UTC in winter and 22.00 in summer; on the last Sundays of March and October it changes.</summary>
    [Theory]
    [InlineData("2027-03-28", "2027-03-27T22:59:00Z", "2027-03-27T23:00:00Z", "2027-03-28T21:59:00Z", "2027-03-28T22:00:00Z")]
    [InlineData("2027-10-31", "2027-10-30T21:59:00Z", "2027-10-30T22:00:00Z", "2027-10-31T22:59:00Z", "2027-10-31T23:00:00Z")]
    public void The_days_on_which_the_clock_is_changed_begin_and_end_at_norwegian_midnight(string day, string before, string first, string last, string after)
    {
        var absence = Away("kari", day, day, "ola");

        Assert.Equal(["kari", "ola", "ola", "kari"], new[] { before, first, last, after }.Select(at => Worker(absence, DateTimeOffset.Parse(at))));
    }

    [Fact]
    public void A_chain_leads_to_the_first_who_is_there()
    {
        var on = On("2027-07-05", Away("a", "2027-07-01", "2027-07-31", "b"), Away("b", "2027-07-05", "2027-07-05", "c"), Away("c", "2027-07-10", "2027-07-10", "d"));
        var later = On("2027-07-06", Away("a", "2027-07-01", "2027-07-31", "b"), Away("b", "2027-07-05", "2027-07-05", "c"));

        Assert.Equal(("c", "c", "c"), (on.WorkerFor("a"), on.WorkerFor("b"), on.WorkerFor("c")));
        Assert.Equal(["a", "b"], on.CoveredBy("c"));
        Assert.Empty(on.CoveredBy("b"));
        Assert.Equal(["a"], later.CoveredBy("b"));
    }

    [Fact]
    public void Where_nobody_stands_in_nobody_does_the_work_and_that_is_told()
    {
        var on = On("2027-07-05", Away("a", "2027-07-01", "2027-07-31", null), Away("b", "2027-07-01", "2027-07-31", "a"));

        Assert.Null(on.WorkerFor("a"));
        Assert.Null(on.WorkerFor("b"));
        Assert.Equal(["a", "b"], on.Uncovered);
    }

    [Fact]
    public void A_circle_that_should_not_be_there_ends_in_nobody_and_never_in_a_loop()
    {
        var on = On("2027-07-05", Away("a", "2027-07-01", "2027-07-31", "b"), Away("b", "2027-07-01", "2027-07-31", "c"), Away("c", "2027-07-01", "2027-07-31", "b"));

        Assert.Null(on.WorkerFor("a"));
        Assert.Null(on.WorkerFor("b"));
    }

    [Fact]
    public void A_chain_has_an_end()
    {
        Absence[] row = [.. Enumerable.Range(0, 8).Select(i => Away($"u{i}", "2027-07-01", "2027-07-31", $"u{i + 1}"))];

        Assert.Equal("u8", On("2027-07-05", row).WorkerFor("u4"));
        Assert.Null(On("2027-07-05", row).WorkerFor("u3"));
    }

    [Fact]
    public void A_cancelled_absence_is_none()
    {
        var absence = Away("kari", "2027-07-01", "2027-07-31", "ola");

        Assert.Throws<ArgumentException>(() => absence.Cancel(Given.On("2027-07-02", reason: "")));
        Assert.True(absence.Cancel(Given.On("2027-07-02")));
        Assert.False(absence.Cancel(Given.On("2027-07-02")));
        Assert.False(absence.CoversOn(Given.Day("2027-07-05")));
    }

    [Fact]
    public void What_happens_is_recorded_with_who_and_why()
    {
        var operation = Given.On("2027-06-01", "leader", Roles.OfficeLeader, "Sommerferie er avtalt");
        var absence = Absence.Register(new AbsenceId(Guid.Empty), "kari", Given.Day("2027-07-01"), Given.Day("2027-07-31"), "ola", operation);

        Assert.True(absence.Change(Given.Day("2027-08-06"), "ola", operation));
        Assert.False(absence.Change(Given.Day("2027-08-06"), "ola", operation));
        Assert.Equal(["absence-registered", "absence-changed"], operation.Names());
        Assert.Equal("leader", absence.RegisteredBy);
        Assert.Throws<ArgumentException>(() => Absence.Register(new AbsenceId(Guid.Empty), "kari", Given.Day("2027-07-01"), Given.Day("2027-07-31"), "ola", Given.On("2027-06-01", reason: "")));
    }

    [Theory]
    [InlineData("2027-07-02", "2027-07-01", "ola", AbsenceProblem.EndsBeforeItBegins)]
    [InlineData("2027-07-01", "2027-07-01", "kari", AbsenceProblem.OwnSubstitute)]
    [InlineData("2027-05-31", "2027-06-01", "ola", AbsenceProblem.Overlaps)]
    [InlineData("2027-07-01", "2027-07-15", "per", AbsenceProblem.Circle)]
    [InlineData("2027-07-01", "2027-07-09", "per", null)]
    [InlineData("2027-08-01", "2027-08-02", "siv", AbsenceProblem.NobodyThere)]
    [InlineData("2027-08-03", "2027-08-04", "siv", null)]
    [InlineData("2027-07-01", "2027-07-31", null, null)]
    public void What_cannot_be_is_found_before_it_is_registered(string from, string to, string? substitute, AbsenceProblem? problem)
    {
        Absence[] others = [Away("kari", "2027-06-01", "2027-06-05", "ola"), Away("per", "2027-07-10", "2027-07-20", "kari"), Away("siv", "2027-08-02", "2027-08-02", null)];

        Assert.Equal(problem, AbsenceCheck.Find("kari", Given.Day(from), Given.Day(to), substitute, others));
    }

    [Fact]
    public void A_circle_over_several_and_a_row_that_is_too_long_are_found()
    {
        Absence[] others = [Away("b", "2027-07-01", "2027-07-31", "c"), Away("c", "2027-07-01", "2027-07-31", "d"), Away("d", "2027-07-31", "2027-08-31", "a")];
        Absence[] row = [.. Enumerable.Range(1, 6).Select(i => Away($"u{i}", "2027-07-01", "2027-07-31", $"u{i + 1}"))];

        Assert.Equal(AbsenceProblem.Circle, AbsenceCheck.Find("a", Given.Day("2027-07-01"), Given.Day("2027-07-31"), "b", others));
        Assert.Null(AbsenceCheck.Find("a", Given.Day("2027-07-01"), Given.Day("2027-07-30"), "b", others));
        Assert.Equal(AbsenceProblem.ChainTooLong, AbsenceCheck.Find("u0", Given.Day("2027-07-01"), Given.Day("2027-07-01"), "u1", row));
    }

    private static string? Worker(Absence absence, DateTimeOffset at) => new Substitution([absence], NorwegianTime.DateOf(at)).WorkerFor("kari");

    private static Substitution On(string day, params Absence[] absences) => new(absences, Given.Day(day));

    private static Absence Away(string user, string from, string to, string? substitute) =>
        Absence.Register(new AbsenceId(Guid.Empty), user, Given.Day(from), Given.Day(to), substitute, Given.On("2027-01-04"));
}
