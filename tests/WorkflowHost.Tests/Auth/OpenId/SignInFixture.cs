using IndividualPlan.Testing.SignIn;

namespace IndividualPlan.WorkflowHost.Tests.Auth.OpenId;

/// <summary>One provider and one host for all tests of sign-in that change neither settings nor time.</summary>
public sealed class SignInFixture : IAsyncLifetime
{
    public ProviderProcess Provider { get; private set; } = null!;

    public SignInHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Provider = await ProviderProcess.StartAsync();
        Host = new SignInHost(Provider);
    }

    public async Task DisposeAsync()
    {
        await (Host?.DisposeAsync() ?? default);
        await Provider.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class SignInCollection : ICollectionFixture<SignInFixture>
{
    public const string Name = "sign-in";
}
