using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi;

/// <summary>
/// Elsa's HTTP contract, as Elsa Studio 3.8.2 and other Elsa clients speak it. Wire records of this folder are used by nobody else; each resource turns
/// them into a use case of <c>Definitions</c> or <c>Execution</c> and its answer back.
/// </summary>
internal static class ElsaApiRegistration
{
    /// <summary>Where the API lives; Studio is told the absolute address.</summary>
    public const string BasePath = "/elsa/api";

    public static WebApplicationBuilder AddElsaApi(this WebApplicationBuilder builder)
    {
        builder.AddElsaDefinitions();
        builder.AddElsaDescriptors();
        builder.AddElsaInstances();
        return builder;
    }

    public static WebApplication MapElsaApi(this WebApplication app)
    {
        var elsa = app.MapGroup(BasePath).RequireAuthorization(Policies.OpenStudio).ExcludeFromDescription().AddEndpointFilter<RouteGroupBuilder, WholeBody>();
        elsa.MapElsaDefinitions();
        elsa.MapElsaDescriptors();
        elsa.MapElsaInstances();
        return app.MapElsaInstanceHub();
    }
}
