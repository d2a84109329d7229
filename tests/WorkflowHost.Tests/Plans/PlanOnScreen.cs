using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.WorkflowHost.Tests.Plans;

/// <summary>A case with a plan, and people in front of it.</summary>
internal sealed class PlanOnScreen : IAsyncDisposable
{
    private PlanOnScreen(Journey journey) => Journey = journey;

    public Journey Journey { get; }

    public Given Given => new(Journey, When);

    public When When => new(Journey);

    public string Address => $"/cases/{Journey.CaseId}/plan";

    public string Api => $"/api/cases/{Journey.CaseId}/plan";

    /// <summary>A plan that the coordinator is to write.</summary>
    public static Task<PlanOnScreen> ToWriteAsync() => OpenAsync(screen => screen.Given.APlanToWrite(SyntheticPerson.Fjellrev, "2027-01-11 09:00"));

    /// <summary>A plan that waits for Fjellrev's approval.</summary>
    public static Task<PlanOnScreen> ToApproveAsync() => OpenAsync(screen => screen.Given.APlanToApprove(SyntheticPerson.Fjellrev, "2027-01-11 09:00", "2027-03-05 09:00"));

    /// <summary>Version 1 is in use.</summary>
    public static Task<PlanOnScreen> InUseAsync() => OpenAsync(screen => screen.Given.AnActivePlan(SyntheticPerson.Fjellrev, "2027-01-11 09:00", "2027-03-05 09:00"));

    public Task<Visitor> AsAsync(string user, string language = "nb") => Journey.VisitorAsync(user, language);

    public async Task<string[]> EventsAsync() =>
        [.. (await Journey.GetAsync("casemanager", $"/api/cases/{Journey.CaseId}/history?pageSize=200"))["items"]!.AsArray().Select(row => (string)row!["event"]!)];

    public async Task<string[]> LooksAsync(string user) =>
        [.. (await Journey.GetAsync("person", $"/api/cases/{Journey.CaseId}/access-log?pageSize=200"))["items"]!.AsArray().Where(row => (string)row!["userId"]! == user).Select(row => (string)row!["what"]!)];

    public ValueTask DisposeAsync() => Journey.DisposeAsync();

    private static async Task<PlanOnScreen> OpenAsync(Func<PlanOnScreen, Task> given)
    {
        var screen = new PlanOnScreen(new Journey("2027-01-11 09:00"));
        await given(screen);
        return screen;
    }
}
