using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 3: a programme participant says no (L-20, L-21, L-44, L-49, N03).</summary>
public sealed class Scenario03KvpParticipantSaysNo() : JourneyTest("2027-02-01 08:00")
{
    [Fact]
    public async Task Kvitveis_declines_which_is_no_refusal_and_is_asked_again_at_the_next_decision()
    {
        await Given.ASignal(Kvitveis, "KvpDecision", occurredOn: "2027-02-01", track: "SOC-33");

        // 10 February: informed with an interpreter, and she declines.
        await When.TimeIs("2027-02-10 13:00");
        await When.CaseManager.Completes("inform", "Takker nei", Values.InformationWithInterpreter);

        await Then.TheStateIs("NotPursued");
        var theCase = await Then.TheCase();
        Then.Same("outcome", "NotPursued", theCase["decisions"]![0]!["outcome"]!.ToString());
        Assert.Empty(theCase["consents"]!.AsArray());
        Assert.Null(theCase["plan"]);
        await Then.TheReasonForNoPlanIs("N03", "2027-02-10");
        await Then.TheOpenTasksAre();
        await Then.TheFigureIs("kvp", "coverage", "declined", 1);
        await Then.TheFigureIs("no-plan", "main", "nothing", 1, row: "N03InformedDeclined");

        // The letter confirms that she may change her mind, and says nothing about appeal (L-44).
        await Then.TheLettersAre("2027-02-10 not-pursued");
        var letter = await Then.TheLetterText("not-pursued");
        Assert.Contains("ombestemme", letter, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("klage", letter, StringComparison.OrdinalIgnoreCase);

        // The next programme decision asks again (L-21).
        await When.TimeIs("2028-01-20 09:00");
        await When.CaseManager.Tells("kvp-decided", new { decidedOn = "2028-01-20" });
        await Then.TheOpenTasksAre("inform");

        // This time she wants to think, and gets in writing what to think about (L-15, L-17).
        await When.CaseManager.Completes("inform", "Vil tenke", Values.InformationWithInterpreter);
        Assert.Equal(["2028-01-20 Person"], await Then.TheLettersOf("information-offer"));
        Assert.Contains("Den er frivillig", await Then.TheLetterText("information-offer"), StringComparison.Ordinal);
        await Then.NothingIsStuck();
        await Then.TheHistoryIs(
            "2027-02-01 casemanager case-opened",
            "2027-02-01 casemanager event-reported",
            "2027-02-01 casemanager entitlement-basis-set",
            "2027-02-01 casemanager task-opened",
            "2027-02-10 casemanager task-completed",
            "2027-02-10 casemanager information-given",
            "2027-02-10 casemanager case-state-changed",
            "2027-02-10 casemanager decision-drafted",
            "2027-02-10 casemanager no-plan-reason-recorded",
            "2027-02-10 casemanager decision-made",
            "2027-02-10 casemanager case-state-changed",
            "2027-02-10 casemanager letter-queued",
            "2028-01-20 casemanager event-reported",
            "2028-01-20 casemanager task-opened",
            "2028-01-20 casemanager task-completed",
            "2028-01-20 casemanager information-given",
            "2028-01-20 casemanager no-plan-reason-ranked",
            "2028-01-20 casemanager no-plan-reason-recorded",
            "2028-01-20 casemanager letter-queued");
    }
}
