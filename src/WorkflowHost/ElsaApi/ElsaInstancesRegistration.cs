using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.ElsaApi.Instances;

namespace IndividualPlan.WorkflowHost.ElsaApi;

internal static class ElsaInstancesRegistration
{
    /// <summary>Where Studio looks for the hub: the API's address with its last part replaced.</summary>
    public const string HubPath = "/elsa/hubs/workflow-instance";

    public static WebApplicationBuilder AddElsaInstances(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR();
        builder.Services.AddHostedService<InstancePusher>();
        return builder;
    }

    public static RouteGroupBuilder MapElsaInstances(this RouteGroupBuilder elsa)
    {
        InstanceRoutes.Map(elsa);
        ExecutionRoutes.Map(elsa);
        StartRoutes.Map(elsa);
        ChangeRoutes.Map(elsa);
        ExportRoutes.Map(elsa);
        AlterationRoutes.Map(elsa);
        return elsa;
    }

    public static WebApplication MapElsaInstanceHub(this WebApplication app)
    {
        app.MapHub<InstanceHub>(HubPath).RequireAuthorization(Policies.OpenStudio);
        return app;
    }
}
