using IndividualPlan.Workflows.Appeals;
using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Tests.Audit;
using static IndividualPlan.Workflows.Appeals.FormalAnswer;
using static IndividualPlan.Workflows.Appeals.FormalVerdict;

namespace IndividualPlan.Workflows.Tests.Appeals;

public sealed class FormalCheckTests
{
    [Theory]
    [InlineData(Met, Met, Met, Met, null, Hear)]
    [InlineData(Met, Met, Met, NotMet, LateException.CannotBeBlamed, Hear)]
    [InlineData(Met, Met, Met, NotMet, LateException.SpecialReason, Hear)]
    [InlineData(Met, Met, Met, NotMet, LateException.NoException, DismissLate)]
    [InlineData(Met, Met, Met, NotMet, null, Incomplete)]
    [InlineData(NotMet, Met, Met, Met, null, DismissNoStanding)]
    [InlineData(NotMet, NotMet, NotMet, NotMet, LateException.NoException, DismissNoStanding)]
    [InlineData(Met, NotMet, Met, Met, null, AskForCorrection)]
    [InlineData(Met, Met, NotMet, Met, null, AskForCorrection)]
    [InlineData(Met, Met, NotMet, NotMet, LateException.NoException, DismissLate)]
    [InlineData(Met, Met, NotMet, NotMet, LateException.CannotBeBlamed, AskForCorrection)]
    public void Combine_Answers_GivesTheVerdict(
        FormalAnswer party, FormalAnswer specific, FormalAnswer signed, FormalAnswer inTime, LateException? late, FormalVerdict expected)
    {
        Assert.Equal(expected, FormalCheckRules.Combine(new FormalCheck(party, specific, signed, inTime, late), false, false));
    }

    /// <summary>All 81 combinations of answers: silence is never accepted, and after the absolute limit nothing helps.</summary>
    [Fact]
    public void No_silence_is_accepted_and_no_exception_passes_the_absolute_limit()
    {
        FormalAnswer[] answers = [NotAnswered, Met, NotMet];
        LateException?[] exceptions = [null, LateException.CannotBeBlamed, LateException.SpecialReason, LateException.NoException];
        var checks =
            from party in answers
            from specific in answers
            from signed in answers
            from inTime in answers
            from late in exceptions
            select new FormalCheck(party, specific, signed, inTime, late);

        foreach (var check in checks)
        {
            var verdict = FormalCheckRules.Combine(check, isPastAbsoluteLimit: false, correctionTried: false);
            FormalAnswer[] given = [check.IsParty, check.IsSpecific, check.IsSigned, check.IsInTime];
            Assert.Equal(given.Contains(NotAnswered) || (check.IsInTime == NotMet && check.LateException is null), verdict == Incomplete);
            Assert.Equal(verdict == Hear, given.Take(3).All(answer => answer == Met) && (check.IsInTime == Met || check is { IsInTime: NotMet, LateException: LateException.CannotBeBlamed or LateException.SpecialReason }));

            var past = FormalCheckRules.Combine(check, isPastAbsoluteLimit: true, correctionTried: false);
            Assert.Equal(check.IsInTime == NotMet, past == DismissPastAbsoluteLimit);
        }
    }

    [Fact]
    public void Defects_that_stay_after_the_letter_lead_to_dismissal()
    {
        Assert.Equal(DismissDefective, FormalCheckRules.Combine(new FormalCheck(Met, Met, NotMet, Met), false, correctionTried: true));
    }

    [Theory]
    [InlineData(Incomplete, false)]
    [InlineData(Hear, false)]
    [InlineData(AskForCorrection, false)]
    [InlineData(DismissNoStanding, true)]
    [InlineData(DismissLate, true)]
    [InlineData(DismissPastAbsoluteLimit, true)]
    [InlineData(DismissDefective, true)]
    public void IsDismissal_IsTrueForEveryWayToDismiss(FormalVerdict verdict, bool expected)
    {
        Assert.Equal(expected, FormalCheckRules.IsDismissal(verdict));
    }

    [Theory]
    [InlineData("2027-01-04", "2027-02-10", false)]
    [InlineData("2027-01-04", "2028-01-04", false)]
    [InlineData("2027-01-04", "2028-01-05", true)]
    [InlineData("2027-01-04", "2028-01-10", true)]
    public void The_year_counts_from_the_day_the_decision_was_made(string madeOn, string appealedOn, bool isPast)
    {
        Assert.Equal(isPast, AppealRules.IsPastAbsoluteLimit(Given.Law, Given.Day(madeOn), NorwegianTime.At(Given.Day(appealedOn), new TimeOnly(12, 0))));
    }
}
