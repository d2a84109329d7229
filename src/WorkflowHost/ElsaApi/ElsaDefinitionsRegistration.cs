using IndividualPlan.WorkflowHost.Auth;
using IndividualPlan.WorkflowHost.ElsaApi.Definitions;
using IndividualPlan.WorkflowHost.Platform;

namespace IndividualPlan.WorkflowHost.ElsaApi;

internal static class ElsaDefinitionsRegistration
{
    public static WebApplicationBuilder AddElsaDefinitions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DefinitionModels>();
        builder.Services.AddScoped<Answers>();
        return builder;
    }

    public static RouteGroupBuilder MapElsaDefinitions(this RouteGroupBuilder elsa)
    {
        ReadRoutes.Map(elsa);
        GraphRoutes.Map(elsa);
        FileRoutes.MapExport(elsa);
        var changes = elsa.MapGroup("").RequireAuthorization(Policies.PublishWorkflowDefinition).WithMetadata(RefusesWith400.Mark);
        ChangeRoutes.Map(changes);
        BulkRoutes.Map(changes);
        FileRoutes.MapImport(changes);
        return elsa;
    }
}
