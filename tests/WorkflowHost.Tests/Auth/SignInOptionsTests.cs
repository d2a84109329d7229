using System.Net.Http.Json;
using IndividualPlan.Testing;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Auth.OpenId;
using IndividualPlan.WorkflowHost.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IndividualPlan.WorkflowHost.Tests.Auth;

public sealed class SignInOptionsTests
{
    [Fact]
    public void Production_WithoutAProvider_RefusesToStartAndNamesTheKey()
    {
        using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseEnvironment(Environments.Production));

        var refusal = Assert.Throws<OptionsValidationException>(() => factory.CreateClient());

        Assert.Contains("Auth:OpenIdConnect:Authority is missing", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Demo mode", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Production", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_WithAProvider_StartsWithoutDemoMode()
    {
        using var database = new TestDatabase();
        database.MakeReady();
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment(Environments.Production)
            .UseDatabase(database)
            .UseSetting("Execution:DefinitionsFolder", Path.Combine(database.Folder, "none"))
            .UseSetting("Outbox:LetterFolder", Path.Combine(database.Folder, "letters"))
            .UseSetting("Site:PublicAddress", "https://plan.example")
            .UseSetting("Auth:KeyFolder", Path.Combine(database.Folder, "keys"))
            .UseSetting("Auth:OpenIdConnect:Authority", Authority)
            .UseSetting("Auth:OpenIdConnect:ClientId", "us")
            .UseSetting("Auth:OpenIdConnect:ClientSecret", "s"));
        using var client = factory.CreateClient();

        var page = await client.GetStringAsync("/sign-in");
        var demo = await client.PostAsJsonAsync("/api/demo/token", new { user = "leader" });

        Assert.Contains("/sign-in/start?returnUrl=", page, StringComparison.Ordinal);
        Assert.NotEqual(System.Net.HttpStatusCode.OK, demo.StatusCode);
        await factory.DisposeAsync();
    }

    [Fact]
    public void AllProblems_AreListedTogether()
    {
        var options = new SignInOptions { OpenIdConnect = new() { Authority = "http://id.example", IdleLimit = TimeSpan.FromHours(9) } };

        Assert.Equal(
            [
                "Site:PublicAddress must be an https address: providers lead people back to it, and cookies are for https only.",
                "Auth:OpenIdConnect:Authority must be an absolute https address.",
                "Auth:OpenIdConnect:ClientId is missing.",
                "Auth:OpenIdConnect:ClientSecret or Auth:OpenIdConnect:PrivateKeyFile is missing.",
                "Auth:OpenIdConnect:IdleLimit must be from 1 minute to AbsoluteLimit.",
            ],
            Problems(options, site: new SiteOptions()));
    }

    [Fact]
    public void A_provider_with_all_that_is_needed_starts_in_Production() => Assert.Empty(Problems(With(new())));

    public static TheoryData<string, string> Mistakes => new()
    {
        { "audience", "Auth:OpenIdConnect:Audience must not be the client id, or ID tokens would open the API." },
        { "both", "Auth:OpenIdConnect:ClientSecret and Auth:OpenIdConnect:PrivateKeyFile are both given; one must go." },
        { "no such file", "Auth:OpenIdConnect:PrivateKeyFile cannot be read." },
        { "scopes", "Auth:OpenIdConnect:Scopes must hold openid." },
        { "parameter", "Auth:OpenIdConnect:Parameters:state cannot be set." },
        { "no rule", "Auth:OpenIdConnect:Roles is empty and RoleClaim is too: nobody could get a role." },
        { "level", "Auth:OpenIdConnect:LevelsByRole:Person names no level." },
        { "age", "Auth:OpenIdConnect:AbsoluteLimit must be from 1 minute to 24 hours." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_mistake_is_told_by_the_exact_key(string what, string told)
    {
        var options = what switch
        {
            "audience" => With(new(), audience: "us"),
            "both" => new SignInOptions { OpenIdConnect = new() { Authority = Authority, ClientId = "us", ClientSecret = "s", PrivateKeyFile = "key.json" } },
            "no such file" => new SignInOptions { OpenIdConnect = new() { Authority = Authority, ClientId = "us", PrivateKeyFile = "no-such-file.json" } },
            "scopes" => new SignInOptions { OpenIdConnect = new() { Authority = Authority, ClientId = "us", ClientSecret = "s", Scopes = ["profile"] } },
            "parameter" => new SignInOptions { OpenIdConnect = new() { Authority = Authority, ClientId = "us", ClientSecret = "s", Parameters = new() { ["state"] = "x" } } },
            "no rule" => new SignInOptions { OpenIdConnect = new() { Authority = Authority, ClientId = "us", ClientSecret = "s", RoleClaim = "" } },
            "level" => new SignInOptions { OpenIdConnect = new() { Authority = Authority, ClientId = "us", ClientSecret = "s", LevelsByRole = new() { ["Person"] = [] } } },
            _ => new SignInOptions { OpenIdConnect = new() { Authority = Authority, ClientId = "us", ClientSecret = "s", AbsoluteLimit = TimeSpan.FromDays(2) } },
        };

        Assert.Equal([told], Problems(options));
    }

    [Fact]
    public void A_rule_that_cannot_fit_or_gives_no_role_is_told_by_its_number()
    {
        Assert.Equal(["Auth:OpenIdConnect:Roles:0:Claim is missing."], Problems(With(new() { Role = "Person" })));
        Assert.Equal(["Auth:OpenIdConnect:Roles:0 needs Value or Where, and not both."], Problems(With(new() { Claim = "groups", Role = "Person" })));
        Assert.Equal(["Auth:OpenIdConnect:Roles:0 fits everybody, so it takes neither Value nor Where."], Problems(With(new() { Claim = "*", Value = "x", Role = "Person" })));
        Assert.Equal(["Auth:OpenIdConnect:Roles:0:Service must be 1 to 64 characters without comma."], Problems(With(new() { Claim = "*", Role = "Person", Service = "a,b" })));
        Assert.StartsWith("Auth:OpenIdConnect:Roles:0:Role must be one of OfficeLeader, ", Assert.Single(Problems(With(new() { Claim = "*", Role = "System" }))), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_provider_needs_a_short_key_and_what_its_button_says()
    {
        var options = With(new());
        options.OtherProviders.Add("ID-porten", new() { Authority = "https://idporten.no", ClientId = "us", ClientSecret = "s", Roles = [new() { Claim = "*", Role = "Person" }] });

        Assert.Equal(
            [
                "Auth:OtherProviders:ID-porten: the key must be 1 to 20 small letters, digits and hyphens.",
                "Auth:OtherProviders:ID-porten:Label must have Nb, Nn and En: people choose between several buttons.",
            ],
            Problems(options));
    }

    private const string Authority = "https://id.example";

    private static SignInOptions With(RoleRule rule, string? audience = null) => new()
    {
        OpenIdConnect = new() { Authority = Authority, ClientId = "us", ClientSecret = "s", Audience = audience, Roles = rule is { Claim: null, Role: null } ? [] : [rule] },
    };

    private static IEnumerable<string> Problems(SignInOptions options, SiteOptions? site = null) =>
        new ValidateSignInOptions(new Environment(Environments.Production), site ?? new SiteOptions { PublicAddress = "https://plan.example" }).Validate(null, options).Failures ?? [];

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
