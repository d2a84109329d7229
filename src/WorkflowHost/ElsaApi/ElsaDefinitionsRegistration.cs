namespace IndividualPlan.WorkflowHost.ElsaApi;

internal static class ElsaDefinitionsRegistration
{
    public static WebApplicationBuilder AddElsaDefinitions(this WebApplicationBuilder builder) => builder;

    public static RouteGroupBuilder MapElsaDefinitions(this RouteGroupBuilder elsa) => elsa;
}
