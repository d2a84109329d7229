using IndividualPlan.WorkflowHost.ElsaApi.Instances;

namespace IndividualPlan.WorkflowHost.ElsaApi;

internal static class ElsaInstancesRegistration
{
    public static WebApplicationBuilder AddElsaInstances(this WebApplicationBuilder builder) => builder;

    public static RouteGroupBuilder MapElsaInstances(this RouteGroupBuilder elsa)
    {
        InstanceRoutes.Map(elsa);
        ExecutionRoutes.Map(elsa);
        return elsa;
    }
}
