using IndividualPlan.WorkflowHost.Auth;
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
    public void AllProblems_AreListedTogether()
    {
        var options = new SignInOptions { OpenIdConnect = new() { Authority = "http://id.example" } };

        var result = new ValidateSignInOptions(new Environment(Environments.Production)).Validate(null, options);

        Assert.Equal(
            ["Auth:OpenIdConnect:Authority must be an absolute https address.", "Auth:OpenIdConnect:Audience is missing."],
            result.Failures);
    }

    [Fact]
    public void DemoEndpoints_OutsideDemoMode_AreNotThere()
    {
        var options = new SignInOptions { OpenIdConnect = new() { Authority = "https://id.example", Audience = "ip" } };

        var result = new ValidateSignInOptions(new Environment(Environments.Production)).Validate(null, options);

        Assert.True(result.Succeeded);
    }

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
