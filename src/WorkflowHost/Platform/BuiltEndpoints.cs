using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace IndividualPlan.WorkflowHost.Platform;

/// <summary>
/// All endpoints, built once. Routing, the cache of authorization policies and the description of the interface each ask the sources for their endpoints, and a
/// source compiles every handler anew each time it is asked; that was more than half of the time that a start took. The endpoints do not change while the host runs.
/// </summary>
internal sealed class BuiltEndpoints(IReadOnlyList<EndpointDataSource> sources) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints = new(() => [.. sources.SelectMany(static s => s.Endpoints)]);

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
}

internal static class BuiltEndpointsRegistration
{
    /// <summary>To be called when everything is mapped.</summary>
    public static void BuildEndpointsOnce(this IEndpointRouteBuilder routes)
    {
        var sources = routes.DataSources.ToList();
        routes.DataSources.Clear();
        routes.DataSources.Add(new BuiltEndpoints(sources));
    }
}
