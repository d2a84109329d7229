namespace IndividualPlan.WorkflowHost.ElsaApi;

internal static class ElsaDescriptorsRegistration
{
    public static WebApplicationBuilder AddElsaDescriptors(this WebApplicationBuilder builder) => builder;

    public static RouteGroupBuilder MapElsaDescriptors(this RouteGroupBuilder elsa) => elsa;
}
