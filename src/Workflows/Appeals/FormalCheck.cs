namespace IndividualPlan.Workflows.Appeals;

/// <summary>Answer to one question of the formal check.</summary>
public enum FormalAnswer
{
    /// <summary>Not answered yet.</summary>
    NotAnswered,

    /// <summary>The condition is met.</summary>
    Met,

    /// <summary>It is not.</summary>
    NotMet,
}

/// <summary>Whether a late appeal is heard all the same (L-95).</summary>
public enum LateException
{
    /// <summary>The person or representative cannot be blamed.</summary>
    CannotBeBlamed,

    /// <summary>Special reasons make it reasonable.</summary>
    SpecialReason,

    /// <summary>No exception.</summary>
    NoException,
}

/// <summary>The formal check of an appeal: four questions, and the exception when it is late (L-93, L-94).</summary>
/// <param name="IsParty">The appellant has the right to appeal.</param>
/// <param name="IsSpecific">The appeal says which decision it attacks and what change is wanted.</param>
/// <param name="IsSigned">It is signed or authenticated.</param>
/// <param name="IsInTime">It came within the deadline.</param>
/// <param name="LateException">The exception chosen when it is late; null when not answered or not late.</param>
/// <param name="Reasons">The reasons for the answers, above all for the exception.</param>
public sealed record FormalCheck(
    FormalAnswer IsParty,
    FormalAnswer IsSpecific,
    FormalAnswer IsSigned,
    FormalAnswer IsInTime,
    LateException? LateException = null,
    string? Reasons = null)
{
    /// <summary>Nothing answered.</summary>
    public static FormalCheck Unanswered { get; } =
        new(FormalAnswer.NotAnswered, FormalAnswer.NotAnswered, FormalAnswer.NotAnswered, FormalAnswer.NotAnswered);
}

/// <summary>What follows from a formal check.</summary>
public enum FormalVerdict
{
    /// <summary>Something is not answered; the system accepts no silence (scenario 7).</summary>
    Incomplete,

    /// <summary>The appeal is heard.</summary>
    Hear,

    /// <summary>Defects can be put right: ask, with a short deadline (D-8).</summary>
    AskForCorrection,

    /// <summary>Dismiss: the appellant has no right to appeal.</summary>
    DismissNoStanding,

    /// <summary>Dismiss: late, and no exception applies.</summary>
    DismissLate,

    /// <summary>Never heard as an appeal: more than the absolute limit has passed (L-95). Offer reconsideration and supervision.</summary>
    DismissPastAbsoluteLimit,

    /// <summary>Dismiss: the defects were not put right in time.</summary>
    DismissDefective,
}

/// <summary>Combines the answers of a formal check into what follows.</summary>
public static class FormalCheckRules
{
    /// <summary>What follows from the answers.</summary>
    /// <param name="check">The answers.</param>
    /// <param name="isPastAbsoluteLimit">Whether the absolute limit of D-6, counted from the day the decision was made, has passed. No exception helps then.</param>
    /// <param name="correctionTried">Whether the person has already been asked to put defects right and the time for that is over or used.</param>
    public static FormalVerdict Combine(FormalCheck check, bool isPastAbsoluteLimit, bool correctionTried)
    {
        if (check.IsInTime == FormalAnswer.NotMet && isPastAbsoluteLimit)
        {
            return FormalVerdict.DismissPastAbsoluteLimit;
        }

        if (Answers(check).Contains(FormalAnswer.NotAnswered) || (check.IsInTime == FormalAnswer.NotMet && check.LateException is null))
        {
            return FormalVerdict.Incomplete;
        }

        if (check.IsParty == FormalAnswer.NotMet)
        {
            return FormalVerdict.DismissNoStanding;
        }

        if (check is { IsInTime: FormalAnswer.NotMet, LateException: LateException.NoException })
        {
            return FormalVerdict.DismissLate;
        }

        if (check.IsSpecific == FormalAnswer.NotMet || check.IsSigned == FormalAnswer.NotMet)
        {
            return correctionTried ? FormalVerdict.DismissDefective : FormalVerdict.AskForCorrection;
        }

        return FormalVerdict.Hear;
    }

    /// <summary>Whether the verdict is one of the dismissals.</summary>
    public static bool IsDismissal(FormalVerdict verdict) => verdict >= FormalVerdict.DismissNoStanding;

    private static FormalAnswer[] Answers(FormalCheck check) => [check.IsParty, check.IsSpecific, check.IsSigned, check.IsInTime];
}
