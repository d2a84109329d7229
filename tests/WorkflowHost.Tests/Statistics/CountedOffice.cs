using IndividualPlan.Testing.Journeys;
using static IndividualPlan.Testing.Journeys.SyntheticPerson;

namespace IndividualPlan.WorkflowHost.Tests.Statistics;

/// <summary>An office of which every case is known, on 8 September 2027, for tests that only look.</summary>
public sealed class CountedOffice : IAsyncLifetime
{
    internal Journey Journey { get; } = new("2027-01-11 08:00");

    public async Task InitializeAsync()
    {
        var when = new When(Journey);
        var given = new Given(Journey, when);

        // A plan in use since 5 March, to be revised by 6 September, whose coordinator has left without a successor.
        await given.AnActivePlan(Granskog, receivedAt: "2027-01-11 09:30", approvedAt: "2027-03-05 10:00");
        await when.CoordinatingUnit.Tells("coordinator-left", new { lastDayOn = "2027-08-31", reason = "LeftJob" });

        // Two programme participants: one informed with an interpreter after ten days, who declined; one who was not informed.
        await given.ASignal(Kvitveis, "KvpDecision", occurredOn: "2027-03-05", track: "SOC-33");
        await when.TimeIs("2027-03-15 13:00");
        await when.CaseManager.Completes("inform", "Takker nei", Values.InformationWithInterpreter);
        await Journey.PostAsync("casemanager", $"/api/cases/{Journey.CaseId}/coordination", new { kind = "ActivityPlan", service = "nav", fromOn = "2027-03-20" });
        await given.ASignal(Havgløtt, "KvpDecision", occurredOn: "2027-03-15", track: "SOC-33");

        // A refusal for want of several services, appealed at once, upheld, and sent on after eleven days.
        await given.AnAppeal(Elgokse, "2027-04-01 10:30", "Jeg har flere tjenester.");
        await when.CaseManager.Completes("check", "Prøvd", Values.FormalCheck);
        await when.OtherCaseManager.Completes("assess", "Opprettholdes", Values.Upheld);
        await when.TimeIs("2027-04-12 10:00");
        await when.CaseManager.Completes("send", "Sendt", new { sentOn = "2027-04-12" });

        // A request that was answered with a preliminary reply and granted after two months, and one that was granted after three days.
        await given.ARequest(Fjellrev, "2027-06-01 09:00");
        await when.TimeIs("2027-06-30 09:00");
        await when.CaseManager.Completes("preliminary", "Send foreløpig svar", new { reason = "Venter på sykehuset.", expectedOn = "2027-08-02" });
        await when.TimeIs("2027-08-02 09:00");
        await when.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await given.AGrantedCase(Rype, "2027-08-20 09:00", "2027-08-23 09:00");
        await when.TimeIs("2027-09-08 09:00");
    }

    public async Task DisposeAsync() => await Journey.DisposeAsync();
}
