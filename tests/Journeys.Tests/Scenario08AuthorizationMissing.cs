using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.Journeys.Tests;

/// <summary>Scenario 8: someone asks for another without an authorization (L-24, L-25, P-4, D-1).</summary>
public sealed class Scenario08AuthorizationMissing() : JourneyTest("2027-01-11 08:00")
{
    [Fact]
    public async Task Rypes_neighbour_is_told_nothing_and_the_clock_runs_from_the_day_the_letter_came()
    {
        await Given.ARequest(Rype, receivedAt: "2027-01-11 10:00", channel: "Paper", by: "casemanager", requesterRole: "Representative");

        // The month runs from the day it was received, whoever sent it (D-1); somebody must find out within 14 days.
        await Then.TheDeadline("D-1", startedOn: "2027-01-11", rawOn: "2027-02-11", effectiveOn: "2027-02-11", state: "Running", rolled: false);
        await Then.TheOpenTasksAre("authorization");
        await Then.TheTaskIsDue("authorization", "2027-01-25");

        // The answer to the neighbour neither says nor denies that she is known.
        Assert.Equal(["Requester"], await Then.TheRecipientsOf("authorization-missing"));
        var answer = await Then.TheLetterText("authorization-missing") + await Then.TheLetterText("receipt-third-party");
        Assert.DoesNotContain("Rype", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("MODIG", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("IP-2027", answer, StringComparison.Ordinal);

        // She rings and makes the request her own.
        await When.TimeIs("2027-01-18 10:00");
        await When.CaseManager.Completes("authorization", "Personen bekrefter");
        Then.Same("requester", "Person", (await Then.TheCase())["requests"]![0]!["requesterRole"]!.ToString());
        await When.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });

        // The neighbour gets nothing more, and the clock was never set anew.
        Assert.DoesNotContain(await Then.LetterItems(), letter => letter["recipient"]!.ToString() == "Requester" && letter["queuedAt"]!.GetValue<DateTimeOffset>() > NorwegianClock.Instant("2027-01-12 00:00"));
        Assert.Equal(["Person"], await Then.TheRecipientsOf("decision-granted"));
        await Then.TheDeadline("D-1", startedOn: "2027-01-11", rawOn: "2027-02-11", effectiveOn: "2027-02-11", state: "Met", rolled: false);
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task Variant_a_neighbour_who_works_in_the_same_administration_may_not_represent_her()
    {
        await Given.ARequest(Rype, receivedAt: "2027-01-11 10:00", channel: "Paper", by: "casemanager", requesterRole: "Representative");

        var (status, problem) = await When.CaseManager.IsRefused(
            "authorization", "Fullmakt mottatt", new { scope = "Alt som gjelder individuell plan", worksInSameAdministration = true });

        Assert.Equal(422, status);
        Assert.Contains("worksInSameAdministration", problem!.ToJsonString(), StringComparison.Ordinal);

        await When.CaseManager.Completes("authorization", "Ikke avklart", new { worksInSameAdministration = true, note = "Kan ikke være fullmektig." });
        Then.Same("authorization", "Rejected", (await Then.TheCase())["requests"]![0]!["authorization"]!.ToString());
        await Then.NothingIsStuck();
    }

    [Fact]
    public async Task A_representative_whose_authorization_is_shown_gets_what_the_person_gets()
    {
        // FVL § 12: letters go to the representative as far as the authorization covers, and she gets them too.
        await Given.ARequest(Rype, receivedAt: "2027-01-11 10:00", channel: "Paper", by: "casemanager", requesterRole: "Representative", authorization: new { scope = "Saken om individuell plan" });
        await When.TimeIs("2027-02-10 09:00");
        await When.CaseManager.Completes("preliminary", "Send foreløpig svar", new { reason = "Venter på uttalelse fra sykehuset.", expectedOn = "2027-03-01" });
        await When.CaseManager.Completes("assess", "Avslås", Values.Refused);
        await When.Approver.Completes("approve", "Godkjennes");
        await When.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
        var refusal = await Then.TheDecision("Refused");
        await When.CaseManager.Tells("appeal-received", new { type = "EntitlementRefusal", decisionId = refusal["decisionId"]!.ToString(), appellant = "Representative", channel = "Paper", grounds = "Hun har flere tjenester.", wantedChange = "Rett til plan", isSigned = true });
        await When.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await When.OtherCaseManager.Completes("assess", "Opprettholdes", Values.Upheld);
        await When.CaseManager.Completes("send", "Sendt", new { sentOn = "2027-02-10" });

        foreach (var template in new[] { "preliminary-reply", "decision-refused", "appeal-receipt", "appeal-upheld-copy" })
        {
            Assert.Equal(["2027-02-10 Person", "2027-02-10 Representative"], (await Then.TheLettersOf(template)).Order(StringComparer.Ordinal));
            Assert.Single(await Then.TheTextsOf(template), text => text.StartsWith("Du får en kopi av dette brevet som fullmektig. Det er skrevet til MODIG RYPE.", StringComparison.Ordinal));
        }

        // The appeal body gets one, and the representative none of it.
        Assert.Equal(["2027-02-10 AppealBody"], await Then.TheLettersOf("appeal-forwarded"));
        await Then.NothingIsStuck();
    }
}
