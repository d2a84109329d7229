using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.Workflows.Deadlines;

/// <summary>When a notice counts as arrived, and when an answer counts as given (D-22, D-23).</summary>
public static class Arrival
{
    /// <summary>The day a notice is taken to have arrived when nothing better is known.</summary>
    /// <param name="rules">The rule set's assumptions.</param>
    /// <param name="channel">How it was sent.</param>
    /// <param name="sentOn">Day it was posted, or made available digitally.</param>
    /// <param name="alertSentOn">Day the alert went out; for digital notices without one, <paramref name="sentOn"/> is used.</param>
    public static DateOnly Assume(ArrivalRules rules, LetterChannel channel, DateOnly sentOn, DateOnly? alertSentOn = null)
    {
        if (channel == LetterChannel.Paper)
        {
            return WorkingDays.Add(sentOn, rules.PostWorkingDays);
        }

        var alertOn = alertSentOn ?? sentOn;
        return rules.Digital == DigitalArrival.AlertSent || alertOn > sentOn ? alertOn : sentOn;
    }

    /// <summary>Whether something handed in kept a deadline: by its postmark when it came by post, else by when it arrived, before the end of the day in Norway.</summary>
    /// <param name="deadlineOn">Last day of the deadline.</param>
    /// <param name="receivedAt">When it arrived at the address given.</param>
    /// <param name="postmarkOn">Day it was handed to the postal operator, or null.</param>
    public static bool IsInTime(DateOnly deadlineOn, DateTimeOffset receivedAt, DateOnly? postmarkOn = null) =>
        receivedAt < NorwegianTime.EndOf(deadlineOn) || postmarkOn <= deadlineOn;
}
