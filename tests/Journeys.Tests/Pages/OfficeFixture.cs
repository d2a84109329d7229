using IndividualPlan.Testing.Journeys;

namespace IndividualPlan.Journeys.Tests.Pages;

/// <summary>One office for all tests that only look.</summary>
public sealed class OfficeFixture : IAsyncLifetime
{
    public OfficeAtWork Office { get; } = new();

    public Task InitializeAsync() => Office.OpenAsync();

    public async Task DisposeAsync() => await Office.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OfficeCollection : ICollectionFixture<OfficeFixture>
{
    public const string Name = "office";
}
