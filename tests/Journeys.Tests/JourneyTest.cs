using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.Journeys.Tests;

/// <summary>A test that reads as a scenario: given, when, then.</summary>
/// <param name="at">Where the demo clock stands at the start, Norwegian local time.</param>
public abstract class JourneyTest(string at) : IAsyncLifetime
{
    /// <summary>The case and its surroundings.</summary>
    protected Journey Journey { get; } = new(at);

    /// <summary>How the case comes to be.</summary>
    protected Given Given => new(Journey, When);

    /// <summary>What happens.</summary>
    protected When When => new(Journey);

    /// <summary>What is so.</summary>
    protected Then Then => new(Journey);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Journey.DisposeAsync();
}
