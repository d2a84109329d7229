using System.Reflection;
using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Components;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IndividualPlan.WorkflowHost.Tests.Api;

public sealed class EndpointPolicyTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string[] OpenToAll =
    [
        "/", "/health/live", "/health/ready", "/openapi/{documentName}.json",
        "/sign-in", "/sign-in/start", "/sign-in/failed", "/sign-out", "/signed-out", "/signed-out-elsewhere", "/language", "/appearance", "/accessibility", "/assets/{version}/{**path}", "/demo/clock",
        "/studio/3.8.2/{**path}", "/studio/page/{version}/{**path}", "/studio/_framework/{**path}", "/studio/_content/{**path}", "/studio/appsettings.json",
        "/api/demo/users", "/api/demo/token", "/api/demo/clock", "/api/demo/clock/advance",
    ];

    private IEnumerable<(string Path, string[] Policies)> Endpoints => host.Services.GetServices<EndpointDataSource>()
        .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy!).ToArray()));

    [Fact]
    public void EveryEndpoint_NamesAPolicyConstant()
    {
        var known = typeof(Policies).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!).ToHashSet();

        var without = Endpoints.Where(e => e.Policies.Length == 0 || e.Policies.Any(p => !known.Contains(p))).Select(e => e.Path);

        Assert.NotEmpty(Endpoints);
        Assert.Empty(without);
    }

    [Fact]
    public void OnlyTheListedEndpoints_AreOpenToAnonymousCallers()
    {
        var open = Endpoints.Where(e => e.Policies.Contains(Policies.Anonymous)).Select(e => e.Path).Distinct();

        Assert.Equal(OpenToAll.Order(), open.Order());
    }

    [Fact]
    public void EveryPageThatChangesSomething_WantsItsOwnForm()
    {
        var posts = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageMetadata>() is not null && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Any(m => m != "GET"))
            .ToList();

        Assert.NotEmpty(posts);
        Assert.All(posts, e => Assert.True(e.Metadata.GetMetadata<IAntiforgeryMetadata>()?.RequiresValidation, e.RoutePattern.RawText));
    }

    [Fact]
    public void EveryPolicy_HasItsRoles()
    {
        var constants = typeof(Policies).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

        Assert.Equal(constants.Except([Policies.Anonymous]).Order(), Policies.Granted.Keys.Order());
    }
}
