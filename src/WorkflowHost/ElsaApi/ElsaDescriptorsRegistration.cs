using IndividualPlan.WorkflowHost.ElsaApi.Descriptors;

namespace IndividualPlan.WorkflowHost.ElsaApi;

internal static class ElsaDescriptorsRegistration
{
    public static WebApplicationBuilder AddElsaDescriptors(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DescriptorCatalogue>();
        builder.Services.AddSingleton<TryActivity>();
        return builder;
    }

    public static RouteGroupBuilder MapElsaDescriptors(this RouteGroupBuilder elsa)
    {
        DescriptorEndpoints.Map(elsa);
        elsa.MapPost("/scripting/javascript/type-definitions/{definitionId}", ScriptTypes.For);
        elsa.MapPost("/tests/activities", TryActivity.Answer);
        return elsa;
    }
}
