using IndividualPlan.Workflows.Deadlines;
using IndividualPlan.Workflows.Letters;

namespace IndividualPlan.Workflows.Decisions;

/// <summary>How and when the person was told of a decision (D-22).</summary>
/// <param name="Channel">Digital or paper.</param>
/// <param name="SentOn">Day it was posted or made available.</param>
/// <param name="AlertSentOn">Day the alert was sent, for digital notices.</param>
/// <param name="AssumedArrivalOn">Day it is taken to have arrived.</param>
/// <param name="ActualArrivalOn">Day it is known to have arrived, or null.</param>
/// <param name="Evidence">What shows the actual arrival, or null.</param>
/// <param name="KnowledgeOn">Day the person got enough knowledge, on tracks where that starts the deadline; null when the same as arrival.</param>
public sealed record DecisionNotice(
    LetterChannel Channel,
    DateOnly SentOn,
    DateOnly? AlertSentOn,
    DateOnly AssumedArrivalOn,
    DateOnly? ActualArrivalOn = null,
    string? Evidence = null,
    DateOnly? KnowledgeOn = null)
{
    /// <summary>Day it counts as arrived: the actual day where known.</summary>
    public DateOnly ArrivedOn => ActualArrivalOn ?? AssumedArrivalOn;

    /// <summary>A notice with its assumed arrival by the rule set.</summary>
    public static DecisionNotice Sent(ArrivalRules rules, LetterChannel channel, DateOnly sentOn, DateOnly? alertSentOn = null) =>
        new(channel, sentOn, channel == LetterChannel.Digital ? alertSentOn ?? sentOn : null, Arrival.Assume(rules, channel, sentOn, alertSentOn));

    /// <summary>The day the appeal deadline counts from on a track (D-3, D-4).</summary>
    public DateOnly AppealStartsOn(AppealStart start) => start == AppealStart.KnowledgeGained ? KnowledgeOn ?? ArrivedOn : ArrivedOn;
}
