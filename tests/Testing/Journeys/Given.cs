using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.Journeys;

/// <summary>How a case comes to be, and the way to where a scenario begins.</summary>
public sealed class Given(Journey journey, When when)
{
    /// <summary>A request for a plan comes in.</summary>
    /// <returns>The receipt.</returns>
    public async Task<JsonNode> ARequest(
        SyntheticPerson person, string receivedAt, string track = "SOC-28", string channel = "Digital", string by = "person", string requesterRole = "Person", string[]? services = null,
        object? authorization = null, string? wishes = null)
    {
        var received = NorwegianClock.Instant(receivedAt);
        if (received > journey.Now)
        {
            await journey.MoveToAsync(receivedAt);
        }

        var receipt = await journey.PostAsync(by == "person" ? person.User : by, "/api/requests", new
        {
            person = person.Body,
            track,
            receivedAt = received,
            channel,
            requester = new { role = requesterRole, name = requesterRole == "Person" ? $"{person.GivenName} {person.FamilyName}" : "En annen" },
            authorization,
            services = services ?? ["nav"],
            wishes,
        });
        journey.Person = person;
        journey.CaseId = receipt["caseId"]?.GetValue<string>() ?? journey.CaseId;
        return receipt;
    }

    /// <summary>A service signals that someone may need a plan, who has no case yet.</summary>
    public async Task<JsonNode> ASignal(SyntheticPerson person, string kind, string occurredOn, string? track = null, object? details = null)
    {
        var answer = await journey.PostAsync("casemanager", "/api/signals", new { person = person.Body, kind, occurredOn, track, details });
        journey.Person = person;
        journey.CaseId = answer["caseId"]!.GetValue<string>();
        return answer;
    }

    /// <summary>The person asked, and the answer was yes; the consent is asked for next.</summary>
    public async Task AGrantedCase(SyntheticPerson person, string receivedAt, string decidedAt, string track = "SOC-28", string[]? services = null)
    {
        await ARequest(person, receivedAt, track, services: services);
        await when.TimeIs(decidedAt);
        await when.CaseManager.Completes("assess", "Innvilges", Values.Granted);
        await when.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
    }

    /// <summary>A coordinator in place; the mapping comes next.</summary>
    public async Task ACoordinator(SyntheticPerson person, string at, string track = "SOC-28")
    {
        await AGrantedCase(person, at, at, track);
        await when.CaseManager.Completes("ask-consent", "Given", Values.Consent);
        await when.CoordinatingUnit.Completes("appoint-coordinator", "Appointed", Values.Coordinator);
    }

    /// <summary>A refusal for want of several services, of which the person has notice the same instant.</summary>
    public async Task ARefusal(SyntheticPerson person, string receivedAt)
    {
        await ARequest(person, receivedAt);
        await when.CaseManager.Completes("assess", "Avslås", Values.Refused);
        await when.Approver.Completes("approve", "Godkjennes");
        await when.CaseManager.Completes("notice", "Sendt", new { channel = "Digital" });
    }

    /// <summary>A refusal that the person has appealed; the formal check comes next.</summary>
    public async Task AnAppeal(SyntheticPerson person, string receivedAt, string grounds)
    {
        await ARefusal(person, receivedAt);
        var refusal = (await journey.GetAsync("casemanager", $"/api/cases/{journey.CaseId}"))["decisions"]![0]!;
        await when.Person.Tells("appeal-received", new { type = "EntitlementRefusal", decisionId = refusal["decisionId"]!.ToString(), grounds, wantedChange = "Rett til plan", isSigned = true });
    }

    /// <summary>A plan that is to be written, with the person's GP taking part and seeing all of it.</summary>
    public async Task APlanToWrite(SyntheticPerson person, string receivedAt, string track = "SOC-28")
    {
        await ACoordinator(person, receivedAt, track);
        await TheGpTakingPart();
    }

    /// <summary>The mapping done, and the person's GP taking part and seeing all of the plan; the writing comes next.</summary>
    public async Task TheGpTakingPart()
    {
        await when.Coordinator.Completes("map", "Kartlagt");
        await when.Coordinator.Completes("invite", "Inviter", Values.Invite("gp", "participant2"));
        await when.Coordinator.Completes("invite", "Ferdig");
        await when.Coordinator.Completes("ask-sharing-consent", "Given", Values.Sharing);
        await when.Participant("participant2").Completes("agree", "Confirmed", new { contribution = "Følger opp helsen." });
    }

    /// <summary>A plan that waits for the person to approve it.</summary>
    public async Task APlanToApprove(SyntheticPerson person, string receivedAt, string writtenAt, string track = "SOC-28", object? plan = null)
    {
        await APlanToWrite(person, receivedAt, track);
        await when.TimeIs(writtenAt);
        await when.Coordinator.Completes("draft", "Klar for godkjenning", plan ?? Values.Plan);
    }

    /// <summary>A plan in use, with the person's GP taking part.</summary>
    public async Task AnActivePlan(SyntheticPerson person, string receivedAt, string approvedAt, string track = "SOC-28", object? plan = null)
    {
        await APlanToApprove(person, receivedAt, approvedAt, track, plan);
        await when.Person.Completes("approve-plan", "Approved");
    }
}
