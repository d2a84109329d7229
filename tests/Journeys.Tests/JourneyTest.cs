using IndividualPlan.Testing;
using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.Journeys.Tests;

/// <summary>A test that reads as a scenario: given, when, then.</summary>
/// <param name="at">Where the demo clock stands at the start, Norwegian local time.</param>
/// <param name="settings">Further settings of the host, name and value.</param>
public abstract class JourneyTest(string at, params (string Name, string Value)[] settings) : IAsyncLifetime
{
    /// <summary>The case and its surroundings.</summary>
    protected Journey Journey { get; } = new(at, new TestDatabase(), settings.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal));

    /// <summary>How the case comes to be.</summary>
    protected Given Given => new(Journey, When);

    /// <summary>What happens.</summary>
    protected When When => new(Journey);

    /// <summary>What is so.</summary>
    protected Then Then => new(Journey);

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Whatever the scenario was about, it leaves a database behind in which nothing is lost, doubled or left over.</summary>
    public async Task DisposeAsync()
    {
        await using var journey = Journey;
        Assert.Empty(await journey.ViolationsAsync());
    }
}
