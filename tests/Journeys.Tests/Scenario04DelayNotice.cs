using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 4: preliminary reply at one month, delay notice, and the breach that stays (L-30, L-33, D-1, D-2, worked example 13).</summary>
public sealed class Scenario04DelayNotice() : JourneyTest("2027-01-29 08:00")
{
    [Fact]
    public async Task Rype_gets_a_preliminary_reply_in_time_and_a_second_notice_when_the_promised_date_slips()
    {
        await Given.ARequest(Rype, receivedAt: "2027-01-29 11:00", channel: "Paper", by: "casemanager");

        // One month from 29 January is Sunday 28 February; the reply must go by Friday 26 February (worked example 13).
        await Then.TheDeadline("D-1", startedOn: "2027-01-29", rawOn: "2027-02-28", effectiveOn: "2027-02-28", state: "Running", rolled: false);

        // Still waiting for the hospital: warnings 14 and 3 working days before that Friday, and the clock has not stopped (L-30).
        await When.TimeIs("2027-02-26 09:00");
        await Then.TheWarningsAre("D-1", "2027-02-08", "2027-02-23");
        await When.CaseManager.Completes("preliminary", "Send foreløpig svar", new { reason = "Venter på uttalelse fra sykehuset.", expectedOn = "2027-03-19" });
        await Then.TheDeadline("D-1", startedOn: "2027-01-29", rawOn: "2027-02-28", effectiveOn: "2027-02-28", state: "Met", rolled: false);
        await Then.TheDeadline("D-2", startedOn: "2027-02-26", rawOn: "2027-03-19", effectiveOn: "2027-03-19", state: "Running", rolled: false);

        // 19 March: the promised date comes without a decision, and she is told again (L-33).
        await When.TimeIs("2027-03-19 10:00");
        await When.CaseManager.Completes("delayed", "Send melding", new { reason = "Uttalelsen er ennå ikke kommet.", expectedOn = "2027-04-09" });

        await When.TimeIs("2027-04-01 10:00");
        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Paper", arrivedOn = "2027-04-06" });

        await Then.TheStateIs("AwaitingConsent");
        await Then.TheLettersAre("2027-01-29 receipt", "2027-02-26 preliminary-reply", "2027-03-19 delay-notice", "2027-04-01 decision-granted", "2027-04-01 consent-form");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-29 casemanager case-opened",
            "2027-01-29 casemanager request-received",
            "2027-01-29 casemanager case-state-changed",
            "2027-01-29 casemanager case-manager-assigned",
            "2027-01-29 casemanager letter-queued",
            "2027-01-29 casemanager deadline-started",
            "2027-01-29 casemanager responsibility-settled",
            "2027-01-29 casemanager main-responsible-service-set",
            "2027-01-29 casemanager case-state-changed",
            "2027-01-29 casemanager task-opened",
            "2027-02-08 system deadline-warning-sent",
            "2027-02-23 system deadline-warning-sent",
            "2027-02-23 system task-opened",
            "2027-02-26 system task-reminder-sent",
            "2027-02-26 system task-escalated",
            "2027-02-26 casemanager task-completed",
            "2027-02-26 casemanager letter-queued",
            "2027-02-26 casemanager deadline-met",
            "2027-02-26 casemanager deadline-started",
            "2027-03-16 system deadline-warning-sent",
            "2027-03-19 system task-opened",
            "2027-03-19 casemanager task-completed",
            "2027-03-19 casemanager letter-queued",
            "2027-03-19 casemanager deadline-started",
            "2027-04-01 casemanager task-completed",
            "2027-04-01 casemanager decision-drafted",
            "2027-04-01 casemanager entitlement-basis-set",
            "2027-04-01 casemanager decision-made",
            "2027-04-01 casemanager case-state-changed",
            "2027-04-01 casemanager task-opened",
            "2027-04-01 casemanager task-completed",
            "2027-04-01 casemanager letter-queued",
            "2027-04-01 casemanager decision-notified",
            "2027-04-01 casemanager deadline-started",
            "2027-04-01 casemanager deadline-started",
            "2027-04-01 casemanager deadline-missed",
            "2027-04-01 casemanager missed-deadline-answered",
            "2027-04-01 casemanager deadline-met",
            "2027-04-01 casemanager case-state-changed",
            "2027-04-01 casemanager task-opened",
            "2027-04-01 casemanager letter-queued");
    }

    [Fact]
    public async Task A_month_without_a_word_is_a_breach_that_stays_after_the_decision()
    {
        await Given.ARequest(Rype, receivedAt: "2027-01-29 11:00", channel: "Paper", by: "casemanager");

        await When.TimeIs("2027-03-01 08:00");
        await Then.TheDeadline("D-1", startedOn: "2027-01-29", rawOn: "2027-02-28", effectiveOn: "2027-02-28", state: "Missed", rolled: false);
        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        await Then.TheStateIs("AwaitingConsent");
        await Then.TheDeadline("D-1", startedOn: "2027-01-29", rawOn: "2027-02-28", effectiveOn: "2027-02-28", state: "Missed", rolled: false);
        await Then.TheLettersAre("2027-01-29 receipt", "2027-03-01 decision-granted", "2027-03-01 consent-form");
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-01-29 casemanager case-opened",
            "2027-01-29 casemanager request-received",
            "2027-01-29 casemanager case-state-changed",
            "2027-01-29 casemanager case-manager-assigned",
            "2027-01-29 casemanager letter-queued",
            "2027-01-29 casemanager deadline-started",
            "2027-01-29 casemanager responsibility-settled",
            "2027-01-29 casemanager main-responsible-service-set",
            "2027-01-29 casemanager case-state-changed",
            "2027-01-29 casemanager task-opened",
            "2027-02-08 system deadline-warning-sent",
            "2027-02-23 system deadline-warning-sent",
            "2027-02-23 system task-opened",
            "2027-02-26 system task-reminder-sent",
            "2027-02-26 system task-escalated",
            "2027-03-01 system deadline-missed",
            "2027-03-01 system alert-raised",
            "2027-03-01 casemanager task-completed",
            "2027-03-01 casemanager decision-drafted",
            "2027-03-01 casemanager entitlement-basis-set",
            "2027-03-01 casemanager decision-made",
            "2027-03-01 casemanager case-state-changed",
            "2027-03-01 casemanager task-opened",
            "2027-03-01 casemanager task-completed",
            "2027-03-01 casemanager letter-queued",
            "2027-03-01 casemanager decision-notified",
            "2027-03-01 casemanager deadline-started",
            "2027-03-01 casemanager deadline-started",
            "2027-03-01 casemanager missed-deadline-answered",
            "2027-03-01 casemanager case-state-changed",
            "2027-03-01 casemanager task-opened",
            "2027-03-01 casemanager letter-queued",
            "2027-03-01 casemanager task-cancelled");
    }
}
