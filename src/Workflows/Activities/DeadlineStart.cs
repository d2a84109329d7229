using IndividualPlan.Workflows.Deadlines;

namespace IndividualPlan.Workflows.Activities;

/// <summary>What starts each deadline when the drawing does not say (domain §3.1).</summary>
internal static class DeadlineStart
{
    public static DateOnly Of(string key, CaseFactsReader facts, DateOnly today) => key switch
    {
        DeadlineKeys.PreliminaryReply or DeadlineKeys.PromisedDecision => facts.Date("receivedOn") ?? today,
        DeadlineKeys.AppealAdministrative or DeadlineKeys.AppealHealth or DeadlineKeys.CaseCosts => TaskResult.DateOf(facts.Object("decision")?["arrivedOn"]) ?? today,
        DeadlineKeys.AppealAbsoluteLimit => TaskResult.DateOf(facts.Object("decision")?["madeOn"]) ?? today,
        DeadlineKeys.WorseOutcome or DeadlineKeys.AppealForwarding => TaskResult.DateOf(facts.Object("appeal")?["receivedOn"]) ?? today,
        _ => today,
    };

    public static string EventOf(string key) => key switch
    {
        DeadlineKeys.PreliminaryReply => "request-received",
        DeadlineKeys.PromisedDecision => "preliminary-reply-sent",
        DeadlineKeys.AppealAdministrative or DeadlineKeys.CaseCosts => "notice-arrived",
        DeadlineKeys.AppealHealth => "knowledge-gained",
        DeadlineKeys.AppealAbsoluteLimit => "decision-made",
        DeadlineKeys.AppealCorrection => "correction-asked-for",
        DeadlineKeys.WorseOutcome => "appeal-received",
        DeadlineKeys.AppealForwarding => "appeal-received",
        DeadlineKeys.AppealBodyTime => "appeal-forwarded",
        DeadlineKeys.PlanRevision => "plan-approved",
        DeadlineKeys.ConsentEnd => "consent-given",
        DeadlineKeys.AdvanceNotice => "advance-notice-sent",
        _ => "step-reached",
    };
}
