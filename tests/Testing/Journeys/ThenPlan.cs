using System.Text.Json.Nodes;

namespace IndividualPlan.Testing.Journeys;

/// <summary>What is so with the plan, the consents and who sees what.</summary>
public static class ThenPlan
{
    /// <summary>The latest version of the plan has every content point (L-77).</summary>
    public static async Task ThePlanIsComplete(this Then then, int version)
    {
        var plan = await then.ThePlan();
        Then.Same("plan version", $"{version}", plan["version"]!.ToString());
        Then.Same("missing points", "", string.Join(",", plan["missingPoints"]!.AsArray().Select(point => point!.ToString())));
    }

    /// <summary>The latest version of the plan lacks these points.</summary>
    public static async Task ThePlanLacks(this Then then, params string[] points) =>
        Then.Same("missing points", string.Join(",", points), string.Join(",", (await then.ThePlan())["missingPoints"]!.AsArray().Select(point => point!.ToString())));

    /// <summary>The plan as someone sees it.</summary>
    public static Task<JsonNode> ThePlan(this Then then, string user = "casemanager") => then.Journey.GetAsync(user, $"/api/cases/{then.Journey.CaseId}/plan");

    /// <summary>A participant sees only what its own service does (L-53).</summary>
    public static async Task TheParticipantSeesOnlyOwnMeasures(this Then then, string user, string service)
    {
        var content = (await then.ThePlan(user))["content"]!;
        Then.Same($"goals that {user} sees", "0", content["goals"]!.AsArray().Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Then.Same($"measures that {user} sees", "", string.Join(",", content["measures"]!.AsArray().Select(measure => measure!["responsibleService"]!.ToString()).Where(responsible => responsible != service)));
    }

    /// <summary>A participant sees what the sharing consent covers.</summary>
    public static async Task TheParticipantSeesThePlan(this Then then, string user)
    {
        var content = (await then.ThePlan(user))["content"]!;
        Then.Same($"{user} sees goals", "True", (content["goals"]!.AsArray().Count > 0).ToString());
    }

    /// <summary>A participant is shut out of the plan.</summary>
    public static async Task TheParticipantIsShutOut(this Then then, string user)
    {
        var (status, body) = await then.Journey.TryAsync(HttpMethod.Get, user, $"/api/cases/{then.Journey.CaseId}/plan");
        if ((int)status == 200 && body?["content"] is not null)
        {
            throw new ExpectationException($"{user} still sees the plan: {body.ToJsonString()}");
        }
    }

    /// <summary>The latest consent of a type.</summary>
    public static async Task<JsonNode> TheConsent(this Then then, string type) =>
        (await then.TheCase())["consents"]!.AsArray().LastOrDefault(consent => consent!["type"]!.ToString() == type) ?? throw new ExpectationException($"There is no {type} consent.");
}
